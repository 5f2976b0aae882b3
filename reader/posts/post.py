"""What a file says, before anybody renders it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.posts.problem import Problem


class DateSource(StrEnum):
    """Where a post's date comes from, the best first."""

    FRONT_MATTER = "front matter"
    FILE_NAME = "file name"
    MODIFIED = "modified"


class BodyFormat(StrEnum):
    """How a body is written."""

    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class PostDate:
    """When a post was published, and how we know."""

    moment: datetime  # always aware
    source: DateSource


@dataclass(frozen=True, slots=True)
class PostHead:
    """What the front matter, the file's name and the first lines of a post say."""

    path: str  # relative to its library, with forward slashes
    title: str  # never empty, one line, plain text
    title_is_heading: bool  # taken from the body's first heading, which the article then leaves out
    date: PostDate
    authors: tuple[str, ...]
    source: str  # who published it: the URL's host without "www.", or the text given; "" if unknown
    source_url: str | None  # http or https only
    tags: tuple[str, ...]
    categories: tuple[str, ...]
    lang: str | None  # BCP 47, as declared or as the text shows (zh-Hans, zh-Hant, ja, ko, ...)
    front_matter: Mapping[str, object]  # everything it holds; {} where there is none
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """One source file, parsed."""

    head: PostHead
    body: str  # decoded, without front matter, line ends as "\n"
    body_line: int  # the 1-based line of the file on which the body starts
    body_format: BodyFormat
    keeps_lines: bool = False  # where a line of Markdown ends, one of the article does
