"""Abbreviations explain themselves, as whole words only."""

import pytest

from reader.article.markdown.parser import to_html


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("HTML is", 1),
        ("XHTML and HTMLs", 0),
        ("用HTML写HTML", 2),
        ("`HTML`", 0),
        ("**HTML**", 1),
        ("in a note[^1]\n\n[^1]: HTML", 1),
        ("# HTML", 1),
        ("HTML 5 and HTML", 2),
    ],
)
def test_whole_words_are_explained(text: str, explained: int) -> None:
    html = to_html(f"{text}\n\n*[HTML]: Hypertext Markup Language\n*[HTML 5]: the fifth")
    assert html.count("<abbr title=") == explained
    assert "*[" not in html


def test_the_longest_wins() -> None:
    html = to_html("A B C\n\n*[A]: one\n*[A B C]: three")
    assert html == '<p><abbr title="three">A B C</abbr></p>\n'


def test_a_definition_of_two_words_and_of_chinese() -> None:
    html = to_html("欧盟决定\n\n*[欧盟]: 欧洲联盟")
    assert '<abbr title="欧洲联盟">欧盟</abbr>决定' in html
