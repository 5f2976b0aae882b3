"""kramdown's extensions, and marks for tables of contents: never text of the article."""

import pytest

from reader.article.markdown.parser import to_html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\n\n{::comment}\nnot *this*\n{:/comment}\n\nb", "<p>a</p>\n<p>b</p>"),
        ("a {::comment}not this{:/} b", "<p>a  b</p>"),
        ("{::options toc_levels='2' /}\n\na", "<p>a</p>"),
        ("{::nomarkdown}\n*a*\n{:/nomarkdown}", "*a*"),
        ("a {::nomarkdown}*b*{:/} c", "<p>a *b* c</p>"),
        ("{::nomarkdown type='latex'}\n*a*\n{:/}\n\nb", "<p>b</p>"),
        ("- a\n^\n- b", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>"),
        ("[TOC]\n\na", "<p>a</p>"),
        ("@[toc]\n\na", "<p>a</p>"),
        ("[[_TOC_]]\n\na", "<p>a</p>"),
    ],
)
def test_what_is_left(written: str, shown: str) -> None:
    assert to_html(written).strip() == shown


@pytest.mark.parametrize(
    "written",
    ["{::comment}\nnever closed", "{::something}x{:/}", "the [TOC] here", "[toc]\n\n[toc]: /u"],
)
def test_what_is_none_of_them_stays(written: str) -> None:
    html = to_html(written)
    assert "{::" in html or "toc" in html.lower()
