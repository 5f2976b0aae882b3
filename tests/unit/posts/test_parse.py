import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from reader.posts.names import is_post_name
from reader.posts.parse import (
    HEAD_BYTES,
    NotAPost,
    front_matter_is_open,
    parse_head,
    parse_post,
)
from reader.posts.post import BodyFormat, DateSource
from reader.posts.problem import Problem
from tests.helpers.post_files import MODIFIED, payload, post, vectors

SEED = """---
layout: post
title: "布林肯与王毅通话 强调维护乌克兰领土完整必要性"
date: 2022-02-22T05:32:00.000Z
author: 联合早报
from: https://www.zaobao.com/realtime/china/story20220222-1245267
tags: [ 联合早报 ]
comments: True
categories: [ 联合早报 ]
---
<!--1645507920000-->
[布林肯与王毅通话 强调维护乌克兰领土完整必要性](https://www.zaobao.com/realtime/china/story20220222-1245267)
------

<div><p>中国外长王毅今天（22日）应约同美国国务卿布林肯通电话。</p></div>
"""


def test_a_typical_post() -> None:
    parsed = post(SEED, "folder/000_3568484641814460.txt")
    head = parsed.head
    assert head.path == "folder/000_3568484641814460.txt"
    assert head.title == "布林肯与王毅通话 强调维护乌克兰领土完整必要性"
    assert not head.title_is_heading
    assert head.date.moment.isoformat() == "2022-02-22T05:32:00+00:00"
    assert head.date.source is DateSource.FRONT_MATTER
    assert head.authors == ("联合早报",)
    assert head.source == "zaobao.com"
    assert head.source_url == "https://www.zaobao.com/realtime/china/story20220222-1245267"
    assert head.tags == head.categories == ("联合早报",)
    assert head.lang == "zh-Hans"
    assert head.front_matter["comments"] is True
    assert head.problems == ()
    assert parsed.body.startswith("<!--1645507920000-->\n[布林肯")
    assert parsed.body_line == 11
    assert parsed.body_format is BodyFormat.MARKDOWN


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        *((name, True) for name in ("a.md", "a.markdown", "a.mkd", "A.MD", "a.txt", "a.html")),
        *((name, True) for name in ("a.htm", "2022-02-22.md", "a.b.Html")),
        *((name, False) for name in ("a", "md", "a.mdx", "a.md.bak", "a.jpg", "a.text")),
    ],
)
def test_which_names_count(name: str, counts: bool) -> None:
    assert is_post_name(name) is counts


@pytest.mark.parametrize("suffix", [".txt", ".html", ".htm", ".HTML"])
def test_text_and_html_count_only_with_front_matter(suffix: str) -> None:
    assert post("---\ntitle: A\n---\nbody", f"a{suffix}").head.title == "A"
    for text in ("body", "<html><h1>A</h1></html>", "", "---\nprose\n\n---\n"):
        with pytest.raises(NotAPost):
            post(text, f"a{suffix}")
        with pytest.raises(NotAPost):
            parse_head(text.encode(), f"a{suffix}", MODIFIED, complete=True)


@pytest.mark.parametrize(
    "title", ["{{ title }}", "'{{ replace .Name | title }}'", '"{{title}}"', "<% tp.file.title %>"]
)
def test_a_template_of_posts_is_none(title: str) -> None:
    with pytest.raises(NotAPost):
        post(f"---\ntitle: {title}\ndate: {{{{ date }}}}\n---\n")


def test_a_post_about_templates_is_one() -> None:
    assert (
        post("---\ntitle: 'What {{ title }} means'\n---\n").head.title == "What {{ title }} means"
    )


def test_markdown_counts_without() -> None:
    parsed = post("# The title\n\nbody", "2022-02-22-name.md")
    assert parsed.head.title == "The title"
    assert parsed.head.title_is_heading
    assert parsed.head.date.source is DateSource.FILE_NAME
    assert parsed.head.front_matter == {}
    assert parsed.body == "# The title\n\nbody"
    assert parsed.body_line == 1


def test_an_empty_file_is_a_post_named_as_the_file() -> None:
    parsed = post(b"", "2022-02-22-a-name.md")
    assert (parsed.head.title, parsed.body, parsed.head.lang) == ("a name", "", None)


def test_html_is_html() -> None:
    parsed = post("---\nlayout: x\n---\n<h1>The <i>title</i></h1># no", "a.html")
    assert parsed.body_format is BodyFormat.HTML
    assert parsed.head.title == "The title"


def test_line_ends_are_one_kind() -> None:
    assert post(b"---\r\ntitle: A\r\n---\r\none\r\ntwo\rthree").body == "one\ntwo\nthree"


def test_keys_are_known_in_any_case_and_with_hyphens() -> None:
    head = post("---\nTitle: A\nTAGS: [b]\nOriginal-URL: https://x.org/\n---\n").head
    assert (head.title, head.tags, head.source_url) == ("A", ("b",), "https://x.org/")
    assert set(head.front_matter) == {"Title", "TAGS", "Original-URL"}


def test_keys_are_known_in_camel_case() -> None:
    head = post("---\nsourceUrl: https://x.org/a\nsiteName: X\npublishDate: 2022-2-2\n---\n").head
    assert (head.source, head.source_url) == ("X", "https://x.org/a")
    assert head.date.source is DateSource.FRONT_MATTER


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\nparams:\n  title: B\n  author: Jane Roe\n---\n",
        '+++\ntitle = "A"\n[extra]\ntitle = "B"\nauthor = "Jane Roe"\n+++\n',
        "---\nours: &ours\n  author: Jane Roe\n  title: B\n<<: *ours\ntitle: A\n---\n",
    ],
)
def test_what_a_site_adds_of_its_own_is_known_behind_the_rest(text: str) -> None:
    head = post(text).head
    assert (head.title, head.authors) == ("A", ("Jane Roe",))


def test_a_post_in_a_folder_of_its_own_is_called_as_that() -> None:
    head = post("Words.", "posts/2022-02-22-a-walk/index.zh.md").head
    assert head.title == "a walk"
    assert head.date.source is DateSource.FILE_NAME
    assert post("---\ntitle: A\n---\n", "films/_posts/a.md").head.categories == ("films",)


def test_front_matter_that_cannot_be_read_is_a_problem_of_its_line() -> None:
    head = post(
        "---\nlayout: post\ntitle: War: day one\ndate: 2022-02-22\n---\nbody", "a/b.md"
    ).head
    assert head.title == "War: day one"
    assert head.date.source is DateSource.FRONT_MATTER
    (problem,) = head.problems
    assert problem.path == "a/b.md"
    assert problem.line == 3
    assert problem.reason == ("front matter: mapping values are not allowed in this context (YAML)")


def test_an_absurd_date_is_a_problem_of_its_line() -> None:
    head = post("---\ntitle: A\ndate: 0001-01-01\n---\n", "2022-02-22-a.md").head
    assert head.date.source is DateSource.FILE_NAME
    reason = "the date is none that can be used: 0001-01-01"
    assert head.problems == (Problem("2022-02-22-a.md", 3, reason),)


def test_broken_bytes_are_a_problem_of_their_line() -> None:
    parsed = post(SEED.encode() + b"\xff\xff")
    assert [problem.line for problem in parsed.head.problems] == [16]
    assert parsed.body.endswith("\ufffd\ufffd")


def test_nul_is_replaced() -> None:
    assert "\0" not in post(b"# a\0b\n\nmore text here, and more \0 of it").body


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-8-sig", "utf-32"])
def test_other_encodings_say_the_same(codec: str) -> None:
    expected, found = post(SEED), post(SEED.encode(codec))
    assert found == expected


def test_a_head_says_what_the_whole_file_says() -> None:
    data = (SEED + "<p>text</p>\n" * 5000).encode()
    head = parse_head(data[:HEAD_BYTES], "a.md", MODIFIED, complete=False)
    assert head == parse_post(data, "a.md", MODIFIED).head


def test_a_head_cut_within_the_front_matter_wants_more() -> None:
    data = ("---\ntitle: A\nnotes: |\n" + "  文字\n" * 4000 + "tags: [b]\n---\n").encode()
    assert front_matter_is_open(data[:HEAD_BYTES])
    assert not front_matter_is_open(data)
    assert not front_matter_is_open(b"# text\n")
    assert parse_head(data[:HEAD_BYTES], "a.md", MODIFIED, complete=False).title == "A"


def test_jekylls_own_posts() -> None:
    for case in vectors("fm_jekyll_posts.json"):
        name = str(case["id"]).rpartition("/")[2]
        if not name.startswith("20") or not is_post_name(name):
            continue
        head = post(payload(case), name).head
        assert head.problems == (), name
        assert head.date.source in (DateSource.FRONT_MATTER, DateSource.FILE_NAME), name


def test_every_real_post_is_read_without_a_problem(tmp_path: Path) -> None:
    corpus = os.environ.get("BROADSHEET_CORPUS")
    if not corpus:
        pytest.skip("BROADSHEET_CORPUS is not set")
    with tarfile.open(Path(corpus) / "news-posts.tar.xz") as archive:
        archive.extractall(tmp_path, filter="data")
    files = list(tmp_path.rglob("*.md"))
    assert len(files) == 1497
    for file in files:
        data = file.read_bytes()
        parsed = parse_post(data, file.name, MODIFIED)
        assert parsed.head.problems == ()
        assert parsed.head.date.source is DateSource.FRONT_MATTER
        assert parsed.head.source_url
        assert parsed.head == parse_head(
            data[:HEAD_BYTES], file.name, MODIFIED, len(data) <= HEAD_BYTES
        )


BOUNDED = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))
from reader.posts.parse import parse_head, parse_post
for file in Path(sys.argv[1]).iterdir():
    data = file.read_bytes()
    seconds = int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2])) + 3
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    head = parse_post(data, "bomb.md", datetime.now(UTC)).head
    parse_head(data[:300000], "bomb.md", datetime.now(UTC), len(data) <= 300000)
    print(file.name, len(head.problems))
"""

FORMS = ("---\n{}\n---\nbody\n", "---\ntitle: x\nbomb:\n  {}\n---\n", "---\ntags: {}\n---\n")


def _bombs() -> list[bytes]:
    bombs = [payload(case) for case in vectors("yaml_bombs.json")]
    bombs += [(nested * 32_000).encode() for nested in ("[", "{a: ", "- ", "? ", "[[]]: ", ": ")]
    wrapped = [form.encode().replace(b"{}", bomb) for bomb in bombs for form in FORMS]
    wrapped += [
        b"+++\n" + b".".join([b"a"] * 32_000) + b" = 1\n+++\n",
        b"+++\n" + b".".join([b'"a"'] * 16_000) + b" = 1\n+++\n",
        b"+++\na = " + b"[" * 60_000 + b"\n+++\n",
        b"+++\na = " + b"{a=" * 20_000 + b"\n+++\n",
        b'{"a": ' + b"[" * 60_000 + b"\n}\n",
        b'{"a": ' + b'{"a": ' * 20_000 + b"1" + b"}" * 20_001 + b"\n",
    ]
    return wrapped


def test_no_bomb_costs_much_time_or_memory(tmp_path: Path) -> None:
    for number, bomb in enumerate(_bombs()):
        (tmp_path / f"{number:03}").write_bytes(bomb)
    command = [sys.executable, "-P", "-c", BOUNDED, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout[-200:] + done.stderr[-2000:]
    assert len(done.stdout.splitlines()) == len(_bombs())


# Each made some pattern of ours go over its text again and again; 5 s is a hundredfold.
@pytest.mark.parametrize(
    "text",
    [
        *("# " + part * 50_000 for part in ("[", "[a](", "![", "*a ", "_", "`", "` ", "{#", "[[")),
        *(
            part * 250_000
            for part in ("<h1>", "<h1 ", "<!--", "a\n", "```\n", "~~~ a\n", "#", "\n")
        ),
        *('---\ntitle: "' + part * 10_000 + '"\n---\n' for part in ("<a ", "&amp", "[[", "  ")),
        *('---\nauthor: "' + part * 15_000 + '"\n---\n' for part in (" <a", "(@", ", ", "by ")),
        *('---\nsource: "' + part * 5_000 + '"\n---\n' for part in ("[a](", "a.", "[a](http://")),
        *('---\ndate: "' + part * 20_000 + '"\n---\n' for part in ("1", " ", "1 jan ", "20:")),
        "---\n" + "a: b: c\n" * 7_000 + "---\n",
        "---\n" + "a" + " " * 60_000 + ": v\n---\n",
        "---" + " " * 1_000_000,
        "x" + "<" * 1_000_000,
    ],
)
def test_no_pattern_goes_over_a_text_again_and_again(text: str) -> None:
    command = [sys.executable, "-P", "-c", ONE, str(len(text))]
    done = subprocess.run(command, input=text.encode(), timeout=60, check=False)
    assert done.returncode == 0


ONE = """
import resource, sys
from datetime import UTC, datetime
from reader.posts.parse import parse_post
data = sys.stdin.buffer.read()
seconds = int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2])) + 5
resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
parse_post(data, "x.md", datetime.now(UTC))
"""
