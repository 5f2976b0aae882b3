"""What themes' tags say of looks: colours, icons, styles. None of it is shown."""

import re
from collections.abc import Iterable

# Butterfly's, NexT's, Volantis' and Fluid's notes, labels and folded passages.
_LOOK = re.compile(
    r"red|orange|yellow|green|cyan|teal|blue|indigo|purple|violet|pink|brown|gr[ae]y|black|white"
    r"|primary|secondary|success|danger|warning|info|light|dark|default|accent|undefined|theme"
    r"|flat|simple|modern|disabled|no-?icon|icon|open|opened|close|closed|true|false|outline|block"
    r"|center|left|right|larger|#[0-9a-f]{3,8}|rgba?\([\d.,\s]*\)|anzhiyufont|fa[bsrl]?"
    r"|(?:fa|icon|anzhiyu-icon)-[\w-]+|bdage|",
    re.IGNORECASE,
)
_BEFORE_TITLE = re.compile(r"(?P<looks>[\w\s#-]{0,40}?)\s*(?:@|::)\s*(?P<title>.+)\Z", re.DOTALL)


def is_look(written: str) -> bool:
    """Return whether these words only say how something looks."""
    return all(map(_LOOK.fullmatch, written.split()))


def without_looks(words: Iterable[str]) -> str:
    """Return a row of words but for those that only say how something looks."""
    return " ".join(word for word in words if not is_look(word))


def title_of(written: str) -> str:
    """Return the title in a tag's arguments written without quotes: `cyan, Title`, `info @Title`.

    Themes part title and looks by commas, or put the looks before a mark.
    """
    marked = _BEFORE_TITLE.match(written)
    if marked and is_look(marked["looks"]):
        return marked["title"].strip()
    parts = [part.strip() for part in written.split(",")]
    return next((part for part in parts if not is_look(part)), "")


def without_colour(written: str) -> str:
    """Return a label's words but for the colour at its end."""
    words, _, last = written.strip().rpartition(" ")
    return words if words and is_look(last) else written.strip()
