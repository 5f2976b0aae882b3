"""What a filter selects, worked out the slow and plain way: post by post, in Python.

Nesting is what it is said to be, of the few domains that the tests use, and a value's name is
looked for among all spellings of all posts whenever it is needed.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reader.library.query import Day, FacetMatch, Flag, Has, Term, Words, parse, words_in
from reader.library.values import Facet, Filter, PostState, Shelf
from tests.helpers.indexes import IndexedPost

_UNTOUCHED = PostState()


@dataclass(frozen=True)
class PlainLibrary:
    """Posts and what was done to them."""

    posts: Sequence[IndexedPost]
    states: dict[str, PostState]
    today: date

    def select(self, wanted: Filter) -> list[IndexedPost]:
        """Return the posts that `wanted` selects, in the library's order."""
        return [post for post in self.posts if self._fits(post, wanted)]

    def facets(self, wanted: Filter, facet: Facet) -> dict[str, tuple[int, str]]:
        """Return the count of each value of one facet, and what it is shown under.

        Without the facet's own choices; chosen values at least at 0.
        """
        others = replace(wanted, facets=tuple(c for c in wanted.facets if c[0] is not facet))
        counts = Counter(key for post in self.select(others) for key in spellings(post, facet))
        named = wanted.chosen(facet) + wanted.left_out(facet)
        chosen = {key_of(facet, value): value for value in reversed(named)}
        shown = {*(counts.keys() - self._hidden(facet)), *chosen}
        return {
            self._name(facet, key) or chosen[key]: (counts[key], self._parent(facet, key))
            for key in shown
        }

    def months(self, wanted: Filter) -> list[tuple[str, int]]:
        """Return the posts of each month, without the filter's dates."""
        posts = self.select(replace(wanted, since=None, until=None))
        return sorted(Counter(post.local_day[:7] for post in posts).items())

    def days(self, wanted: Filter) -> list[tuple[str, int]]:
        """Return the posts of each day, without the filter's dates."""
        posts = self.select(replace(wanted, since=None, until=None))
        return sorted(Counter(post.local_day for post in posts).items())

    def shelf(self, shelf: Shelf) -> int:
        """Return how many posts of the whole library are on a shelf."""
        return len(self.select(Filter(shelf=shelf)))

    def _name(self, facet: Facet, key: str) -> str:
        """Return the spelling of the most posts, "" where none has the value."""
        found = [spelled[key] for post in self.posts if key in (spelled := spellings(post, facet))]
        return min(set(found), key=lambda value: (-found.count(value), value), default="")

    def _hidden(self, facet: Facet) -> set[str]:
        """Return the values with one value in them and no post beside its."""
        posts: dict[str, set[str]] = {}
        for post in self.posts:
            for key in spellings(post, facet):
                posts.setdefault(key, set()).add(post.path)
        hidden: set[str] = set()
        for key in posts if facet is not Facet.YEAR else ():
            inner = [other for other in posts if (above_of(facet, other) or [""])[-1] == key]
            if len(inner) == 1 and posts[key] == posts[inner[0]]:
                hidden.add(key)
        return hidden

    def _parent(self, facet: Facet, key: str) -> str:
        if not self._name(facet, key):
            return ""
        shown = [above for above in above_of(facet, key) if above not in self._hidden(facet)]
        return self._name(facet, shown[-1]) if shown else ""

    def _fits(self, post: IndexedPost, wanted: Filter) -> bool:
        state = self.states.get(post.path, _UNTOUCHED)
        on_shelf = {
            Shelf.ALL: True,
            Shelf.UNREAD: not state.read,
            Shelf.STARRED: state.starred,
            Shelf.TODAY: post.local_day == self.today.isoformat(),
        }[wanted.shelf]
        return (
            on_shelf
            and (wanted.since is None or post.local_day >= wanted.since.isoformat())
            and (wanted.until is None or post.local_day <= wanted.until.isoformat())
            and all(
                spellings(post, facet).keys() & {key_of(facet, value) for value in values}
                for facet, values in wanted.facets
            )
            and not any(
                spellings(post, facet).keys() & {key_of(facet, value) for value in values}
                for facet, values in wanted.excluded
            )
            and all(
                any(_holds(literal.term, post, state) is not literal.negated for literal in clause)
                for clause in parse(wanted.query).clauses
            )
        )


def spellings(post: IndexedPost, facet: Facet) -> dict[str, str]:
    """Return the values of a post, and those they are nested in, by key; as it spells them."""
    named = post.values(facet)
    above = [outer for value in named for outer in above_of(facet, value)]
    return {key_of(facet, value): value for value in reversed([*named, *above])}


def above_of(facet: Facet, value: str) -> list[str]:
    """Return what `value` is nested in, the outermost first."""
    match facet:
        case Facet.TAG | Facet.CATEGORY:
            slashes = [at for at, letter in enumerate(value) if letter in "/／"]
            return [value[:at] for at in slashes if " " not in value[at - 1 : at + 2]]
        case Facet.SOURCE:
            return [domain for domain in DOMAINS if value.endswith("." + domain)]
        case Facet.YEAR:
            return [value[:4]] if len(value) > 4 else []
        case Facet.AUTHOR:
            return []


def key_of(facet: Facet, value: str) -> str:
    """Return what the spellings of a value share."""
    key = unicodedata.normalize("NFKC", value).casefold()
    if facet is Facet.AUTHOR:
        return re.sub(r"(?<=[^a-z.]) | (?=[^a-z.])", "", key)
    if facet is Facet.SOURCE:
        return re.sub(r"https?://|www\.|/.*", "", key)
    return key


DOMAINS = ("bbc.co.uk", "sina.com.cn")


def _holds(term: Term, post: IndexedPost, state: PostState) -> bool:
    match term:
        case Words():
            return any(_has_phrase(text, term) for text in _texts(post, term.in_title))
        case FacetMatch():
            return any(_means(term, value) for value in spellings(post, term.facet).values())
        case Day(day, before):
            return (post.local_day < day.isoformat()) is before
        case Has(flag):
            return {
                Flag.READ: state.read,
                Flag.UNREAD: not state.read,
                Flag.STARRED: state.starred,
                Flag.IMAGE: post.has_image,
            }[flag]


def _texts(post: IndexedPost, title_alone: bool) -> Iterable[str]:
    yield post.title
    if not title_alone:
        yield post.text
        yield " ".join(post.values(Facet.TAG) + post.values(Facet.CATEGORY))
        yield " ".join(post.values(Facet.AUTHOR))


def _has_phrase(text: str, words: Words) -> bool:
    tokens, phrase = words_in(text).split(), words.words.split()
    for start in range(len(tokens) - len(phrase) + 1):
        found = tokens[start : start + len(phrase)]
        if found == phrase:
            return True
        if words.prefix and found[:-1] == phrase[:-1] and found[-1].startswith(phrase[-1]):
            return True
    return False


def _means(wanted: FacetMatch, value: str) -> bool:
    name, text = unicodedata.normalize("NFKC", value).casefold(), wanted.text
    if wanted.facet in (Facet.AUTHOR, Facet.SOURCE):
        text = text.removeprefix("www.")
        return _has_phrase(value, Words(words_in(text), prefix=wanted.prefix))
    return name.startswith(text) if wanted.prefix else name == text or name.startswith(f"{text}/")
