"""What kramdown reads and CommonMark does not."""

import pytest

from reader.article.markdown.parser import to_html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("![a cat](/images/my cat.jpg)", '<img src="/images/my%20cat.jpg" alt="a cat" />'),
        ('![](my cat.jpg "Tom")', '<img src="my%20cat.jpg" title="Tom" alt="" />'),
        (
            "[*the* paper](files/the paper.pdf)",
            '<a href="files/the%20paper.pdf"><em>the</em> paper</a>',
        ),
        ("[a](https://e.example/a b)", '<a href="https://e.example/a%20b">a</a>'),
        ("one\\\\\ntwo", "one<br />\ntwo"),
        ("one  \ntwo\\\nthree", "one<br />\ntwo<br />\nthree"),
    ],
)
def test_addresses_with_spaces_and_broken_lines(written: str, shown: str) -> None:
    assert to_html(written) == f"<p>{shown}</p>\n"


@pytest.mark.parametrize("written", ["[1](see the note)", "[x](and so on)", "[a](b c"])
def test_remarks_in_brackets_are_text(written: str) -> None:
    assert to_html(written) == f"<p>{written}</p>\n"


def test_lines_of_latex_are_not_broken() -> None:
    assert "<br" not in to_html("x \\begin{cases} a \\\\\nb \\end{cases}")


@pytest.mark.parametrize(
    ("written", "shown"), [("##标题", "标题"), ("###a b ##", "a b"), ("##a #b", "a #b")]
)
def test_headings_without_a_space(written: str, shown: str) -> None:
    assert f">{shown}</h" in to_html(written)
