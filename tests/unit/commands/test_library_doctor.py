"""`broadsheetctl doctor FOLDER`, as a person or a script runs it."""

from pathlib import Path

import apsw
import pytest

from reader.library.state import ReadingState
from reader.library.values import PostState
from reader.profile import Profile
from tests.helpers.commands import ctl
from tests.helpers.indexing import Indexing
from tests.helpers.small_library import write_library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")


@pytest.fixture
def profile(tmp_path: Path, folder: Path) -> Path:
    """Return a profile with the folder's index in it."""
    made = tmp_path / "profile"
    ctl(made, "index", folder)
    return made


def damage(profile: Path, folder: Path) -> None:
    connection = apsw.Connection(str(Profile.under(profile).index_path(folder)))
    connection.execute("UPDATE posts SET title = 'X' WHERE path = 'a.md'")
    connection.close()


def test_a_sound_index_is_0_and_nothing_is_written_into_the_folder(
    profile: Path, folder: Path
) -> None:
    folder.chmod(0o555)
    before = folder.stat().st_mtime_ns
    ran = ctl(profile, "doctor", folder)
    assert (ran.code, ran.out, ran.err) == (0, "Nothing differs.\n", "")
    assert ctl(profile, "doctor", folder, "--json").out == ""
    assert folder.stat().st_mtime_ns == before


def test_what_differs_is_1_and_is_mended(profile: Path, folder: Path) -> None:
    damage(profile, folder)
    (folder / "b.md").unlink()
    ran = ctl(profile, "doctor", folder)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "gone     b.md: is in the index, but not in the folder",
        "wrong    a.md: title is 'X', not 'Alpha'",
        "With --repair, doctor mends this.",
    ]
    as_json = ctl(profile, "doctor", folder, "--json")
    assert [(each["kind"], each["path"]) for each in as_json.objects] == [
        ("gone", "b.md"),
        ("wrong", "a.md"),
    ]
    repaired = ctl(profile, "doctor", folder, "--repair")
    assert (repaired.code, repaired.out.splitlines()[-1]) == (0, "Nothing differs now.")
    assert ctl(profile, "doctor", folder).code == 0


def test_an_index_that_was_never_made_is_made(tmp_path: Path, folder: Path) -> None:
    ran = ctl(tmp_path / "empty", "doctor", folder)
    assert (ran.code, ran.out.splitlines()[0]) == (1, "index    there is none yet")
    assert not (tmp_path / "empty").exists()
    assert ctl(tmp_path / "empty", "doctor", folder, "--repair").code == 0
    assert ctl(tmp_path / "empty", "doctor", folder).code == 0


def test_beside_a_window_it_compares_but_does_not_mend(profile: Path, folder: Path) -> None:
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        assert ctl(profile, "doctor", folder).code == 0
        ran = ctl(profile, "doctor", folder, "--repair")
        assert (ran.code, ran.out) == (3, "")
        assert "close it to repair" in ran.err


def test_a_damaged_reading_state_is_named_and_comes_back_from_its_backup(
    profile: Path, folder: Path
) -> None:
    path = Profile.under(profile).state_path
    state = ReadingState(path, folder)
    state.change({"a.md": PostState(read=True)})
    assert state.back_up_if_due() is not None
    state.close()
    path.write_bytes(b"x" * 4096)
    ran = ctl(profile, "doctor", folder)
    assert (ran.code, ran.out[:9]) == (1, "state    ")
    assert str(path) in ran.out
    assert ctl(profile, "doctor", folder, "--repair").code == 0
    assert ctl(profile, "doctor", folder).code == 0
    assert ReadingState(path, folder).states()["a.md"].read


def test_wrong_use_is_2(profile: Path, folder: Path) -> None:
    assert ctl(profile, "doctor", folder / "none").code == 2
    assert ctl(profile, "doctor", "--repair").code == 2
