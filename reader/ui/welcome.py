"""The page without a library: open a folder, one of the recent ones, or the sample."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.ui.text_button import TextButton
from reader.ui.theme import Theme
from reader.ui.tool_tip import tool_tip

_SHOWN = 8  # recent folders


class WelcomePage(QWidget):
    """Calm and centred; says above all what went wrong, where something did."""

    open_asked = Signal()
    sample_asked = Signal()
    folder_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = QLabel("Broadsheet", self)
        self._slogan = QLabel(self.tr("A reader for folders of posts"), self)
        self._trouble = QLabel(self)
        self._trouble.setWordWrap(True)
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.hide()
        self._open = TextButton(self.tr("Open folder…"), theme, self, main=True)
        self._open.clicked.connect(self.open_asked)
        self._sample = TextButton(self.tr("Look at the sample library"), theme, self)
        self._sample.clicked.connect(self.sample_asked)
        self._drop = QLabel(self.tr("or drop a folder, or a post, anywhere on this window"), self)
        self._heading = QLabel(self.tr("Recent folders"), self)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._lay_out()
        self.set_theme(theme)

    def show_recent(self, folders: Sequence[str]) -> None:
        """Offer `folders`, the last opened first; those that are not there are greyed."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        shown = folders[:_SHOWN]
        self._heading.setVisible(bool(shown))
        for folder in shown:
            self._recent.addWidget(self._recent_button(folder))

    def show_trouble(self, words: str) -> None:
        """Say what went wrong; "" where nothing did."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def trouble(self) -> str:
        """Return what is said to have gone wrong."""
        return self._trouble.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        labels = {
            self._title: theme.ink,
            self._slogan: theme.soft,
            self._trouble: theme.accent,
            self._drop: theme.soft,
            self._heading: theme.faint,
        }
        for label, colour in labels.items():
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            label.setPalette(palette)
        for button in self.findChildren(TextButton):
            button.set_theme(theme)
        self.update()

    def focus_first(self) -> None:
        """Put the keyboard where the next step is."""
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        painter.end()

    def _lay_out(self) -> None:
        font = self._title.font()
        font.setFamilies(["Noto Serif", "Noto Serif CJK SC", "Georgia", "Times New Roman"])
        font.setPixelSize(40)
        font.setBold(True)
        self._title.setFont(font)
        small = self._heading.font()
        small.setBold(True)
        self._heading.setFont(small)
        column = QVBoxLayout(self)
        column.addStretch(2)
        rows = (self._title, 4, self._slogan, 28, self._trouble, 12, self._open, 6, self._sample)
        for row in (*rows, 14, self._drop, 32, self._heading, 4):
            if isinstance(row, int):
                column.addSpacing(row)
            else:
                column.addWidget(row, 0, Qt.AlignmentFlag.AlignHCenter)
        self._open.setDefault(True)
        self._trouble.setMinimumWidth(520)
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._recent)
        column.addStretch(3)

    def _recent_button(self, folder: str) -> QWidget:
        path = Path(folder)
        there = path.is_dir()
        words = path.name or folder
        words = words if there else self.tr("{0} (missing)").format(words)
        button = TextButton(words, self._theme, self, quiet=True)
        button.setEnabled(there)
        button.setShortcut("")  # an "&" in a name is no shortcut
        button.setToolTip(tool_tip(folder))
        button.setAccessibleName(self.tr("Open {0}").format(folder))
        button.setObjectName(folder)
        button.clicked.connect(self._on_recent)
        holder = QWidget(self)
        row = QVBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return holder

    def _on_recent(self) -> None:
        self.folder_chosen.emit(self.sender().objectName())
