"""What has happened and must be known: a bar above the status bar that stays until closed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from reader.ui.glyph_button import GlyphButton
from reader.ui.theme import Theme
from reader.ui.tool_tip import tool_tip

_MAY_BREAK = "\u200b"  # zero width: a long path goes on in the next line


class NoticeBar(QWidget):
    """Shows each notice in full, in as many lines as that takes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notices: list[str] = []
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        # A word as long as a file's name must not widen the window.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._label.setSizePolicy(policy)
        self._close = GlyphButton("close", self.tr("Close (Esc)"), theme, self)
        self._close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 4)
        row.setSpacing(14)
        row.addWidget(self._label, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.set_theme(theme)
        self.hide()

    def add(self, words: str) -> None:
        """Show `words` below what is shown already."""
        if words not in self._notices:
            self._notices.append(words)
        shown = self.words()
        self._label.setText(shown.replace("/", "/" + _MAY_BREAK).replace("\\", "\\" + _MAY_BREAK))
        self._label.setToolTip(tool_tip(shown))
        self._label.setAccessibleName(shown)
        self.show()

    def close_bar(self) -> None:
        """Forget what was shown, and hide."""
        self._notices.clear()
        self.hide()

    def words(self) -> str:
        """Return what is shown, a line a notice; "" where nothing is."""
        return "\n".join(self._notices)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        self._close.set_theme(theme)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.accent))
        self._label.setPalette(palette)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tone and the hairline above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.side))
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.hairline))
        painter.end()
