"""What stands on a line of its own in the source stays on one."""

import pytest

from reader.article.markdown.parser import to_html
from reader.posts.post import BodyFormat
from tests.helpers.articles import html_of


def shown(written: str) -> str:
    return html_of(written, body_format=BodyFormat.MARKDOWN)


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        ("before\n![](a.png)\nafter", "<p>before</p><figure>P</figure><p>after</p>"),
        ('before\n<img src="a.png">\nafter', "<p>before</p><figure>P</figure><p>after</p>"),
        ("before\n[![](a.png)](a.png)\nafter", "<p>before</p><figure>P</figure><p>after</p>"),
        ("before  \n![](a.png)", "<p>before</p><figure>P</figure>"),
        ("an ![](a.png) in text\nand more", "<p>an P in text and more</p>"),
        (
            "![](a.png)\n*Its name*\nafter it comes text",
            "<figure>P<figcaption>Its name</figcaption></figure><p>after it comes text</p>",
        ),
        (
            "- one\n  ![](a.png)\n- two",
            "<ul><li><p>one</p><figure>P</figure></li><li>two</li></ul>",
        ),
        ("**bold\n![](a.png)\nbold**", "<p><strong>bold P bold</strong></p>"),
    ],
)
def test_a_picture_on_its_own_line_stands_alone(written: str, markup: str) -> None:
    html = shown(written).replace('<img src="picture?folder/a.png" alt="">', "P")
    assert html == markup


@pytest.mark.parametrize(
    "written",
    ["- one\n\t- \n- two", "- one\n  - \n- two", "- one\n\t* \n\n- two", "- one\n  +\n- two"],
)
def test_an_empty_item_is_nothing(written: str) -> None:
    assert "".join(shown(written + "\n\nend").split("<p>end")[:1]) == (
        "<ul><li>one</li><li>two</li></ul>"
    )


def test_a_line_under_a_heading_is_none() -> None:
    assert "<h2" in to_html("one\n-")
    assert "<h2" in to_html("- one\n  ---\n- two")
    assert "<h2" in to_html("> one\n> -")


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        ("<!-- a -->*b*", "<p><em>b</em></p>"),
        ("x\n\n<!--a--> <!--b-->[c](https://d.example)", '<a href="https://d.example">c</a></p>'),
        ("<!--a-->\n\n# b", "b</h2>"),
        ("- x\n\n  <!--a-->*b*", "<p><em>b</em></p></li></ul>"),
    ],
)
def test_text_after_a_comment_is_text(written: str, markup: str) -> None:
    assert shown(written).endswith(markup)


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        ("• one\n• two", "<p>• one<br>• two</p>"),
        ("So:\n1、first\n2、second", "<p>So:<br>1、first<br>2、second</p>"),
        ("（一）first\n（二）second", "<p>（一）first<br>（二）second</p>"),
        ("① first\n② second\nmore", "<p>① first<br>② second more</p>"),
        ("one line\n• of two", "<p>one line • of two</p>"),
        ("in 2019\n(12) and\nthen", "<p>in 2019 (12) and then</p>"),
    ],
)
def test_lists_with_other_marks_keep_their_lines(written: str, markup: str) -> None:
    assert shown(written) == markup
