"""Every clean-up rule does what it says, and no more than its words allow."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from reader.article.cleaning.rules import RULES_PATH, Rule, Rules, cleanup_rules, parse_rules

RULES = cleanup_rules().rules
ORDINARY = """<article class="post hentry"><h2 class="title">Heading</h2><p class="lead">Text</p>
<figure class="wp-caption"><img src="a.jpg"><figcaption class="wp-caption-text">C</figcaption>
</figure><pre class="code-block highlight"><code class="language-py">x = 1</code></pre>
<ul class="list"><li>a</li></ul><div class="content entry-content field-name-body">
<blockquote class="quote">q</blockquote></div></article>"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.reason[:40])
def test_rule_drops_its_example(rule: Rule) -> None:
    host = rule.hosts[0] if rule.hosts else ""
    tree = LexborHTMLParser(rule.example)
    asked = Rules((rule,)).selectors_for(rule.example, host)
    selector = asked.sure if rule.sure else asked.others
    assert selector
    for node in tree.css(selector):
        node.decompose(recursive=False)
    assert tree.body is not None
    assert not tree.body.text().strip()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.reason[:40])
def test_rule_gives_its_reason_and_can_be_read(rule: Rule) -> None:
    assert rule.reason.endswith(".")
    for selector in rule.selectors:
        LexborHTMLParser("<p>x</p>").css(selector)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.reason[:40])
def test_rule_leaves_an_ordinary_article_alone(rule: Rule) -> None:
    assert not LexborHTMLParser(ORDINARY).css(", ".join(rule.selectors))


def test_choosing_by_words_matches_the_same_as_asking_all() -> None:
    markup = "".join(rule.example for rule in RULES)
    tree = LexborHTMLParser(markup)
    chosen = cleanup_rules().selectors_for(markup, "")
    for sure, selectors in ((True, chosen.sure), (False, chosen.others)):
        rules = [rule for rule in RULES if not rule.hosts and rule.sure is sure]
        asked = ", ".join(selector for rule in rules for selector in rule.selectors)
        assert [node.html for node in tree.css(selectors)] == [
            node.html for node in tree.css(asked)
        ]


@pytest.mark.parametrize("quote", ["'", ""])
def test_names_are_found_however_they_are_quoted(quote: str) -> None:
    markup = f"<div id=x class={quote}sharedaddy{quote}>Share</div>"
    assert ".sharedaddy" in cleanup_rules().selectors_for(markup, "").others


def test_rules_of_a_site_hold_there_and_under_it_only() -> None:
    markup = '<div class="code-block-1">x</div>'
    rules = cleanup_rules()
    assert ".code-block-1" in rules.selectors_for(markup, "nei.st").others
    assert ".code-block-1" in rules.selectors_for(markup, "m.nei.st").others
    assert ".code-block-1" not in rules.selectors_for(markup, "other.example").others
    assert ".code-block-1" not in rules.selectors_for(markup, "fakenei.st").others


def test_general_rules_come_first() -> None:
    sites = [bool(rule.hosts) for rule in parse_rules(RULES_PATH.read_text(encoding="utf-8"))]
    assert sites == sorted(sites)


def test_no_rule_matches_a_bare_common_element() -> None:
    common = re.compile(r"(?:p|div|span|section|article|figure|h[1-6]|ul|ol|li|table|a|img|header)")
    for rule in RULES:
        assert not [one for one in rule.selectors if common.fullmatch(one)]
