"""Places that the article's own links lead to are kept, wherever they were named."""

import pytest

from tests.helpers.articles import html_of


def test_anchors_become_names() -> None:
    assert html_of('<p><a name="here"></a>x</p>') == '<p><a id="post-here"></a>x</p>'


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ('<div id="n"><p>note</p></div>', '<p><a id="post-n"></a>note</p>'),
        ('<p id="n">note</p>', '<p><a id="post-n"></a>note</p>'),
        (
            '<section id="n"><h2 id="h">A</h2></section>',
            '<h2 id="post-h"><a id="post-n"></a>A</h2>',
        ),
        ('<div id="n"><ul><li>note</li></ul></div>', '<ul id="post-n"><li>note</li></ul>'),
        ('<p>a <span id="n">note</span></p>', '<p>a <a id="post-n"></a>note</p>'),
        ('<ol><li id="n">note</li></ol>', '<ol><li id="post-n">note</li></ol>'),
        ('<p><sup id="n"><b>1</b></sup></p>', '<p><sup id="post-n"><b>1</b></sup></p>'),
        ('<p><a name="n">1</a> note</p>', '<p><a id="post-n">1</a> note</p>'),
    ],
)
def test_a_place_that_is_linked_to_stays(place: str, kept: str) -> None:
    assert html_of(f'<p><a href="#n">1</a></p>{place}') == f'<p><a href="#post-n">1</a></p>{kept}'


def test_a_place_that_nobody_links_to_need_not() -> None:
    assert html_of('<div id="n"><p>words</p></div>') == "<p>words</p>"


def test_a_place_of_two_names() -> None:
    html = html_of('<p><a href="#old">1</a> <a id="new" name="old">x</a></p>')
    assert html == '<p><a href="#post-new">1</a> <a id="post-new">x</a></p>'


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        # Wikipedia
        (
            '<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>',
            '<ol><li id="cite_note-1"><a href="#cite_ref-1">^</a> Note</li></ol>',
        ),
        # Word
        (
            '<a href="#_ftn1" name="_ftnref1">[1]</a>',
            '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Note</p></div>',
        ),
        # kramdown, Markdown Extra
        (
            '<sup id="fnref:1"><a href="#fn:1">1</a></sup>',
            '<div class="footnotes"><ol><li id="fn:1"><p>Note '
            '<a href="#fnref:1">↩</a></p></li></ol></div>',
        ),
        # Substack
        (
            '<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a>',
            '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1">1</a>'
            "<div><p>Note</p></div></div>",
        ),
        # A site that writes its own address in full
        (
            '<a id="r" href="https://a.example/b#n">1</a>',
            '<p id="n">Note <a href="https://a.example/b/#r">back</a></p>',
        ),
    ],
)  # fmt: skip
def test_notes_and_their_references_lead_to_each_other(reference: str, note: str) -> None:
    html = html_of(f"<p>Words{reference}.</p>{note}", source_url="https://a.example/b")
    targets = [part.partition('"')[0] for part in html.split('href="#')[1:]]
    assert len(targets) == 2
    assert all(f'id="{target}"' in html for target in targets)


def test_a_site_names_its_own_page_in_relative_links() -> None:
    html = html_of(
        '<p><a href="/2022/02/22/a-walk.html#n">1</a></p><p id="n">x</p>',
        path="_posts/2022-02-22-a-walk.md",
    )
    assert 'href="#post-n"' in html
