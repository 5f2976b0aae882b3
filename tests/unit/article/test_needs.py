import pytest

from reader.article.needs import Kind, Need, may_match, need_of
from reader.article.survey import survey


@pytest.mark.parametrize(
    ("selector", "kind", "word"),
    [
        ("div.ad .slot-wide", Kind.NAME, "slot-wide"),
        ("#comments", Kind.NAME, "comments"),
        ("[id^='dfp-ad']", Kind.PART_OF_NAME, "dfp-ad"),
        ("p[hidden]", Kind.ATTRIBUTE, "hidden"),
        ("div[style*='display:none']", Kind.ATTRIBUTE, "display:none"),
        ("script[src*='gist.example.com/']", Kind.ATTRIBUTE, "gist.example.com/"),
        ("ul > nav", Kind.ELEMENT, "nav"),
        ("nav:not(.contents)", Kind.ELEMENT, "nav"),
        ("*", Kind.NOTHING, ""),
    ],
)
def test_a_selector_needs_a_word(selector: str, kind: Kind, word: str) -> None:
    assert need_of(selector) == Need(kind, word)


@pytest.mark.parametrize(
    ("selectors", "matches"),
    [
        ("iframe, .card", True),
        (".none, p[title='a, b'], #x", True),
        (".none", False),
        ("video, audio", False),
        (":is(video, .none)", True),
    ],
)
def test_a_list_may_match_if_one_of_it_may(selectors: str, matches: bool) -> None:
    held = survey("<div class='wide card'><p id=x>text</div>")
    assert may_match(selectors, held) is matches
