"""What a post is called."""

import html
import re
from typing import Final, cast

from reader.posts.dates import date_in_name
from reader.posts.names import INDEX

_MAX_TITLE: Final = 500
_MAX_SOURCE: Final = 1000  # characters of a title's source that are looked at: patterns backtrack
_HEADING_WITHIN: Final = 16_384  # characters of the body, so that a file's head shows the same

# Of HTML what people write in titles; `<T>` and `a < b` stay.
_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|bdi|br|cite|code|del|em|font|i|img|ins|kbd|mark|q|rp|rt|ruby|s|small|span"
    r"|strong|sub|sup|u|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ANY_TAG: Final = re.compile(r"<[^<>]*>")
# Line and direction controls, marks of order and the like: a title is one plain line.
_UNSEEN: Final = re.compile("[\0-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")

_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCED: Final = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)",
    re.DOTALL | re.MULTILINE,
)
_HEADING: Final = re.compile(
    r"^ {0,3}#{1,6}(?:[ \t]+(?P<atx>[^\n]*)|$)"
    r"|^ {0,3}(?P<setext>[^\s#>\-=<|][^\n]*)\n {0,3}(?:=+|-{2,})[ \t]*$"
    r"|<h1(?:\s[^>]{0,500})?>(?P<html>.{0,1000}?)</h1\s*>",
    re.MULTILINE | re.IGNORECASE | re.DOTALL,
)
_HTML_HEADING: Final = re.compile(
    r"<h1(?:\s[^>]{0,500})?>(.{0,1000}?)</h1\s*>", re.IGNORECASE | re.DOTALL
)
_CLOSING_HASHES: Final = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_ATTRIBUTES: Final = re.compile(r"\s*\{:?\s*[#.:][^{}]*\}\s*$")
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_WIKI_LINK: Final = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_EMPHASIS: Final = re.compile(
    r"(\*{1,3}|~~|==)(?=\S)(.+?)(?<=\S)\1|(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\3(?!\w)"
)
_CODE: Final = re.compile(r"(?<!`)(`{1,3})(?!`) ?([^`\n]+?) ?(?<!`)\1(?!`)")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")

_SITE_NAME: Final = re.compile(r"(?<=\S)\s+[-–—|｜·]\s+(\w[\w .&']{0,60})$")
_SEPARATORS: Final = re.compile(r"[-_\s]+")
_INDEX: Final = re.compile(INDEX, re.IGNORECASE)


def title_in(front_matter_title: object) -> str:
    """Return a front matter's title as one line of plain text; "" where it is none."""
    if front_matter_title is None or isinstance(front_matter_title, bool | dict):
        return ""
    if isinstance(front_matter_title, list):
        parts = cast("list[object]", front_matter_title)
        return one_line(" ".join(str(part) for part in parts[:20] if isinstance(part, str | int)))
    return one_line(_without_markup(str(front_matter_title)[:_MAX_SOURCE]))


def without_site_name(title: str, host: str) -> str:
    """Return `title` without the name of its site, which page titles end in: "A storm - Nei.st".

    Only what the site's own host is called counts as its name.
    """
    found = _SITE_NAME.search(title)
    name = re.sub(r"[\W_]", "", found[1]).casefold() if found else ""
    called = re.sub(r"[\W_]", "", host).casefold()
    return title[: found.start()] if found and len(name) > 2 and name in called else title


def first_heading(body: str, markdown: bool) -> str:
    """Return the first heading of `body` as one line of plain text; "" where there is none.

    A first-level heading wherever it stands near the top; in Markdown one of any level where
    nothing stands before it.
    """
    text = _COMMENT.sub("", body[:_HEADING_WITHIN])
    if not markdown:
        found = _HTML_HEADING.search(text)
        return _plain_html(found[1]) if found else ""
    text = _FENCED.sub("", text)
    for found in _HEADING.finditer(text):
        if found["html"] is not None:
            title = _plain_html(found["html"])
        else:
            leads = not text[: found.start()].strip()
            if not leads and not _is_first_level(found[0]):
                continue
            title = _plain_markdown(found["atx"] or found["setext"] or "")
        if title:
            return title
    return ""


def title_from_name(path: str) -> str:
    """Return a post's name in words, without leading date; never empty."""
    stem = given_name(path)
    words = stem
    if date_in_name(stem):
        words = re.sub(r"^\d{4}-\d{1,2}-\d{1,2}", "", stem)
    return one_line(_SEPARATORS.sub(" ", words)) or one_line(stem) or "?"


def given_name(path: str) -> str:
    """Return what somebody called a post: its file without suffix, or its folder (see `INDEX`)."""
    above, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    return above.rpartition("/")[2] if above and _INDEX.fullmatch(stem) else stem


def one_line(text: str) -> str:
    """Return `text` in one line, without what cannot be seen, at most 500 characters long."""
    text = " ".join(_UNSEEN.sub(" ", text[: 4 * _MAX_TITLE]).split())
    return text if len(text) <= _MAX_TITLE else text[: _MAX_TITLE - 1] + "…"


def _is_first_level(heading: str) -> bool:
    heading = heading.strip()
    return not heading.startswith("##") and not heading.endswith("--")


def _without_markup(text: str) -> str:
    if "<" in text:
        text = _TAG.sub("", text)
    return html.unescape(text) if "&" in text else text


def _plain_html(text: str) -> str:
    return one_line(html.unescape(_ANY_TAG.sub("", text)))


def _plain_markdown(text: str) -> str:
    """Return inline Markdown as plain text."""
    text = _ATTRIBUTES.sub("", _CLOSING_HASHES.sub("", text[:_MAX_SOURCE]))
    text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))  # a picture in a link
    text = _WIKI_LINK.sub(r"\1", text)
    text = _CODE.sub(r"\2", text)
    text = _EMPHASIS.sub(lambda found: found[2] or found[4], text)
    text = _ESCAPE.sub(r"\1", _without_markup(text))
    return one_line(text)
