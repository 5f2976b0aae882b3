"""What can be gone to, as rows: which fit what was typed, and in which order.

One list of all kinds. How well a name fits comes first, then its kind, then what is more recent
or more frequent. Of each kind but posts there are only a few, so that none crowds out another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import islice

from PySide6.QtCore import QCoreApplication

from reader.library.folding import composed
from reader.library.go_to import Match, Rank, Spans, Typed, name_of
from reader.library.values import Facet, PostSummary
from reader.ui.goto.names import Found, NamedPost, NamedValue
from reader.ui.post_list.dates import Span, when
from reader.ui.sidebar.words import grouped, one_line, users_locale

translate = QCoreApplication.translate


class Kind(IntEnum):
    """What a row leads to; where two fit as well, the lower stands above."""

    COMMAND = 0
    SEARCH = 1  # a saved one
    LIBRARY = 2
    VALUE = 3  # of a facet
    POST = 4
    EVERY_WORD = 5  # the library, searched for what was typed


_MOST = {Kind.COMMAND: 6, Kind.SEARCH: 5, Kind.LIBRARY: 4, Kind.VALUE: 8, Kind.POST: 40}
_PLAIN = Match(Rank.WORD)
RECENT_POSTS, USED_COMMANDS = 8, 6


@dataclass(frozen=True, slots=True)
class FacetValue:
    """What a row of a facet's value leads to."""

    facet: Facet
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row."""

    kind: Kind
    words: str
    note: str  # what it is, at the right
    target: object  # a command's name, a SavedSearch, a folder, a FacetValue, a path, a text
    key: str = ""
    alias: str = ""  # another name that it answers to
    match: Match = _PLAIN

    @property
    def spans(self) -> Spans:
        """Return which letters of `words` were typed."""
        return self.match.spans


def entries_for(
    typed: Typed, local: Sequence[Entry], found: Found | None, recent: Sequence[str]
) -> list[Entry]:
    """Return the rows for something typed, the best first.

    `local` are the commands, saved searches and libraries there are, the more recent first;
    posts of `recent`, paths, come before others that fit as well.
    """
    rows = [row for entry in local if (row := _matched(entry, typed)) is not None]
    if found is not None:
        rows += map(value_entry, found.values)
        posts = sorted(found.posts, key=lambda named: _place(named.post.path, recent))
        rows += map(post_entry, posts)
    rows.sort(key=lambda row: (row.match.rank, row.kind))  # stable: else as they came
    few = [row for kind, most in _MOST.items() for row in islice(_of(kind, rows), most)]
    few.sort(key=lambda row: (row.match.rank, row.kind))
    return [*few, every_word_entry(typed)]


def first_entries(
    commands: Sequence[Entry], found: Found | None, used: Sequence[str], present: str
) -> list[Entry]:
    """Return the rows for nothing typed: recent posts but the present one, and used commands."""
    posts = [] if found is None else [each for each in found.posts if each.post.path != present]
    by_name = {str(entry.target): entry for entry in commands if entry.kind is Kind.COMMAND}
    names = [name for name in dict.fromkeys(used) if name in by_name][:USED_COMMANDS]
    return [*map(post_entry, posts[:RECENT_POSTS]), *(by_name[name] for name in names)]


def post_entry(named: NamedPost) -> Entry:
    """Return the row of a post."""
    post = named.post
    words = post.title.text or post.path
    return Entry(Kind.POST, words, _post_note(post), post.path, match=named.match)


def value_entry(named: NamedValue) -> Entry:
    """Return the row of a facet's value."""
    note = f"{facet_word(named.facet)} · {grouped(named.count)}"
    target = FacetValue(named.facet, named.value)
    match = named.match or _PLAIN
    return Entry(Kind.VALUE, named.name, note, target, match=match)


def every_word_entry(typed: Typed) -> Entry:
    """Return the row that searches the library for what was typed."""
    words = translate("GoTo", "Search every word for “{0}”").format(typed.text)
    return Entry(Kind.EVERY_WORD, words, "", typed.text)


def facet_word(facet: Facet) -> str:
    """Return what one value of `facet` is."""
    return {
        Facet.TAG: translate("GoTo", "Tag"),
        Facet.CATEGORY: translate("GoTo", "Category"),
        Facet.AUTHOR: translate("GoTo", "Author"),
        Facet.SOURCE: translate("GoTo", "Source"),
        Facet.YEAR: translate("GoTo", "Time"),
    }[facet]


def _post_note(post: PostSummary) -> str:
    day = when(post.date, Span.NONE, users_locale())
    return " · ".join(filter(None, (one_line(post.source), day)))


def _matched(entry: Entry, typed: Typed) -> Entry | None:
    match = typed.match(name_of(entry.words))
    if match is None and entry.alias:
        other = typed.match(name_of(entry.alias))
        match = other and Match(other.rank)
    return None if match is None else replace(entry, words=composed(entry.words), match=match)


def _of(kind: Kind, rows: Iterable[Entry]) -> Iterable[Entry]:
    return (row for row in rows if row.kind is kind)


def _place(path: str, recent: Sequence[str]) -> int:
    return recent.index(path) if path in recent else len(recent)
