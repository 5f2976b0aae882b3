import json
import os
import subprocess
from pathlib import Path
from typing import cast

import pytest

from tests.helpers.commands import COMMAND, ctl

FIELDS = {
    *("path", "title", "date", "authors", "source", "source_url", "tags", "categories", "lang"),
    *("html", "text", "pictures", "contents", "problems"),
}
POST = """---
title: 布林肯与王毅通话
date: 2022-02-22T05:32:00.000Z
author: 联合早报
from: https://www.zaobao.com/realtime/china/story20220222-1245267
tags: [ 中国 ]
categories: [ 新闻 ]
---
<div><div class="figure-media"><img data-src="https://x.org/a.jpg" alt="图"></div>
<figcaption>说明</figcaption><p>中国外长王毅今天应约同美国国务卿布林肯通电话。</p>
<script>alert(1)</script></div>
"""


def test_one_post(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(POST, encoding="utf-8")
    ran = ctl(tmp_path, "render", "--json", file)
    (article,) = ran.objects
    assert (ran.code, ran.err) == (0, "")
    assert set(article) == FIELDS
    assert article["path"] == "a.md"
    assert article["title"] == "布林肯与王毅通话"
    assert article["date"] == "2022-02-22T05:32:00+00:00"
    assert article["authors"] == ["联合早报"]
    assert article["source_url"] == "https://www.zaobao.com/realtime/china/story20220222-1245267"
    assert article["tags"] == ["中国"]
    assert article["categories"] == ["新闻"]
    assert article["lang"] == "zh-Hans"
    assert article["pictures"] == [{"url": "https://x.org/a.jpg", "alt": "图", "caption": "说明"}]
    assert article["text"].count("说明") == 1
    assert "script" not in article["html"]
    assert article["problems"] == []


def test_a_folder_in_order_with_paths_relative_to_it(tmp_path: Path) -> None:
    for name in ("b/c.md", "a.md", "_site/d.md", ".hidden/e.md", "node_modules/f.md", "g.jpg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# Title", "utf-8")
    (tmp_path / "no-post.txt").write_text("no front matter")
    (tmp_path / "post.txt").write_text("---\ntitle: T\n---\n")
    ran = ctl(tmp_path / "p", "render", "--json", "--strict", tmp_path)
    assert [article["path"] for article in ran.objects] == ["a.md", "b/c.md", "post.txt"]
    assert (ran.code, ran.err) == (0, "")


def test_raw_is_as_written_but_safe(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(POST, encoding="utf-8")
    (article,) = ctl(tmp_path, "render", "--json", "--raw", file).objects
    assert "说明" in article["text"]
    assert "<script" not in article["html"]


def test_words_for_a_person_cannot_steer_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text('---\ntitle: "A\\e[31mB"\n---\nred \x1b[31m text \x9b2J \x07 end\n', "utf-8")
    ran = ctl(tmp_path, "render", file)
    assert ran.code == 0
    assert "red" in ran.out
    assert not set(ran.out) & set("\x1b\x9b\x07")


def test_one_object_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        "# T\n\nline\u2028separator \x85 next \u2029 paragraph \x0b \x0c \x1c\n", "utf-8"
    )
    ran = ctl(tmp_path, "render", "--json", file)
    assert len(ran.out.splitlines()) == 1
    assert len(ran.objects) == 1


def test_strict_tells_of_problems_by_its_exit_code(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\ntitle: War: day one\n---\nbody")
    ran = ctl(tmp_path, "render", "--json", file)
    assert ran.code == 0
    (problem,) = ran.objects[0]["problems"]
    assert (problem["path"], problem["line"]) == ("a.md", 2)
    assert ctl(tmp_path, "render", "--json", "--strict", file).code == 1
    words = ctl(tmp_path, "render", file)
    assert words.err.startswith("broadsheetctl: a.md:2: front matter: ")


def test_over_32_mb_is_a_problem(tmp_path: Path) -> None:
    with (tmp_path / "large.md").open("wb") as large:
        large.truncate((32 << 20) + 1)
    (tmp_path / "small.md").write_text("# Small")
    ran = ctl(tmp_path / "p", "render", "--json", "--strict", tmp_path)
    large_one, small_one = ran.objects
    assert ran.code == 1
    assert set(large_one) == FIELDS
    assert large_one["title"] == "large"
    assert "32 MB" in large_one["problems"][0]["reason"]
    assert "32 MB" in ran.err
    assert small_one["title"] == "Small"


@pytest.mark.skipif(os.name != "posix", reason="names are text there")
def test_a_name_that_is_no_text_breaks_nothing(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb2\xbc.md")).write_text("# GBK name")
    Path(tmp_path, "new\nline.md").write_text("# Line")
    ran = ctl(tmp_path / "p", "render", "--json", tmp_path)
    assert ran.code == 0
    assert {article["path"] for article in ran.objects} == {"\\xb2\\xbc.md", "new\nline.md"}


@pytest.mark.skipif(os.name != "posix", reason="links need rights there")
def test_a_folders_links_do_not_lead_out_of_it(tmp_path: Path) -> None:
    outside, library = tmp_path / "outside", tmp_path / "library"
    outside.mkdir()
    library.mkdir()
    (outside / "secret.md").write_text("# Secret")
    (library / "a.md").symlink_to(outside / "secret.md")
    (library / "folder").symlink_to(outside)
    (library / "circle").symlink_to(library)
    (library / "b.md").write_text("# B")
    ran = ctl(tmp_path / "p", "render", "--json", library)
    assert [article["title"] for article in ran.objects] == ["B"]
    named = ctl(tmp_path / "p", "render", "--json", library / "a.md")  # asked for by name
    assert [article["title"] for article in named.objects] == ["Secret"]


def test_a_file_that_is_no_post_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("no front matter")
    ran = ctl(tmp_path, "render", "--json", "--strict", file)
    assert (ran.code, ran.out) == (1, "")
    assert "a.txt has no front matter" in ran.err


def serve(*requests: object) -> list[dict[str, object]]:
    lines = [r if isinstance(r, bytes) else json.dumps(r).encode() for r in requests]
    done = subprocess.run(
        [*COMMAND, "render", "--serve"],
        input=b"\n".join(lines) + b"\n",
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_server_answers_each_line_in_turn(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(POST, encoding="utf-8")
    first, second = serve(
        {"id": 7, "folder": str(tmp_path), "path": "a.md"},
        {"id": "x", "folder": str(tmp_path), "path": "a.md", "raw": True},
    )
    assert first["id"] == 7
    assert second["id"] == "x"
    assert isinstance(first["article"], dict)
    assert set(first["article"]) == {*FIELDS, "lacks"}  # pyright: ignore[reportUnknownArgumentType]


def test_the_server_says_what_an_article_lacks_but_not_what_its_head_does(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ndate: [\n---\n" + "<div>" * 10_000 + "x")
    (answer,) = serve({"id": 1, "folder": str(tmp_path), "path": "a.md"})
    article = cast("dict[str, list[object]]", answer["article"])
    (lacking,) = article["lacks"]
    assert "plain text" in str(lacking)
    assert len(article["problems"]) > 1


def test_the_server_survives_lines_that_are_no_requests(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A")
    rubbish = (b"rubbish", b"[]", b"7", b"{}", b'{"id": 1}', b"\xff\xfe", b"[" * 100_000, b"")
    *answers, last = serve(*rubbish, {"id": 2, "folder": str(tmp_path), "path": "a.md"})
    assert len(answers) == len(rubbish) - 1  # an empty line is nothing
    assert all(answer["text"] is None and answer["error"] for answer in answers)
    assert "article" in last


@pytest.mark.parametrize("path", ["../secret.md", "/etc/passwd", "link.md", "folder/secret.md", ""])
def test_the_server_reads_nothing_outside_the_folder(path: str, tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (tmp_path / "secret.md").write_text("# Secret")
    (library / "link.md").symlink_to(tmp_path / "secret.md")
    (library / "folder").symlink_to(tmp_path)
    (answer,) = serve({"id": 1, "folder": str(library), "path": path})
    assert answer["error"]
    assert answer["text"] is None


def test_the_server_takes_a_folder_reached_through_a_link(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "a.md").write_text("# A")
    (tmp_path / "link").symlink_to(library)
    (answer,) = serve({"id": 1, "folder": str(tmp_path / "link"), "path": "a.md"})
    assert "article" in answer


def test_the_server_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    (tmp_path / "no-post.txt").write_text("Just text, 没有.", encoding="gb18030")
    with (tmp_path / "large.md").open("wb") as large:
        large.truncate((32 << 20) + 1)
    (tmp_path / "folder.md").mkdir()
    requests = [
        {"id": number, "folder": str(tmp_path), "path": path}
        for number, path in enumerate(("gone.md", "no-post.txt", "large.md", "folder.md"))
    ]
    gone, no_post, too_large, folder = serve(*requests)
    assert (gone["text"], no_post["text"], too_large["text"], folder["text"]) == (
        *(None, "Just text, 没有.", None, None),
    )
    assert all("error" in answer for answer in (gone, no_post, too_large, folder))
    assert "32 MB" in str(too_large["error"])


def test_the_server_shows_chinese_in_the_script_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: 头发\nlang: zh-CN\n---\n里面", "utf-8")
    asked = {"id": 1, "folder": str(tmp_path), "path": "a.md"}
    answers = serve(asked, asked | {"chinese": "tw"}, asked | {"chinese": "klingon"})
    articles = [cast("dict[str, object]", answer.get("article", {})) for answer in answers]
    assert [article.get("title") for article in articles] == ["头发", "頭髮", None]
    assert [article.get("text") for article in articles] == ["里面", "裡面", None]
    assert answers[2]["error"] == "This is no request."
