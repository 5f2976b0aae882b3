import os
import subprocess
import time
from pathlib import Path

import apsw
import pytest

from reader.cli import main
from reader.library import follower
from reader.library.lock import WriterLock
from reader.library.schema import VERSION
from reader.profile import Profile
from tests.helpers.commands import COMMAND, Ran, ctl
from tests.helpers.libraries import index_once, write

POSTS = {
    "war.md": ("2022-02-24 05:00:00 +0200", "War begins", "Kyiv", "[war, europe]", "Jane Roe"),
    "trade.md": ("2022-02-22", "贸易谈判", "中国外长今天通电话。烏克蘭", "[trade]", "张三"),
    "sub/old.md": ("2014-05-06", "Old news", "A warning from long ago.", "[europe]", "Jane Roe"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    for path, (date, title, text, tags, author) in POSTS.items():
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        head = f"title: {title}\ndate: {date}\ntags: {tags}\nauthor: {author}\n"
        head += "from: https://www.example.org/x\n" if "old" not in path else ""
        file.write_text(f"---\n{head}categories: News\n---\n{text}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


def paths(ran: Ran) -> list[str]:
    assert ran.code == 0, ran.err
    *posts, last = ran.objects
    assert last == {"total": len(posts)}
    return [post["path"] for post in posts]


def test_list_needs_no_index_and_prints_the_newest_first(library: Path, tmp_path: Path) -> None:
    ran = ctl(tmp_path, "list", library, "--json")
    assert paths(ran) == ["war.md", "trade.md", "sub/old.md"]
    assert "indexing" in ran.err
    again = ctl(tmp_path, "list", library, "--json")
    assert (again.out, again.err) == (ran.out, "")


def test_each_post_has_just_the_fields_promised(library: Path, profile: Path) -> None:
    post = ctl(profile, "list", library, "--json", "--limit", "1").objects[0]
    assert post == {
        "path": "war.md",
        "title": "War begins",
        "date": "2022-02-24T05:00:00+02:00",
        "snippet": "Kyiv",
    }


def test_limit_bounds_the_posts_not_the_total(library: Path, profile: Path) -> None:
    ran = ctl(profile, "list", library, "--json", "--limit", "1")
    assert len(ran.objects) == 2
    assert ran.objects[-1] == {"total": 3}
    assert ctl(profile, "list", library, "--json", "--limit", "0").objects == [{"total": 3}]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--tag", "europe"], ["war.md", "sub/old.md"]),
        (["--tag", "europe", "--tag", "trade"], ["war.md", "trade.md", "sub/old.md"]),
        (["--tag", "europe", "--author", "Jane Roe", "--year", "2022"], ["war.md"]),
        (["--category", "News", "--author", "张三"], ["trade.md"]),
        (["--source", "example.org"], ["war.md", "trade.md"]),
        (["--year", "2014", "--year", "2022"], ["war.md", "trade.md", "sub/old.md"]),
        (["--since", "2022-02-23"], ["war.md"]),
        (["--until", "2022-02-22"], ["trade.md", "sub/old.md"]),
        (["--since", "2022-02-22", "--until", "2022-02-22"], ["trade.md"]),
        (["--since", "2014", "--until", "2014-05"], ["sub/old.md"]),
        (["--unread"], ["war.md", "trade.md", "sub/old.md"]),
        (["--starred"], []),
        (["--tag", "none such"], []),
    ],
)
def test_filters(filters: list[str], expected: list[str], library: Path, profile: Path) -> None:
    assert paths(ctl(profile, "list", library, "--json", *filters)) == expected


@pytest.mark.parametrize("date", ["2022-13", "soon", "2022-02-30", "2022-02-02-02", "9" * 30, ""])
def test_a_date_that_is_none_is_wrong_use(date: str, library: Path, profile: Path) -> None:
    ran = ctl(profile, "list", library, "--since", date)
    assert (ran.code, ran.out) == (2, "")
    assert "date" in ran.err


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("war", ["war.md"]),  # the word alone: nobody is typing
        ("war*", ["war.md", "sub/old.md"]),
        ("电话", ["trade.md"]),
        ("谈", ["trade.md"]),
        ("乌克兰", ["trade.md"]),  # Simplified finds Traditional
        ("author:roe -tag:war", ["sub/old.md"]),
        ("kyiv OR warning", ["war.md", "sub/old.md"]),
        ('"long ago"', ["sub/old.md"]),
        ("no such words", []),
        ('"((unclosed', []),
    ],
)
def test_search(query: str, expected: list[str], library: Path, profile: Path) -> None:
    assert paths(ctl(profile, "search", library, query, "--json")) == expected


def test_search_by_relevance_and_for_what_begins_with_a_hyphen(
    library: Path, profile: Path
) -> None:
    found = paths(ctl(profile, "search", library, "war*", "--json", "--sort", "relevance"))
    assert sorted(found) == ["sub/old.md", "war.md"]
    assert paths(ctl(profile, "search", library, "--json", "--", "-tag:europe")) == ["trade.md"]
    assert ctl(profile, "search", library, "war", "--sort", "size").code == 2


def test_a_search_shows_the_passage(library: Path, profile: Path) -> None:
    post = ctl(profile, "search", library, "电话", "--json").objects[0]
    assert "通电话" in post["snippet"]


def test_facets(library: Path, profile: Path) -> None:
    ran = ctl(profile, "facets", library, "--json")
    found = {(f["facet"], f["value"]): f["count"] for f in ran.objects}
    assert found == {
        ("tag", "europe"): 2,
        ("tag", "war"): 1,
        ("tag", "trade"): 1,
        ("category", "News"): 3,
        ("author", "Jane Roe"): 2,
        ("author", "张三"): 1,
        ("source", "example.org"): 2,
        ("year", "2022"): 2,
        ("year", "2022-02"): 2,
        ("year", "2014"): 1,
        ("year", "2014-05"): 1,
    }


@pytest.fixture(scope="module")
def nested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nested")
    posts = (
        ("1.md", "2022-02-01", "War/Europe", "王　伟", "https://news.bbc.co.uk/1"),
        ("2.md", "2022-01-01", "ＷＡＲ/asia, AC/DC", "王伟", "https://www.bbc.co.uk/2"),
        ("3.md", "2021-12-01", "war", "Jane Smith", "https://www.xn--mnchen-3ya.de/3"),
        ("4.md", "2021-12-02", "war", "By JANE SMITH", "https://blog.sina.com.cn/4"),
    )
    for path, date, tags, author, url in posts:
        head = f"title: T\ndate: {date}\ntags: [{tags}]\nauthor: {author}\nfrom: {url}\n"
        (folder / path).write_text(f"---\n{head}---\ntext\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--tag", "WAR"], ["1.md", "2.md", "4.md", "3.md"]),
        (["--tag", "ｗａｒ／europe"], ["1.md"]),
        (["--tag", "war/europe", "--tag", "War"], ["1.md", "2.md", "4.md", "3.md"]),
        (["--tag", "ac"], ["2.md"]),
        (["--source", "bbc.co.uk"], ["1.md", "2.md"]),
        (["--source", "WWW.bbc.co.uk"], ["1.md", "2.md"]),
        (["--source", "https://news.bbc.co.uk/other"], ["1.md"]),
        (["--source", "münchen.de"], ["3.md"]),
        (["--source", "sina.com.cn"], ["4.md"]),
        (["--source", "co.uk"], []),
        (["--author", "王 伟"], ["1.md", "2.md"]),
        (["--author", "jane smith"], ["4.md", "3.md"]),
        (["--year", "2022"], ["1.md", "2.md"]),
        (["--year", "2022-02"], ["1.md"]),
        (["--year", "2022-2", "--year", "2021"], ["1.md", "4.md", "3.md"]),
    ],
)
def test_filters_take_any_spelling_and_any_level(
    filters: list[str], expected: list[str], nested: Path, profile: Path
) -> None:
    assert paths(ctl(profile, "list", nested, "--json", *filters)) == expected


def test_facets_stand_under_what_they_are_nested_in(nested: Path, profile: Path) -> None:
    lines = ctl(profile, "facets", nested).out.splitlines()
    assert lines[: lines.index("author")] == [
        "tag",
        "       4  war",
        "           1  War/Europe",
        "           1  ＷＡＲ/asia",
        "       1  AC/DC",
    ]
    assert lines[lines.index("source") : lines.index("year")] == [
        "source",
        "       2  bbc.co.uk",
        "           1  news.bbc.co.uk",
        "       1  blog.sina.com.cn",
        "       1  münchen.de",
    ]


def test_facets_of_some_posts_only(nested: Path, profile: Path) -> None:
    ran = ctl(profile, "facets", nested, "--json", "--author", "王伟", "--year", "2022-01")
    found = {(f["facet"], f["value"]): (f["count"], f["parent"]) for f in ran.objects}
    assert found == {
        ("tag", "war"): (1, None),
        ("tag", "ＷＡＲ/asia"): (1, "war"),
        ("tag", "AC/DC"): (1, None),
        ("author", "王 伟"): (1, None),
        ("source", "bbc.co.uk"): (1, None),
        ("year", "2022"): (2, None),
        ("year", "2022-02"): (1, "2022"),
        ("year", "2022-01"): (1, "2022"),
    }


def test_words_for_a_person(library: Path, profile: Path) -> None:
    listed = ctl(profile, "list", library)
    assert listed.out.splitlines()[0] == "2022-02-24  War begins"
    assert listed.out.splitlines()[-1] == "3 posts"
    assert ctl(profile, "search", library, "kyiv").out.splitlines()[-1] == "1 post"
    assert "       2  europe" in ctl(profile, "facets", library).out.splitlines()


def test_what_changed_since_is_seen(tmp_path: Path) -> None:
    folder, profile = tmp_path / "library", tmp_path / "profile"
    folder.mkdir()
    (folder / "a.md").write_text("# A\n\nalpha")
    assert paths(ctl(profile, "list", folder, "--json")) == ["a.md"]
    (folder / "b.md").write_text("# B\n\nbeta")
    (folder / "a.md").write_text("# A\n\ngamma instead")
    assert set(paths(ctl(profile, "list", folder, "--json"))) == {"a.md", "b.md"}
    assert paths(ctl(profile, "search", folder, "gamma", "--json")) == ["a.md"]
    assert paths(ctl(profile, "search", folder, "alpha", "--json")) == []
    (folder / "a.md").unlink()
    assert paths(ctl(profile, "list", folder, "--json")) == ["b.md"]


def test_strict_names_the_files_with_problems(tmp_path: Path) -> None:
    folder, profile = tmp_path / "library", tmp_path / "profile"
    folder.mkdir()
    (folder / "a.md").write_text("---\ntitle: War: day one\n---\n")
    assert ctl(profile, "list", folder, "--json").code == 0
    for command in (("list", folder), ("search", folder, "war"), ("facets", folder)):
        ran = ctl(profile, *command, "--strict", "--json")
        assert ran.code == 1
        assert "broadsheetctl: a.md:2: front matter: " in ran.err


def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    folder, profile = tmp_path / "library", tmp_path / "profile"
    folder.mkdir()
    (folder / "a.md").write_text("# A")
    assert paths(ctl(profile, "list", folder, "--json")) == ["a.md"]
    (index,) = profile.rglob("index.db")
    index.write_bytes(b"no database at all" * 1000)
    assert paths(ctl(profile, "list", folder, "--json")) == ["a.md"]


def test_of_two_at_once_one_indexes_and_the_other_says_that_it_waits(tmp_path: Path) -> None:
    folder, profile = tmp_path / "library", tmp_path / "profile"
    for number in range(200):
        write(folder, f"{number}.md")
    command = [*COMMAND, "--profile", str(profile), "list", str(folder), "--limit", "0"]
    both = [subprocess.Popen(command, stdout=-1, stderr=-1, text=True) for _ in range(2)]
    said = [running.communicate(timeout=120) for running in both]
    assert [running.returncode for running in both] == [0, 0]
    assert [out for out, _ in said] == ["200 posts\n"] * 2
    assert sum(err.count(" indexed 200 posts in ") for _, err in said) == 1


@pytest.mark.skipif(os.name != "posix", reason="it is started differently there")
def test_an_index_that_is_being_watched_is_used_as_it_is(tmp_path: Path) -> None:
    folder, profile = tmp_path / "library", tmp_path / "profile"
    folder.mkdir()
    (folder / "a.md").write_text("# A")
    command = [*COMMAND, "--profile", str(profile), "index", str(folder), "--watch", "--json"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as watching:
        assert watching.stdout is not None
        assert watching.stdin is not None
        for line in watching.stdout:
            if b'"done"' in line:
                break
        started = time.monotonic()
        assert paths(ctl(profile, "list", folder, "--json")) == ["a.md"]
        assert time.monotonic() - started < 10
        watching.stdin.close()
        assert watching.wait(30) == 0


def test_a_folder_that_another_version_has_open_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, profile = tmp_path / "library", tmp_path / "profile"
    write(folder, "a.md")
    index = Profile.under(profile).index_path(folder)
    index_once(folder, index)
    connection = apsw.Connection(str(index))
    connection.pragma("user_version", VERSION - 1)
    connection.close()
    monkeypatch.setattr(follower, "PATIENCE", 1)
    with WriterLock(index) as held:
        assert held.take()
        assert main(["--profile", str(profile), "list", str(folder)]) == 3
    assert "Another version of Broadsheet has" in capsys.readouterr().err
