import pytest

from reader.pictures.kinds import PICTURES, kind_of


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x1cftypavif", "image/avif"),
        (b"<svg xmlns='x'>", "image/svg+xml"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a > b -->\n<svg>', "image/svg+xml"),
        (b'<!DOCTYPE svg PUBLIC "x" "y">\n<svg>', "image/svg+xml"),
        (b"ID3\x04", "audio/mpeg"),
        (b"\0\0\0\x20ftypisom", "video/mp4"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind


@pytest.mark.parametrize(
    "head", [b"", b"<html><svg>", b"<!DOCTYPE html><svg>", b"%PDF-1.7", b"MZ", b"<svgx>", b"PK"]
)
def test_anything_else_is_nothing(head: bytes) -> None:
    assert kind_of(head) == ""


def test_sounds_and_films_are_no_pictures() -> None:
    assert "audio/mpeg" not in PICTURES
    assert "image/svg+xml" in PICTURES
