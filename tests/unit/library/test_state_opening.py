import random
import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from reader.errors import StoreError
from reader.library import state_opening
from reader.library.saved_searches import SavedSearch, SearchesChange
from reader.library.state import ReadingState
from reader.library.state_backup import KEPT_DAYS, back_up_daily, copies
from reader.library.state_notices import StateError, StateNews, StateNotice
from reader.library.state_opening import open_state
from reader.library.state_schema import STEPS, VERSION, migrate
from reader.library.values import Filter, PostState

FOLDER = Path("/library")
READ = PostState(read=True)
STARRED = PostState(starred=True)
TODAY = date(2026, 2, 25)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


def write(place: Path, **states: PostState) -> None:
    state = ReadingState(place, FOLDER)
    state.change(states)
    state.close()


def damaged_files(place: Path) -> list[Path]:
    found = place.parent.glob("state.db.damaged-*")
    return [path for path in found if not path.name.endswith(("-wal", "-journal"))]


def test_a_new_state_has_the_newest_version(place: Path) -> None:
    opened = open_state(place)
    assert opened.connection.pragma("user_version") == VERSION
    assert opened.notice is None
    assert not opened.read_only
    opened.connection.close()


def test_a_copy_is_made_once_a_day_and_the_last_days_are_kept(place: Path) -> None:
    for day in range(KEPT_DAYS + 3):
        write(place, **{f"{day}.md": READ})
        copy = back_up_daily(place, TODAY + timedelta(days=day))
        assert copy is not None
        assert back_up_daily(place, TODAY + timedelta(days=day)) is None
    kept = sorted(path.name for path in (place.parent / "backups").iterdir())
    assert kept == [f"state-2026-02-2{day}.db" for day in (8,)] + [
        f"state-2026-03-0{day}.db" for day in (1, 2, 3, 4)
    ]


def test_a_clock_set_back_costs_no_copy(place: Path) -> None:
    for day in range(KEPT_DAYS):
        write(place, **{f"{day}.md": READ})
        back_up_daily(place, TODAY + timedelta(days=day))
    write(place, last=READ)
    copy = back_up_daily(place, TODAY - timedelta(days=400))
    assert copy is not None
    assert copies(place)[0] == copy


def test_the_newest_copy_is_told_by_all_that_was_changed(place: Path) -> None:
    """Not by rows alone: the newest may go, and a saved search is none of them."""
    write(place, first=READ)
    write(place, untouched=READ)
    back_up_daily(place, TODAY)
    connection = apsw.Connection(str(place))
    connection.execute("DELETE FROM states WHERE path = 'untouched'")
    connection.close()
    state = ReadingState(place, FOLDER)
    state.change_searches(SearchesChange((), (SavedSearch("1", "War", Filter(query="war")),)))
    state.close()
    newest = back_up_daily(place, TODAY - timedelta(days=1))
    assert newest is not None
    assert copies(place)[0] == newest


def test_nothing_is_copied_where_nothing_is(place: Path) -> None:
    assert back_up_daily(place, TODAY) is None
    write(place)
    assert back_up_daily(place, TODAY) is None


def test_a_copy_is_made_while_the_state_is_written(place: Path) -> None:
    state = ReadingState(place, FOLDER)
    state.change({"a.md": READ})
    with sqlite3.connect(place) as other:  # a second window, in the midst of a change
        other.execute("BEGIN IMMEDIATE")
        assert state.back_up_if_due() is not None
    other.close()
    state.close()


def test_a_damaged_state_is_never_copied_over_a_good_copy(place: Path) -> None:
    write(place, a=READ)
    good = back_up_daily(place, TODAY)
    damage(place)
    with pytest.raises(apsw.Error):
        back_up_daily(place, TODAY + timedelta(days=1))
    assert list((place.parent / "backups").iterdir()) == [good]


def damage(place: Path) -> None:
    size = place.stat().st_size
    with place.open("r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * (size - 100))


def test_a_damaged_state_is_set_aside_and_the_newest_copy_takes_its_place(place: Path) -> None:
    write(place, old=READ)
    back_up_daily(place, TODAY)
    write(place, newer=STARRED)
    newest = back_up_daily(place, TODAY + timedelta(days=1))
    damage(place)
    broken = place.read_bytes()
    state = ReadingState(place, FOLDER)
    assert state.states() == {"old": READ, "newer": STARRED}
    (aside,) = damaged_files(place)
    assert aside.read_bytes() == broken
    assert state.notice == StateNotice(StateNews.RESTORED, place, aside, newest)
    state.change({"next": READ})
    state.close()
    state = ReadingState(place, FOLDER)
    assert state.notice is None
    assert set(state.states()) == {"old", "newer", "next"}
    state.close()


def test_a_damaged_copy_is_passed_over(place: Path) -> None:
    write(place, old=READ)
    back_up_daily(place, TODAY)
    write(place, newer=STARRED)
    newest = back_up_daily(place, TODAY + timedelta(days=1))
    assert newest is not None
    damage(newest)
    damage(place)
    state = ReadingState(place, FOLDER)
    assert state.states() == {"old": READ}
    state.close()


def test_without_a_copy_it_begins_anew_and_says_so(place: Path) -> None:
    place.write_bytes(b"this is no database, whatever it is called" * 100)
    state = ReadingState(place, FOLDER)
    assert state.states() == {}
    (aside,) = damaged_files(place)
    assert state.notice == StateNotice(StateNews.LOST, place, aside)
    state.close()


@pytest.mark.parametrize("left", [None, b""])
def test_a_state_that_is_gone_or_empty_comes_back_from_its_copy(
    place: Path, left: bytes | None
) -> None:
    write(place, a=READ)
    back_up_daily(place, TODAY)
    place.unlink()
    if left is not None:
        place.write_bytes(left)
    state = ReadingState(place, FOLDER)
    assert state.states() == {"a": READ}
    assert state.notice is not None
    state.close()


def test_damage_that_shows_while_running_is_mended_too(place: Path) -> None:
    state = ReadingState(place, FOLDER)
    state.change({"a.md": READ})
    back_up_daily(place, TODAY)
    state.change({f"{number}.md": READ for number in range(2000)})
    connection = apsw.Connection(str(place))
    connection.execute("UPDATE libraries SET folder = folder")  # or it trusts what it read before
    connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    connection.close()
    damage(place)
    state.change({"b.md": READ})
    assert state.states()["b.md"] == READ
    assert state.notice is not None
    assert len(damaged_files(place)) == 1
    state.close()


def test_damage_that_cannot_be_mended_at_once_is_mended_later(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that another window has open cannot be moved."""

    def unmovable(state: Path, now: datetime) -> Path:
        raise PermissionError(13, "somebody has it open", str(state))

    state = ReadingState(place, FOLDER)
    state.change({"a.md": READ})
    back_up_daily(place, TODAY)
    connection = apsw.Connection(str(place))
    connection.execute("UPDATE libraries SET folder = folder")  # or it trusts what it read before
    connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    connection.close()
    damage(place)
    with monkeypatch.context() as patch:
        patch.setattr(state_opening, "set_aside", unmovable)
        for _ in range(2):
            with pytest.raises(StateError):
                state.change({"b.md": READ})
    state.change({"b.md": READ})
    assert state.states() == {"a.md": READ, "b.md": READ}
    state.close()


def test_what_is_there_after_another_file_took_its_place_is_news(place: Path) -> None:
    state = ReadingState(place, FOLDER)
    state.change({"a.md": READ})
    other = place.with_name("other.db")
    write(other, **{"b.md": STARRED})
    other.replace(place)
    for ending in ("-wal", "-shm"):
        Path(f"{place}{ending}").unlink()
    assert state.written_elsewhere()
    assert not state.written_elsewhere()
    assert state.states() == {"b.md": STARRED}
    state.close()


def test_a_newer_state_is_read_but_never_written(place: Path) -> None:
    write(place, a=READ)
    newer = apsw.Connection(str(place))
    newer.execute("INSERT INTO migrations VALUES(99, '2030'); PRAGMA user_version = 99")
    newer.execute("CREATE TABLE notes(path TEXT)")
    newer.close()
    before = place.read_bytes()
    state = ReadingState(place, FOLDER)
    assert state.read_only
    assert state.notice == StateNotice(StateNews.NEWER, place)
    assert state.states() == {"a": READ}
    with pytest.raises(StoreError, match="newer"):
        state.change({"b": READ})
    assert state.back_up_if_due() is None
    state.close()
    assert place.read_bytes() == before
    assert not damaged_files(place)


def test_a_newer_state_that_is_kept_otherwise_is_left_alone(place: Path) -> None:
    newer = apsw.Connection(str(place))
    newer.execute("CREATE TABLE migrations(version INTEGER); INSERT INTO migrations VALUES(99)")
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = place.read_bytes()
    state = ReadingState(place, FOLDER)
    assert state.read_only
    assert state.states() == {}
    assert state.state_of("a.md") == PostState()
    state.close()
    assert place.read_bytes() == before


def test_each_migration_is_preceded_by_a_copy_and_is_whole_or_not_at_all(place: Path) -> None:
    write(place, a=READ)
    connection = apsw.Connection(str(place))
    steps_begun: list[int] = []

    def add_notes(connection: apsw.Connection) -> None:
        connection.execute("ALTER TABLE states ADD COLUMN note TEXT")

    def fail(connection: apsw.Connection) -> None:
        connection.execute("DELETE FROM states; SELECT no_such_column FROM states")

    with pytest.raises(apsw.SQLError):
        migrate(connection, steps_begun.append, (*STEPS, add_notes, fail))
    assert steps_begun == [VERSION + 1, VERSION + 2]
    assert connection.pragma("user_version") == VERSION + 1
    assert connection.execute("SELECT path, note FROM states").fetchall() == [("a", None)]
    migrate(connection, steps_begun.append, (*STEPS, add_notes))
    assert len(steps_begun) == 2
    connection.close()


@pytest.mark.parametrize("seed", range(60))
def test_whatever_befalls_the_file_the_state_is_at_most_a_day_old(place: Path, seed: int) -> None:
    write(place, **{f"{number}.md": READ for number in range(300)})
    back_up_daily(place, TODAY)
    write(place, last=STARRED)
    chance = random.Random(seed)  # noqa: S311 - the same every time
    content = bytearray(place.read_bytes())
    if seed % 3 == 0:
        content = content[: chance.randrange(len(content))]
    else:
        for _ in range(chance.choice([1, 1, 8, 64])):
            content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    place.write_bytes(content)
    state = ReadingState(place, FOLDER)
    states = state.states()
    if state.notice:
        assert len(states) == 300
        kept = [path.read_bytes() for path in damaged_files(place)]
        assert kept == [content] or not content
    else:  # a flipped letter of a path is nothing that SQLite can tell
        assert len(states) == 301
    assert not state.read_only
    state.change({"next": READ})
    state.close()


def test_a_state_of_the_first_version_is_taken_over_whole(place: Path) -> None:
    connection = apsw.Connection(str(place))
    migrate(connection, lambda _: None, STEPS[:1])
    connection.execute("INSERT INTO libraries VALUES(7, ?)", (str(FOLDER),))
    connection.executemany(
        """INSERT INTO states(library_id, path, read, starred, position, read_at, content_hash,
            url_key, moved_to, revision) VALUES(7, ?, ?, ?, ?, 5, x'00', 'news.cn/1', ?, ?)""",
        [("a", 1, 0, 0.5, None, 1), ("b", 0, 1, 0, None, 2), ("was", 1, 1, 0, "b", 3)],
    )
    connection.close()
    before = place.read_bytes()
    state = ReadingState(place, FOLDER)
    assert state.notice is None
    assert state.states() == {"a": PostState(read=True, position=0.5), "b": STARRED}
    state.change({"a": STARRED})
    state.close()
    (copy, *_) = sorted((place.parent / "backups").iterdir())
    assert copy.name.endswith(f"before-version-{2}.db")
    kept = apsw.Connection(str(copy), flags=apsw.SQLITE_OPEN_READONLY)
    assert kept.execute("SELECT count(*) FROM states").get == 3
    kept.close()
    place.write_bytes(before)  # as an older program, and then a damage, leave it
    for ending in ("-wal", "-shm"):
        Path(f"{place}{ending}").unlink(missing_ok=True)
    damage(place)
    state = ReadingState(place, FOLDER)
    assert state.states() == {"a": PostState(read=True, position=0.5), "b": STARRED}
    state.close()


def test_two_windows_may_migrate_at_once(place: Path) -> None:
    connections = [apsw.Connection(str(place)) for _ in range(2)]
    migrate(connections[0], lambda _: None, STEPS[:1])

    def meanwhile(_: int) -> None:
        migrate(connections[1], lambda _: None)

    migrate(connections[0], meanwhile)
    assert connections[0].pragma("user_version") == VERSION
    assert connections[0].execute("SELECT count(*) FROM migrations").get == VERSION
    for connection in connections:
        connection.close()
