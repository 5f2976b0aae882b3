"""Which posts count as read and starred, while the state beside the index changes."""

from collections.abc import Generator
from pathlib import Path

import apsw
import pytest

from reader.library.database import open_index_for_reading
from reader.library.reading_marks import ReadingMarks
from reader.library.state import ReadingState
from reader.library.values import PostState
from tests.helpers.indexes import IndexedPost, write_index

FOLDER = Path("/library")
READ = PostState(read=True)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "state.db"


@pytest.fixture
def index(tmp_path: Path) -> Generator[apsw.Connection]:
    path = tmp_path / "index.db"
    write_index(path, [IndexedPost(f"{name}.md") for name in "abc"])
    connection = open_index_for_reading(path)
    yield connection
    connection.close()


def read(index: apsw.Connection, marks: ReadingMarks) -> list[str]:
    """Return the paths of the posts that count as read."""
    marks.attach()
    with index:
        marks.fill()
    found = "SELECT path FROM posts JOIN temp.read_posts USING(id) ORDER BY path"
    return [path for (path,) in index.execute(found)]


def test_a_change_is_seen_though_the_newest_row_went_before_it(
    index: apsw.Connection, place: Path
) -> None:
    """As one goes that nobody touched, where a state moves to its path."""
    state = ReadingState(place, FOLDER)
    state.change({"a.md": READ})
    state.change({"untouched.md": READ})
    marks = ReadingMarks(index, place, str(FOLDER))
    assert read(index, marks) == ["a.md"]
    other = apsw.Connection(str(place))
    other.execute("DELETE FROM states WHERE path = 'untouched.md'")
    other.close()
    state.change({"b.md": READ})
    assert read(index, marks) == ["a.md", "b.md"]
    state.close()


def test_a_state_that_can_be_read_again_is_read(index: apsw.Connection, place: Path) -> None:
    state = ReadingState(place, FOLDER)
    state.change({"a.md": READ})
    state.close()
    whole = place.read_bytes()
    place.write_bytes(b"no database " * 100)
    marks = ReadingMarks(index, place, str(FOLDER))
    assert read(index, marks) == []
    place.write_bytes(whole)
    assert read(index, marks) == ["a.md"]
