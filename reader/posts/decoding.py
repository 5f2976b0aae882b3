"""Bytes to text, whatever wrote them.

In order: a byte order mark, the shape of UTF-16 and UTF-32 without one, UTF-8, UTF-8 with some
broken bytes, the encoding that HTML or XML declares, and the one that reads most plausibly.
"""

import codecs
import re
from dataclasses import dataclass, replace
from typing import Final

from reader.posts.guessing import guess_encoding, plausibility
from reader.posts.problem import Fault

_MARKS: Final = (  # UTF-32's little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,300}?charset\s*=\s*["']?([\w.:-]+)""",
    re.IGNORECASE,
)
_DECLARATION_WITHIN: Final = 4096
# What the names mean in practice (https://encoding.spec.whatwg.org/#names-and-labels).
_SUPERSETS: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_jp": "euc_jis_2004",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
}
_TRUSTED: Final = re.compile(r"cp125\d|cp874|cp866|iso8859-\d+|koi8-[ru]|gb18030|big5hkscs|hz")
_LIKELY: Final = 0.3  # plausibility: real texts reach 0.4 and more
_LONE: Final = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how it came out of the bytes."""

    text: str  # without a byte order mark; line ends as they were
    encoding: str  # Python's name
    faults: tuple[Fault, ...] = ()


def decode(data: bytes, complete: bool = True) -> Decoded:
    """Return `data` as text. Never raises: what cannot be read becomes U+FFFD and a fault.

    Where `complete` is False, `data` is a file's beginning and may end within a character.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], codec, complete)
    wide = _wide(data)
    if wide:
        return _decoded(data, wide, complete)
    if b"\x1b$" in data and _reads(data, "iso2022_jp", complete):
        return _decoded(data, "iso2022_jp", complete)
    try:
        return Decoded(codecs.utf_8_decode(data, "strict", complete)[0], "utf-8")
    except UnicodeDecodeError:
        return _legacy(data, complete)


def _decoded(data: bytes, codec: str, complete: bool) -> Decoded:
    try:
        return Decoded(_decode(data, codec, "strict", complete), codec)
    except UnicodeDecodeError as error:
        text = _decode(data, codec, "replace", complete)
        line = text.count("\n", 0, text.find(_LONE)) + 1
        if codec == "utf-8":  # the text may hold U+FFFD of its own
            line = data.count(b"\n", 0, error.start) + 1
        broken = _broken(data, text)
        places = "1 place" if broken == 1 else f"{broken} places"
        fault = Fault(line, f"{places} could not be read as {_spoken(codec)}, first on this line")
        return Decoded(text, codec, (fault,))


def _decode(data: bytes, codec: str, errors: str, complete: bool) -> str:
    return codecs.getincrementaldecoder(codec)(errors).decode(data, complete)


def _broken(data: bytes, text: str) -> int:
    """Return how many characters of `text` stand for bytes that could not be read."""
    return max(1, text.count(_LONE) - data.count(_LONE.encode()))


def _spoken(codec: str) -> str:
    names = {"big5hkscs": "Big5", "euc_jis_2004": "EUC-JP", "cp932": "Shift_JIS", "cp949": "EUC-KR"}
    return names.get(codec, codec.upper())


def _wide(data: bytes) -> str | None:
    """Return which UTF-16 or UTF-32 unmarked `data` is in, None for neither.

    Front matter and markup are ASCII, so every second byte is often zero, always on one side.
    """
    head = data[:4096]
    if b"\0" not in head:
        return None
    if len(head) >= 8:  # no character is above U+10FFFF
        if not any(head[3::4]) and max(head[2::4]) <= 0x10:
            return "utf-32-le"
        if not any(head[0::4]) and max(head[1::4]) <= 0x10:
            return "utf-32-be"
    even, odd = head[0::2].count(0), head[1::2].count(0)
    enough = len(head) // 20
    if odd > enough and odd > 8 * even:
        return "utf-16-le"
    if even > enough and even > 8 * odd:
        return "utf-16-be"
    return None


def _reads(data: bytes, codec: str, complete: bool) -> bool:
    try:
        _decode(data, codec, "strict", complete)
    except UnicodeDecodeError:
        return False
    return True


def _legacy(data: bytes, complete: bool) -> Decoded:
    """Return bytes that are not valid UTF-8 as text: damaged UTF-8, or another encoding."""
    text = _decode(data, "utf-8", "replace", complete)
    broken = _broken(data, text)
    sound = sum(character > "\x7f" for character in text) - text.count(_LONE)
    if sound >= 8 * broken:
        return _decoded(data, "utf-8", complete)
    declared = _declared(data)
    if declared and _nearly_reads(data, declared, complete):
        return _decoded(data, declared, complete)
    guess = guess_encoding(data)
    likely = plausibility(data, guess)
    if sound > broken and likely < _LIKELY:
        return _decoded(data, "utf-8", complete)
    decoded = _decoded(data, guess, complete)
    if likely >= _LIKELY or decoded.faults:
        return decoded
    fault = Fault(None, f"nothing says which encoding this is; read as {_spoken(guess)}")
    return replace(decoded, faults=(fault,))


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _DECLARATION_WITHIN)
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    name = _SUPERSETS.get(name, name)
    trusted = name in _SUPERSETS.values() or _TRUSTED.fullmatch(name)
    return name if trusted else None


def _nearly_reads(data: bytes, codec: str, complete: bool) -> bool:
    text = _decode(data, codec, "replace", complete)
    return text.count(_LONE) * 50 <= sum(character > "\x7f" for character in text)
