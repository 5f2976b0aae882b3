"""An article as the page's script takes it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from PySide6.QtCore import QCoreApplication

from reader.ui.article_view.header import Header, header_of


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
        parts = asdict(header) | {"note": self.note, "pictures": pictures}
        if self.plain is None:
            html = self.article.get("html")
            parts["html"] = html if isinstance(html, str) else ""
        else:
            parts["plain"] = self.plain
        return script_value(parts)

    def as_plain(self, note: str) -> "Sheet":
        """Return this article as plain text, with `note` saying why."""
        text = self.article.get("text")
        return Sheet(self.path, self.article, text if isinstance(text, str) else "", note=note)


def script_value(value: object) -> str:
    """Return `value` as a JavaScript expression: JSON in ASCII alone, lone surrogates included."""
    return json.dumps(value, ensure_ascii=True)


def labels() -> dict[str, str]:
    """Return the words that stand on pictures not yet shown; %1 is a host's name."""
    return {
        "pictureFrom": QCoreApplication.translate("ArticleView", "Picture from %1"),
        "loadPictures": QCoreApplication.translate("ArticleView", "Load pictures"),
        "loading": QCoreApplication.translate("ArticleView", "Loading…"),
        "failed": QCoreApplication.translate("ArticleView", "%1 did not send this picture"),
        "missing": QCoreApplication.translate("ArticleView", "This picture is not in the folder"),
        "unplayable": QCoreApplication.translate("ArticleView", "%1 cannot be played here"),
        "retry": QCoreApplication.translate("ArticleView", "Retry"),
    }


def _plain_header(title: str, text: str | None) -> Header:
    return header_of({"title": title, "text": text or ""})
