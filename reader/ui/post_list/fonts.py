"""The list's fonts, and the families that draw each language's own glyphs.

One code point looks different in Simplified, Traditional, Japanese and Korean print. Qt picks
Chinese glyphs by the system's language; a post that names another language asks for its family.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

# The first that is there is taken: Noto, the same under Adobe's name, macOS, Windows.
_SIMPLIFIED = "Noto Sans CJK SC|Noto Sans SC|Source Han Sans SC|PingFang SC|Microsoft YaHei UI"
_TRADITIONAL = "Noto Sans CJK TC|Noto Sans TC|Source Han Sans TC|PingFang TC|Microsoft JhengHei UI"
_JAPANESE = "Noto Sans CJK JP|Noto Sans JP|Source Han Sans|Hiragino Sans|Yu Gothic UI"
_KOREAN = "Noto Sans CJK KR|Noto Sans KR|Source Han Sans K|Apple SD Gothic Neo|Malgun Gothic"
_FAMILIES = {
    "zh-Hans": _SIMPLIFIED.split("|"),
    "zh-Hant": _TRADITIONAL.split("|"),
    "ja": _JAPANESE.split("|"),
    "ko": _KOREAN.split("|"),
}
_OLD_SCRIPT = ("zh-Hant", "zh-TW", "zh-HK", "zh-MO")


def script_of(lang: str | None) -> str:
    """Return which of the four ways to draw Han characters `lang` (BCP 47) calls for, or ""."""
    if not lang:
        return ""
    if lang.startswith("zh"):
        return "zh-Hant" if lang.startswith(_OLD_SCRIPT) else "zh-Hans"
    primary = lang.partition("-")[0]
    return primary if primary in _FAMILIES else ""


def hinted(font: QFont, script: str, first: bool) -> QFont:
    """Return `font` with the family of `script` before its own, or behind it unless `first`.

    Before it in running text, for the quotation marks and dots that Latin and Chinese share
    are wide in Chinese.
    """
    family = _family(script)
    if family is None:
        return font
    own = QFontInfo(font).family()  # as resolved: an alias would give way to any real family
    han = any(own in families for families in _FAMILIES.values())
    made = QFont(font)
    made.setFamilies([family, own] if first or han else [own, family])
    # Or a Chinese system would have any of these families draw the glyphs of its own language.
    made.setFeature(QFont.Tag("locl"), 0)
    return made


@cache
def _family(script: str) -> str | None:
    there = (name for name in _FAMILIES.get(script, []) if QFontDatabase.hasFamily(name))
    return next(there, None)


class ListFonts:
    """The list's fonts and lines, as look.md measures them for an interface of 13 pixels."""

    def __init__(self, base: QFont) -> None:
        size = max(QFontInfo(base).pixelSize(), 6)
        self._scale = size / 13
        self._fonts = {
            "title": self._sized(base, 14),
            "unread": self._sized(base, 14, bold=True),
            "byline": self._sized(base, 12),
            "excerpt": self._sized(base, 12.5),
        }
        self.heading = self._sized(base, 11.5, bold=True)
        self._hinted: dict[tuple[str, str], QFont] = {}

    def font(self, use: str, script: str) -> QFont:
        """Return the font of "title", "unread", "byline" or "excerpt" for a script."""
        if (use, script) not in self._hinted:
            running = use != "byline"
            self._hinted[use, script] = hinted(self._fonts[use], script, first=running)
        return self._hinted[use, script]

    def pixels(self, drawn: float) -> int:
        """Return a length of the drawing at this interface's size."""
        return round(drawn * self._scale)

    def _sized(self, base: QFont, drawn: float, bold: bool = False) -> QFont:
        font = QFont(base)
        font.setPixelSize(max(6, round(drawn * self._scale)))
        font.setBold(bold)
        return font
