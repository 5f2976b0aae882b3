from datetime import date

import pytest

from reader.library.query import Day, FacetMatch, Flag, Has, Literal, Query, Words, item_at, parse
from reader.library.values import Facet


def one(text: str) -> object:
    """Return the only term of a query."""
    ((literal,),) = parse(text).clauses
    assert not literal.negated
    return literal.term


def test_words_apart_are_all_wanted() -> None:
    first, second = parse("Ukraine WAR ").clauses
    assert first == (Literal(Words("ukraine")),)
    assert second == (Literal(Words("war")),)


def test_quotes_make_a_phrase() -> None:
    assert one('"Climate  change"') == Words("climate change")


def test_words_of_chinese_are_wanted_in_all_their_forms() -> None:
    assert parse("答覆 OR x ").clauses == (
        (Literal(Words("答 覆")), Literal(Words("答 复")), Literal(Words("x"))),
    )
    assert one("覆") == Words("覆")  # alone, each has its own meaning
    assert parse('title:"计划"').clauses == (
        (Literal(Words("计 划", in_title=True)), Literal(Words("计 画", in_title=True))),
    )
    assert parse("-答覆").clauses == ((Literal(Words("答 覆"), negated=True),),)
    (forms,) = parse("了了了了着着").clauses
    assert len(forms) == 8


def test_minus_excludes_a_word_and_whatever_else() -> None:
    assert parse("-sport ").clauses == ((Literal(Words("sport"), negated=True),),)
    assert parse('-tag:"two words"').clauses == (
        (Literal(FacetMatch(Facet.TAG, "two words"), negated=True),),
    )


def test_or_binds_closer_than_the_space() -> None:
    query = parse("a OR b c ")
    assert query.clauses == (
        (Literal(Words("a")), Literal(Words("b"))),
        (Literal(Words("c")),),
    )


def test_only_the_capital_or_is_one() -> None:
    assert len(parse("a or b ").clauses) == 3


@pytest.mark.parametrize("text", ["OR", "OR a ", "a OR ", "a OR OR ", "| a"])
def test_an_or_without_both_sides_is_left_out(text: str) -> None:
    terms = [literal.term for clause in parse(text).clauses for literal in clause]
    assert terms in ([], [Words("a")], [Words("a", prefix=True)])


def test_a_star_asks_for_words_that_begin_so() -> None:
    assert one("journal* ") == Words("journal", prefix=True)
    assert one('"new yor"* ') == Words("new yor", prefix=True)


def test_the_word_being_typed_matches_as_a_beginning() -> None:
    assert one("ukrai") == Words("ukrai", prefix=True)
    assert one('"ukrai"') == Words("ukrai")
    assert one("ukrai ") == Words("ukrai")
    assert one("title:ukrai") == Words("ukrai", prefix=True, in_title=True)
    assert one("tag:ukr") == FacetMatch(Facet.TAG, "ukr", prefix=True)


def test_a_single_letter_begins_too_many_words() -> None:
    assert one("u") == Words("u")
    assert one("u*") == Words("u", prefix=True)
    assert one("tag:u") == FacetMatch(Facet.TAG, "u", prefix=True)


def test_only_the_last_word_is_being_typed() -> None:
    assert parse("new yor").clauses[0] == (Literal(Words("new")),)


def test_nothing_is_excluded_by_its_beginning() -> None:
    assert parse("-ukrai").clauses == ((Literal(Words("ukrai"), negated=True),),)


def test_chinese_words_become_phrases_of_characters() -> None:
    assert one("烏克蘭") == Words("乌 克 兰")


def test_mixed_words_are_phrases_in_order() -> None:
    assert one("VPN服务") == Words("vpn 服 务")
    assert one("5G网络VPN") == Words("5g 网 络 vpn", prefix=True)


def test_punctuation_inside_a_word_makes_a_phrase() -> None:
    assert one("it's ") == Words("it s")
    assert one("e-mail ") == Words("e mail")


def test_accents_do_not_matter_however_they_are_written() -> None:
    assert one("café ") == one("cafe\u0301 ") == Words("cafe")


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("tag:x ", Facet.TAG),
        ("category:x ", Facet.CATEGORY),
        ("Author:x ", Facet.AUTHOR),
        ("SOURCE:x ", Facet.SOURCE),
    ],
)
def test_facets(text: str, facet: Facet) -> None:
    assert one(text) == FacetMatch(facet, "x")


def test_full_width_forms_do_as_well() -> None:
    assert one("tag：“两个词”") == FacetMatch(Facet.TAG, "两个词")
    assert one("tag:「两个词」") == FacetMatch(Facet.TAG, "两个词")
    assert parse("－新闻").clauses == ((Literal(Words("新 闻"), negated=True),),)
    assert len(parse("新闻　世界").clauses) == 2
    assert one("ｂｅｆｏｒｅ：２０２２") == Day(date(2022, 1, 1), before=True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022", date(2022, 1, 1)),
        ("2022-02", date(2022, 2, 1)),
        ("2022-02-25", date(2022, 2, 25)),
        ("2022/2/5", date(2022, 2, 5)),
        ('"2022-02-25"', date(2022, 2, 25)),
        ("2022-", date(2022, 1, 1)),
    ],
)
def test_dates(text: str, day: date) -> None:
    assert one(f"before:{text}") == Day(day, before=True)
    assert one(f"after:{text}") == Day(day, before=False)


@pytest.mark.parametrize("text", ["is:unread", "is:read", "is:starred", "has:image"])
def test_flags(text: str) -> None:
    assert one(text) == Has(Flag(text))
    assert one(text.upper().replace(":", "：")) == Has(Flag(text))


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "-", "--", "*", '"', '""', '-"', "tag:", "-tag:", 'tag:"', "title:", "before:",
        "before:2", "before:20", "before:2022-13", "after:2022-02-31", "is:", "is:un", "has:im",
        "()", "（", "!!!", "。", "|", "OR", "\0", "before:0000",
    ],
)  # fmt: skip
def test_what_is_only_half_there_is_left_out(text: str) -> None:
    assert parse(text) == Query()
    words, *_ = parse(f"war {text}").clauses
    assert words == (Literal(Words("war")),)


def test_an_unclosed_quote_reaches_to_the_end() -> None:
    assert one('"climate chan') == Words("climate chan", prefix=True)


def test_what_only_looks_like_a_field_is_plain_text() -> None:
    assert one("http://example.com/x ") == Words("http example com x")
    assert one("before:war ") == Words("before war")
    assert one("is:it ") == Words("is it")


def test_parentheses_count_as_spaces() -> None:
    assert parse("(a OR b) c ") == parse("a OR b c ")


@pytest.mark.parametrize("text", ['a" OR "b', "NEAR(a b)", "title : x", "^a", "a + b", "{a b}: c"])
def test_the_full_text_engines_own_syntax_is_plain_text(text: str) -> None:
    for clause in parse(text).clauses:
        for literal in clause:
            assert isinstance(literal.term, Words)
            assert literal.term.words.replace(" ", "").isalnum()


def test_a_pasted_page_is_cut_short() -> None:
    assert sum(len(clause) for clause in parse("word " * 10_000).clauses) <= 64


def test_marks_are_the_words_a_hit_shows() -> None:
    query = parse('war -peace "a b" OR c title:x tag:y is:unread ')
    assert query.marks() == (Words("war"), Words("a b"), Words("c"), Words("x", in_title=True))


@pytest.mark.parametrize(
    ("typed", "item"),
    [
        ("war tag:eu|", ("tag:eu", "tag", "eu")),
        ("war -tag:|", ("-tag:", "tag", "")),
        ("tag：“两个|", ("tag：“两个", "tag", "两个")),
        ('tag:"two wo|rds" peace', ('tag:"two words"', "tag", "two wo")),
        ('source:"bbc"|', ('source:"bbc"', "source", "bbc")),
        ("TAG:e|u war", ("TAG:eu", "tag", "e")),
        ("ta|", ("ta", "", "ta")),
        ("war | peace", None),
        ("|war", None),
        ("|", None),
        ("t|ag:eu", None),
        ("tag|:eu", None),
    ],
)
def test_knows_in_which_item_somebody_is_typing(
    typed: str, item: tuple[str, str, str] | None
) -> None:
    cursor = typed.index("|")
    text = typed.replace("|", "")
    found = item_at(text, cursor)
    assert (found and (text[found.start : found.end], found.field, found.value)) == item
