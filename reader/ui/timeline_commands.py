"""The timeline among the window's parts: shown, hidden, focused, and told what it asks for."""

from datetime import date

from PySide6.QtCore import QObject, Qt

from reader.ui.actions import Handlers
from reader.ui.front import Front
from reader.ui.moving import Moving
from reader.ui.narrowing import Narrowing


class TimelineCommands(QObject):
    """Between the timeline, the filter and the index."""

    def __init__(self, front: Front, narrowing: Narrowing, moving: Moving) -> None:
        super().__init__(front.window)
        self._timeline, self._column, self._panes = front.timeline, front.column, front.panes
        self._catalog, self._narrowing, self._moving = front.catalog, narrowing, moving
        self._timeline.range_chosen.connect(narrowing.choose_dates)
        self._timeline.days_wanted.connect(self._ask_days)
        self._catalog.days_counted.connect(self._timeline.show_days)

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {"toggle-timeline": self._toggle, "focus-timeline": self._focus}

    def _toggle(self) -> None:
        if self._timeline.hasFocus():
            self._moving.focus_list()
        self._column.show_timeline(not self._column.timeline_shown)

    def _focus(self) -> None:
        if not self._panes.alone:
            self._column.show_timeline(True)
            self._timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_days(self, since: date, until: date) -> None:
        self._catalog.ask_days(self._narrowing.filter, since, until)
