"""Lines that say of themselves that they are not the article's: pleas, notices, labels.

Where a page gives its chrome no telling name, its words still tell: a line whose whole text is
“Share this:”, “Advertisement”, “上一篇：…”. Such a line goes where pages put it: at the
beginning, at the end, or anywhere.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final, cast

from selectolax.lexbor import LexborNode

from reader.article.captions.credits import credit_in
from reader.article.captions.words import says_caption
from reader.article.cleaning.bylines import is_label, is_reading_time
from reader.article.cleaning.guard import Guard
from reader.article.cleaning.passage_lines import INVISIBLE, Line, last_lines, lines
from reader.article.cleaning.rules import Table, tables_of

_BESIDE_LINKS: Final = 30  # letters: a date, a section, the number of comments
_LABEL: Final = 40  # characters: “Read more:”
_HEAD: Final = 2  # characters by which lines are told apart fast
_NODE: Final = "\x1f"  # stands between two texts of a tree
_HEADS: Final = re.compile(rf"{_NODE}[\s{_NODE}]*+(\S.)")
_INVISIBLE: Final = re.compile(f"[{_NODE}{INVISIBLE}]")
# Around text that is never a page's chrome, so near.
_OWN: Final = frozenset(("code", "kbd", "samp", "var", "math", "summary"))
_AROUND: Final = 4
_SENTENCE_ENDS: Final = (".", "。", "!", "！", "?", "？", "…", "”", "」")
_RULED: Final = re.compile(r"[\W_]+")  # a line of dashes, stars, dots


class Where(StrEnum):
    """Where on a page a rule holds."""

    START = "start"
    END = "end"
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class PassageRule:
    """Lines whose whole text, in lower case, `text` matches are dropped."""

    text: str
    holds: tuple[str, ...]  # or the text has one of these in it
    where: Where
    longest: int  # characters of such a line
    linked: bool  # at least half of it must be a link
    takes_links: bool  # goes with the links that follow it, and only with some
    headings: bool  # may be a heading
    sentences: bool  # may end as a sentence does
    begins: tuple[str, ...]  # how such a line begins, as written; of rules that hold anywhere
    mark: str  # or what such a line has in it
    reason: str
    examples: tuple[str, ...]
    keeps: tuple[str, ...]


@cache
def passage_rules() -> tuple[PassageRule, ...]:
    """Return the rules that ship with the program."""
    return tuple(map(_rule, tables_of("passage")))


def drop_passages(body: LexborNode, start: Sequence[Line], guard: Guard) -> None:
    """Drop from `body`, which begins with the lines `start`, those that are not its own."""
    _drop(_doomed(start, Where.START), guard)
    end = last_lines(body)
    doomed = _doomed(end, Where.END) or _cards(end)
    if doomed and _drop(doomed, guard):
        _drop_what_led_to(end)
    if _may_hold_any(body):
        _drop(_doomed(list(lines(body)), Where.ANYWHERE), guard)


def _may_hold_any(body: LexborNode) -> bool:
    """Return whether a page may hold a line that goes wherever it stands."""
    text = _NODE + body.text(separator=_NODE)
    rules = _rules_at(Where.ANYWHERE)
    if any(rule.mark in text for rule, _ in rules if rule.mark):
        return True
    heads = _heads()
    if heads.isdisjoint(_HEADS.findall(text)):
        return False
    starts = [found.start(1) for found in _HEADS.finditer(text) if found[1] in heads]
    return any(
        _begins_so(text, start, rule)
        for start in starts
        for rule, _ in rules
        if not rule.mark and text.startswith(rule.begins, start)
    )


def _begins_so(text: str, start: int, rule: PassageRule) -> bool:
    """Return whether the line that begins at `start` may be one that `rule` drops."""
    end = text.find(_NODE, start)
    if end < 0 or end - start > (_LABEL if rule.linked else rule.longest):
        return False  # that of a link is a label, and then the link
    if rule.linked:
        end = start + 2 * rule.longest
    line = " ".join(_INVISIBLE.sub("", text[start:end]).split()).casefold()
    return _begun(rule.text)(line) is not None


def _doomed(found: Sequence[Line], where: Where) -> list[Line]:
    """Return those of a row of lines that some rule drops."""
    doomed: dict[int, Line] = {}
    longest = _longest(where)
    for at, line in enumerate(found):
        if line.is_gone or line.opaque or not 0 < line.letters <= longest or id(line) in doomed:
            continue
        rule = _rule_for(line, where)
        if rule is None or _is_own(line):
            continue
        follow = list(_links_after(found[at + 1 :])) if rule.takes_links else []
        if not rule.takes_links or follow or at + 1 == len(found):
            doomed |= {id(one): one for one in (line, *follow)}
    return list(doomed.values())


def _rule_for(line: Line, where: Where) -> PassageRule | None:
    """Return the first rule for a place that drops a line there, if any does."""
    text = line.text.casefold()
    length = len(text)
    sentence = text.endswith(_SENTENCE_ENDS)
    for rule, matched in _rules_at(where):
        if length > rule.longest or (sentence and not rule.sentences):
            continue
        if matched(text) and _fits(line, rule):
            return rule
    return None


def _fits(line: Line, rule: PassageRule) -> bool:
    if rule.linked and 2 * line.linked < line.letters:
        return False
    if line.heading and not rule.headings:
        return False
    return not line.in_table or _is_alone_in_row(line.leaves[0])


def _is_own(line: Line) -> bool:
    """Return whether a line holds code, names what it folds, or says whose its picture is."""
    if line.media and (says_caption(line.text) or credit_in(line.text) is not None):
        return True
    for leaf in line.leaves:
        outer = leaf.parent
        for _ in range(_AROUND):
            if outer is None or outer.tag in ("body", "a"):
                break
            if outer.tag in _OWN:
                return True
            outer = outer.parent
    return False


def _is_alone_in_row(leaf: LexborNode) -> bool:
    """Return whether the table around `leaf` has one cell a row: it only lays out the page."""
    outer = leaf.parent
    while outer is not None and outer.tag != "tr":
        outer = outer.parent
    return outer is None or len(outer.css("td, th")) == 1


def _links_after(found: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines at the beginning of `found` that are links, and dates among them."""
    for line in found:
        others = line.letters - line.linked
        if line.opaque or not ((line.linked and others <= _BESIDE_LINKS) or is_label(line.text)):
            return
        yield line


def _cards(end: Sequence[Line]) -> list[Line]:
    """Return what ends a page as two or more links, each with how long it takes to read."""
    cards: list[Line] = []
    at = len(end) - 2
    while at >= 0 and end[at].is_linked and is_reading_time(end[at + 1].text):
        cards += end[at : at + 2]
        at -= 2
    return cards if len(cards) > 2 else []


def _drop(doomed: Sequence[Line], guard: Guard) -> bool:
    """Drop lines, unless they are too much of the text; return whether it was done."""
    if doomed and guard.is_little(sum(line.letters - line.linked for line in doomed)):
        for line in doomed:
            line.drop()
        return True
    return False


def _drop_what_led_to(end: Sequence[Line]) -> None:
    """Drop rules and empty headings that nothing follows any more."""
    for line in reversed(end):
        if line.is_gone:
            continue
        if line.media or line.opaque or not _RULED.fullmatch(line.text):
            return
        line.drop()


@cache
def _rules_at(where: Where) -> tuple[tuple[PassageRule, Callable[[str], object]], ...]:
    """Return the rules for a place, each with what tells whether it knows a line's text."""
    own = (rule for rule in passage_rules() if rule.where is where)
    return tuple((rule, _matching(rule)) for rule in own)


def _matching(rule: PassageRule) -> Callable[[str], object]:
    matched = re.compile(rule.text).fullmatch
    if not rule.holds:
        return matched

    def holds_or_matches(text: str) -> object:
        for part in rule.holds:
            if part in text:
                return True
        return matched(text)

    return holds_or_matches


@cache
def _begun(text: str) -> Callable[[str], object]:
    return re.compile(text).match


@cache
def _longest(where: Where) -> int:
    return max(rule.longest for rule, _ in _rules_at(where))


@cache
def _heads() -> frozenset[str]:
    """Return the first characters of all lines that a rule may drop anywhere."""
    begins = [begin for rule in passage_rules() for begin in rule.begins]
    return frozenset(begin[:_HEAD] for begin in begins)


def _rule(table: Table) -> PassageRule:
    def texts(key: str) -> tuple[str, ...]:
        return tuple(cast("Sequence[str]", table.get(key, ())))

    return PassageRule(
        text="|".join(f"(?:{one})" for one in texts("text")),
        holds=texts("holds"),
        where=Where(str(table["where"])),
        longest=cast("int", table.get("longest", 120)),
        linked=bool(table.get("linked", False)),
        takes_links=bool(table.get("takes_links", False)),
        headings=bool(table.get("headings", True)),
        sentences=bool(table.get("sentences", False)),
        begins=texts("begins"),
        mark=str(table.get("mark", "")),
        reason=str(table["reason"]),
        examples=texts("examples"),
        keeps=texts("keeps"),
    )
