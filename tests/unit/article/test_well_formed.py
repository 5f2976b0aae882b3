"""The tree is what the markup says, as far as BeautifulSoup itself can read it, and at once."""

import time
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.article.trees import body_of, tags_in
from reader.article.well_formed import parsed

READ = [
    ("<p>a</p>", "<p>a</p>"),
    ("a<br>b<img src=\"x\">c", 'a<br/>b<img src="x"/>c'),
    ('<p id="a" lang="en">b</p>', '<p id="a" lang="en">b</p>'),
    ('<p title="a &gt; &quot;b&quot; &amp;amp;">c</p>', '<p title=\'a &gt; "b" &amp;amp;\'>c</p>'),
    ('<p title="a > b">c</p>', '<p title="a &gt; b">c</p>'),
    ('<p title="">c</p><p hidden>d</p>', '<p title="">c</p><p hidden="">d</p>'),
    ('<p a"b="1" =c="2" on>d</p>', '<p =c="2" a"b="1" on="">d</p>'),
    ("<p>&amp;lt; &lt;i&gt; &#38;</p>", "<p>&amp;lt; &lt;i&gt; &amp;</p>"),
    ("<p>a&nbsp;b</p>", "<p>a\xa0b</p>"),
    ("<b>a</b>  \n <b>c</b>", "<b>a</b>\n<b>c</b>"),
    ("<b>a</b>   <b>c</b>", "<b>a</b> <b>c</b>"),
    ("<pre>a  <b>  </b></pre>  <i>c</i>", "<pre>a  <b>  </b></pre> <i>c</i>"),
    ("a<!-- b <i> -->c", "ac"),
    ("<script>if (a < b) '<i>'</script>c", "<script></script>c"),
    ("<style><p <p <p </style>c", "<style></style>c"),
    ("a < b <", "a &lt; b &lt;"),
    ("<x-y>a</x-y>", "<x-y>a</x-y>"),
    ("<svg><path d=\"m\"></path></svg>", '<svg><path d="m"></path></svg>'),
    ("<p>a</i>b</p></p>c", "<p>ab</p>c"),
    ("<p><i>a</p>b", "<p><i>a</i></p>b"),
    ("<script>a", "<script></script>"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "shown"), READ)
def test_markup_is_read_as_it_is_written(markup: str, shown: str) -> None:
    assert body_of(parsed(markup)).decode_contents() == shown


@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<br>", "a", " ", "&amp;", '"'])))
def test_every_node_knows_its_neighbours(pieces: list[str]) -> None:
    soup = parsed(LexborHTMLParser("<body>" + "".join(pieces)).body.inner_html or "")  # pyright: ignore[reportOptionalMemberAccess]
    walked = [soup.contents[0], *body_of(soup).descendants]
    by_children: list[object] = []

    def walk(tag: Tag) -> None:
        before = None
        for child in tag.contents:
            assert child.parent is tag
            assert child.previous_sibling is before
            assert before is None or before.next_sibling is child
            before = child
            by_children.append(child)
            if isinstance(child, Tag):
                walk(child)
        assert before is None or before.next_sibling is None

    walk(soup)
    assert list(map(id, walked)) == list(map(id, by_children))
    for first, second in pairwise(walked):
        assert first.next_element is second
        assert second.previous_element is first


def test_well_formed_markup_is_read_as_beautiful_soup_reads_it() -> None:
    markup = (
        '<div class="a b"><p id="c">d <b>e</b>\n<i>f</i></p><ul><li>g</li><li>h<br>i</li></ul>'
        '<table><tbody><tr><td colspan="2">j &amp; k</td></tr></tbody></table></div>'
    )
    theirs = BeautifulSoup(f"<body>{markup}</body>", "html.parser", multi_valued_attributes=None)
    ours = body_of(parsed(markup))
    assert ours.decode() == body_of(theirs).decode()
    assert [tag.attrs for tag in tags_in(ours)] == [tag.attrs for tag in tags_in(body_of(theirs))]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><img></p>" * 50_000,
        "<p " * 100_000,
        '<p a="' * 100_000,
        "<b>x" * 200 + "</i>" * 100_000,
        "&amp;" * 200_000,
        "<pre> </pre>" * 50_000,
    ],
    ids=lambda markup: markup[:8],
)
def test_tree_is_made_at_once(markup: str) -> None:
    began = time.process_time()
    parsed(markup)
    assert time.process_time() - began < 2
