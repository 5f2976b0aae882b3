"""The sign in the search field that keeps the search under a name."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QLineEdit

from reader.ui.glyph_button import GlyphButton
from reader.ui.theme import Theme

_ROOM = 28  # pixels of the field


class BookmarkButton(GlyphButton):
    """Stands at the end of a field while there is something to keep; filled where it is kept."""

    def __init__(self, theme: Theme, field: QLineEdit) -> None:
        self._words = (self.tr("Save this search (Ctrl+D)"), self.tr("Rename this search (Ctrl+D)"))
        super().__init__("bookmark", self._words[0], theme, field)
        self._field = field
        self.setFixedSize(QSize(_ROOM - 4, _ROOM - 4))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setCheckable(True)
        self.hide()
        field.installEventFilter(self)

    def show_kept(self, worth_keeping: bool, kept: bool) -> None:
        """Show whether there is something to keep, and whether it is kept."""
        name = self._words[kept]
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setChecked(kept)
        self.setVisible(worth_keeping)
        margins = self._field.textMargins()
        margins.setRight(_ROOM if worth_keeping else margins.left())
        self._field.setTextMargins(margins)
        self._place()

    def nextCheckState(self) -> None:
        """Stay as it is: what is kept is not for the click to say."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the field's end."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        field = self._field
        self.move(field.width() - self.width() - 2, (field.height() - self.height()) // 2)
