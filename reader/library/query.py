"""The query language: what people know from mail and web search.

    ukraine war          both words, anywhere in the title, text, tags or authors
    "climate change"     the words one after the other
    -sport               without that word
    paris OR london      either; binds closer than the space: `a b OR c` is `a (b OR c)`
    journal*             words that begin so
    tag:war              the tag, or one below it (`war/europe`); category: likewise
    author:smith         authors whose name holds the word; source: likewise
    title:budget         the title alone
    after:2022-02        since 1 February 2022;  before:2022-02  until the day before it
    is:unread  is:read  is:starred  has:image

Every value may be quoted (`tag:"two words"`), everything may be negated (`-tag:sport`), and
full-width forms (`tag：“两个词”`) do as well. Parentheses count as spaces. Letter case does not
matter, but for `OR`. Words of Chinese are wanted in all their forms: 答覆 finds 答复 (`forms.py`).

A query is read while it is being typed. So nothing is an error: what is only half there
(`tag:`, `before:20`, a lone `-` or `OR`) is left out, an unclosed quote reaches to the end, and
what looks like a field but is none (`http://…`) is plain text. The last word, unless quoted or
followed by a space, also matches as a beginning, from its second letter on: `ukrai` finds
Ukraine. A space after it, or quotes, ask for that word alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from reader.library.folding import EMOJI, fold, marks, split_cjk, words_of
from reader.library.forms import forms_of
from reader.library.values import Facet


class Flag(StrEnum):
    """What a post is or has, as the query names it."""

    UNREAD = "is:unread"
    READ = "is:read"
    STARRED = "is:starred"
    IMAGE = "has:image"


@dataclass(frozen=True, slots=True)
class Words:
    """One or more words in a row."""

    words: str  # by `words_in`, never empty
    prefix: bool = False  # the last word may go on
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class FacetMatch:
    """A facet of which some value matches `text`; see `reader.library.facet_values`."""

    facet: Facet
    text: str  # folded, never empty
    prefix: bool = False  # the value may go on


@dataclass(frozen=True, slots=True)
class Day:
    """Published since a day, or before it."""

    day: date
    before: bool  # and not on it; else on it or after


@dataclass(frozen=True, slots=True)
class Has:
    """A post that is or has something."""

    flag: Flag


Term = Words | FacetMatch | Day | Has


@dataclass(frozen=True, slots=True)
class Literal:
    """A term, wanted or not."""

    term: Term
    negated: bool = False


Clause = tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """Posts for which some literal of each clause holds. No clauses: every post."""

    clauses: tuple[Clause, ...] = ()

    def marks(self) -> tuple[Words, ...]:
        """Return the words that a hit shows, as far as they are wanted."""
        return tuple(
            literal.term
            for clause in self.clauses
            for literal in clause
            if isinstance(literal.term, Words) and not literal.negated
        )


MAX_LENGTH = 2_000  # characters of a query that are read; a pasted page is no query
MAX_WORDS = 64  # words of a query that are searched

_AS_ASCII = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width forms
    | dict.fromkeys(map(ord, "“”„‟«»「」『』〝〞"), '"')
    | dict.fromkeys(map(ord, "()（）"), " ")
    | {ord("−"): "-", ord("\0"): " "}
)
# Patterns stay text until they are needed: the window imports this before it shows.
_ITEM = r"""(?x)
    (?P<minus>-*)
    (?: (?P<field>[A-Za-z]+) : )?
    (?: "(?P<quoted>[^"]*) (?P<close>"?) (?P<star>\*?) | (?P<bare>[^\s"]*) )
"""
_DATE = r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?[-/.]?"
_DATE_BEGUN = r"[\d\-/.]*"
_FACETS = {
    "tag": Facet.TAG,
    "category": Facet.CATEGORY,
    "author": Facet.AUTHOR,
    "source": Facet.SOURCE,
}


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a query as typed: `-field:value`."""

    negated: bool
    field: str  # in lower case, "" without
    value: str
    quoted: bool
    starred: bool
    being_typed: bool

    @property
    def is_or(self) -> bool:
        return self.value in ("OR", "|") and not (self.quoted or self.field or self.negated)


@dataclass(frozen=True, slots=True)
class TypedItem:
    """The item of a query in which somebody is typing: `-field:value`."""

    start: int  # in the text as typed, the minus and the field included
    end: int
    field: str  # in lower case, "" without
    value: str  # as far as the cursor
    negated: bool
    closed: bool  # the cursor stands behind its closing quote


@lru_cache(maxsize=64)
def parse(text: str) -> Query:
    """Return what `text` asks for. Never raises: whatever makes no sense is left out."""
    clauses: list[list[Literal]] = []
    joined = False
    words_left = MAX_WORDS
    for item in _items(text):
        if item.is_or:
            joined = bool(clauses)
            continue
        term = _term(item)
        if term is None:
            continue
        if isinstance(term, Words):
            words_left -= term.words.count(" ") + 1
            if words_left < 0:
                break
        if not joined:
            clauses.append([])
        wanted = forms_of(term) if isinstance(term, Words) and not item.negated else (term,)
        clauses[-1] += (Literal(each, item.negated) for each in wanted)
        joined = False
    return Query(tuple(map(tuple, clauses)))


def item_at(typed: str, cursor: int) -> TypedItem | None:
    """Return the item in whose value the cursor stands, or behind it; None between two items."""
    text = typed[:MAX_LENGTH].translate(_AS_ASCII)
    for found in re.finditer(_ITEM, text):
        part = "bare" if found["quoted"] is None else "quoted"
        if found[0] and found.start(part) <= cursor <= found.end() and found.start() < cursor:
            return TypedItem(
                start=found.start(),
                end=found.end(),
                field=(found["field"] or "").lower(),
                value=text[found.start(part) : min(cursor, found.end(part))],
                negated=bool(found["minus"]),
                closed=bool(found["close"]) and cursor > found.end("quoted"),
            )
    return None


def words_in(text: str) -> str:
    """Return the words of `text` as the index holds them, apart by one space; "" for none."""
    folded = words_of(text)
    if folded.isascii():
        return " ".join(re.findall("[a-z0-9]+", folded))
    return " ".join(_word().findall(folded))


def name_in(text: str) -> str:
    """Return a value's name as a query can say it: folded, brackets as spaces, width as ASCII's."""
    return " ".join(fold(text if text.isalnum() else text.translate(_AS_ASCII)).split())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W_]|[{marks()}{EMOJI}])+")


def is_cjk(character: str) -> bool:
    """Return whether a character is a word of its own in the index."""
    return split_cjk(character) != character


def _items(typed: str) -> Iterator[_Item]:
    text = typed[:MAX_LENGTH].translate(_AS_ASCII)
    for found in re.finditer(_ITEM, text):
        if found[0]:
            yield _item(found, being_typed=found.end() == len(text))


def _item(found: re.Match[str], being_typed: bool) -> _Item:
    quoted = found["quoted"] is not None
    value = found["quoted"] if quoted else found["bare"]
    starred = bool(found["star"]) if quoted else value.endswith("*")
    negated = bool(found["minus"])
    return _Item(
        negated=negated,
        field=(found["field"] or "").lower(),
        value=value,
        quoted=quoted,
        starred=starred,
        being_typed=being_typed and not found["close"] and not negated,
    )


def _term(item: _Item) -> Term | None:
    """Return what an item asks for, None if nothing (yet)."""
    if item.field == "title":
        return _words(item.value, item, in_title=True)
    if item.field in _FACETS:
        return _facet(_FACETS[item.field], item)
    if item.field in ("before", "after"):
        return _day(item)
    if item.field in ("is", "has"):
        return _flag(item)
    text = f"{item.field}:{item.value}" if item.field else item.value
    return _words(text, item)


def _words(text: str, item: _Item, in_title: bool = False) -> Words | None:
    words = words_in(text)
    if not words:
        return None
    last = words.rpartition(" ")[2]
    begun = item.starred or (item.being_typed and len(last) > 1)
    return Words(words, begun and not is_cjk(last) and _ends_in_word(text), in_title)


def _ends_in_word(text: str) -> bool:
    """Return whether the last word goes to the end: of `it's.` nothing can go on."""
    return text.rstrip("*")[-1:].isalnum()


def _facet(facet: Facet, item: _Item) -> FacetMatch | None:
    text = name_in(item.value if item.quoted else item.value.rstrip("*"))
    return FacetMatch(facet, text, item.starred or item.being_typed) if text else None


def _day(item: _Item) -> Term | None:
    found = re.fullmatch(_DATE, item.value)
    if found is None:
        begun = re.fullmatch(_DATE_BEGUN, item.value) is not None
        return None if begun else _words(f"{item.field} {item.value}", item)
    try:
        day = date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:  # a thirteenth month, or one still being typed
        return None
    return Day(day, before=item.field == "before")


def _flag(item: _Item) -> Term | None:
    asked = f"{item.field}:{item.value.lower()}"
    for flag in Flag:
        if asked == flag:
            return Has(flag)
    if any(flag.startswith(asked) for flag in Flag):
        return None
    return _words(f"{item.field} {item.value}", item)
