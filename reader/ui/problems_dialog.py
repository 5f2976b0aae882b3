"""The posts that could not be read fully, each with its line and reason."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.posts.problem import Problem
from reader.ui.scroll_bar import ThinScrollBar
from reader.ui.text_button import SmallButton
from reader.ui.theme import Theme
from reader.ui.theme_switch import ThemeSwitch
from reader.ui.tool_tip import tool_tip

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ProblemsDialog(QDialog):
    """A list that stays open beside the window and follows the index."""

    def __init__(self, folder: Path, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.setWindowTitle(self.tr("Problems"))
        self.resize(820, 460)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._list = QTreeWidget(self)
        self._list.setAccessibleName(self.tr("Posts with problems"))
        self._list.setHeaderLabels([self.tr("Post"), self.tr("Line"), self.tr("What is wrong")])
        self._list.headerItem().setTextAlignment(1, _RIGHT)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setVerticalScrollBar(ThinScrollBar(self._list))
        self._list.setColumnWidth(0, 340)
        self._list.setColumnWidth(1, 72)
        self._list.itemActivated.connect(self._reveal)
        self._list.currentItemChanged.connect(self._on_current)
        self._reveal_button = SmallButton(self.tr("Reveal in folder"), themes.theme, self)
        self._reveal_button.clicked.connect(self._reveal)
        self._close_button = SmallButton(self.tr("Close"), themes.theme, self)
        self._close_button.clicked.connect(self.reject)
        for button in (self._reveal_button, self._close_button):
            button.setAutoDefault(False)
        self._lay_out()
        self.show_problems(())
        self._colour(themes.theme)
        themes.changed.connect(self._colour)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these and no others."""
        self._words.setText(
            self.tr("These posts open all the same; what could not be read is left out.")
            if problems
            else self.tr("Every post could be read fully.")
        )
        self._list.clear()
        items: list[QTreeWidgetItem] = []
        for problem in problems:
            line = str(problem.line) if problem.line else ""
            item = QTreeWidgetItem([problem.path, line, problem.reason])
            for column in (0, 2):
                item.setToolTip(column, tool_tip(item.text(column)))
            item.setTextAlignment(1, _RIGHT)
            items.append(item)
        self._list.addTopLevelItems(items)
        if items:
            self._list.setCurrentItem(items[0])
        self._on_current()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._words.setContentsMargins(16, 14, 16, 14)
        column.addWidget(self._words)
        column.addWidget(self._list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._reveal_button)
        foot.addStretch(1)
        foot.addWidget(self._close_button)
        column.addLayout(foot)

    def _colour(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on, without the style's gradients."""
        colours = QPalette()
        colours.setColor(QPalette.ColorRole.Window, QColor(theme.paper))
        self.setPalette(colours)
        for button in (self._reveal_button, self._close_button):
            button.set_theme(theme)
        self._list.setStyleSheet(
            f"QTreeView {{ background: {theme.paper}; outline: 0;"
            f" border: 1px solid {theme.hairline}; border-width: 1px 0; }}"
            f"QTreeView::item {{ height: 26px; padding: 0 13px; color: {theme.ink}; }}"
            f"QTreeView::item:selected {{ background: {theme.selection}; }}"
            f"QHeaderView {{ background: {theme.paper}; }}"
            f"QHeaderView::section {{ background: {theme.paper}; color: {theme.soft};"
            f" border: 0; border-bottom: 1px solid {theme.hairline}; padding: 5px 16px; }}"
        )

    def _on_current(self) -> None:
        self._reveal_button.setEnabled(self._list.currentItem() is not None)

    def _reveal(self) -> None:
        item: QTreeWidgetItem | None = self._list.currentItem()
        if item is not None:
            reveal(self.folder / item.text(0))


def reveal(path: Path) -> None:
    """Show the folder of `path` in the file manager; the file itself is never opened."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
