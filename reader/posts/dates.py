"""Dates as posts write them.

A post's date comes from, in order: the front matter's `date` and its other names, the
`YYYY-MM-DD-` that Jekyll puts before a file's name, the front matter's `lastmod` and its other
names, the file's modification time. Times without a zone are taken in the machine's own zone, as
Jekyll does.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

from reader.posts.date_words import MONTHS, ZONES
from reader.posts.post import DateSource, PostDate
from reader.posts.problem import Fault

_KEYS: Final = (
    *("date", "published", "publishdate", "publish_date", "published_at", "date_published"),
    *("datepublished", "pubdate", "pubdatetime", "created", "created_at", "createdat"),
    *("date_created", "datecreated", "datetime", "timestamp", "time"),
)
# When a post was changed last: https://gohugo.io/configuration/front-matter/#dates and
# https://hexo.io/docs/front-matter.
_CHANGED_KEYS: Final = (
    *("lastmod", "updated", "updated_at", "modified", "date_modified", "last_modified"),
    "last_modified_at",
)
_EARLIEST, _LATEST = 1000, 2200  # years in which posts are written

_FILE_NAME: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\d])")

_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(\d{4})\s*[-/.年년\u2010-\u2015]\s*(\d{1,2})(?:\s*[-/.月월\u2010-\u2015]\s*(\d{1,2})"
    r"(?!\d)\s*[日号號일]?|\s*[月월]?(?![\d-]))"
)
_WORD: Final = r"([^\W\d_]{3,10})\b\.?"  # a month, if `MONTHS` has it
_DAY_MONTH_NAME: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.)?[\s,./-]*(?:of\s+|de\s+)?{_WORD}"
    r"[\s,./-]*(?:de\s+)?(\d{4})(?!\d)"
)
_MONTH_NAME_DAY: Final = re.compile(
    rf"\b{_WORD}[\s/-]*(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)[\s,]*(\d{{4}})?(?!\d|:)"
)
_MONTH_NAME: Final = re.compile(rf"\b{_WORD}[\s,/-]+(\d{{4}})(?!\d)")
_NUMBERS: Final = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_COMPACT: Final = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?:[T_ -]?(\d\d)(\d\d)(\d\d)?)?(?!\d)")
_YEAR: Final = re.compile(r"(?<!\d)(\d{4})(?!\d)")

_TIME: Final = re.compile(
    r"(?P<before>[ap]\.?m\.?|上午|下午|晚上|中午|凌晨|早上|오전|오후|午前|午後)?\s*(?<!\d)"
    r"(?P<hour>\d{1,2})\s*(?:[:：时時点點시]\s*(?P<minute>\d{1,2})\s*[分분]?"
    r"(?:\s*[:：]?\s*(?P<second>\d{1,2})(?:[.,](?P<fraction>\d{1,9}))?\s*[秒초]?)?)?"
    r"\s*(?P<after>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE: Final = re.compile(
    r"\s*(?:GMT|UTC)?\s*([+\-\u2212])(\d{1,2}):?(\d{2})?(?!\d)|\s*\(?([A-Za-z]{1,5})\b"
)
_AFTERNOON: Final = frozenset(("p", "下", "晚", "오후", "午後"))


def published(
    front_matter: Mapping[str, object], name: str, modified: datetime
) -> tuple[PostDate, Fault | None]:
    """Return the best date there is, and what is wrong with `date`. Never raises.

    `front_matter` has lower-case keys; `name` is what its file or folder is called; `modified` is
    aware, and the last resort.
    """
    fault = None
    for key in _KEYS:
        value = front_matter.get(key)
        if value is None or isinstance(value, bool) or value == "":
            continue
        moment = moment_of(value)
        if moment:
            return PostDate(moment, DateSource.FRONT_MATTER), fault
        if key == "date":
            shown = str(value)[:60] if isinstance(value, str | int | float) else "its value"
            fault = Fault(None, f"the date is none that can be used: {' '.join(shown.split())}")
    named = date_in_name(name)
    if named:
        return PostDate(_local(named), DateSource.FILE_NAME), fault
    for key in _CHANGED_KEYS:
        changed = moment_of(front_matter.get(key))
        if changed:
            return PostDate(changed, DateSource.FRONT_MATTER), fault
    return PostDate(modified, DateSource.MODIFIED), fault


def date_in_name(name: str) -> datetime | None:
    """Return the day that `name` begins with, at midnight and without a zone."""
    found = _FILE_NAME.match(name)
    return _day(found[1], found[2], found[3]) if found else None


def moment_of(value: object) -> datetime | None:
    """Return the aware moment that a front matter's `value` names; None for an absurd one."""
    moment = _read(value)
    if moment is None or not _EARLIEST <= moment.year <= _LATEST:
        return None
    return _local(moment) if moment.tzinfo is None else moment


def _read(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    if isinstance(value, list) and value:
        return _read(value[0])  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return _read_text(value.strip()[:200]) if isinstance(value, str) else None


def _read_text(text: str) -> datetime | None:
    if len(text) >= 10 and text[4] == "-":
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
    if re.fullmatch(r"-?\d+(?:\.\d*)?", text):
        return _read_number(text)
    for read in (_year_first, _month_by_name, _numbers, _compact):
        found = read(text)
        if found:
            day, rest = found
            return _with_time(day, rest)
    return None


def _read_number(text: str) -> datetime | None:
    """Return what digits alone mean: a year, a day, a second of it, or time since 1970."""
    whole = text.partition(".")[0]
    if len(whole) == 4:
        return _day(whole, "1", "1")
    if len(whole) in (8, 12, 14) and "." not in text:
        found = _COMPACT.fullmatch(whole)
        day = _day(found[1], found[2], found[3]) if found else None
        if found and day and _EARLIEST <= day.year <= _LATEST:
            return _clock(day, int(found[4] or 0), int(found[5] or 0), int(found[6] or 0), 0)
    if not 9 <= len(whole.lstrip("-")) <= 19:
        return None
    # Seconds have 9 to 11 digits, milliseconds 12 to 14, and so on.
    seconds = float(text) / 1000 ** ((len(whole.lstrip("-")) - 9) // 3)
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    except OverflowError:
        return None


def _year_first(text: str) -> tuple[datetime, str] | None:
    found = _YEAR_FIRST.search(text)
    if not found:
        return None
    day = _day(found[1], found[2], found[3] or "1")
    return (day, text[found.end() :]) if day else None


def _month_by_name(text: str) -> tuple[datetime, str] | None:
    for found in _DAY_MONTH_NAME.finditer(text):
        day = _day(found[3], MONTHS.get(found[2].lower(), 0), found[1])
        if day:
            return day, text[found.end() :]
    for found in _MONTH_NAME_DAY.finditer(text):
        # C's asctime has the year at the end: "Tue Feb 22 13:32:00 CST 2022".
        rest = text[found.end() :]
        year = found[3] or (last[1] if (last := _YEAR.search(rest)) else "")
        day = _day(year, MONTHS.get(found[1].lower(), 0), found[2])
        if day:
            return day, rest
    for found in _MONTH_NAME.finditer(text):
        day = _day(found[2], MONTHS.get(found[1].lower(), 0), "1")
        if day:
            return day, ""
    return None


def _numbers(text: str) -> tuple[datetime, str] | None:
    """Return `2/22/2022` as in the US, unless only `22/2/2022` is a date; dots are German."""
    found = _NUMBERS.search(text)
    if not found:
        return None
    month, day_number = (found[3], found[1]) if found[2] == "." else (found[1], found[3])
    day = _day(found[4], month, day_number) or _day(found[4], day_number, month)
    return (day, text[found.end() :]) if day else None


def _compact(text: str) -> tuple[datetime, str] | None:
    found = _COMPACT.search(text)
    day = _day(found[1], found[2], found[3]) if found else None
    if not found or not day:
        return None
    if not found[4]:
        return day, text[found.end() :]
    rest = f"{found[4]}:{found[5]}:{found[6] or '00'}{text[found.end() :]}"
    return day, rest


def _day(year: str, month: str | int, day: str) -> datetime | None:
    try:
        return datetime(int(year), int(month), int(day))  # its zone comes later
    except ValueError:
        return None


def _with_time(day: datetime, rest: str) -> datetime | None:
    """Return `day` with the time and zone that `rest` begins with, as far as it does."""
    for found in _TIME.finditer(rest):
        if found["minute"] is None and not found["after"]:
            continue  # some other number
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        half = (found["before"] or found["after"] or "").lower()
        if half and hour <= 12:
            afternoon = half[0] in _AFTERNOON or half in _AFTERNOON
            hour = hour % 12 + (12 if afternoon or (half == "中午" and hour < 11) else 0)
            hour = 12 if half == "中午" and hour == 0 else hour
        fraction = int((found["fraction"] or "0").ljust(6, "0")[:6])
        moment = _clock(day, hour, minute, int(found["second"] or 0), fraction)
        zone = _zone(rest[found.end() :])
        return moment.replace(tzinfo=zone) if moment else None
    return day


def _clock(day: datetime, hour: int, minute: int, second: int, fraction: int) -> datetime | None:
    """Return `day` at that time; the day's end (24:00) and a leap second count as the next."""
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        return None
    try:
        return day + timedelta(hours=hour, minutes=minute, seconds=second, microseconds=fraction)
    except OverflowError:
        return None


def _zone(text: str) -> tzinfo | None:
    found = _ZONE.match(text)
    if not found:
        return None
    if found[4]:
        hours = ZONES.get(found[4].upper())
        if hours in (None, 0) and found[4].upper() in ("GMT", "UTC"):
            return _zone(text[found.end() :]) or UTC
        return None if hours is None else timezone(timedelta(hours=hours))
    hours, minutes = int(found[2]), int(found[3] or 0)
    if hours > 14 or minutes > 59:
        return None
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(offset if found[1] == "+" else -offset)


def _local(moment: datetime) -> datetime:
    try:
        return moment.astimezone()
    except (OSError, OverflowError, ValueError):  # Windows, before 1970
        return moment.replace(tzinfo=UTC)
