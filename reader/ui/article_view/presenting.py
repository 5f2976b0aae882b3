"""When an article really stands on the screen.

The page's script knows when a frame begins and when the next one does; by then the first was
handed over, but Qt has yet to draw it, some 20 ms later. So the script's word waits for the view
to be painted, unless that happened already.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.article_view.messages import Message

LONGEST_WAIT = 100  # ms; a view that is not to be seen is not painted at all


class Presenting(QObject):
    """Holds the word that an article is painted until the view is."""

    presented = Signal(object)  # the Message

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._drawn = False
        self._held: Message | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._release)

    def frame_begun(self) -> None:
        """Note that the frame with the article is being made."""
        self._drawn = False
        self._held = None

    def frame_made(self, message: Message) -> None:
        """Note that it was handed over; `presented` follows once it is painted."""
        self._held = message
        self._timer.start(0 if self._drawn else LONGEST_WAIT)

    def view_painted(self) -> None:
        """Note that the view is being painted; what is painted is shown right afterwards."""
        self._drawn = True
        if self._held is not None:
            self._timer.start(0)

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self.presented.emit(held)
