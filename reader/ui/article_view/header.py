"""What stands above an article's text, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from math import ceil
from unicodedata import east_asian_width

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

WIDE_LANGUAGES = ("zh", "ja", "ko")
SAMPLE = 4000  # characters that stand for the whole text
WIDE_A_MINUTE = 450  # Chinese characters
WORDS_A_MINUTE = 230


@dataclass(frozen=True, slots=True)
class Header:
    """The title and the lines under it, ready to be shown."""

    title: str
    authors: tuple[str, ...]
    date: str  # with its weekday, and the time where one is known; "" if unknown
    length: str  # how long it takes to read; "" for an empty text
    source: str  # the host it comes from
    link: str  # the original's address, or ""
    tags: tuple[str, ...]
    lang: str
    wide: bool  # set in ideographs or hangul: a wider column, more air between lines


def header_of(article: Mapping[str, object]) -> Header:
    """Return the header of `article`, as the renderer gives it. Never raises."""
    text = _text(article, "text")
    lang = _text(article, "lang")
    link = _text(article, "source_url")
    return Header(
        title=_text(article, "title"),
        authors=_texts(article, "authors"),
        date=date_words(_text(article, "date")),
        length=length_words(minutes_to_read(text)),
        source=_text(article, "source") or _host(link),
        link=link if link.startswith(("http://", "https://")) else "",
        tags=tuple(dict.fromkeys(_texts(article, "tags"))),
        lang=lang,
        wide=is_wide(lang, text),
    )


def date_words(stamp: str, locale: QLocale | None = None) -> str:
    """Return an ISO 8601 moment in local time and the reader's language; "" if it is none.

    Midnight is what a date without a time becomes, so midnight is left out.
    """
    try:
        moment = datetime.fromisoformat(stamp)
        whole_day = moment.time() == time(0)
        local = moment if whole_day or moment.tzinfo is None else moment.astimezone()
    except (ValueError, OverflowError, OSError):
        return ""
    locale = locale or QLocale()
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat).replace("日dddd", "日 dddd")
    words = locale.toString(QDate(local.year, local.month, local.day), pattern)
    if whole_day or local.time() == time(0):
        return words
    clock = locale.toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return f"{words} {clock}"


def minutes_to_read(text: str) -> int:
    """Return how many minutes `text` takes, at least 1; 0 for an empty one.

    Judged by its beginning: a long text is not read through for it.
    """
    sample = text[:SAMPLE]
    if not sample.strip():
        return 0
    wide = sum(map(_is_wide_letter, sample))
    words = len("".join(" " if _is_wide_letter(letter) else letter for letter in sample).split())
    minutes = (wide / WIDE_A_MINUTE + words / WORDS_A_MINUTE) * len(text) / len(sample)
    return max(1, ceil(minutes - 0.5))


def length_words(minutes: int) -> str:
    """Return `minutes` of reading in words; "" for none."""
    if not minutes:
        return ""
    return QCoreApplication.translate("ArticleView", "About %n min", None, minutes)


def is_wide(lang: str, text: str) -> bool:
    """Return whether a text is set in ideographs, kana or hangul."""
    if lang:
        return lang.lower().split("-")[0] in WIDE_LANGUAGES
    sample = text[:SAMPLE]
    return 3 * sum(map(_is_wide_letter, sample)) > len(sample)


def _is_wide_letter(letter: str) -> bool:
    return letter >= "\u1100" and letter.isalnum() and east_asian_width(letter) in "WF"


def _host(link: str) -> str:
    return link.partition("://")[2].partition("/")[0].removeprefix("www.")


def _text(article: Mapping[str, object], name: str) -> str:
    value = article.get(name)
    return value if isinstance(value, str) else ""


def _texts(article: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = article.get(name)
    if not isinstance(value, list | tuple):
        return ()
    return tuple(item for item in value if isinstance(item, str) and item)  # pyright: ignore[reportUnknownVariableType]
