"""What a post becomes: one safe article, ready for the page."""

from dataclasses import dataclass

from reader.posts.post import PostHead
from reader.posts.problem import Problem


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of an article, in the order they stand in it."""

    url: str  # absolute http(s), or a path within the library such as "images/a.jpg"
    alt: str
    caption: str  # its figcaption's whole text, credit included; "" where there is none


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of an article."""

    level: int  # 2 to 6
    text: str  # one line
    id: str  # as it stands in the html


@dataclass(frozen=True, slots=True)
class Article:
    """A post rendered. `html` is sanitized and goes into the page as it is."""

    head: PostHead
    html: str
    text: str  # what `html` shows, one block a line
    pictures: tuple[Picture, ...]
    problems: tuple[Problem, ...]  # the head's, and what rendering met
    contents: tuple[Heading, ...] = ()  # its headings, in order


def to_json(article: Article) -> dict[str, object]:
    """Return the article as `broadsheetctl render --json` prints it."""
    head = article.head
    return {
        "path": head.path,
        "title": head.title,
        "date": head.date.moment.isoformat(),
        "authors": list(head.authors),
        "source": head.source,
        "source_url": head.source_url,
        "tags": list(head.tags),
        "categories": list(head.categories),
        "lang": head.lang,
        "html": article.html,
        "text": article.text,
        "pictures": [
            {"url": picture.url, "alt": picture.alt, "caption": picture.caption}
            for picture in article.pictures
        ],
        "contents": [
            {"level": heading.level, "text": heading.text, "id": heading.id}
            for heading in article.contents
        ],
        "problems": [
            {"path": problem.path, "line": problem.line, "reason": problem.reason}
            for problem in article.problems
        ],
    }
