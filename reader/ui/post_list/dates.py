"""Headings between the rows of a list sorted by date, and how a row says its date.

A post's id follows its date (see `reader.library.post_ids`), so the day on which any row falls is
known before anything of the row is loaded. Days are those of the machine's own zone, as in the
index. How much one heading gathers follows the list: a newspaper archive is headed by days, a
diary of two posts a week by months, so that headings never outnumber the posts under them.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from reader.library.schema import ID_STEP

_A_DAY = 86_400


class Span(Enum):
    """How much time one heading gathers; NONE where the list is not sorted by date."""

    NONE = 0
    DAY = 1
    MONTH = 30
    YEAR = 365


def span_for(ids: Sequence[int]) -> Span:
    """Return the span under which the posts of a list, newest first, come three or more at once.

    Counted over the middle half of them, for a few posts may be dated wildly.
    """
    first, last = len(ids) // 4, (3 * len(ids) - 1) // 4
    if last <= first:
        return Span.DAY
    seconds = abs(ids[first] - ids[last]) / ID_STEP
    for span in (Span.DAY, Span.MONTH):
        if (last - first) * span.value * _A_DAY >= 3 * seconds:
            return span
    return Span.YEAR


def group_of(day: date, span: Span, today: date) -> date:
    """Return the first day of the group that `day` belongs to: equal groups share a heading.

    Today and yesterday are groups of their own whatever the span.
    """
    if span is Span.DAY or today - timedelta(days=1) <= day <= today:
        return day
    return day.replace(day=1) if span is Span.MONTH else day.replace(month=1, day=1)


def heading(day: date, span: Span, today: date, locale: QLocale) -> str:
    """Return the words over the group of `day`."""
    if day == today:
        written = locale.toString(_qdate(day), _without_weekday(locale))
        return QCoreApplication.translate("PostList", "Today") + f" · {written}"
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("PostList", "Yesterday")
    if span is Span.DAY:
        return locale.toString(_qdate(day), QLocale.FormatType.LongFormat)
    if span is Span.MONTH:
        return _month(day, locale)
    return _year(day, locale)


def when(moment: datetime, span: Span, locale: QLocale) -> str:
    """Return what of a post's date its heading does not say: the time, the day, or all of it.

    Midnight in the post's own zone is taken for a date without a time: then "" under a day.
    """
    try:
        local = moment.astimezone()
    except (OverflowError, OSError, ValueError):  # the years 1 and 9999, or before 1970 on Windows
        local = moment
    if span is Span.DAY:
        if not (moment.hour or moment.minute or moment.second):
            return ""
        clock = QTime(local.hour, local.minute)
        return locale.toString(clock, QLocale.FormatType.ShortFormat)
    if span is Span.NONE:
        written = _without_weekday(locale).replace("MMMM", "MMM")
        return locale.toString(_qdate(local.date()), written)
    return _day_and_month(local.date(), locale)


def today() -> date:
    """Return the present day of the machine's zone."""
    return datetime.now(UTC).astimezone().date()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _without_weekday(locale: QLocale) -> str:
    """Return the locale's long date format without the day of the week."""
    return _trimmed(re.sub(r"dddd?", "", _long_format(locale)))


def _month(day: date, locale: QLocale) -> str:
    if _east_asian(locale):
        month = re.sub(r"dddd?|d+[日일]?", "", _long_format(locale))
        return locale.toString(_qdate(day), _trimmed(month))
    return f"{locale.standaloneMonthName(day.month)} {day.year}"


def _year(day: date, locale: QLocale) -> str:
    marks = {QLocale.Language.Chinese: "年", QLocale.Language.Japanese: "年"}
    marks[QLocale.Language.Korean] = "년"
    return f"{day.year}{marks.get(locale.language(), '')}"


def _day_and_month(day: date, locale: QLocale) -> str:
    if _east_asian(locale):
        written = re.sub(r"dddd?|y+[年년]?", "", _long_format(locale))
    else:
        written = re.sub(r"dddd?|,?\s*('de'|de)?\s*y+\.?|'г'\.?", "", _long_format(locale))
        written = written.replace("MMMM", "MMM")
    return locale.toString(_qdate(day), _trimmed(written))


def _east_asian(locale: QLocale) -> bool:
    east = (QLocale.Language.Chinese, QLocale.Language.Japanese, QLocale.Language.Korean)
    return locale.language() in east


def _long_format(locale: QLocale) -> str:
    return locale.dateFormat(QLocale.FormatType.LongFormat)


def _trimmed(written: str) -> str:
    return re.sub(r"\s{2,}", " ", written).strip(" ,،、.")
