"""A few lines as they will be read: for whoever has no article beside the dialog."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.settings import Settings
from reader.ui.theme import Theme

# What the page's own stylesheet names first.
_SERIF = {
    "latin": (
        "Source Serif 4",
        "Source Serif Pro",
        "Noto Serif",
        "Charter",
        "Iowan Old Style",
        "Georgia",
        "Noto Serif CJK KR",
    ),
    "hans": ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC", "SimSun"),
    "hant": ("Noto Serif CJK TC", "Source Han Serif TC", "Noto Serif TC", "Songti TC", "PMingLiU"),
}
_SANS = {
    "latin": ("Noto Sans", "Segoe UI", "Helvetica Neue", "Source Sans 3", "Noto Sans CJK KR"),
    "hans": ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "PingFang SC"),
    "hant": ("Noto Sans CJK TC", "Source Han Sans TC", "Noto Sans TC", "PingFang TC"),
}
_WORDS = {
    "latin": "A newspaper is read at the breakfast table, and wraps the fish by noon.",
    "hans": "报纸在早餐桌上读完，中午便用来包鱼；发黄的字里行间，是昨天的世界。",
    "hant": "報紙在早餐桌上讀完，中午便用來包魚；發黃的字裡行間，是昨天的世界。",
}
_SIDE, _AIR, _BETWEEN = 18, 10, 4  # pixels beside the lines, above and below, and between


class Sample(QWidget):
    """Paper with a sentence in an alphabet, and one in Chinese, as high as these are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._settings = theme, Settings()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_settings(self, settings: Settings) -> None:
        """Set the lines as `settings` have it."""
        self._settings = settings
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a few lines."""
        return QSize(400, self.heightForWidth(400))

    def heightForWidth(self, arg__1: int) -> int:
        """Return room for all lines."""
        heights = [height for _, height in self._sentences(arg__1)]
        return ceil(2 * _AIR + sum(heights) + _BETWEEN * (len(heights) - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        painter.setBrush(QColor(self._theme.list))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(QColor(self._theme.ink))
        top = _AIR
        for layout, height in self._sentences(self.width()):
            layout.draw(painter, QPointF(_SIDE, top))
            top += height + _BETWEEN
        painter.end()

    def _sentences(self, width: int) -> list[tuple[QTextLayout, float]]:
        """Return what is written on paper so wide, each sentence with its height."""
        chinese = "hant" if self._settings.chinese in ("tw", "hk") else "hans"
        return [self._laid_out(script, width - 2 * _SIDE) for script in ("latin", chinese)]

    def _laid_out(self, script: str, room: int) -> tuple[QTextLayout, float]:
        settings = self._settings
        leading = settings.line - (0.2 if script == "latin" else 0)
        height = settings.size * max(1.3, leading)
        layout = QTextLayout(_WORDS[script], self._font(script))
        justify = settings.justify == "always" or (
            settings.justify == "script" and script != "latin"
        )
        option = QTextOption(
            Qt.AlignmentFlag.AlignJustify if justify else Qt.AlignmentFlag.AlignLeft
        )
        layout.setTextOption(option)
        layout.beginLayout()
        lines = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(min(room, settings.width * settings.size))
            line.setPosition(QPointF(0, lines * height + (height - line.height()) / 2))
            lines += 1
        layout.endLayout()
        return layout, lines * height

    def _font(self, script: str) -> QFont:
        usual = (_SANS if self._settings.typeface == "sans" else _SERIF)[script]
        generic = "sans-serif" if self._settings.typeface == "sans" else "serif"
        chosen = [self._settings.fonts[script]] if script in self._settings.fonts else []
        font = QFont([*chosen, *usual, generic])
        hint = QFont.StyleHint.SansSerif if generic == "sans-serif" else QFont.StyleHint.Serif
        font.setStyleHint(hint)
        font.setPixelSize(self._settings.size)
        return font
