from datetime import UTC, datetime
from time import process_time

import pytest

from reader.posts.front_matter import is_open, read_front_matter
from reader.posts.problem import Fault
from tests.helpers.post_files import payload, post, vectors


def read(text: str) -> tuple[dict[str, object], str, tuple[Fault, ...]]:
    found = read_front_matter(text)
    return dict(found.values), text[found.end :], found.faults


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\ntags: [b]\n---\nbody",
        "---  \ntitle: A\ntags: [b]\n---  \nbody",
        "---\ntitle: A\ntags: [b]\n...\nbody",
        "----\ntitle: A\ntags: [b]\n----\nbody",
        "\n\n---\ntitle: A\ntags: [b]\n---\nbody",
        '+++\ntitle = "A"\ntags = ["b"]\n+++\nbody',
        '{"title": "A", "tags": ["b"]}\nbody',
        '{\n  "title": "A",\n  "tags": ["b"]\n}\nbody',
        "title: A\ntags: [b]\n---\nbody",
        "\ntitle: A\ntags:\n- b\n---\nbody",
    ],
)
def test_reads_yaml_toml_and_json(text: str) -> None:
    assert read(text) == ({"title": "A", "tags": ["b"]}, "body", ())


@pytest.mark.parametrize(
    "text",
    [
        "No front matter.",
        "",
        "---",
        "---\n",
        "--\ntitle: A\n--\n",
        "---\nProse between two rules.\n\nMore of it.\n---\nbody",
        "---\n- a list\n- after a rule\n",
        "{% include top.html %}\nbody",
        "{: .class}\nbody",
        '{"a": 1} begins a line of text\n',
        "text\n---\ntitle: A\n---\n",
        "title: a heading\n---\nbody",
        "title: A\ntags: [b]\n\nbody\n---\n",
        "Note: A\nto: all\n---\nbody",
    ],
)
def test_leaves_alone_what_is_none(text: str) -> None:
    assert read(text) == ({}, text, ())


def test_an_empty_one_counts() -> None:
    assert read_front_matter("---\n---\nbody").found
    assert read("---\n---\nbody") == ({}, "body", ())


def test_the_body_starts_on_its_line() -> None:
    assert read_front_matter("---\ntitle: A\n---\nbody").body_line == 4
    assert read_front_matter("\n\n---\ntitle: A\n---\nbody").body_line == 6
    assert read_front_matter("body").body_line == 1


def test_only_dashes_of_the_same_number_end_it() -> None:
    text = "---\ntitle: A\n---\nheading\n------\n"
    assert read(text)[1] == "heading\n------\n"


def test_a_fence_of_many_dashes_costs_no_more_than_reading_it() -> None:
    fence = "-" * 2_000_000
    began = process_time()
    assert read(f"{fence}\ntitle: A\n{fence}\nbody") == ({"title": "A"}, "body", ())
    assert process_time() - began < 1


def test_values_mean_what_was_written() -> None:
    text = (
        "---\ntitle: 007\ntags: [no, 1.10, 2013, 12:30]\nauthor: 1_000\ndate: 2022-02-30\n"
        "comments: True\nweight: 7\nratio: 0.5\nlayout: ~\nempty:\noctal: 0o14\n---\n"
    )
    assert read(text)[0] == {
        "title": "007",
        "tags": ["no", "1.10", "2013", "12:30"],
        "author": "1_000",
        "date": "2022-02-30",
        "comments": True,
        "weight": 7,
        "ratio": 0.5,
        "layout": None,
        "empty": None,
        "octal": "0o14",
    }


def test_no_tag_is_obeyed() -> None:
    text = "---\na: !!python/object/apply:os.system [id]\nb: !ruby/hash:Nope {c: d}\n---\n"
    assert read(text) == ({"a": ["id"], "b": {"c": "d"}}, "", ())


def test_toml_dates_are_dates() -> None:
    values = read("+++\ndate = 2022-02-22T01:02:03Z\n+++\n")[0]
    assert values == {"date": datetime(2022, 2, 22, 1, 2, 3, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("text", "values", "line"),
    [
        (
            "---\nlayout: post\ntitle: Ukraine: a war\ndate: 2022-02-22\ntags: [a, b]\n---\n",
            {"layout": "post", "title": "Ukraine: a war", "date": "2022-02-22", "tags": ["a", "b"]},
            3,
        ),
        (
            '---\ntitle: "Quoted" and more\ntags:\n\t- tab\nauthor: @somebody\n---\n',
            {"title": '"Quoted" and more', "tags": ["tab"], "author": "@somebody"},
            2,
        ),
        (
            "---\ntitle:no space\ndate:2022-02-22\n---\n",
            {"title": "no space", "date": "2022-02-22"},
            2,
        ),
        ("---\ntags:\n  - a: [\n  - b\ntitle: T\n---\n", {"tags": ["a: [", "b"], "title": "T"}, 4),
        ("---\nbad yaml: [\n---\n", {"bad yaml": "["}, 3),
        ('+++\ntitle = "open\ntags = ["a", "b"]\n+++\n', {"title": '"open', "tags": ["a", "b"]}, 2),
        ('{"title": "T",\n "tags": ["a",]\n}\n', {"title": "T", "tags": ["a"]}, 2),
    ],
)
def test_what_cannot_be_read_is_salvaged_and_named(
    text: str, values: dict[str, object], line: int
) -> None:
    found, body, faults = read(text)
    assert found == values
    assert body == ""
    assert [fault.line for fault in faults] == [line]


def test_one_never_closed_ends_where_its_keys_do() -> None:
    text = "---\ntitle: A\ntags:\n- b\n\n# Heading\n\nText: with a colon.\n"
    values, body, faults = read(text)
    assert values == {"title": "A", "tags": ["b"]}
    assert body == "\n# Heading\n\nText: with a colon.\n"
    assert faults == (Fault(2, "the front matter is never closed"),)


def test_a_files_beginning_tells_whether_more_is_needed() -> None:
    assert is_open("---\ntitle: A\n\n# comment\nmore: x")
    assert is_open("+++\ntitle = 'A'\n")
    assert is_open('{\n  "title": "A",\n')
    assert is_open("---\n")
    assert not is_open("---\ntitle: A\n---\n")
    assert not is_open("---\nJust text after a rule")
    assert not is_open("text")
    assert not read_front_matter("---\ntitle: A\n", complete=False).faults


def test_over_64_kb_is_not_parsed_but_salvaged() -> None:
    text = "---\ntitle: A\nnotes: |\n" + "  line\n" * 10_000 + "---\nbody"
    values, body, faults = read(text)
    assert values["title"] == "A"
    assert body == "body"
    assert faults == (Fault(2, "the front matter is over 64 kB"),)


def test_lone_surrogates_of_json_go_no_further() -> None:
    assert read('{"a\\ud800": "b\\udfff"}\n')[0] == {"a\ufffd": "b\ufffd"}


def test_agrees_with_python_frontmatter() -> None:
    for case in vectors("fm_python_frontmatter.json"):
        expected = dict(case["expected"])
        content = expected.pop("content")
        parsed = post(payload(case))
        assert dict(parsed.head.front_matter) == expected, case["id"]
        assert parsed.body.strip() == content.strip(), case["id"]
