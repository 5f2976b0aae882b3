from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reader.library.go_to import Match, Rank, Typed, name_of
from reader.library.values import Facet, PostSummary, Snippet
from reader.ui.goto.entries import Entry, FacetValue, Kind, entries_for, first_entries
from reader.ui.goto.names import Found, NamedPost, NamedValue

COMMANDS = (
    Entry(Kind.COMMAND, "Star", "Command", "star", "S"),
    Entry(Kind.COMMAND, "Start again", "Command", "again"),
    Entry(Kind.COMMAND, "主题", "Command", "theme", "D", alias="Theme"),
)


def post(path: str, title: str, typed: str = "") -> NamedPost:
    summary = PostSummary(
        1, path, Snippet(title), datetime(2022, 2, 25, tzinfo=UTC), (), "bbc.com", None, None,
        Snippet(""), read=False, starred=False,
    )  # fmt: skip
    return NamedPost(summary, Typed.of(typed).match(name_of(title)) or Match(Rank.SCATTERED))


def rows(typed: str, found: Found | None, recent: Sequence[str] = ()) -> list[tuple[Kind, object]]:
    return [(row.kind, row.target) for row in entries_for(Typed.of(typed), COMMANDS, found, recent)]


def test_what_fits_best_comes_first_whatever_it_is() -> None:
    value = NamedValue(Facet.TAG, "Star", "Star", 12, Match(Rank.WHOLE, ((0, 4),)))
    found = Found("star", (post("a.md", "Star", "star"), post("b.md", "A star", "star")), (value,))
    assert rows("star", found) == [
        (Kind.COMMAND, "star"),
        (Kind.VALUE, FacetValue(Facet.TAG, "Star")),
        (Kind.POST, "a.md"),
        (Kind.COMMAND, "again"),
        (Kind.POST, "b.md"),
        (Kind.EVERY_WORD, "star"),
    ]


def test_recent_posts_come_first_among_equals() -> None:
    found = Found("war", (post("a.md", "War one", "war"), post("b.md", "War two", "war")))
    assert rows("war", found, recent=("x.md", "b.md"))[:2] == [
        (Kind.POST, "b.md"),
        (Kind.POST, "a.md"),
    ]


def test_commands_answer_to_their_english_name_too() -> None:
    first, *_ = entries_for(Typed.of("theme"), COMMANDS, None, ())
    assert (first.target, first.spans) == ("theme", ())
    assert rows("zt", None)[0] == (Kind.COMMAND, "theme")


def test_no_kind_crowds_out_another() -> None:
    values = tuple(
        NamedValue(Facet.TAG, f"war {n}", f"war {n}", 1, Match(Rank.BEGINNING)) for n in range(30)
    )
    kinds = [kind for kind, _ in rows("war", Found("war", (post("a.md", "War", "war"),), values))]
    assert kinds.count(Kind.VALUE) == 8
    assert Kind.POST in kinds


def test_what_is_found_nowhere_can_be_searched_for() -> None:
    assert rows("qqq", Found("qqq", ())) == [(Kind.EVERY_WORD, "qqq")]


def test_nothing_typed_shows_recent_posts_but_the_present_one_and_used_commands() -> None:
    found = Found("", (post("now.md", "Now"), post("then.md", "Then")))
    shown = first_entries(COMMANDS, found, ("theme", "gone", "star", "theme"), "now.md")
    assert [row.target for row in shown] == ["then.md", "theme", "star"]


@pytest.mark.parametrize("source", ["bbc.com", "two\nlines\u202e"])
def test_a_post_says_where_it_is_from_and_when_on_one_line(source: str) -> None:
    named = post("a.md", "War")
    told = NamedPost(replace(named.post, source=source), named.match)
    (row, *_) = first_entries((), Found("", (told,)), (), "")
    assert row.note.endswith("2022")
    assert row.note.isprintable()
