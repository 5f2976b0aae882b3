"""What goes far beyond real posts is not taken on, and finding out is cheap."""

import time

import pytest

from reader.article.bounds import MAX_ATTRIBUTES, MAX_DEPTH, MAX_SIZE, objection


def attributes(count: int) -> str:
    return " ".join(f'a{number}="{"x" * 40}"' for number in range(count))


def test_real_markup_is_taken_on() -> None:
    assert objection("<div>" * 37 + "<p " + attributes(11) + ">x</p>" + "</div>" * 37) is None
    assert objection("<p>x\n" * 10_000) is None
    assert objection("<ul>" + "<li>x" * 10_000 + "</ul>") is None
    assert objection("<br>" * 100_000) is None
    assert objection("<p><a href='x'>y</a> <b>z</b></p>\n" * 10_000) is None
    assert objection("<div><span><p>x</p></span><div>y</div></div>\n" * 10_000) is None
    assert objection("<b><p>x</b></p><i><div>x</i></div><span><b>x</span>" * 300) is None
    assert objection("<script>'<div>'</script><!-- <div> --><p title='<div>'>" * 300) is None
    assert objection("<svg>" + "<g><path d='M0'/></g><path d='M1' />" * 3_000 + "</svg>") is None
    assert objection("<p>" + attributes(MAX_ATTRIBUTES + 1)) is None


@pytest.mark.parametrize(
    ("markup", "word"),
    [
        ("x" * (MAX_SIZE + 1), "million characters"),
        ("x" * 20_000 + "<p " + attributes(MAX_ATTRIBUTES + 1) + ">", "attributes"),
        ("x" * 20_000 + '<p x=">" ' + attributes(MAX_ATTRIBUTES + 1) + ">", "attributes"),
        ("x" * 20_000 + '<p" x=">" ' + attributes(MAX_ATTRIBUTES + 1) + ">", "attributes"),
        ("x" * 20_000 + "<p x='>' " + attributes(MAX_ATTRIBUTES + 1), "attributes"),
        ("x" * 20_000 + "</p " + attributes(MAX_ATTRIBUTES + 1) + ">", "attributes"),
        ("<div>" * (MAX_DEPTH + 1), "nested"),
        ("<div></x>" * (MAX_DEPTH + 1), "nested"),
        ("<span><div></span></div>" * (MAX_DEPTH + 1), "nested"),
        ("<span><p></span></p>" * (MAX_DEPTH + 1), "nested"),
        ('<span a="b>c</span>">' * (MAX_DEPTH + 1), "nested"),
        ("<svg></svg>" + "<path/>" * (MAX_DEPTH + 1), "nested"),
        ("<svg><p>" + "<path/>" * (MAX_DEPTH + 1), "nested"),
        ('<div></x title="</div>">' * (MAX_DEPTH + 1), "nested"),
        ("<div>" * 300 + "<plaintext></plaintext>" + "</div>" * 300, "nested"),
        ('<div title="</div>">' * (MAX_DEPTH + 1), "nested"),
        ("<div><!-- </div> -->" * (MAX_DEPTH + 1), "nested"),
        ("<div><!x </div>" * (MAX_DEPTH + 1), "nested"),
        ("<div></ </div>" * (MAX_DEPTH + 1), "nested"),
        ("<div><style></div></style>" * (MAX_DEPTH + 1), "nested"),
        ("<select><xmp></select>" + "<div>" * (MAX_DEPTH + 1), "nested"),
        ("<script><!-- </script>" + "<div>" * (MAX_DEPTH + 1), "nested"),
        ("<div><script><!--<script></script></div>--></script>" * (MAX_DEPTH + 1), "nested"),
        (("<b>" + "<div>" * 9 + "</b>" + "</div>" * 9) * (MAX_DEPTH + 1), "nested"),
        ("<table><tr><td>" * 100, "nested"),
        ("<b>" * 200 + "<p>x" * 10_000, "left open"),
        ("<p>" * 250_000, "tags"),
    ],
)
def test_bombs_are_refused(markup: str, word: str) -> None:
    reason = objection(markup)
    assert reason is not None
    assert word in reason


@pytest.mark.parametrize(
    "markup",
    [
        "<p " + "a=1 " * 1_000_000,
        "<a " + " " * 4_000_000,
        "</p a='" * 150_000,
        *(piece * 190_000 for piece in ("<!--", "<!-- -", "<script>", '<a x="', "<", "<a")),
    ],
    ids=range(9),
)
def test_the_check_itself_cannot_be_made_slow(markup: str) -> None:
    started = time.perf_counter()
    objection(markup)
    assert time.perf_counter() - started < 2
