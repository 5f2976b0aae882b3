import json
from pathlib import Path

import pytest

from reader.ui.json_file import put_aside, read_json, read_object, with_changes, write_json

BROKEN = [b"{", b"\xff\xfe\x00", b"[" * 100_000, b'"text"', b"[1]", b"{} // a comment", b"\0" * 9]


@pytest.mark.parametrize("written", BROKEN)
def test_what_is_no_object_is_told_from_what_was_never_written(
    tmp_path: Path, written: bytes
) -> None:
    path = tmp_path / "file.json"
    assert read_object(path) == {}
    path.write_bytes(b" \n")
    assert read_object(path) == {}
    path.write_bytes(written)
    with pytest.raises(ValueError, match=r".+"):
        read_object(path)
    assert read_json(path) == {}


def test_a_file_that_an_editor_of_windows_has_saved_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b'\xef\xbb\xbf{"theme": "dark"}\r\n')
    assert read_object(path) == {"theme": "dark"}


def test_a_link_stays_a_link_to_the_file_that_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "kept" / "real.json", tmp_path / "link.json"
    link.symlink_to(real)
    write_json(link, {"size": 20})
    assert link.is_symlink()
    assert json.loads(real.read_bytes()) == {"size": 20}
    assert [each.name for each in real.parent.iterdir()] == ["real.json"]


def test_nothing_is_put_aside_over_anything_else(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    for written in ("first", "second", "third"):
        path.write_text(written, "utf-8")
        assert put_aside(path).read_text("utf-8") == written
    assert not path.exists()
    assert sorted(each.read_text("utf-8") for each in tmp_path.iterdir()) == [
        "first",
        "second",
        "third",
    ]


def test_only_what_has_changed_is_changed() -> None:
    kept = {"theme": "neon", "columns": 2, "size": 20, "fonts": {"ar": "Amiri", "ja": "Gothic"}}
    before = {"size": 20, "fonts": {"ja": "Gothic"}}
    now = {"line": 1.7, "fonts": {"ko": "Batang"}}
    assert with_changes(kept, before, now) == {
        "theme": "neon",
        "columns": 2,
        "line": 1.7,
        "fonts": {"ar": "Amiri", "ko": "Batang"},
    }
    assert with_changes({"fonts": 7}, {}, {"fonts": {"ja": "Gothic"}}) == {
        "fonts": {"ja": "Gothic"}
    }
    assert with_changes({"fonts": {"ja": "Gothic"}}, {"fonts": {"ja": "Gothic"}}, {}) == {}
