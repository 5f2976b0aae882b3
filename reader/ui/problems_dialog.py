"""The posts that could not be read fully, each with its line and reason."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.posts.problem import Problem


class ProblemsDialog(QDialog):
    """A list that stays open beside the window and follows the index."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.setWindowTitle(self.tr("Problems"))
        self.resize(820, 460)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._list = QTreeWidget(self)
        self._list.setAccessibleName(self.tr("Posts with problems"))
        self._list.setHeaderLabels([self.tr("Post"), self.tr("Line"), self.tr("What is wrong")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setColumnWidth(0, 340)
        self._list.setColumnWidth(1, 56)
        self._list.itemActivated.connect(self._reveal)
        self._list.currentItemChanged.connect(self._on_current)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._reveal_button = buttons.addButton(
            self.tr("Reveal in folder"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._reveal_button.clicked.connect(self._reveal)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._words, self._list, buttons):
            column.addWidget(widget)
        self.show_problems(())

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
                item.setToolTip(column, item.text(column))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            items.append(item)
        self._list.addTopLevelItems(items)
        if items:
            self._list.setCurrentItem(items[0])
        self._on_current()

    def _on_current(self) -> None:
        self._reveal_button.setEnabled(self._list.currentItem() is not None)

    def _reveal(self) -> None:
        item: QTreeWidgetItem | None = self._list.currentItem()
        if item is not None:
            reveal(self.folder / item.text(0))


def reveal(path: Path) -> None:
    """Show the folder of `path` in the file manager; the file itself is never opened."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
