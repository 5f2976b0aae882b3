"""Obsidian's marks, and what looks like them and is not."""

import time

import pytest

from reader.article.markdown.parser import to_html


def line(text: str) -> str:
    return to_html(text).strip().removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        ("[[Page]]", '<a href="/Page.md">Page</a>'),
        ("[[A page|its label]]", '<a href="/A%20page.md">its label</a>'),
        (
            "[[dir/Page#A Head, here]]",
            '<a href="/dir/Page.md#a-head-here">dir/Page &gt; A Head, here</a>',
        ),
        ("[[../Page]]", '<a href="../Page.md">../Page</a>'),
        ("[[页面]]", '<a href="/%E9%A1%B5%E9%9D%A2.md">页面</a>'),
        ("[[Node.js]]", '<a href="/Node.js.md">Node.js</a>'),
        ("[[a.pdf]]", '<a href="/a.pdf">a.pdf</a>'),
        ("[[Page#^abc123]]", '<a href="/Page.md">Page</a>'),
        ("[[#Own part]]", '<a href="#own-part">Own part</a>'),
        ("![[note]]", '<a href="/note.md">note</a>'),
        ("![[a b.png]]", '<img src="a%20b.png" alt="">'),
        ("![[a.png|300]]", '<img src="a.png" alt="" width="300">'),
        ("![[a.png|A view|300x200]]", '<img src="a.png" alt="A view" width="300" height="200">'),
        ("![[a.mp3]]", '<audio src="a.mp3" controls></audio>'),
        ("![A view|300](a.png)", '<img src="a.png" alt="A view" width="300" />'),
        ("a ==b *c*== d", "a <mark>b <em>c</em></mark> d"),
        ("中文==高亮==吗", "中文<mark>高亮</mark>吗"),
        ("a %%hidden%% b", "a  b"),
        ("Text [[x]] ^name", 'Text <a href="/x.md">x</a>'),
        ("Text ^1a2b3c", "Text"),
    ],
)
def test_marks(written: str, markup: str) -> None:
    assert line(written) == markup


@pytest.mark.parametrize(
    "written",
    [
        "[[1]]",
        "[[ -f x ]]",
        "x[[i,j]]",
        "so [[1,5]]",
        "[[1.5, -2, 3]]",
        "[[]]",
        "`[[x]] ==y== %%z%% ![[a.png]]`",
        "a==b and c==d",
        "== a ==",
        "100%% sure and 50%%",
        "do %%i in x do %%j",
        "as I said ^this",
        "e ^2",
        "a | b",
        "#tag and #other/tag",
    ],
)
def test_what_is_none_stays(written: str) -> None:
    assert line(written) == written.replace("`", "<code>", 1).replace("`", "</code>")


def test_links_of_markdown_come_first() -> None:
    assert line("[[1]](https://a.example)") == '<a href="https://a.example">[1]</a>'
    assert line("[[a]]\n\n[a]: https://a.example") == '[<a href="https://a.example">a</a>]'


def test_comments_go_with_all_they_hold() -> None:
    assert to_html("a\n\n%%\nb\n\n- c\n%%\n\nd") == "<p>a</p>\n<p>d</p>\n"
    assert "%%" in to_html("a\n\n%%\nb")


def test_a_link_may_stand_in_a_table() -> None:
    assert '<td><a href="/x.md">y</a></td>' in to_html("| a |\n|---|\n| [[x\\|y]] |")


def test_an_own_heading_is_found() -> None:
    html = to_html("## A Head, here\n\n[[#A Head, here]]")
    assert 'id="a-head-here"' in html
    assert 'href="#a-head-here"' in html


@pytest.mark.parametrize("hostile", ["[[" * 900, "==a " * 1_500, "%%a " * 3_000, "%%\n" * 7_000])
def test_hostile_marks_take_no_time(hostile: str) -> None:
    started = time.process_time()
    to_html(hostile)
    assert time.process_time() - started < 1
