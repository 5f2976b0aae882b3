"""Pictures that a post holds itself, as `data:` addresses.

Named `picture?data:image/png;base64,…` they are asked of our own scheme like any other: the
page's policy still forbids it every `data:`, and what is served is typed by its first bytes.
Only pictures made of pixels: never SVG, which is markup.
"""

import re
from base64 import b64decode
from binascii import Error
from io import BytesIO
from urllib.parse import unquote

from reader.article.pictures.headers import UNKNOWN, Size, size_in

MAX_LENGTH = 2_000_000  # characters; Chromium takes no address beyond two millions
_MEASURED = 88_000  # characters: 64 kB and more
_CUT = "…"  # ends the data of a picture that was cut short
_LEAST_SIDE = 3  # pixels; what is smaller keeps a place
_DATA = re.compile(
    r"data:(image/(?:png|jpe?g|gif|webp|avif|bmp))(?:;[\w=.-]{1,40}){0,3};base64,", re.IGNORECASE
)
_LONG = re.compile(rf"{_DATA.pattern}[\w+/%=-]{{{_MEASURED}}}([\w+/%=-]++)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}\Z")


def inline_picture(source: str) -> tuple[str, Size] | None:
    """Return the `data:` address `source` as it is to be named, and the picture's size.

    None where it is no picture. One that is too long is named without its data: the page
    says that there is one.
    """
    head = _DATA.match(source)
    if head is None:
        return None
    kind = f"data:{head[1].lower()};base64,"
    written = source[head.end() :]
    size = _size(_plain(written[:_MEASURED]))
    if size == UNKNOWN:
        return None
    written = _plain(written[: MAX_LENGTH + 1])
    if len(written) > MAX_LENGTH or written.endswith(_CUT):
        return kind, size
    return (kind + written, size) if _BASE64.match(written) else None


def is_too_large(address: str) -> bool:
    """Return whether `address`, by `inline_picture`, names a picture without its data."""
    return address.startswith("data:") and address.endswith(";base64,")


def shortened(markup: str) -> str:
    """Return `markup` with so much of its inline pictures as tells how large they are.

    What is too long for a text mostly is so because of its pictures.
    """
    return _LONG.sub(lambda found: found[0][: found.start(2) - found.start()] + _CUT, markup)


def _plain(written: str) -> str:
    if "%" in written:
        written = unquote(written)
    return _SPACE.sub("", written).replace("-", "+").replace("_", "/")


def _size(written: str) -> Size:
    try:
        return size_in(BytesIO(b64decode(written[: len(written) // 4 * 4])))
    except (Error, ValueError, OSError):
        return UNKNOWN


def keeps_a_place(size: Size, shown: Size) -> bool:
    """Return whether a picture of this size, shown so large, only stands in for another.

    A dot, or the few blurred pixels that sites stretch until the real picture comes.
    """
    return min(size) < _LEAST_SIDE or (max(size) <= 64 and shown[0] >= 4 * size[0])
