"""The words of texts as bytes, for the full-text index: `folding.words_of`, for many long texts.

Most texts hold nothing that needs more than a letter put for a letter; of those one look finds
all that changes.
"""

import re
from collections.abc import Mapping
from functools import cache

from reader.library.folding import (
    changes,
    composed,
    fold,
    loosened,
    lowered,
    split_cjk,
    with_signs,
)

# What NFC may change, alone or with its neighbours, what `loosened` changes, and more: scripts
# that have some of it.
_RARE = (
    "\u00ad\u00df\u00e6\u0133\u0153\u0300-\u036f\u0374\u037e\u0387\u0483-\u0489\u0590-\u1dff"
    "\u1f00-\u2001\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20ba-\u20ff\u2329\u232a\u2adc"
    "\u2b4d-\u2bff\u2cef-\u2cf1\u2d7f\u2de0-\u2e7f\u302a-\u302f\u3099\u309a\u3192-\u3195\u32ff\ua66f-\uabff"
    "\ud7b0-\uf8ff\ufb00-\ufe2f\ufeff\uffff"
)
_RARELY = "\uffff"  # stands for what is rare

_SAMPLE = 300  # letters, by which the faster of two ways is chosen
_OFTEN = 12  # one letter of so many changes

# By the upper bytes of code points, which letters are words of their own, as far as these tell:
# nearly always. In some blocks only a part of the letters are; in the others what is not is no
# letter, but for six.
_UNTOLD = bytes((0x0E, 0x10, 0x17, 0x2E, 0x2F, 0xA9, 0xAA, *range(0xD8, 0xE0)))
_TOLD = bytes(byte for byte in range(256) if byte not in _UNTOLD)
_ALONE = (0x11, 0x30, 0x31, *range(0x34, 0xA0), *range(0xAC, 0xD8), 0xF9, 0xFA)
_SPACE_BESIDE = bytes(0x20 if byte in _ALONE else 0 for byte in range(256))
_LETTERS_BESIDES = "\u302e\u302f\u3192\u3193\u3194\u3195"
_PLANES_ALONE = b"\x02\x03\x0f"  # Han, and emoji as they are folded
_SPACE_BESIDE_PLANE = bytes(0x20 if byte in _PLANES_ALONE else 0 for byte in range(256))


def word_bytes(text: str) -> bytes:
    """Return the words of `text` as `words_of` does, in UTF-8, other spaces between them."""
    lower = lowered(text)
    loose = lower if lower.isascii() else _replaced(lower)
    told = _RARELY not in loose
    if told:
        loose = with_signs(loose)
    else:
        loose = loosened(fold(composed(text)))
        told = not any(map(loose.__contains__, _LETTERS_BESIDES))
    if loose.isascii():
        return loose.encode()
    spread = _spread(loose) if told else None
    return split_cjk(loose).encode() if spread is None else spread.encode().translate(None, b"\0")


def _replaced(lower: str) -> str:
    """Return lower case text folded, and `_RARELY` for each letter that takes more than that."""
    pattern, instead = _replacements()
    beginning = lower[:_SAMPLE]
    often = len(pattern.findall(beginning)) * _OFTEN > len(beginning)
    if often and len(lower.encode("utf-16-le", "surrogatepass")) == 2 * len(lower):
        return lower.translate(_table())  # Traditional Chinese, of which a third changes
    return pattern.sub(lambda letter: instead.get(letter[0], _RARELY), lower)


@cache
def _replacements() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return a pattern that finds all that changes, and what stands for what is not rare."""
    folded = changes()
    rare = re.compile(f"[{_RARE}]")
    instead = {
        letter: _RARELY if rare.match(other) else other
        for letter, other in folded.items()
        if not rare.match(letter)
    }
    basic_plane = "".join(letter for letter in instead if letter <= "\uffff")
    return re.compile(f"[{re.escape(basic_plane)}{_RARE}\U00010000-\U0010ffff]"), instead


@cache
def _table() -> list[int]:
    """Return what stands for each letter of the basic plane; str.translate likes lists best."""
    pattern, instead = _replacements()
    table = list(range(0x10000))
    for letter in pattern.findall("".join(map(chr, table))):
        table[ord(letter)] = ord(instead.get(letter, _RARELY))
    return table


def _spread(folded: str) -> str | None:
    """Return `folded` with a space or a NUL after every character; without any it had itself.

    A space where it or the next is a word of its own. Whole bytes are moved and looked up, for
    all characters at once, which takes a third of what an expression does. None where bytes do
    not tell.
    """
    width, codec = 2, "utf-16-le"
    code = folded.encode(codec, "surrogatepass")
    if len(code) != 2 * len(folded):
        width, codec = 4, "utf-32-le"
        code = folded.encode(codec, "surrogatepass")
    upper = code[1::width]
    if upper.translate(None, _TOLD):
        return None
    alone = int.from_bytes(upper.translate(_SPACE_BESIDE), "little")
    if width == 4:
        planes = code[2::4]
        if planes.translate(None, b"\0" + _PLANES_ALONE):
            return None
        alone |= int.from_bytes(planes.translate(_SPACE_BESIDE_PLANE), "little")
    spread = bytearray(2 * len(code))
    for place in range(width):
        spread[place :: 2 * width] = code[place::width]
    spread[width :: 2 * width] = (alone | alone >> 8).to_bytes(len(folded), "little")
    return spread.decode(codec)
