"""Markdown as the writers of posts mean it."""

import time

import pytest

from reader.article.markdown.parser import TooComplexError, to_html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("# One", '<h1 id="one">One</h1>\n'),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"),
        ("~~gone~~", "<p><del>gone</del></p>\n"),
        ("- [ ] to do", '<ul>\n<li class="task">☐ to do</li>\n</ul>\n'),
        ("- [x] done", '<ul>\n<li class="task">☑ done</li>\n</ul>\n'),
        ("term\n: meaning", "<dl>\n<dt>term</dt>\n<dd>meaning</dd>\n</dl>\n"),
        ("so $a_1 * b$ is", '<p>so <code class="math">a_1 * b</code> is</p>\n'),
        ("costs $5 and $6", "<p>costs $5 and $6</p>\n"),
        ("$$\nx^2\n$$", '<pre><code class="math">x^2</code></pre>\n'),
        ("para\n{: .class #id}", '<p class="class" id="id">para</p>\n'),
    ],
)
def test_what_sites_write(written: str, shown: str) -> None:
    assert to_html(written) == shown


def test_tables_keep_their_alignment() -> None:
    html = to_html("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert "<td>1</td>" in html
    assert '<td align="right">2</td>' in html


def test_footnotes_link_there_and_back() -> None:
    html = to_html("text[^1]\n\n[^1]: note")
    assert 'href="#fn1" id="fnref1"' in html
    assert 'id="fn1"' in html


@pytest.mark.parametrize("nothing", ["", " ", "\n\n", "\x00"])
def test_next_to_nothing_is_no_trouble(nothing: str) -> None:
    assert "<p></p>" not in to_html(nothing)


def test_too_many_marks_are_refused() -> None:
    with pytest.raises(TooComplexError, match="too many marks"):
        to_html("*a **a " * 5_000)


def test_too_many_lines_are_refused_but_not_those_of_html() -> None:
    with pytest.raises(TooComplexError, match="lines of Markdown"):
        to_html("[x]: /u\n" * 20_000)
    assert "line" in to_html("<div>\n" + "line\n" * 20_000 + "</div>\n")


def test_a_long_line_of_html_takes_no_long_time() -> None:
    started = time.perf_counter()
    to_html("<p>x</p>" * 20_000)
    assert time.perf_counter() - started < 2
