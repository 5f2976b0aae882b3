from pathlib import Path

import pytest

from reader.pictures.at_hand import picture_at_hand
from reader.pictures.cache import PictureCache

PNG = b"\x89PNG\r\n\x1a\n" + b"rest of it"
REMOTE = "https://example.org/a.png"


@pytest.fixture
def kept(tmp_path: Path) -> PictureCache:
    return PictureCache(tmp_path / "cache")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    (folder / "im g").mkdir(parents=True)
    (folder / "im g" / "ü.png").write_bytes(PNG)
    (folder / "a.png").write_bytes(b"no picture at all")
    (tmp_path / "outside.png").write_bytes(PNG)
    return folder


def test_a_file_of_the_library_is_at_hand(library: Path, kept: PictureCache) -> None:
    assert picture_at_hand(library, kept, "im g/ü.png") == ("image/png", PNG)


@pytest.mark.parametrize("address", ["a.png", "gone.png", "../outside.png", "", "data:image/png,"])
def test_nothing_else_is(library: Path, kept: PictureCache, address: str) -> None:
    assert picture_at_hand(library, kept, address) is None


def test_a_remote_picture_is_at_hand_once_it_was_kept(library: Path, kept: PictureCache) -> None:
    assert picture_at_hand(library, kept, REMOTE) is None
    kept.put(REMOTE, PNG)
    assert picture_at_hand(library, kept, REMOTE) == ("image/png", PNG)
