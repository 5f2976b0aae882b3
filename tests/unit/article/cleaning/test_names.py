"""Each rule for names does what it says to its examples, and nothing to what it keeps."""

import pytest

from reader.article.cleaning.clean import clean, parse
from reader.article.cleaning.names import NameRule, name_rules
from tests.helpers.articles import post_of
from tests.helpers.cleaning import text_after_cleaning, text_of

RULES = name_rules()
LONG = "The text of an article, long enough to be one, goes on and on. "
TEXT = f"<p>{LONG * 10}</p>" * 4


@pytest.mark.parametrize(
    "example",
    [example for rule in RULES for example in rule.examples],
)
def test_rule_drops_its_examples(example: str) -> None:
    assert text_after_cleaning(TEXT + example + TEXT) == text_of(TEXT + TEXT)


@pytest.mark.parametrize("kept", [kept for rule in RULES for kept in rule.keeps])
def test_rule_keeps_what_it_says(kept: str) -> None:
    tree = parse(TEXT + kept + TEXT)
    clean(tree, post_of(TEXT).head, "", TEXT + kept + TEXT)
    assert tree.body is not None
    left = tree.body.inner_html or ""
    assert text_of(kept) in text_of(left)
    assert left.count("<img") == kept.count("<img")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.reason[:40])
def test_rule_gives_its_reason_and_examples(rule: NameRule) -> None:
    assert rule.reason.endswith(".")
    assert rule.examples
    assert all(1 <= len(words) <= 3 for words in rule.named)


SHARING = "<a href='#'>To Twitter</a> <a href='#'>To Facebook</a>"


@pytest.mark.parametrize(
    "name",
    [
        "share-bar",
        "c-share__list",
        "shareBar",
        "ArticleShare_module__3xZ",
        "article_share",
        "SHARE",
    ],
)
def test_a_word_is_found_however_a_name_is_spelled(name: str) -> None:
    markup = f"{TEXT}<div class='x {name} y'>{SHARING}</div>"
    assert "Twitter" not in text_after_cleaning(markup)


@pytest.mark.parametrize(
    "name", ["shareholders", "has-share", "no-share", "ashare", "2share0", "qShareX"]
)
def test_other_words_are_not_taken_for_it(name: str) -> None:
    markup = f"{TEXT}<div class='{name}'>{SHARING}</div>"
    assert "Twitter" in text_after_cleaning(markup)


def test_what_stands_within_a_sentence_stays() -> None:
    markup = f"{TEXT}<p>He bought a <span class='share'>share</span> of it.</p>"
    assert "bought a share of it" in text_after_cleaning(markup)


@pytest.mark.parametrize("around", ["figure", "blockquote", "td", "pre"])
def test_what_stands_within_an_articles_own_elements_stays(around: str) -> None:
    inner = f"<{around}><div class='promo'>Own words</div></{around}>"
    markup = TEXT + (f"<table><tr>{inner}</tr></table>" if around == "td" else inner)
    assert "Own words" in text_after_cleaning(markup)


@pytest.mark.parametrize("name", ["comments", "related-posts", "advertisement", "newsletter"])
def test_an_element_with_much_of_the_text_stays_whatever_it_is_called(name: str) -> None:
    markup = f"<p>Beginning.</p><div class='{name}'>{TEXT}</div>"
    assert text_after_cleaning(markup) == text_of(markup)


def test_rules_that_would_take_most_of_a_text_are_not_followed() -> None:
    parts = f"<div class='comments'><p>{LONG * 4}</p></div>" * 12
    markup = f"<p>{LONG * 8}</p>{parts}"
    assert text_after_cleaning(markup) == text_of(markup)


def test_odd_names_do_no_harm() -> None:
    markup = TEXT + r"""<div class='share"] share\ sha"re'>odd</div>"""
    assert text_after_cleaning(markup).endswith("odd")


@pytest.mark.parametrize(
    "markup",
    [
        "<h2 id='comments'>Comments</h2><p>They were few.</p>",
        "<section id='comments' class='level2'><h2>Comments</h2><p>They were few.</p></section>",
        "<h2 id='related'>Related</h2><p><a id='share'></a>What else there is.</p>",
        "<div class='section' id='advertisement'><h2>Advertisement</h2><p>It was young.</p></div>",
    ],
)
def test_an_id_made_of_a_heading_says_nothing(markup: str) -> None:
    page = TEXT + markup + TEXT
    assert text_after_cleaning(page) == text_of(page)
