"""Each rule for passages drops its examples where it holds, and keeps what it says."""

import re
from time import process_time

import pytest

from reader.article.cleaning.clean import clean, parse
from reader.article.cleaning.passages import PassageRule, Where, passage_rules
from tests.helpers.articles import post_of
from tests.helpers.cleaning import text_after_cleaning, text_of

RULES = passage_rules()
LONG = "The text of an article, long enough to be one, goes on and on, and then some more of it. "
TEXT = f"<p>{LONG * 8}</p><p>{LONG * 7}</p><p>{LONG * 9}</p><p>{LONG * 8}</p>"


def at_its_place(passage: str, where: Where) -> str:
    """Return a page with the passage at the place."""
    match where:
        case Where.START:
            return passage + TEXT
        case Where.END:
            return TEXT + passage
        case Where.ANYWHERE:
            return TEXT + passage + TEXT


@pytest.mark.parametrize(
    ("example", "where"), [(example, rule.where) for rule in RULES for example in rule.examples]
)
def test_rule_drops_its_examples(example: str, where: Where) -> None:
    assert text_after_cleaning(at_its_place(example, where)) == text_of(at_its_place("", where))


@pytest.mark.parametrize(
    ("kept", "where"), [(kept, rule.where) for rule in RULES for kept in rule.keeps]
)
def test_rule_keeps_what_it_says(kept: str, where: Where) -> None:
    page = at_its_place(kept, where)
    assert text_after_cleaning(page) == text_of(page)


@pytest.mark.parametrize("where", list(Where))
@pytest.mark.parametrize(
    "own",
    [
        "<p><code>a+b</code></p>",
        "<p><kbd>Share</kbd></p>",
        "<details><summary>More</summary><p>What is folded.</p></details>",
        "<details><summary><b>Read more</b></summary><p>What is folded.</p></details>",
        "<p><img src='a.jpg'> <em>图片来源：某某官方，版权归原作者所有。</em></p>",
    ],
)
def test_code_summaries_and_credits_are_the_text_s_own(own: str, where: Where) -> None:
    page = at_its_place(own, where)
    assert text_after_cleaning(page) == text_of(page)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.reason[:40])
def test_rule_can_be_read(rule: PassageRule) -> None:
    assert rule.reason.endswith(".")
    assert rule.examples
    assert rule.keeps
    assert re.compile(rule.text).groups == 0
    assert bool(rule.begins or rule.mark) == (rule.where is Where.ANYWHERE)
    assert all(len(begin) >= 2 for begin in rule.begins)
    written = re.sub(r"\\[A-Za-z]", "", rule.text)
    assert written == written.lower(), "compared with text in lower case"


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.where is not Where.ANYWHERE])
def test_rules_for_an_end_leave_the_middle_alone(rule: PassageRule) -> None:
    page = TEXT + "".join(rule.examples) + TEXT
    for example in rule.examples:
        assert text_of(example) in text_after_cleaning(page) or _holds_anywhere(example)


def _holds_anywhere(example: str) -> bool:
    text = text_of(example).casefold()
    return any(re.match(rule.text, text) for rule in RULES if rule.where is Where.ANYWHERE)


@pytest.mark.parametrize("markup", ["<p>Share this:</p>", "<p>{}</p><p>订阅我们的频道</p>"])
def test_a_post_that_is_nothing_else_stays(markup: str) -> None:
    markup = markup.format("短")
    assert text_after_cleaning(markup) == text_of(markup)


def test_what_led_to_a_dropped_line_goes_with_it() -> None:
    page = TEXT + "<p>———</p><p>长按二维码关注</p>"
    assert text_after_cleaning(page) == text_of(TEXT)


def test_a_rule_under_the_article_stays_where_nothing_was_dropped() -> None:
    page = TEXT + "<p>———</p>"
    assert text_after_cleaning(page) == text_of(page)


def test_lines_of_one_paragraph_are_looked_at_one_by_one() -> None:
    page = TEXT + "<p>The last words.<br><br>Share this:<br>Tags: <a href='/t'>law</a></p>"
    assert text_after_cleaning(page) == text_of(TEXT + "<p>The last words.</p>")


@pytest.mark.parametrize("around", ["pre", "figcaption", "textarea"])
def test_what_stands_in_code_or_a_caption_stays(around: str) -> None:
    inner = f"<{around}>Advertisement</{around}>"
    page = TEXT + (f"<figure>{inner}</figure>" if around == "figcaption" else inner) + TEXT
    tree = parse(page)
    clean(tree, post_of(page).head, "", page)
    assert tree.body is not None
    assert ("Advertisement" in tree.body.text()) == (around != "textarea")


def test_a_table_that_lays_out_the_page_is_looked_into_and_others_are_not() -> None:
    one = f"<table><tr><td>{TEXT}</td></tr><tr><td>返回顶部</td></tr></table>"
    assert text_after_cleaning(one) == text_of(TEXT)
    two = f"{TEXT}<table><tr><td>Tags: a</td><td>Teilen</td></tr></table>"
    assert text_after_cleaning(two) == text_of(two)


@pytest.mark.parametrize(
    "hostile",
    [
        "<p>Advertisement</p>" * 20_000,
        "<p>Related</p>" + "<p><a href=x>a</a></p>" * 20_000,
        "<p>" + " \n" * 200_000 + "</p>",
        "<div class=share>" * 200 + "word " * 20_000 + "</div>" * 200,
        "".join(f"<div class='share-x{number}'>x</div>" for number in range(10_000)),
        "<div>" * 200 + "<i class=ad></i>" * 20_000 + "</div>" * 200,
    ],
    ids=["lines", "links", "line ends", "nested", "names", "deep"],
)
def test_hostile_pages_take_linear_time(hostile: str) -> None:
    started = process_time()
    text_after_cleaning(TEXT + hostile)
    assert process_time() - started < 2
