import pytest

from reader.ui.article_view.links import Leads, target_of


@pytest.mark.parametrize(
    "href",
    ["https://example.com/a?b=c#d", "http://example.com", "mailto:someone@example.com"],
)
def test_the_web_and_mail_lead_outside(href: str) -> None:
    target = target_of(href, "a/b.md")
    assert target is not None
    assert (target.leads, target.place) == (Leads.OUTSIDE, href)


@pytest.mark.parametrize(
    ("href", "place"),
    [
        ("other.md", "a/other.md"),
        ("../other.md", "other.md"),
        ("./c/d.md#part", "a/c/d.md"),
        ("/posts/x.md", "posts/x.md"),
        ("%E5%AD%97%20x.md?y", "a/字 x.md"),
    ],
)
def test_relative_links_lead_to_posts(href: str, place: str) -> None:
    target = target_of(href, "a/b.md")
    assert target is not None
    assert (target.leads, target.place) == (Leads.LIBRARY, place)


def test_the_place_meant_in_another_post() -> None:
    target = target_of("../c.md#%E5%AD%97-x", "a/b.md")
    assert target is not None
    assert (target.place, target.fragment, target.post) == ("c.md", "字-x", "a/b.md")


def test_a_place_is_shown_as_it_can_be_judged() -> None:
    target = target_of("https://xn--80ak6aa92e.com/%E6%96%B0%E2%80%AE", "a.md")
    assert target is not None
    assert target.words == "https://xn--80ak6aa92e.com/%E6%96%B0%E2%80%AE"


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "broadsheet://article/shell.html",
        "//example.com/a",
        "\\\\host\\share",
        "/\\host",
        "..\\..\\secret",
        "../../outside.md",
        "..%2f..%2f..%2foutside.md",
        "x%00.md",
        "https:///nohost",
        "http://[bad",
        "",
        "?query",
    ],
)
def test_everything_else_leads_nowhere(href: str) -> None:
    assert target_of(href, "a/b.md") is None
