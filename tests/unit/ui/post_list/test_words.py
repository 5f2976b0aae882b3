from datetime import date

import pytest

from reader.library.values import Facet, Filter, Shelf
from reader.ui.post_list.words import nothing_here

FURTHER = "Without the filters above there may be more."


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (Filter(query="维稳 "), "Nothing found for “维稳”\nEsc clears the search."),
        (Filter(query="war peace"), "Nothing found for “war peace”\nFewer words find more."),
        (Filter(Shelf.UNREAD, "war"), f"Nothing found for “war”\n{FURTHER}"),
        (
            Filter(query="war", facets=((Facet.TAG, ("a",)),)),
            f"Nothing found for “war”\n{FURTHER}",
        ),
        (Filter(since=date(2022, 2, 22)), f"No posts match these filters\n{FURTHER}"),
        (Filter(), "No posts here"),
        (Filter(Shelf.STARRED), "No starred posts"),
    ],
)
def test_an_empty_list_says_what_was_asked_and_what_would_find_more(
    shown: Filter, words: str
) -> None:
    assert nothing_here(shown) == words
