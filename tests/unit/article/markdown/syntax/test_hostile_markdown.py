"""Megabytes of one construct, nested or repeated, end soon."""

import time
from contextlib import suppress

import pytest

from reader.article.bounds import TooComplexError
from reader.article.markdown.parser import to_html

SIZE = 1_000_000


def filled(piece: str, size: int = SIZE) -> str:
    return piece * (size // len(piece))


HOSTILE = {
    "a long attribute list": "a\n{: " + filled("a ") + "}",
    "attribute lists that name each other": filled("{:a: a a a a .b}\n", 180_000) + "x\n{:a}\n",
    "attribute lists never closed": filled("{:"),
    "extensions never closed": filled("{::comment}\n{:/nomarkdown}\n", 180_000),
    "marks for contents": filled("[TOC]\n\n" + "y" * 150 + "\n\n"),
    "nested elements that ask for Markdown": '<div markdown="1">\n' * 7_000 + "</div>\n" * 7_000,
    "many elements that ask for Markdown": "<div>\n" + filled('<p markdown="1">x</p>\n') + "</div>",
    "elements never closed that ask": "<div>\n" + filled('<p markdown="1">x\n') + "</div>",
    "nested elements in a list": "- <div>\n" + "  <div>\n" * 7_000 + "</div>\n" * 7_000,
    "nested elements before blank lines": "<div>\n\na\n\n" * 2_900 + "</div>\n" * 90,
    "many bars": "|a|\n|" + filled("|"),
    "many abbreviations": "".join(f"*[a {n}]: x\n" for n in range(7_000)) + filled("a "),
    "one heading": "##" + filled("a #"),
    "schemes": filled("https://"),
    "addresses": filled("a@b.c "),
    "hosts": filled("www."),
    "brackets after an address": "http://a.b/" + filled(")"),
    "labels": filled("a" * 63 + ".") + "@b.c",
    "dashes": filled("a--a "),
    "quotes": filled('"a" '),
    "terms": filled("a\n" * 15 + ": b\n\n", 20_000),
    "addresses with spaces": "[a](/" + filled("b "),
    "admonitions": "".join("    " * depth + "!!! note\n" for depth in range(1_000)),
    "tildes": filled("~a"),
    "stars beside Chinese": filled("*。"),
    "ends of blocks": filled("^\n", 20_000),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_it_ends_soon(what: str) -> None:
    started = time.process_time()
    with suppress(TooComplexError):
        to_html(HOSTILE[what])
    assert time.process_time() - started < 3  # under one on a machine of one's own
