"""Links lead to the post that the library holds, however they are written."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.library.catalog import Catalog
from reader.library.values import Found
from tests.helpers.indexes import SOME_DAY, IndexedPost, write_index

POSTS = (
    IndexedPost("_posts/2019-01-01-a-walk.md", "A walk", date=datetime(2019, 1, 1, tzinfo=UTC)),
    IndexedPost("_posts/2020-05-05-a-walk.md", "Another walk"),
    IndexedPost("notes/deep/Page Name.md", "Something else"),
    IndexedPost("content/posts/hill/index.md", "The hill"),
    IndexedPost("about.md", "About us", url_key="/about/team"),
    IndexedPost("中文 笔记.md", "题为何物"),
    IndexedPost("long.md", "A very long title, with “many” words in it"),
    IndexedPost("longer.md", "A very long title, with many more words in it"),
    IndexedPost(
        "news.md", "News", source_url="https://www.news.cn/1?utm_source=x", url_key="news.cn/1"
    ),
)


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    folder = tmp_path / "library"
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "paper.pdf").write_bytes(b"%PDF")
    (tmp_path / "secret.pdf").write_bytes(b"%PDF")
    (folder / "files" / "out.pdf").symlink_to(tmp_path / "secret.pdf")
    write_index(tmp_path / "index.db", POSTS)
    catalog = Catalog(tmp_path / "index.db", None, folder)
    yield catalog
    catalog.close()


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("_posts/2019-01-01-a-walk.md", "_posts/2019-01-01-a-walk.md"),
        ("2019-01-01-a-walk.md", "_posts/2019-01-01-a-walk.md"),
        ("2019/01/01/a-walk.html", "_posts/2019-01-01-a-walk.md"),
        ("blog/2020/05/a-walk", "_posts/2020-05-05-a-walk.md"),
        ("notes/Page Name.md", "notes/deep/Page Name.md"),
        ("notes/page-name.md", "notes/deep/Page Name.md"),
        ("posts/hill", "content/posts/hill/index.md"),
        ("content/posts/hill", "content/posts/hill/index.md"),
        ("about", "about.md"),
        ("about/team.html", "about.md"),
        ("notes/Something Else.md", "notes/deep/Page Name.md"),
        ("题为何物.md", "中文 笔记.md"),
        ("a very long title, with “many” words in it", "long.md"),
        ("A very long title, with many more words in it.md", "longer.md"),
        ("A very long title, with words in it", None),
        ("x/中文-笔记", "中文 笔记.md"),
        ("2018/01/01/a-walk.html", None),
        ("nowhere.md", None),
        ("tags/about", None),
    ],
)
def test_a_link_between_posts(catalog: Catalog, path: str, found: str | None) -> None:
    answer = catalog.linked_path(path, "notes/deep/x.md")
    assert (answer.path if answer else None) == found


def test_the_newest_of_two_of_a_name_is_meant(catalog: Catalog) -> None:
    answer = catalog.linked_path("a-walk", "x.md")
    assert answer is not None
    assert answer == Found("_posts/2020-05-05-a-walk.md", "Another walk")


def test_another_file_is_found_and_only_within_the_folder(catalog: Catalog) -> None:
    assert catalog.linked_path("files/paper.pdf", "x.md") == Found("files/paper.pdf", "", False)
    assert catalog.linked_path("files/out.pdf", "x.md") is None
    assert catalog.linked_path("files", "x.md") is None
    assert catalog.linked_path("files/none.pdf", "x.md") is None


def test_a_url_is_known_however_it_is_written(catalog: Catalog) -> None:
    assert catalog.linked_url("http://m.news.cn/1/?fbclid=x#top") == Found("news.md", "News")
    assert catalog.linked_url("https://news.cn/2") is None
    assert catalog.linked_url("mailto:x@news.cn") is None


def test_many_posts_take_no_longer(tmp_path: Path) -> None:
    posts = [
        IndexedPost(
            f"folder/{at % 50}/2020-01-01-post-{at}.md",
            f"Title {at} of many",
            date=SOME_DAY - timedelta(minutes=at),
        )
        for at in range(20_000)
    ]
    write_index(tmp_path / "index.db", posts)
    catalog = Catalog(tmp_path / "index.db", None, tmp_path)
    catalog.linked_path("x.md", "y.md")
    started = time.process_time()
    for at in range(100, 110):
        assert catalog.linked_path(f"2020/01/01/post-{at}.html", "y.md")
        assert catalog.linked_path(f"Title {at} of many", "y.md")
        assert catalog.linked_path(f"nothing-{at}.md", "y.md") is None
    assert time.process_time() - started < 0.3  # 30 questions, 10 ms each
    catalog.close()
