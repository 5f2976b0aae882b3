import os
from pathlib import Path

from reader.pictures.cache import PictureCache


def test_a_picture_kept_is_there_again(tmp_path: Path) -> None:
    PictureCache(tmp_path / "pictures").put("https://a/b", b"data")
    assert PictureCache(tmp_path / "pictures").get("https://a/b") == b"data"
    assert PictureCache(tmp_path / "pictures").get("https://a/c") is None


def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path, limit=1000)
    for number in range(9):
        cache.put(f"{number}", b"x" * 100)
    for age, path in enumerate(sorted(tmp_path.glob("??/*"))):
        os.utime(path, (age, age))
    assert cache.get("0") is not None  # used just now
    for number in range(9, 12):
        cache.put(f"{number}", b"x" * 100)
    kept = [number for number in range(12) if cache.get(f"{number}") is not None]
    assert {0, 9, 10, 11} <= set(kept)
    assert len(kept) <= 10


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = PictureCache(tmp_path / "file")
    cache.put("https://a/b", b"data")
    assert cache.get("https://a/b") is None


def test_all_can_be_forgotten_and_kept_anew(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "pictures")
    cache.clear()
    for address in ("https://a/1", "https://a/2"):
        cache.put(address, b"data")
    cache.clear()
    assert cache.get("https://a/1") is None
    cache.put("https://a/1", b"data")
    assert cache.get("https://a/1") == b"data"
