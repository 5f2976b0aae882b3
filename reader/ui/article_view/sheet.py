"""An article as the page's script takes it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import cast
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from reader.article.pictures.wrappers import origin_of
from reader.posts.addresses import shown_host
from reader.ui.article_view.header import Header, header_of, minutes_to_read

FEWEST_HEADINGS = 2  # of a table of contents
HEADINGS_OF_A_LONG_ONE = 4
LONG = 4  # minutes of reading


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """What is laid out in one box of the page: each its own, even of equal content."""

    path: str
    article: Mapping[str, object] = field(default_factory=dict[str, object])
    plain: str | None = None  # shown instead of the article's html
    title: str = ""  # of a plain one
    note: str = ""  # a word about why it is plain

    def source(self, pictures: bool) -> str:
        """Return this sheet as a JavaScript expression, its remote pictures allowed or not."""
        header = header_of(self.article) if self.article else _plain_header(self.title, self.plain)
        parts = asdict(header) | {"pictures": pictures}
        parts["note"] = self.note or lacks_of(self.article)
        parts["origins"] = origins_of(self.article)
        if self.plain is None:
            html = self.article.get("html")
            parts["html"] = html if isinstance(html, str) else ""
            parts["contents"] = headings_of(self.article)
            parts["long"] = is_long(self.article)
        else:
            parts["plain"] = self.plain
        return script_value(parts)

    def as_plain(self, note: str) -> "Sheet":
        """Return this article as plain text, with `note` saying why."""
        text = self.article.get("text")
        return Sheet(self.path, self.article, text if isinstance(text, str) else "", note=note)


def headings_of(article: Mapping[str, object]) -> Sequence[object]:
    """Return the headings that make a table of contents; none where one would be no help."""
    contents = article.get("contents")
    if not isinstance(contents, list | tuple) or len(contents) < FEWEST_HEADINGS:  # pyright: ignore[reportUnknownArgumentType]
        return ()
    return cast("Sequence[object]", contents)


def lacks_of(article: Mapping[str, object]) -> str:
    """Return what rendering could not show of the article, a line each; "" where nothing lacks."""
    lacks = article.get("lacks")
    found = cast("Sequence[object]", lacks) if isinstance(lacks, list | tuple) else ()
    return "\n".join(one for one in found if isinstance(one, str))


def origins_of(article: Mapping[str, object]) -> Mapping[str, str]:
    """Return by address the hosts behind proxies, which are asked where a proxy fails.

    The page names both, so that who allows a picture knows whom it is asked of.
    """
    pictures = article.get("pictures")
    found: dict[str, str] = {}
    for picture in cast("Sequence[object]", pictures) if isinstance(pictures, list | tuple) else ():
        url = (
            cast("Mapping[str, object]", picture).get("url") if isinstance(picture, dict) else None
        )
        origin = origin_of(url) if isinstance(url, str) else None
        if isinstance(url, str) and origin:
            found[url] = shown_host(urlsplit(origin).hostname or "")
    return found


def is_long(article: Mapping[str, object]) -> bool:
    """Return whether the table of contents stands beside the article without being asked for."""
    text = article.get("text")
    many = len(headings_of(article)) >= HEADINGS_OF_A_LONG_ONE
    return many and minutes_to_read(text if isinstance(text, str) else "") >= LONG


def script_value(value: object) -> str:
    """Return `value` as a JavaScript expression: JSON in ASCII alone, lone surrogates included."""
    return json.dumps(value, ensure_ascii=True)


def labels(pictures: bool = True) -> dict[str, str | dict[str, str]]:
    """Return the page's own words; %1 is the name of a host.

    None for loading pictures unless `pictures` may be: then nothing on the page does.
    """
    load = QCoreApplication.translate("ArticleView", "Load pictures")
    return {
        "contents": QCoreApplication.translate("ArticleView", "Contents"),
        "embeds": {
            "video": QCoreApplication.translate("ArticleView", "Video"),
            "audio": QCoreApplication.translate("ArticleView", "Audio"),
            "post": QCoreApplication.translate("ArticleView", "Post"),
            "map": QCoreApplication.translate("ArticleView", "Map"),
            "chart": QCoreApplication.translate("ArticleView", "Chart"),
            "code": QCoreApplication.translate("ArticleView", "Code"),
            "document": QCoreApplication.translate("ArticleView", "Document"),
            "page": QCoreApplication.translate("ArticleView", "Page"),
        },
        "pictureFrom": QCoreApplication.translate("ArticleView", "Picture from %1"),
        "loadPictures": load if pictures else "",
        "loading": QCoreApplication.translate("ArticleView", "Loading…"),
        "failed": QCoreApplication.translate("ArticleView", "%1 did not send this picture"),
        "tooLarge": QCoreApplication.translate(
            "ArticleView", "This picture is too large to be shown"
        ),
        "missing": QCoreApplication.translate("ArticleView", "This picture is not in the folder"),
        "unplayable": QCoreApplication.translate("ArticleView", "%1 cannot be played here"),
        "retry": QCoreApplication.translate("ArticleView", "Retry"),
    }


def _plain_header(title: str, text: str | None) -> Header:
    return header_of({"title": title, "text": text or ""})
