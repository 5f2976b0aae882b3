from collections.abc import Sequence

import pytest

from reader.library import title_blocks, title_search
from reader.library.go_to import Rank
from reader.library.title_search import Given, Titles

Rows = list[tuple[int, str]]


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(title_search, "BLOCK", 4)


def learn(titles: Titles, rows: Rows) -> int:
    """Let `titles` know of `rows`, whatever it knew; return in how many steps."""
    newest_first = sorted(rows, reverse=True)

    def older(below: int, most: int) -> Sequence[tuple[int, str]]:
        return [row for row in newest_first if row[0] < below][:most]

    below: int | None = 2**62
    steps = 0
    while below is not None:
        below = titles.learn(older, below)
        steps += 1
    return steps


def titles_of(*titles: str) -> Titles:
    """Return these titles, the newest first, whose ids are 100, 99, …"""
    made = Titles()
    learn(made, [(100 - at, title) for at, title in enumerate(titles)])
    return made


def found(titles: Titles, text: str) -> list[int]:
    return [hit.id for hit in titles.search(text)]


def test_finds_in_every_block_the_best_first_and_equals_newest_first() -> None:
    titles = titles_of(
        *("Under the weather", "Weather report", "其他", "Bad weather", "天气预报"),
        *("Weather", "The weatherman", "Fair weather", "More", "Weather again"),
    )
    assert found(titles, "weather") == [95, 99, 91, 100, 97, 94, 93]
    assert [hit.rank for hit in titles.search("tq")] == [Rank.ABBREVIATION]
    assert found(titles, "tianqi") == [96]
    assert found(titles, "absent") == []
    assert found(titles, " ") == []


def test_a_letter_more_narrows_and_a_letter_less_widens() -> None:
    titles = titles_of("abcd", "abce", "abxe", "zabce")
    assert found(titles, "abc") == [100, 99, 97]
    assert found(titles, "abce") == [99, 97]
    assert found(titles, "ab") == [100, 99, 98, 97]


def test_letters_typed_one_by_one_find_what_the_whole_finds() -> None:
    names = ["中国新闻", "New York Times", "Broadsheet", "长城内外", "重庆", "b r o a d", "國際"]
    titles = titles_of(*names * 3)
    for text in ("zgxw", "nyt", "brdsht", "zcnw", "cq", "zq", "中闻", "guoji", "york new"):
        fresh = titles_of(*names * 3)
        for end in range(1, len(text)):
            titles.search(text[:end])
        assert found(titles, text) == found(fresh, text) != []


def test_the_newest_of_very_many_come_first() -> None:
    titles = Titles()
    learn(titles, [(number, f"War {number}") for number in range(1, 1001)])
    assert found(titles, "war")[:3] == [1000, 999, 998]
    assert found(titles, "w")[:3] == [1000, 999, 998]
    learn(titles, [(number, f"A war {number}") for number in range(1, 1001)] + [(0, "War")])
    assert found(titles, "war")[:2] == [0, 1000]


def test_rare_beginnings_come_before_many_runs() -> None:
    titles = Titles()
    rows = [(number, f"看中国的{number}") for number in range(10, 1000)]
    learn(titles, [*rows, (1, "中国"), (2, "中国的")])
    assert found(titles, "zg")[:2] == [2, 1]
    assert found(titles, "zhongguo")[:2] == [1, 2]


def test_what_changed_is_learnt_and_what_did_not_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(number * 10, f"Title {number}") for number in range(1, 30)]
    titles = Titles()
    learn(titles, rows)
    made: list[int] = []

    def counting(given: Sequence[tuple[int, str]]) -> title_blocks.Block:
        made.append(len(given))
        return title_blocks.make_block(given)

    monkeypatch.setattr(title_search, "make_block", counting)
    learn(titles, rows)
    assert made == []
    learn(titles, [(295, "Breaking"), *rows])
    assert len(made) == 1
    assert found(titles, "breaking") == [295]
    assert len(titles) == 30


def test_after_any_change_all_titles_are_known_once() -> None:
    rows = [(number * 10, f"Title {number}") for number in range(1, 30)]
    titles = Titles()
    for changed in (
        rows,
        rows[5:],
        rows[:-7],
        [*rows, *((number * 10 + 5, f"New {number}") for number in range(40))],
        [(number, f"Within {number}") for number in range(100, 130)],
        rows[3:9] + rows[20:22],
        [(row, "Renamed") for row, _ in rows],
        [],
        rows,
    ):
        learn(titles, changed)
        assert len(titles) == len(changed)
        for number, title in changed:
            assert number in found(titles, title)


def test_a_search_that_is_not_wanted_any_more_is_given_up() -> None:
    titles = titles_of("One", "Two")
    with pytest.raises(Given):
        titles.search("one", lambda: False)
    assert found(titles, "one") == [100]


def test_titles_hold_whatever_posts_write() -> None:
    titles = titles_of("two\nlines", "", "𠮷野家 🍜", "a\x00b", "İstanbul", "ﬃ")
    assert found(titles, "two lines") == [100]
    assert found(titles, "野家") == [98]
    assert found(titles, "istan") == [96]
