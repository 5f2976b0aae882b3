"""A cache that cannot be written, is deleted, was touched, or lies where SQLite can do less."""

import os
import shutil
import subprocess
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from reader.library.catalog import Catalog
from reader.library.values import Filter
from tests.helpers.indexing import Indexing, command, environment
from tests.helpers.libraries import index_once, post, write
from tests.helpers.same_index import differences

FAR_AWAY = 4_000_000_000  # seconds: the year 2096
pytestmark = pytest.mark.usefixtures("twenty_posts")
_OWNER_S_RIGHTS_ONLY = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--")


def listed(catalog: Catalog) -> int:
    return len(catalog.listing(Filter()).ids)


@pytest.fixture
def read_only(profile: Path, folder: Path) -> Generator[Callable[..., tuple[int, str]]]:
    """Give what runs `broadsheetctl` where nothing in the cache may be written."""

    def run(*arguments: str) -> tuple[int, str]:
        line = [*_OWNER_S_RIGHTS_ONLY, *command(profile, *arguments)]
        done = subprocess.run(
            line, check=False, capture_output=True, text=True, env=environment(), timeout=120
        )
        return done.returncode, done.stderr

    if subprocess.run([*_OWNER_S_RIGHTS_ONLY, "true"], check=False).returncode:
        pytest.skip("rights cannot be given up here")
    yield run
    for place in (profile, *profile.rglob("*")):
        if place.is_dir():
            place.chmod(0o755)


def forbid(profile: Path) -> None:
    for place in (*profile.rglob("*"), profile):
        place.chmod(0o555 if place.is_dir() else 0o444)


@pytest.mark.parametrize("indexed", [False, True], ids=["never indexed", "indexed"])
def test_a_cache_that_may_not_be_written_is_named_in_one_line(
    profile: Path,
    folder: Path,
    index: Path,
    read_only: Callable[..., tuple[int, str]],
    indexed: bool,
) -> None:
    profile.mkdir()
    if indexed:
        index_once(folder, index)
    forbid(profile)
    for arguments in (("index", str(folder)), ("list", str(folder))):
        code, complaint = read_only(*arguments)
        assert code == 3
        assert len(complaint.splitlines()) == 1
        assert str(profile) in complaint
        assert "annot be written" in complaint


def delete_cache(profile: Path, index: Path) -> None:
    shutil.rmtree(profile / "cache")


def delete_index(profile: Path, index: Path) -> None:
    index.unlink()


def delete_all_but_the_index(profile: Path, index: Path) -> None:
    for file in index.parent.iterdir():
        if file != index:
            file.unlink()


def move_cache(profile: Path, index: Path) -> None:
    (profile / "cache").rename(profile / "elsewhere")


@pytest.mark.parametrize("harm", [delete_cache, delete_index, move_cache])
def test_a_cache_that_goes_while_it_is_used_comes_back_and_the_list_follows(
    profile: Path,
    folder: Path,
    index: Path,
    tmp_path: Path,
    harm: Callable[[Path, Path], None],
) -> None:
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        window = Catalog(index, None, folder)
        assert listed(window) == 20
        harm(profile, index)
        assert listed(window) == 20  # of the file that nobody else finds any more
        assert window.stale()
        indexing.wait("done")
        write(folder, "new.md")
        indexing.wait_until(lambda event: event.get("posts") == 21)
        window.close()
        window = Catalog(index, None, folder)
        assert listed(window) == 21
        window.close()
        assert indexing.complaints == ""
    assert differences(index, folder, tmp_path / "scratch") == []


def test_an_index_that_lost_its_log_is_brought_up_to_date(
    profile: Path, folder: Path, index: Path, tmp_path: Path
) -> None:
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        write(folder, "new.md")
        indexing.wait_until(lambda event: event.get("posts") == 21)
        delete_all_but_the_index(profile, index)
        write(folder, "newer.md")
        indexing.wait_until(lambda event: event.get("posts") == 22)
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
    assert differences(index, folder, tmp_path / "scratch") == []


@pytest.mark.parametrize("second", [0, FAR_AWAY], ids=["1970", "2096"])
def test_an_index_from_another_time_is_gone_on_with(
    folder: Path, index: Path, tmp_path: Path, second: int
) -> None:
    """As after the clock was set, or the cache was copied from another machine."""
    index_once(folder, index)
    write(folder, "0/0.md", post("Another", "words"))
    for file in (*index.parent.iterdir(), folder / "0/0.md"):
        os.utime(file, (second, second))
    index_once(folder, index)
    assert differences(index, folder, tmp_path / "scratch") == []
    assert not index.with_name("index.db.damaged").exists()


@contextmanager
def without_shared_memory() -> Generator[None]:
    """Let SQLite work as on a file system on which it cannot keep a log."""
    usual = apsw.vfs_names()[0]
    apsw.set_default_vfs("unix-dotfile")
    try:
        yield
    finally:
        apsw.set_default_vfs(usual)


def test_an_index_without_a_log_serves_readers_between_its_commits(
    folder: Path, tmp_path: Path
) -> None:
    index = tmp_path / "index.db"
    with without_shared_memory():
        index_once(folder, index)
        window = Catalog(index, None, folder)
        assert listed(window) == 20
        write(folder, "new.md")
        (folder / "1/1.md").unlink()
        index_once(folder, index)
        assert listed(window) == 20
        assert window.find("new.md") is not None
        window.close()
        assert not index.with_name("index.db-wal").exists()
    assert differences(index, folder, tmp_path / "scratch") == []
