"""Listings in orders that the index does not know, with what their rows stand under.

For the thread that asks the index: 200,000 titles take it a second, and the same ones nothing
the next time.
"""

import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from reader.library.facet_names import source_key
from reader.library.values import Listing, Sort
from reader.ui.post_list.alphabet import Alphabet, Initial, Kind
from reader.ui.post_list.list_rows import placed
from reader.ui.sidebar.words import users_locale

if TYPE_CHECKING:
    from reader.library.catalog import Catalog

_TOGETHER = 4_096  # posts looked at in one go

Groups = list[tuple[str, Sequence[int]]]  # words and ids, from above


@dataclass(frozen=True, slots=True)
class _Done:
    """The last arrangement, and the sum of what it was made of."""

    sort: Sort
    locale: QLocale
    sum: int
    listing: Listing


class Arranger:
    """Puts listings in the order that their filters ask for. For one thread."""

    def __init__(self) -> None:
        self._last: _Done | None = None

    def arranged(self, catalog: "Catalog", listing: Listing) -> Listing:
        """Return `listing`, which is newest first, in its filter's order.

        Raises as `Catalog.listing` does.
        """
        sort = listing.filter.sort
        if sort is Sort.OLDEST:
            return replace(listing, ids=listing.ids[::-1])
        if not sort.by_window:
            return listing
        labels = catalog.labels(listing.ids, sort)
        locale, made_of = users_locale(), _sum_of(listing.ids, labels)
        last = self._last
        if last is None or (last.sort, last.locale, last.sum) != (sort, locale, made_of):
            groups = _GROUPED[sort](listing.ids, labels, Alphabet(locale))
            last = self._last = _Done(sort, locale, made_of, _laid_out(listing, groups))
        done = last.listing
        return placed(replace(listing, ids=done.ids, headings=done.headings))


def by_title(ids: Iterable[int], titles: Iterable[str], alphabet: Alphabet) -> Groups:
    """Return posts by title, under the letters that these begin with."""
    found = alphabet.arranged(zip(ids, titles, strict=True))
    return [(initial_words(initial), posts) for initial, posts in found]


def by_source(ids: Iterable[int], sources: Iterable[str], alphabet: Alphabet) -> Groups:
    """Return posts by source, each source as it is spelled first; those without one last."""
    groups: dict[str, list[int]] = {}
    spelled: dict[str, str] = {}
    keys: dict[str, str] = {}
    for post, source in zip(ids, sources, strict=True):
        key = keys.get(source)
        if key is None:
            key = keys[source] = source_key(source)
            spelled.setdefault(key, source)
        groups.setdefault(key, []).append(post)
    without = groups.pop(source_key(""), [])
    named = {spelled[key]: posts for key, posts in groups.items()}
    ordered: Groups = [(name, named[name]) for name in alphabet.sorted(named)]
    if without:
        ordered.append((QCoreApplication.translate("PostList", "No source"), without))
    return ordered


def unread_first(ids: "array[int]", read: Iterable[str], alphabet: Alphabet) -> Groups:
    """Return the posts marked "0" and then those marked "1"."""
    groups: dict[str, list[int]] = {"0": [], "1": []}
    for post, mark in zip(ids, read, strict=True):
        groups[mark].append(post)
    translate = QCoreApplication.translate
    words = {"0": translate("PostList", "Unread"), "1": translate("PostList", "Read")}
    return [(words[mark], posts) for mark, posts in groups.items() if posts]


def initial_words(initial: Initial) -> str:
    """Return the words over the titles that begin so."""
    translate = QCoreApplication.translate
    match initial.kind:
        case Kind.NONE:
            return "…"
        case Kind.DIGIT:
            return "0–9"
        case Kind.HAN:
            return "漢"
        case Kind.STROKES:
            count = int(initial.text)
            words = translate("PostList", "1 stroke"), translate("PostList", "{0} strokes")
            return words[count > 1].format(count)
        case Kind.LETTER:
            return initial.text


_GROUPED = {Sort.TITLE: by_title, Sort.SOURCE: by_source, Sort.UNREAD: unread_first}


def _laid_out(listing: Listing, groups: Groups) -> Listing:
    ids: array[int] = array("q")
    for _, posts in groups:
        ids.extend(posts)
    headings = tuple((posts[0], words) for words, posts in groups)
    return replace(listing, ids=ids, headings=headings)


def _sum_of(ids: "array[int]", labels: Sequence[str]) -> int:
    """Return a number that is another for other posts or labels, as well as that can be."""
    total = zlib.crc32(ids.tobytes())
    for start in range(0, len(labels), _TOGETHER):
        text = "\0".join(labels[start : start + _TOGETHER])
        total = zlib.crc32(text.encode("utf-8", "surrogatepass"), total)
    return total
