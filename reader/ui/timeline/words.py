"""What a time is called."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reader.ui.timeline.bars import Span


def period(span: Span) -> str:
    """Return the words for the days of `span`, in the user's language."""
    since, until = span.since, span.until
    translate = QCoreApplication.translate
    form = translate("Timeline", "d MMMM yyyy")
    if since.day == 1 and (until == date.max or (until + timedelta(days=1)).day == 1):
        # A year alone is no month's: "2021", not "January 2021 – December 2021".
        whole_years = since.month == 1 and until.month == 12
        years, months = translate("Timeline", "yyyy"), translate("Timeline", "MMMM yyyy")
        form = years if whole_years else months
    begin, end = _words(since, form), _words(until, form)
    if begin == end:
        return begin
    return translate("Timeline", "{begin} – {end}").format(begin=begin, end=end)


def described(chosen: Span | None, part: Span | None) -> str:
    """Return the words for the days chosen, and for the part of the time that is shown."""
    translate = QCoreApplication.translate
    words = translate("Timeline", "All dates") if chosen is None else period(chosen)
    if part is None:
        return words
    shown = translate("Timeline", "shown: {period}").format(period=period(part))
    return f"{words}, {shown}"


def _words(day: date, form: str) -> str:
    """Return `day` in the user's language; `form` is one of Qt's date formats."""
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
