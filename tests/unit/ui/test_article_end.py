from datetime import UTC, datetime

from reader.library.values import PostSummary, Snippet
from reader.ui.article_end import Ending, ending_of

DAY = datetime(2022, 2, 25, tzinfo=UTC)


def following(title: str = "Two", *, read: bool = False) -> PostSummary:
    return PostSummary(
        2, "b.md", Snippet(title), DAY, ("Ann",), "bbc.com", None, "en", Snippet(""), read, False
    )


def test_says_where_it_is_and_what_comes_next() -> None:
    assert ending_of(2, 1497, following(), "next") == Ending(
        "3 of 1,497", "Next", "Two", "en", "bbc.com", path="b.md"
    )


def test_the_last_one_says_only_where_it_is() -> None:
    assert ending_of(6, 7, None, "next") == Ending("7 of 7")


def test_names_the_next_unread_one_where_that_is_the_next_of_the_list() -> None:
    assert ending_of(0, 9, following(), "unread").title == "Two"
    assert ending_of(0, 9, following(read=True), "unread") == Ending("1 of 9", "Next unread")
    assert ending_of(8, 9, None, "unread") == Ending("9 of 9", "Next unread")


def test_names_nothing_where_the_reader_wants_to_stay() -> None:
    assert ending_of(0, 9, following(), "stay") == Ending("1 of 9")


def test_a_title_is_one_line_of_visible_letters() -> None:
    assert ending_of(0, 9, following("Two\u202e\nlines"), "next").title == "Two lines"
