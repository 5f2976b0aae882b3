import pytest

from reader.library.folding import composed
from reader.library.go_to import Rank, Typed, name_of


def fits(typed: str, name: str) -> tuple[Rank, str] | None:
    """Return how `typed` fits `name`, and the letters that are marked."""
    match = Typed.of(typed).match(name_of(name))
    if match is None:
        return None
    return match.rank, "|".join(composed(name)[start:end] for start, end in match.spans)


@pytest.mark.parametrize(
    ("typed", "name", "rank", "marked"),
    [
        ("theme", "Theme", Rank.WHOLE, "Theme"),
        ("the", "Theme", Rank.BEGINNING, "The"),
        ("zhongguo", "中国新闻", Rank.SPOKEN, "中国"),
        ("unread", "Next unread", Rank.WORD, "unread"),
        ("国新", "中国新闻", Rank.WORD, "国新"),
        ("zgxw", "中国新闻", Rank.ABBREVIATION, "中国新闻"),
        ("nyt", "New York Times", Rank.ABBREVIATION, "N|Y|T"),
        ("read", "Next unread", Rank.INSIDE, "read"),
        ("xw", "中国新闻", Rank.INITIALS, "新闻"),
        ("mkrd", "Mark all as read", Rank.SCATTERED, "M|k|r|d"),
        ("中闻", "中国新闻", Rank.SCATTERED, "中|闻"),
    ],
)
def test_a_name_fits_as_editors_have_it(typed: str, name: str, rank: Rank, marked: str) -> None:
    assert fits(typed, name) == (rank, marked)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("xyz", "Theme"), ("mkrd", "dark room"), ("thmee", "Theme"), ("国中", "中国")],
)
def test_what_does_not_fit_is_none(typed: str, name: str) -> None:
    assert fits(typed, name) is None


def test_case_accents_width_and_script_do_not_count() -> None:
    for typed, name in (
        ("CAFE", "café"),
        ("café", "CAFE"),
        ("ｎｅｗｓ", "News"),
        ("中國", "中国"),
        ("中国", "中國"),
        ("zgxw", "中國新聞"),
    ):
        assert fits(typed, name) is not None


def test_a_character_answers_to_each_of_its_readings() -> None:
    assert fits("cc", "长城") == fits("zc", "长城") == (Rank.ABBREVIATION, "长城")
    assert fits("changcheng", "长城") is not None


def test_words_may_stand_in_any_order_and_each_be_typed_in_its_own_way() -> None:
    assert fits("trump china", "China answers Trump") == (Rank.WORD, "China|Trump")
    assert fits("xw bbc", "BBC 中文新闻") == (Rank.INITIALS, "BBC|新闻")
    assert fits("trump moon", "China answers Trump") is None


def test_nothing_typed_fits_everything() -> None:
    assert fits("  ", "Theme") == (Rank.WORD, "")


def test_a_syllable_may_be_half_typed() -> None:
    assert fits("zhonggu", "中国新闻") == (Rank.SPOKEN, "中国")
    assert fits("zhongx", "中国新闻") is None


def test_a_pasted_page_is_looked_for_by_its_beginning() -> None:
    assert len(Typed.of("zhongguo" * 10_000).text) == 200
    assert fits("zhongguo" * 10_000, "中国新闻") is None
