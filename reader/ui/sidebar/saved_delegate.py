"""How a saved search is painted, and the field in which it gets another name."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from reader.ui.sidebar.row_delegate import MARGIN, RowDelegate, tell_name, words_within
from reader.ui.sidebar.saved_model import CHOSEN, COUNT, IS_HEADING, LONGEST_NAME, Index
from reader.ui.sidebar.words import grouped


class SavedDelegate(RowDelegate):
    """Paints the heading, and searches with their counts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; its width is the view's."""
        return QSize(0, self.height(bool(index.data(IS_HEADING))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        name, number, chosen = _shown(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(IS_HEADING):
            self.paint_heading(painter, option.rect, name)
        else:
            self.paint_tone(painter, option, chosen)
            self.paint_value(painter, words_within(option.rect), name, number, chosen)
        self.paint_ring(painter, option)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field in which a search gets another name."""
        theme, editor = self.theme, QLineEdit(parent)
        editor.setMaxLength(LONGEST_NAME)
        editor.setAccessibleName(self.tr("Name of the saved search"))
        editor.setStyleSheet(
            f"QLineEdit {{ background: {theme.paper}; color: {theme.ink};"
            f" border: 1px solid {theme.accent}; border-radius: 6px; padding: 0 7px;"
            f" selection-background-color: {theme.selection};"
            f" selection-color: {theme.ink}; }}"
        )
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the field over the row's tone."""
        editor.setGeometry(option.rect.adjusted(MARGIN, 0, 0, 0))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show a name that was cut short."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        name, number, chosen = _shown(index)
        cut = self.is_cut(words_within(option.rect), name, number, chosen)
        tell_name(event, view, name if cut else "")
        return True


def _shown(index: Index) -> tuple[str, str, bool]:
    """Return the name, the count ("" while that is not known), and whether it is chosen."""
    count = index.data(COUNT)
    return str(index.data()), "" if count is None else grouped(count), bool(index.data(CHOSEN))
