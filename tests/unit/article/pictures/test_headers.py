"""How large pictures are, by their headers."""

import struct
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.pictures.headers import size_in


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    parts = (
        b"\xff" + bytes((mark,)) + struct.pack(">H", len(data) + 2) + data
        for mark, data in segments
    )
    return b"\xff\xd8" + b"".join(parts)


def exif(orientation: int) -> bytes:
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + b"\0\0\0\0"


LOSSY = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a"
FRAME = b"\x08" + struct.pack(">HH", 480, 640) + b"\x03"
ISPE = b"\0\0\0\x14ispe\0\0\0\0" + struct.pack(">II", 640, 480)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480), (640, 480)),
        (b"GIF89a" + struct.pack("<HH", 640, 480), (640, 480)),
        (b"BM" + b"\0" * 16 + struct.pack("<ii", 640, -480), (640, 480)),
        (b"RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0" + b"\x7f\x02\0\xdf\x01\0", (640, 480)),
        (b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0/" + struct.pack("<I", 639 | 479 << 14), (640, 480)),
        (LOSSY + struct.pack("<HH", 640, 480), (640, 480)),
        (jpeg((0xE0, b"JFIF"), (0xC0, FRAME)), (640, 480)),
        (jpeg((0xE2, b"p" * 60_000), (0xC4, b"h"), (0xC2, FRAME)), (640, 480)),
        (jpeg((0xE1, exif(1)), (0xC0, FRAME)), (640, 480)),
        (jpeg((0xE1, exif(6)), (0xC0, FRAME)), (480, 640)),
        (b"\0\0\0\x20ftypavif" + b"\0" * 30 + ISPE, (640, 480)),
        (b"\0\0\0\x20ftypavif" + b"\0" * 30 + ISPE + b"\0\0\0\tirot\x01", (480, 640)),
        (b'<svg xmlns="x" width="640" height="480px">', (640, 480)),
        (b'<?xml version="1.0"?><svg viewBox="0 0 640 480" width="100%">', (640, 480)),
        (b"", (0, 0)),
        (b"\x89PNG\r\n\x1a\n", (0, 0)),
        (b"\xff\xd8\xff", (0, 0)),
        (b"\xff\xd8" + b"\xff\xe0\0\2" * 10_000, (0, 0)),
        (b"GIF89a" + struct.pack("<HH", 0, 480), (0, 0)),
        (b"<p>no picture</p>", (0, 0)),
    ],
)
def test_sizes(data: bytes, size: tuple[int, int]) -> None:
    assert size_in(BytesIO(data)) == size


STARTS = [
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8",
    b"GIF89a",
    b"RIFF\0\0\0\0WEBPVP8",
    b"\0\0\0 ftypavif",
    b"BM",
    b"<svg ",
]


@given(st.sampled_from(STARTS), st.binary(max_size=300))
def test_no_file_is_too_broken(start: bytes, rest: bytes) -> None:
    width, height = size_in(BytesIO(start + rest))
    assert width >= 0 <= height
