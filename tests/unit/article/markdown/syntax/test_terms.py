"""Definition lists."""

from reader.article.markdown.parser import to_html


def test_several_terms_of_one_definition() -> None:
    html = to_html("one\n*two*\n: meaning\n: another")
    assert html == (
        "<dl>\n<dt>one</dt>\n<dt><em>two</em></dt>\n<dd>meaning</dd>\n<dd>another</dd>\n</dl>\n"
    )


def test_terms_in_a_quotation() -> None:
    html = to_html("> one\n> two\n> : meaning")
    assert html.count("<dt>") == 2


def test_a_paragraph_is_no_term() -> None:
    assert "<dl>" not in to_html("one\ntwo\n\nthree :four")
