"""The index as a database: opened, checked, begun anew."""

import os
import random
from pathlib import Path

import apsw
import pytest

from reader.errors import StoreError
from reader.library.database import (
    close_index,
    open_index_for_reading,
    open_index_for_writing,
    reset,
)
from reader.library.schema import VERSION

FOLDER = Path("/library")


def index(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.db"


def filled(path: Path) -> None:
    """Make an index that holds something."""
    connection = open_index_for_writing(path, FOLDER)
    with connection:
        for number in range(2000):
            connection.execute(
                "INSERT INTO problems VALUES(?, ?, ?)", (f"{number}.md", 1, "x" * 50)
            )
            connection.execute(
                "INSERT INTO words(rowid, body) VALUES(?, ?)", (number, f"w{number}")
            )
    close_index(connection, path)


def held(path: Path, folder: Path = FOLDER) -> int:
    """Open the index for writing, as a new start does; return how much it holds."""
    connection = open_index_for_writing(path, folder)
    count: int = connection.execute("SELECT count(*) FROM problems").get
    assert connection.pragma("integrity_check") == "ok"
    close_index(connection, path)
    return count


def test_a_new_index_is_empty_and_lets_readers_go_on(tmp_path: Path) -> None:
    connection = open_index_for_writing(index(tmp_path), FOLDER)
    assert connection.pragma("journal_mode") == "wal"
    assert connection.pragma("user_version") == VERSION
    connection.close()


def test_what_was_written_is_there_again(tmp_path: Path) -> None:
    filled(index(tmp_path))
    assert held(index(tmp_path)) == 2000


@pytest.mark.parametrize("version", [VERSION - 1, VERSION + 1, 0])
def test_an_index_of_another_version_is_rebuilt(tmp_path: Path, version: int) -> None:
    filled(index(tmp_path))
    connection = apsw.Connection(str(index(tmp_path)))
    connection.pragma("user_version", version)
    connection.close()
    assert held(index(tmp_path)) == 0


def test_an_index_of_another_folder_or_zone_is_rebuilt(tmp_path: Path) -> None:
    filled(index(tmp_path))
    assert held(index(tmp_path), Path("/elsewhere")) == 0
    filled(index(tmp_path))
    connection = apsw.Connection(str(index(tmp_path)))
    connection.execute("UPDATE facts SET value = 'Mars/Olympus' WHERE name = 'zone'")
    connection.close()
    assert held(index(tmp_path)) == 0


@pytest.mark.parametrize("seed", range(12))
def test_a_corrupt_index_is_rebuilt(tmp_path: Path, seed: int) -> None:
    filled(index(tmp_path))
    chance = random.Random(seed)  # noqa: S311 - the same every time is the point
    content = bytearray(index(tmp_path).read_bytes())
    match seed % 4:
        case 0:  # a torn page somewhere
            place = 4096 * chance.randrange(1, len(content) // 4096)
            content[place : place + 4096] = chance.randbytes(4096)
        case 1:
            del content[chance.randrange(100, len(content) // 2) :]
        case 2:
            content[:] = chance.randbytes(20_000)
        case _:
            content[:100] = bytes(100)
    index(tmp_path).write_bytes(content)
    assert held(index(tmp_path)) == 0
    assert index(tmp_path).with_name("index.db.damaged").read_bytes()


def test_an_empty_file_becomes_an_index(tmp_path: Path) -> None:
    index(tmp_path).parent.mkdir()
    index(tmp_path).touch()
    assert held(index(tmp_path)) == 0


def test_a_reader_stays_open_while_the_index_is_emptied(tmp_path: Path) -> None:
    filled(index(tmp_path))
    reader = open_index_for_reading(index(tmp_path))
    assert reader.execute("SELECT count(*) FROM problems").get == 2000
    writer = open_index_for_writing(index(tmp_path), FOLDER)
    reset(writer, FOLDER)
    assert reader.execute("SELECT count(*) FROM problems").get == 0
    reader.close()
    writer.close()


def test_reading_an_index_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no index"):
        open_index_for_reading(index(tmp_path))


def test_reading_an_index_of_another_version_says_so(tmp_path: Path) -> None:
    filled(index(tmp_path))
    connection = apsw.Connection(str(index(tmp_path)))
    connection.pragma("user_version", VERSION + 1)
    connection.close()
    with pytest.raises(StoreError, match="another version"):
        open_index_for_reading(index(tmp_path))


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    filled(index(tmp_path))
    reader = open_index_for_reading(index(tmp_path))
    with pytest.raises(apsw.ReadOnlyError):
        reader.execute("DELETE FROM problems")
    reader.close()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    with pytest.raises(StoreError, match="cache"):
        open_index_for_writing(index(tmp_path), FOLDER)


def test_an_index_that_was_not_closed_is_checked_and_kept(tmp_path: Path) -> None:
    filled(index(tmp_path))
    index(tmp_path).with_name("index.closed").unlink()
    assert held(index(tmp_path)) == 2000


def test_an_index_of_another_version_is_emptied_unchecked(tmp_path: Path) -> None:
    filled(index(tmp_path))
    other = apsw.Connection(str(index(tmp_path)))
    other.pragma("user_version", VERSION + 1)
    other.close()
    content = bytearray(index(tmp_path).read_bytes())
    content[5 * 4096 : 6 * 4096] = bytes(4096)
    index(tmp_path).write_bytes(content)
    assert held(index(tmp_path)) == 0
    assert not index(tmp_path).with_name("index.db.damaged").exists()


def test_an_index_that_was_changed_since_it_was_closed_is_checked_whatever_its_times(
    tmp_path: Path,
) -> None:
    filled(index(tmp_path))
    status = index(tmp_path).stat()
    content = bytearray(index(tmp_path).read_bytes())
    content[5 * 4096 : 6 * 4096] = bytes(4096)
    index(tmp_path).write_bytes(content)
    os.utime(index(tmp_path), ns=(status.st_atime_ns, status.st_mtime_ns))
    assert held(index(tmp_path)) == 0


def test_a_folder_in_the_index_s_place_is_set_aside_as_often_as_need_be(tmp_path: Path) -> None:
    for number in range(3):
        index(tmp_path).mkdir(parents=True)
        (index(tmp_path) / f"{number}").touch()
        assert held(index(tmp_path)) == 0
        index(tmp_path).unlink()
    aside = index(tmp_path).with_name("index.db.damaged")
    assert [file.name for file in aside.iterdir()] == ["2"]
    index(tmp_path).write_bytes(b"no database" * 1000)
    assert held(index(tmp_path)) == 0
    assert aside.is_file()


@pytest.mark.parametrize("versions", [b"\1\1", b"\3\2"], ids=["no log", "nobody may write"])
def test_an_index_that_its_first_page_makes_unusable_is_begun_anew_beside_a_reader(
    tmp_path: Path, versions: bytes
) -> None:
    """A database gives up its log only once nobody has it open."""
    filled(index(tmp_path))
    reader = open_index_for_reading(index(tmp_path))
    assert reader.execute("SELECT count(*) FROM problems").get == 2000
    with index(tmp_path).open("r+b") as file:
        file.seek(18)
        file.write(versions)
    assert held(index(tmp_path)) == 0
    reader.close()
