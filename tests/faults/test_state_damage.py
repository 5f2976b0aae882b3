"""A reading state that something has befallen is kept aside, and is back from a copy.

What was written into `state.db` since it was last copied into its first page may be lost with its
log, and one letter of a path may change without SQLite telling. Nothing else is.
"""

import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import apsw
import pytest

from reader.library.state import ReadingState
from reader.library.state_backup import back_up_daily
from reader.library.state_notices import StateNews
from reader.library.values import PostState

FOLDER = Path("/library")
READ = PostState(read=True)
YESTERDAY = date(2026, 2, 24)
COPIED = {f"{number}.md": READ for number in range(300)}
SINCE = {f"since-{number}.md": READ for number in range(100)}
LAST = {"last.md": PostState(starred=True)}

Damage = Callable[[random.Random, Path], None]


def flip(chance: random.Random, file: Path) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(chance.choice([1, 1, 2, 8, 64, 512])):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    file.write_bytes(content)


def truncate(chance: random.Random, file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: chance.randrange(1, len(content))])


def fill_with_noise(chance: random.Random, file: Path) -> None:
    file.write_bytes(chance.randbytes(chance.choice([10, 4096, 100_000])))


def overwrite(chance: random.Random, file: Path) -> None:
    content = bytearray(file.read_bytes())
    begin = chance.randrange(len(content))
    noise = chance.randbytes(min(len(content) - begin, chance.choice([100, 4096, 50_000])))
    content[begin : begin + len(noise)] = noise
    file.write_bytes(content)


def empty(chance: random.Random, file: Path) -> None:
    file.write_bytes(b"")


def lose(chance: random.Random, file: Path) -> None:
    file.unlink(missing_ok=True)


def make_a_folder(chance: random.Random, file: Path) -> None:
    file.unlink(missing_ok=True)
    (file / "with").mkdir(parents=True)


def take_anothers(chance: random.Random, file: Path) -> None:
    shutil.copyfile(file.parent.parent / "other" / file.name, file)


ALL: tuple[Damage, ...] = (
    *(flip, flip, flip, truncate, fill_with_noise, overwrite, empty, lose, make_a_folder),
    take_anothers,
)
KINDS = [
    *[("", kind) for kind in ALL[:-1]],
    *[(ending, kind) for ending in ("-wal", "-shm") for kind in ALL],
]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as a crash leaves it: a state, its log, and a copy of the day before."""
    root = tmp_path_factory.mktemp("prepared")
    for name, more in (("crashed", LAST), ("other", {"other.md": READ})):
        made = root / "made" / name
        state = ReadingState(made / "state.db", FOLDER)
        state.change(COPIED)
        state.close()
        back_up_daily(made / "state.db", YESTERDAY)
        state = ReadingState(made / "state.db", FOLDER)
        state.change(SINCE)
        connection = apsw.Connection(str(made / "state.db"))
        connection.execute("SELECT count(*) FROM states").fetchall()  # else it opens no log
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        state.change(more)  # is in the log alone
        shutil.copytree(made, root / name)
        connection.close()
        state.close()
    shutil.rmtree(root / "other" / "backups")
    return root


def damaged_files(place: Path) -> list[Path]:
    return [path for path in place.parent.iterdir() if ".damaged-" in path.name]


def test_whatever_befalls_it_a_state_at_most_a_day_old_is_there(
    prepared: Path, tmp_path: Path, full: bool
) -> None:
    for seed in range(1000 if full else 2 * len(KINDS)):
        root = tmp_path / str(seed)
        shutil.copytree(prepared, root, ignore=shutil.ignore_patterns("made"))
        chance = random.Random(seed)  # noqa: S311 - the same every time
        ending, damage = KINDS[seed % len(KINDS)]
        place = root / "crashed" / "state.db"
        damaged = Path(f"{place}{ending}")
        damage(chance, damaged)
        before = damaged.read_bytes() if damaged.is_file() else b""
        try:
            look_at(place, before, ending)
        except Exception as error:
            raise AssertionError(f"seed {seed}: {damage.__name__} of state.db{ending}") from error
        shutil.rmtree(root)


def look_at(place: Path, damaged: bytes, ending: str) -> None:
    """Open what was damaged, as the next start does and the one after that."""
    state = ReadingState(place, FOLDER)
    found, notice = state.states(), state.notice
    assert not state.read_only
    if notice is None:
        assert len(found.keys() & (COPIED | SINCE).keys()) >= 399  # one letter, or two
        assert ending or "last.md" in found or len(found) == 401
    else:
        assert notice.news in (StateNews.RESTORED, StateNews.SAVED, StateNews.MISSING)
        assert COPIED.items() <= found.items()
        kept = damaged_files(place)
        assert kept or not damaged
        if notice.news is not StateNews.MISSING and damaged and ending != "-shm":
            assert damaged in [file.read_bytes() for file in kept if file.is_file()]
    state.change({"next.md": READ})
    state.close()
    state = ReadingState(place, FOLDER)
    assert state.notice is None
    assert found.keys() | {"next.md"} == state.states().keys()
    state.close()
    connection = apsw.Connection(str(place), flags=apsw.SQLITE_OPEN_READONLY)
    assert connection.pragma("integrity_check") == "ok"
    connection.close()


@pytest.mark.parametrize("damage", [flip, truncate, empty, make_a_folder])
def test_damage_of_a_copy_costs_no_other(prepared: Path, tmp_path: Path, damage: Damage) -> None:
    shutil.copytree(prepared / "crashed", tmp_path / "crashed")
    place = tmp_path / "crashed" / "state.db"
    today = back_up_daily(place, date(2026, 2, 25))
    assert today is not None
    for seed in range(10):
        content = today.read_bytes()
        damage(random.Random(seed), today)  # noqa: S311
        fill_with_noise(random.Random(seed), place)  # noqa: S311
        state = ReadingState(place, FOLDER)
        found = state.states()
        state.close()
        assert COPIED.items() <= found.items()
        if today.is_dir():
            shutil.rmtree(today)
        today.write_bytes(content)
