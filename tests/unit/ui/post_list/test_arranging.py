from array import array
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QLocale

from reader.library.catalog import Catalog
from reader.library.values import Filter, Listing, Sort
from reader.ui.post_list.alphabet import Alphabet, Initial, Kind
from reader.ui.post_list.arranging import Arranger, by_source, initial_words

LABELS = {
    Sort.TITLE: ["beta", "Alpha", "alps"],
    Sort.SOURCE: ["www.b.org", "", "B.org"],
    Sort.UNREAD: "101",
}


class Labelled:
    """An index that knows labels alone."""

    asked = 0

    def labels(self, ids: "array[int]", sort: Sort) -> Sequence[str]:
        self.asked += 1
        return LABELS[sort]


def arranged(sort: Sort, arranger: Arranger | None = None) -> Listing:
    newest_first = Listing(Filter(sort=sort), array("q", [30, 20, 10]), 3)
    catalog = cast("Catalog", Labelled())
    return (arranger or Arranger()).arranged(catalog, newest_first)


def test_the_oldest_come_first() -> None:
    assert list(arranged(Sort.OLDEST).ids) == [10, 20, 30]


def test_what_the_index_orders_is_left_alone() -> None:
    assert list(arranged(Sort.DATE).ids) == [30, 20, 10]
    assert arranged(Sort.DATE).headings == ()


def test_titles_stand_under_letters() -> None:
    listing = arranged(Sort.TITLE)
    assert list(listing.ids) == [20, 10, 30]
    assert listing.headings == ((20, "A"), (30, "B"))


def test_sources_stand_under_themselves_and_those_without_last() -> None:
    listing = arranged(Sort.SOURCE)
    assert list(listing.ids) == [30, 10, 20]
    assert listing.headings == ((30, "www.b.org"), (20, "No source"))


def test_unread_posts_come_first_and_the_newest_of_each() -> None:
    listing = arranged(Sort.UNREAD)
    assert list(listing.ids) == [20, 30, 10]
    assert listing.headings == ((20, "Unread"), (30, "Read"))


def test_the_same_posts_are_not_ordered_again() -> None:
    arranger = Arranger()
    first, again = arranged(Sort.TITLE, arranger), arranged(Sort.TITLE, arranger)
    assert first.ids is again.ids
    assert list(arranged(Sort.SOURCE, arranger).ids) != list(first.ids)


def test_each_source_is_one_however_it_is_spelled() -> None:
    groups = by_source([1, 2, 3], ["a.org", "A.ORG", "c.org"], Alphabet(QLocale("en_US")))
    assert groups == [("a.org", [1, 2]), ("c.org", [3])]


def test_initials_have_words() -> None:
    initials = [Initial(Kind.NONE), Initial(Kind.DIGIT), Initial(Kind.HAN)]
    assert [initial_words(each) for each in initials] == ["…", "0–9", "漢"]
    strokes = [Initial(Kind.STROKES, number) for number in ("1", "12")]
    assert [initial_words(each) for each in strokes] == ["1 stroke", "12 strokes"]
    assert initial_words(Initial(Kind.LETTER, "Ж")) == "Ж"
