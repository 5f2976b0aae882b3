"""The timeline: the front door of this room."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reader.library.values import Counts, Days
from reader.ui.announcing import announce
from reader.ui.theme import Theme
from reader.ui.timeline.bars import Bar, Span, bars_within
from reader.ui.timeline.keys import CLOSER, ENDS, STEP, ZOOM, is_ours
from reader.ui.timeline.painting import Look, paint
from reader.ui.timeline.scale import NARROWEST, PADDING, Scale
from reader.ui.timeline.time_shown import TimeShown
from reader.ui.timeline.wheel import Wheel
from reader.ui.timeline.words import described, period
from reader.ui.timeline.zoom import beside

HEIGHT = 43  # bars, and the space below them


class Timeline(QWidget):
    """Posts over time. A click takes one bar, a drag several, a double click or Esc none.

    The wheel looks closer, down to days; turned sideways, or with Shift, it goes along.
    """

    range_chosen = Signal(object, object)  # date | None, date | None: both days included
    days_wanted = Signal(object, object)  # date, date; `show_days` is the answer
    looked_at = Signal()  # `part` is another

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._time = _taken_up(None)
        self._asked: Span | None = None  # of which days are known or on their way
        self._scale = Scale((), 0)
        self._since: date | None = None
        self._until: date | None = None
        self._anchor: Bar | None = None  # where a drag, or a range by keyboard, began
        self._dragged: Span | None = None  # while the button is held
        self._cursor: Bar | None = None  # the keyboard's place
        self._hovered: int | None = None
        self._ringed = False
        self._wheel = Wheel()
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(self.tr("Timeline"))

    def show_counts(self, counts: Counts) -> None:
        """Show the posts per month of `counts`, and the dates its filter chose."""
        self._time = self._time.counted(counts)
        self._since, self._until = counts.filter.since, counts.filter.until
        self._asked = None  # the library may have grown
        self._lay_out()

    def show_days(self, days: Days) -> None:
        """Show the posts per day, where they are looked at so closely."""
        self._time = self._time.with_days(days)
        self._lay_out()

    @property
    def part(self) -> Span | None:
        """Return the days that are looked at closely; None where all are shown."""
        return self._time.part

    def begin(self, part: Span | None) -> None:
        """Begin anew: the next counts are of another library, of which `part` was shown last."""
        self._time, self._asked = _taken_up(part), None

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size as drawn."""
        return QSize(372, HEIGHT)

    def _look_at(self, time: TimeShown) -> None:
        """Show another part of the time."""
        if time != self._time:
            self._time = time
            self._lay_out()
            self.looked_at.emit()

    def _lay_out(self) -> None:
        width = max(0, self.width() - 2 * PADDING)
        room = int(width / NARROWEST)
        self._scale = Scale(self._time.bars(room), width)
        self._hovered = None
        self._describe()
        self.update()
        wanted = self._time.days_wanted(room, self._asked)
        if wanted is not None:
            self._asked = wanted
            self.days_wanted.emit(wanted.since, wanted.until)

    def _describe(self) -> None:
        """Tell screen readers what is chosen, and what is shown."""
        chosen = self._chosen()
        days = self._scale.span(chosen) if chosen else None
        self.setAccessibleDescription(described(days, self._time.part))

    def _chosen(self) -> range:
        """Return which bars are chosen; none where no dates are."""
        if self._dragged is not None:
            return bars_within(self._scale.bars, self._dragged.since, self._dragged.until)
        if self._since is None and self._until is None:
            return range(0)
        return bars_within(self._scale.bars, self._since, self._until)

    def _words_for(self, bars: range) -> str:
        posts = self.tr("%n post(s)", "", sum(self._scale.bars[bar].posts for bar in bars))
        return f"{period(self._scale.span(bars))} · {posts}"

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a range."""
        self._ringed = False
        if event.button() == Qt.MouseButton.LeftButton:
            x = event.position().x()
            self._anchor = None if self._scale.place_at(x) is None else self._scale.bar_near(x)
            self._drag_to(self._anchor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the range and say how much it is, or show which bar a click would take."""
        if self._dragged is None:
            self._hover(self._scale.place_at(event.position().x()))
            return
        self._drag_to(self._scale.bar_near(event.position().x()))
        if len(chosen := self._chosen()) > 1:
            place = event.globalPosition().toPoint()
            QToolTip.showText(place, self._words_for(chosen), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the range."""
        if event.button() == Qt.MouseButton.LeftButton and self._dragged is not None:
            self._cursor = self._scale.bar_near(event.position().x())
            self._choose()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose all dates again."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._clear()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Look closer about the mouse, or less closely; go along sideways."""
        notches, sideways = self._wheel.turn(event)
        event.accept()
        day, span = self._scale.day_at(event.position().x()), self._time.span
        if sideways and span is not None:
            self._look_at(self._time.moved(round(-notches * max(8, span.days) / 8)))
        elif notches and day is not None:
            self._look_at(self._time.zoomed(day, CLOSER**notches))
        self._hover(self._scale.place_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Stop showing what a click would take."""
        self._hover(None)

    def _drag_to(self, bar: Bar | None) -> None:
        if bar is not None and self._anchor is not None:
            since, until = min(bar.since, self._anchor.since), max(bar.until, self._anchor.until)
            self._dragged = Span(since, until)
            self.update()

    def _hover(self, bar: int | None) -> None:
        if bar != self._hovered:
            self._hovered = bar
            self.update()

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Claim our keys before the window's shortcuts take them, and explain bars."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self._scale.place_at(event.pos().x())
            words = "" if bar is None else self._words_for(range(bar, bar + 1))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from bar to bar, with Shift extend the range; look closer; Esc leads back."""
        if not self._is_ours(event):
            event.ignore()
            return
        self._ringed = True
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in ZOOM:
            self._look_at(self._time.zoomed(self._middle(), ZOOM[key]))
            announce(self, self.accessibleDescription())
        else:
            self._step(key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _is_ours(self, event: QKeyEvent) -> bool:
        leaves = bool(self._chosen()) or self._time.part is not None
        return bool(self._scale.bars) and is_ours(event, leaves)

    def _step(self, key: Qt.Key, extend: bool) -> None:
        """Take another bar, or all to there from where the range began."""
        bar = self._scale.bars[ENDS[key]] if key in ENDS else self._beside(STEP[key])
        if not extend or self._anchor is None:
            self._anchor = (self._cursor or bar) if extend else bar
        self._cursor = bar
        self._drag_to(bar)
        self._choose()
        announce(self, self._words_for(self._chosen()))

    def _beside(self, by: int) -> Bar:
        """Return the bar before or after the keyboard's, brought into sight; the last at an end."""
        bars, at = self._scale.bars, self._scale.place_of(self._cursor)
        if at is None:
            ends = self._chosen() or range(len(bars) - 1, len(bars))
            return bars[ends[0] if by < 0 else ends[-1]]
        if not 0 <= at + by < len(bars) and self._time.part is not None:
            self._look_at(self._time.showing(beside(self._scale.span(range(at, at + 1)), by)))
            bars, at = self._scale.bars, self._scale.place_of(self._cursor) or 0
        return bars[max(0, min(len(bars) - 1, at + by))]

    def _middle(self) -> date:
        """Return the day about which the keyboard looks closer: its own, or a chosen one."""
        bars, at, chosen = self._scale.bars, self._scale.place_of(self._cursor), self._chosen()
        if at is None:
            at = (chosen[0] + chosen[-1]) // 2 if chosen else len(bars) - 1
        return bars[at].since + (bars[at].until - bars[at].since) / 2

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is to somebody who uses it."""
        self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def _choose(self) -> None:
        chosen, self._dragged = self._dragged, None
        if chosen is not None:
            self._since, self._until = chosen.since, chosen.until
            self._describe()
            self.range_chosen.emit(chosen.since, chosen.until)
        self.update()

    def _leave(self) -> None:
        """Choose all dates again; then look at all of them again."""
        if self._chosen():
            self._clear()
        else:
            self._look_at(replace(self._time, part=None))

    def _clear(self) -> None:
        self._anchor, self._cursor, self._dragged = None, None, None
        self._since = self._until = None
        self._describe()
        self.range_chosen.emit(None, None)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out anew how many bars fit."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        look = Look(
            self._scale,
            self._chosen(),
            self._hovered,
            self._theme,
            part=self._time.part,
            whole=self._time.whole,
            focused=self.hasFocus() and self._ringed,
            cursor=self._scale.place_of(self._cursor),
        )
        paint(painter, look, QRectF(self.rect()))
        painter.end()


def _taken_up(part: Span | None) -> TimeShown:
    return TimeShown.taken_up(part, QLocale().firstDayOfWeek().value - 1)
