"""Lines of a page's head: who, when, where from, how long to read.

Such a line says nothing but what the article's header shows, or what nobody needs, in any of a
dozen orders and languages: “By Jane Doe | 7 October 2019 | 5 min read”, “文／王小明”,
“2019-10-07 12:00 来源：…”. It is read piece by piece; one word that is none of these, and the
line is the article's own. So is a dateline that begins a sentence, “（新华社北京10月7日电）”.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Final, cast

from reader.article.cleaning.rules import tables_of
from reader.posts.post import PostHead

LONGEST: Final = 160  # characters
_SENTENCE_ENDS: Final = ("。", "！", "!", "？", "?", "…", "”", "」")
_YEAR: Final = re.compile(r"(?:19|20)\d\d|\d:\d\d")
_PARTS: Final = ("months", "days", "zones")  # what other pieces are made of
_PIECES: Final = ("date", "time", "ago", "count", "moment", "person", "source", "word", "share")
_BETWEEN: Final = re.compile(r"[\s|｜丨︱/／·•∙,，、;；:：—–\-()（）\[\]【】«»<>*@.]*")
_STRANGER: Final = re.compile(
    r"[^\W\d_][^|｜丨︱/／·•,，;；:：()（）\d]{0,38}(?=$|\s?[|｜丨︱/／·•,，;；()（）\d])"
)
_PUBLISHER: Final = re.compile(r"[^\s|｜丨︱/／,，;；:：()（）]{1,25}")
_NUMBERS: Final = re.compile(r"\d+")
_CLOCK: Final = re.compile(r"\d{1,2}[:：.]\d\d(?![\d.])(?:[:：]\d\d)?|\d{1,2}(?=\s?[時时点시h])")


@cache
def _piece() -> re.Pattern[str]:
    """Return what finds a piece of a line; the group that matched tells its kind."""
    pieces = {kind: _written(kind) for kind in _PIECES}
    for part in _PARTS:
        pieces = {
            kind: text.replace(f"{{{part}}}", _written(part)) for kind, text in pieces.items()
        }
    return re.compile("|".join(f"(?P<{kind}>{text})" for kind, text in pieces.items()))


@cache
def _nobody() -> frozenset[str]:
    """Return what is written where nobody is named."""
    return frozenset(cast("Sequence[str]", tables_of("byline")[0]["nobody"]))


def _written(kind: str) -> str:
    return "|".join(cast("Sequence[str]", tables_of("byline")[0][kind]))


class Byline:
    """What a page's head may repeat of a post's header."""

    def __init__(self, head: PostHead) -> None:
        """Know the names and the day that the header shows."""
        self._head = head
        self._known: tuple[str, ...] | None = None

    def is_byline(self, text: str, stands_out: bool = False) -> bool:
        """Return whether a line says nothing but what the header shows, or what nobody needs.

        A line that `stands_out`, a heading or a bold one, may begin a part: “Updated 7 October”.
        """
        if len(text) > LONGEST or text.endswith(_SENTENCE_ENDS):
            return False
        if self._known is None:
            self._known = _names_in(self._head)
        kinds = _kinds(text, self._known)
        if not kinds or kinds <= {"word", "person", "source", "moment", "share"}:
            return False
        if "stranger" in kinds:  # who else names this author, unless the header names another?
            signed = any(name.casefold() not in _nobody() for name in self._head.authors)
            return signed and not kinds.isdisjoint(("date", "count", "ago"))
        if "publisher" in kinds:
            return not kinds.isdisjoint(("date", "count", "ago", "name"))
        if kinds <= {"date", "time", "word"} or (stands_out and "name" not in kinds):
            return _is_day_of(text, self._head.date.moment)  # another day's may begin a diary
        return not kinds <= {"moment", "date"} or _YEAR.search(text) is not None


def is_reading_time(text: str) -> bool:
    """Return whether a line only counts: minutes to read, comments, views."""
    return len(text) <= LONGEST and _kinds(text, ()) == frozenset(("count",))


def is_label(text: str) -> bool:
    """Return whether a line is nothing but a date, a count, and the like."""
    kinds = _kinds(text, ()) if len(text) <= LONGEST else frozenset[str]()
    return bool(kinds) and "stranger" not in kinds


def _kinds(text: str, known: tuple[str, ...]) -> frozenset[str]:
    """Return what kinds of pieces a line is made of; none if anything else is in it."""
    line = text.casefold()
    kinds: set[str] = set()
    last = ""
    at = _end(_BETWEEN.match(line), 0)
    while at < len(line):
        name = next((name for name in known if line.startswith(name, at)), None)
        if name is not None:
            end, last = at + len(name), "name"
        elif found := _piece().match(line, at):
            end, last = found.end(), found.lastgroup or ""
        elif last in ("person", "stranger") and (found := _STRANGER.match(line, at)):
            end, last = found.end(), "stranger"
        elif last == "source" and (found := _PUBLISHER.match(line, at)):
            end, last = found.end(), "publisher"
        elif last == "moment" and (found := _NUMBERS.match(line, at)):  # “Views: 1234”
            end, last = found.end(), "count"
        else:
            return frozenset()
        kinds.add(last)
        at = _end(_BETWEEN.match(line, end), end)
    return frozenset(kinds)


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match is not None else otherwise


def _names_in(head: PostHead) -> tuple[str, ...]:
    """Return the names in the header, in lower case, the longest first."""
    names = {name.casefold() for name in (*head.authors, head.source)}
    names |= {head.source.casefold().rpartition(".")[0], *_nobody()}
    return tuple(sorted((name for name in names if len(name) > 1), key=len, reverse=True))


def _is_day_of(text: str, moment: datetime) -> bool:
    """Return whether a date's numbers are those of `moment`, give or take the time zone."""
    written = [int(number) for number in _NUMBERS.findall(_CLOCK.sub("", text))]
    for days in (0, -1, 1):
        day = moment + timedelta(days=days)
        if day.day in written and (day.year in written or day.month in written):
            return True
    return False
