"""How large a picture is, read from the first bytes of its file.

Headers only: nothing is decoded, and however the file was made, at most `MAX_STEPS` parts of it
are looked at. Whoever asks has opened the file: this room opens none.
"""

import re
import struct
from typing import BinaryIO

MAX_STEPS = 100
_MOST_BYTES = 64 * 1024  # of an AVIF's boxes, or a JPEG's description by the camera
_LIMIT = 100_000  # pixels a side; more is no picture
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG's SOFn
_NO_LENGTH = frozenset((0x01, *range(0xD0, 0xDA)))
_VIEW_BOX = re.compile(rb"viewBox\s*=\s*[\"']\s*[\d.+-]+[\s,]+[\d.+-]+[\s,]+([\d.]+)[\s,]+([\d.]+)")
_SVG_SIDES = tuple(
    re.compile(rb"<svg\b[^>]*?\s" + side + rb"\s*=\s*[\"']\s*([\d.]{1,9})(?:px)?\s*[\"']", re.S)
    for side in (b"width", b"height")
)

_KINDS = tuple(
    (kind, re.compile(start, re.DOTALL))
    for kind, start in (
        ("png", rb"\x89PNG\r\n\x1a\n"),
        ("jpeg", rb"\xff\xd8\xff"),
        ("gif", rb"GIF8[79]a"),
        ("webp", rb"RIFF....WEBP"),
        ("avif", rb"....ftypavi[fs]"),
        ("bmp", rb"BM"),
        ("svg", rb"(?:\xef\xbb\xbf)?\s*<"),
    )
)

Size = tuple[int, int]
UNKNOWN: Size = (0, 0)


def size_in(opened: BinaryIO) -> Size:
    """Return width and height in pixels, as shown, of the picture in a seekable file.

    (0, 0) where it is no PNG, JPEG, GIF, WebP, AVIF, BMP or SVG, or does not say.
    Raises OSError where reading fails.
    """
    head = opened.read(64)
    try:
        size = _size(opened, head)
    except (struct.error, IndexError, ValueError):  # cut short
        return UNKNOWN
    width, height = size
    return size if 0 < width <= _LIMIT and 0 < height <= _LIMIT else UNKNOWN


def _size(opened: BinaryIO, head: bytes) -> Size:
    kind = next((kind for kind, start in _KINDS if start.match(head)), "")
    match kind:
        case "png":
            size = struct.unpack(">II", head[16:24])
        case "gif":
            size = struct.unpack("<HH", head[6:10])
        case "bmp":
            width, height = struct.unpack("<ii", head[18:26])
            size = width, abs(height)
        case "jpeg":
            size = _jpeg(opened)
        case "webp":
            size = _webp(head)
        case "avif":
            size = _avif(head + opened.read(_MOST_BYTES))
        case "svg":
            size = _svg(head + opened.read(2048))
        case _:
            size = UNKNOWN
    return size


def _webp(head: bytes) -> Size:
    """Container Specification of WebP: VP8X, VP8L and VP8 chunks."""
    kind = head[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return UNKNOWN


def _jpeg(opened: BinaryIO) -> Size:
    """ISO 10918-1, B.2: walk the segments to the frame's header."""
    opened.seek(2)
    turned = False
    for _ in range(MAX_STEPS):
        mark = opened.read(2)
        if len(mark) < 2 or mark[0] != 0xFF:
            return UNKNOWN
        if mark[1] == 0xFF:  # a fill byte
            opened.seek(-1, 1)
            continue
        if mark[1] in _NO_LENGTH:
            continue
        (length,) = struct.unpack(">H", opened.read(2))
        if mark[1] in _FRAMES:
            height, width = struct.unpack(">HH", opened.read(5)[1:])
            return (height, width) if turned else (width, height)
        if mark[1] == 0xE1 and length > 20:
            turned = turned or _is_turned(opened.read(length - 2))
        else:
            opened.seek(max(0, length - 2), 1)
    return UNKNOWN


def _is_turned(segment: bytes) -> bool:
    """Return whether EXIF's orientation (tag 0x0112) lays the picture on its side."""
    if not segment.startswith(b"Exif\0\0"):
        return False
    order = "<" if segment[6:8] == b"II" else ">"
    (start,) = struct.unpack(order + "I", segment[10:14])
    at = 6 + start
    (count,) = struct.unpack(order + "H", segment[at : at + 2])
    for entry in range(min(count, MAX_STEPS)):
        tag = segment[at + 2 + 12 * entry :][:12]
        if len(tag) == 12 and struct.unpack(order + "H", tag[:2])[0] == 0x0112:
            return struct.unpack(order + "H", tag[8:10])[0] in (5, 6, 7, 8)
    return False


def _avif(data: bytes) -> Size:
    """ISO 23008-12: the largest `ispe` is the whole picture's, `irot` turns it."""
    sizes = [
        struct.unpack(">II", data[match.end() + 4 : match.end() + 12])
        for match, _ in zip(re.finditer(rb"ispe", data), range(MAX_STEPS), strict=False)
    ]
    if not sizes:
        return UNKNOWN
    width, height = max(sizes)
    at = data.find(b"irot")
    turned = at > 0 and data[at + 4] & 1
    return (height, width) if turned else (width, height)


def _svg(data: bytes) -> Size:
    sides = [side.search(data) for side in _SVG_SIDES]
    if all(sides):
        width, height = (int(float(side[1])) for side in sides if side)
        return width, height
    box = _VIEW_BOX.search(data)
    return (int(float(box[1])), int(float(box[2]))) if box else UNKNOWN
