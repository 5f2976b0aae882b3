"""What the index reads of Markdown has the words that the page shows, or is left to the parser."""

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article.cleaning.clean import parse, serialised
from reader.article.markdown.parser import to_html
from reader.article.markdown.quick import quick_html
from reader.article.text import visible_text
from tests.bench.words import difference

VECTORS = Path(os.environ.get("BROADSHEET_VECTORS", ""))
# Corners of the specification in which a word differs, as nobody writes them.
KNOWN = 20


def text_of(markup: str) -> str:
    return visible_text(serialised(parse(markup)))


@pytest.mark.parametrize(
    "text",
    [
        "# Head\n\nA *b* **c** _d_ __e__ ***f*** g_h_i j*k*l ~~m~~ ==n==",
        "Head\n====\n\nText\n- - -\ntext\n---\n",
        "A [link](http://a.example/b_c_d 'title') and ![picture](a.jpg) [![in](a.png)](/b)",
        "[named][one], [One], [two][], `[one]`\n\n[one]: /1 'title'\n[Two]: </2>\n",
        "<http://a.example/?b=c&d=e> <me@mail.example> a < b <b>bold</b> <3 <i",
        "`code *x* <b>` ``with ` tick`` \\*no\\* \\_x \\`y &amp; &copy; &nope AT&T \\\\",
        "- one\n- two\n\n  more of *two*\n  - inner\n    1. deep\n\n- [ ] do\n- [x] done\n\ntext\n",
        "1. one\n2) two\n\nIn 1984. was\n2. no item\n",
        "> quoted\n> *text*\nlazy\n>\n> > deeper\n> - item\n> ```\n> <b>*\n> ```\n",
        "```python\nx = '<b>' * 3\n\n# no heading\n```\n\n~~~\n```\n~~~\n",
        "text\n\n    code *x* <b>\n\n    more\n\ntext\n    no code\n",
        "- item\n\n      still item\n\n      `more`\n",
        "| a | b *c* |\n|---|:-:|\n| d | `e` | dropped |\n| f |\n\ntext | no table\n",
        "<div>\n<p>*raw*</p>\n\n    <p>in HTML</p>\n</div>\n\n*text*\n",
        "<!-- comment\n\n*hidden* -->\n\ntext <!-- also --> seen <br> here\n",
        "<pre>\n*a*\n\n*b*\n</pre>\n*c*\n\n<img src=a.jpg>\n*d*\n\n<b>*e*</b>\n",
        "{: .note}\nText\n{: #id}\n\n* * *\n\nline  \nbreak\\\nbreak\n",
        "* a\n+ b\n- c\n*no item*\n-5 degrees\n+1\n",
        'It\'s "quoted" -- and... $5 or $10 一个*字*又一个。\n第二行',
        "- - nested\n- # Head\n- > quote\n- ```\n  code\n  ```\n",
    ],
)
def test_words_are_the_pages(text: str) -> None:
    quick = quick_html(text)
    assert quick is not None
    told = difference(text_of(quick), text_of(to_html(text)))
    assert (told.missing, told.extra) == (0, 0), told.example


@pytest.mark.parametrize(
    "text",
    [
        "a[^1]\n\n[^1]: note",
        "[[Wiki]]",
        "$x^2$",
        "$$\nx\n$$",
        "term\n: definition",
        "> [!note]\n> x",
        "[x](javascript:alert(1))",
        "text{: .class}",
        "!!! note\n    x",
        "[TOC]",
        "*[HTML]: Language",
        "```\nnever closed",
        '<div markdown="1">\n*x*\n</div>',
        "- " * 20 + "x",
        "> " * 20 + "x",
        "- item\n\n      <code>",
        "| no | head |\n",
    ],
)
def test_what_is_rare_is_left_to_the_parser(text: str) -> None:
    assert quick_html(text) is None


@pytest.mark.skipif("BROADSHEET_VECTORS" not in os.environ, reason="BROADSHEET_VECTORS is not set")
def test_words_of_the_specifications_examples() -> None:
    names = "md_commonmark_spec md_gfm_spec md_gfm_extensions md_gfm_regression md_kramdown"
    differing: list[str] = []
    read = 0
    for name in names.split():
        for vector in json.loads((VECTORS / f"{name}.json").read_text("utf-8")):
            quick = quick_html(vector["payload"])
            if quick is None:
                continue
            read += 1
            told = difference(text_of(quick), text_of(to_html(vector["payload"])))
            if told.missing or told.extra:
                differing.append(vector["id"])
    assert read > 1_200
    assert len(differing) <= KNOWN, differing


WRITTEN = (
    r"word other # ## - 1. > * ** _ __ ` `` ``` \ [ ](/a) ] [a] ![x](b.jpg) <b> </b> < &amp; & ~~ "
    r"$5 --- === <div> </div> <!-- --> http://a.example/b_c 中文 ， it's ( ) ! a_b | |---|"
)
PIECES = st.sampled_from(WRITTEN.split()) | st.sampled_from(
    ["\n", "\n\n", " ", "    ", "| a | b |\n|---|---|\n| c |\n\n", "\n\n[a]: /b\n"]
)


@given(st.lists(PIECES, max_size=25))
@settings(max_examples=400, deadline=None)
def test_no_text_makes_it_fail(pieces: list[str]) -> None:
    text = "".join(pieces)
    quick = quick_html(text)
    if quick is not None:
        parse(quick)


@given(
    st.lists(
        st.sampled_from(
            [
                "# Head *a*",
                "A **b** [c](/d) `e` <b>f</b>\nline two",
                "- g\n- h\n  - i",
                "1. j\n2. k",
                "> l *m*\n> n",
                "```\no * p\n```",
                "    q",
                "![r](s.jpg)",
                "| t | u |\n|---|---|\n| v | w |",
                "<p>x *y*</p>",
                "---",
                "&amp; z\\* 中文",
            ]
        ),
        max_size=8,
    )
)
@settings(max_examples=300, deadline=None)
def test_words_of_any_blocks_in_a_row(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    quick = quick_html(text)
    assert quick is not None
    told = difference(text_of(quick), text_of(to_html(text)))
    assert (told.missing, told.extra) == (0, 0), told.example


@pytest.mark.parametrize(
    "text",
    [
        "- " * 100_000,
        "> " * 100_000,
        "`a``b" * 50_000,
        "<a x='" * 50_000,
        "[a](b '" * 40_000,
        "[" * 200_000,
        "![" * 100_000,
        "*a" * 100_000,
        "a*" * 100_000,
        "_a " * 100_000,
        "<!-- " * 50_000,
        "<div>\n" * 40_000,
        "<div>\n</div>\n" * 20_000,
        "[a]: b\n" * 40_000,
        "|a" * 50_000 + "\n" + "|-" * 50_000 + "\n|b\n|c\n",
        "\\*" * 100_000,
        "~~a" * 80_000,
        "    x\n" * 40_000,
        "- x\n\n" * 50_000,
        "&" * 290_000,
    ],
    ids=range(20),
)
def test_none_takes_long(text: str) -> None:
    started = time.process_time()
    quick_html(text)
    assert time.process_time() - started < 3  # under a second each on a machine of one's own
