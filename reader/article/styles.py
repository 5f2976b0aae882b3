"""Inline styles that mean something, as the elements that say so.

What dresses a text (fonts, sizes, colours) would fight the theme and goes. What sets words
apart stays: bold, slanted, underlined, struck out, raised, lowered, or marked by a colour
behind them. Text in a colour of its own is dress: whole paragraphs are coloured as often as
words are.
"""

import re
from typing import Final

_MEANINGS: Final = (
    ("strong", re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")),
    ("em", re.compile(r"font-style\s*:\s*(?:italic|oblique)")),
    ("s", re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through")),
    ("u", re.compile(r"text-decoration(?:-line)?\s*:[^;]*underline")),
    ("sup", re.compile(r"vertical-align\s*:\s*super")),
    ("sub", re.compile(r"vertical-align\s*:\s*sub\b")),
)
_BEHIND: Final = re.compile(r"background(?:-color)?\s*:\s*([^;]+)")
_HEX: Final = re.compile(r"#([0-9a-f]{3}(?:[0-9a-f]{3})?)\b")
_RGB: Final = re.compile(r"rgb\(\s*(\d{1,3})\D+(\d{1,3})\D+(\d{1,3})\s*\)")
_MARKERS: Final = re.compile(
    r"\b(?:yellow|gold|lime|aqua|cyan|pink|orange|khaki|light(?:yellow|green))\b"
)
_COLOURFUL: Final = 60  # of 255, between the strongest part of a colour and the weakest


def meaning_of(style: str) -> str:
    """Return the name of the element that means what an inline `style` shows, or ""."""
    style = style.lower()
    for name, shows in _MEANINGS:
        if shows.search(style):
            return name
    behind = _BEHIND.search(style)
    return "mark" if behind is not None and _is_marker(behind[1]) else ""


def _is_marker(colour: str) -> bool:
    """Return whether a colour is a marker's: bright, and neither white nor grey."""
    if _MARKERS.search(colour):
        return True
    if found := _HEX.search(colour):
        digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
        parts = [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
    elif found := _RGB.search(colour):
        parts = [int(part) for part in found.groups()]
    else:
        return False
    return max(parts) - min(parts) >= _COLOURFUL and max(parts) >= 2 * _COLOURFUL
