"""What a filter selects, worked out the slow and plain way: post by post, in Python."""

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

    def facets(self, wanted: Filter, facet: Facet) -> dict[str, int]:
        """Return the counts of one facet, without its own choices; chosen values at least at 0."""
        others = replace(wanted, facets=tuple(c for c in wanted.facets if c[0] is not facet))
        counts = Counter(value for post in self.select(others) for value in post.values(facet))
        return {**dict.fromkeys(wanted.chosen(facet), 0), **counts}

    def months(self, wanted: Filter) -> list[tuple[str, int]]:
        """Return the posts of each month, without the filter's dates."""
        posts = self.select(replace(wanted, since=None, until=None))
        return sorted(Counter(post.local_day[:7] for post in posts).items())

    def shelf(self, shelf: Shelf) -> int:
        """Return how many posts of the whole library are on a shelf."""
        return len(self.select(Filter(shelf=shelf)))

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
            and all(set(post.values(facet)) & set(values) for facet, values in wanted.facets)
            and all(
                any(_holds(literal.term, post, state) is not literal.negated for literal in clause)
                for clause in parse(wanted.query).clauses
            )
        )


def _holds(term: Term, post: IndexedPost, state: PostState) -> bool:
    match term:
        case Words():
            return any(_has_phrase(text, term) for text in _texts(post, term.in_title))
        case FacetMatch():
            return any(_means(term, value) for value in post.values(term.facet))
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
    name, text = value.casefold(), wanted.text
    if wanted.facet in (Facet.AUTHOR, Facet.SOURCE):
        return _has_phrase(value, Words(words_in(text), prefix=wanted.prefix))
    return name.startswith(text) if wanted.prefix else name == text or name.startswith(f"{text}/")
