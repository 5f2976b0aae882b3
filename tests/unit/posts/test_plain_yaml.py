import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.posts.plain_yaml import plain_yaml
from reader.posts.yaml_values import BoundedLoader


def parsed(text: str) -> object:
    """Return what the parser makes of `text`, an error being an answer too."""
    try:
        return yaml.load(text, Loader=BoundedLoader)  # noqa: S506 - ours, and safe
    except (yaml.YAMLError, ValueError) as error:
        return type(error)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("title: A title\n", {"title": "A title"}),
        ("title: It's 5:30 \n", {"title": "It's 5:30"}),
        ('title: "007: a: b # c" \n', {"title": "007: a: b # c"}),
        ("title: 'a \" b'\nlayout: post\n", {"title": 'a " b', "layout": "post"}),
        ("date: 2022-02-22T05:32:00.000Z\n", {"date": "2022-02-22T05:32:00.000Z"}),
        ("from: https://example.com/a#b\n", {"from": "https://example.com/a#b"}),
        (
            "comments: True\nweight: 12\nshare: 1.5\n",
            {"comments": True, "weight": 12, "share": 1.5},
        ),
        ("title: 007\ntags: [no, 1.10]\n", {"title": "007", "tags": ["no", "1.10"]}),
        ("tags: [ 国际, \"a, b\", 'c' ]\n", {"tags": ["国际", "a, b", "c"]}),
        ("x: []\ny: [  ]\nz:\n", {"x": [], "y": [], "z": None}),
        ("tags:\n- a\n- b\n\ntitle: c", {"tags": ["a", "b"], "title": "c"}),
        ("tags:\n  - 'a'\n  - b\ntitle: ~\n", {"tags": ["a", "b"], "title": None}),
        ("", {}),
        ("\n\n", {}),
    ],
)
def test_what_most_posts_say(text: str, values: dict[str, object]) -> None:
    assert plain_yaml(text) == values
    assert (parsed(text) or {}) == values


@pytest.mark.parametrize(
    "text",
    [
        "title: a: b\n",
        "title: a # b\n",
        "title: a:\n",
        "title: a\n  b\n",
        'title: "a\\n"\n',
        "title: 'it''s'\n",
        "title: |\n  a\n",
        "title: [a\n",
        "title: [a, [b]]\n",
        "title: {a: b}\n",
        "title: [a: b]\n",
        "title: [a,, b]\n",
        "title: &a b\n",
        "title: !!str b\n",
        "title:\tb\n",
        "title:b\n",
        "title: 'a' b\n",
        "title: a\n- b\n",
        "- a\n",
        "tags:\n  - a\n - b\n",
        "tags:\n  - a: b\n",
        "tags:\n  - - a\n",
        "tags:\n  a: b\n",
        "null: a\n",
        "a\u2028b: c\n",
        "title: a\u2028b: c\n",
        "--- a\n",
        "x: y\n" * 5000,
        "x:\n" * 5000,  # more values than the parser takes
    ],
)
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    assert plain_yaml(text) is None


SCRAPS = st.sampled_from(
    [
        *(
            "a",
            "b c",
            "title",
            "tags",
            "x",
            "007",
            "1.5",
            "no",
            "null",
            "~",
            "国际",
            "\u3000",
            "\xa0",
        ),
        *(
            ": ",
            ":",
            "- ",
            "-",
            "\n",
            "\n",
            "\n  ",
            "\n- ",
            "\n  - ",
            " ",
            "  ",
            "#",
            " #",
            ",",
            ", ",
        ),
        *(
            "[",
            "]",
            "{",
            "}",
            '"',
            "'",
            "''",
            "\\",
            "?",
            "? ",
            "&a",
            "*a",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
        ),
        *("---", "...", "<<", "=", "\u2028", "\x85", "\ufeff", "\U0001f600", "é"),
    ]
)
LINES = st.one_of(
    st.sampled_from(
        ["title: a\n", "tags:\n", "- b\n", "  - c\n", "tags: [a, b]\n", "x: 'y'\n", "\n"]
    ),
    st.lists(SCRAPS, max_size=5).map(lambda scraps: "x: " + "".join(scraps) + "\n"),
    st.lists(SCRAPS, max_size=5).map(lambda scraps: "  - " + "".join(scraps) + "\n"),
    st.lists(SCRAPS, max_size=5).map(lambda scraps: "tags: [" + "".join(scraps) + "]\n"),
    st.lists(SCRAPS, max_size=8).map("".join),
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(LINES, max_size=5).map("".join))
@example("title: =\n")
@example("title: a  b\n")
def test_what_is_read_at_all_is_what_the_parser_reads(text: str) -> None:
    values = plain_yaml(text)
    if values is not None:
        assert (parsed(text) or {}) == values
