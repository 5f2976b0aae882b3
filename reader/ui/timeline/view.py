"""The timeline: the front door of this room."""

from datetime import date
from math import sqrt

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reader.library.values import Counts
from reader.ui.theme import Theme
from reader.ui.timeline.bars import Bar, bars_of, bars_within, span_of

HEIGHT = 43  # bars, and the space below them
BARS = 34
PADDING = 14  # left and right
NARROWEST = 4.0  # pixels from one bar to the next
WIDEST = 28.0
GAP = 2.0


class Timeline(QWidget):
    """Posts over time. A click takes one bar, a drag several, a double click or Esc none."""

    range_chosen = Signal(object, object)  # date | None, date | None: both days included

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._months: tuple[tuple[str, int], ...] = ()
        self._span: tuple[str, ...] = ()
        self._bars: tuple[Bar, ...] = ()
        self._since: date | None = None
        self._until: date | None = None
        self._chosen = range(0)  # of the bars; empty where no dates are chosen
        self._anchor: int | None = None  # where a drag, or a range by keyboard, began
        self._dragging = False
        self._cursor: int | None = None  # the keyboard's place
        self._hovered: int | None = None
        self._ringed = False
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(self.tr("Timeline"))

    def show_counts(self, counts: Counts) -> None:
        """Show the posts per month of `counts`, and the dates its filter chose.

        The time shown stays that of the whole library while it is narrowed: a tag's posts
        stand where they are in it.
        """
        self._span = span_of(counts, self._span)
        self._months = (*((month, 0) for month in self._span), *counts.months)
        self._since, self._until = counts.filter.since, counts.filter.until
        self._lay_out()

    def forget_span(self) -> None:
        """Begin anew: the next counts are of another library."""
        self._span = ()

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size as drawn."""
        return QSize(372, HEIGHT)

    def period(self, bars: range) -> str:
        """Return the words for the time of `bars`, in the user's language."""
        first, last = self._bars[bars[0]], self._bars[bars[-1]]
        whole_years = first.since.month == 1 and last.until.month == 12
        form = self.tr("yyyy") if whole_years else self.tr("MMMM yyyy")
        # A year alone is no month's: "2021", not "January 2021 – December 2021".
        begin, end = _words(first.since, form), _words(last.until, form)
        return begin if begin == end else self.tr("{begin} – {end}").format(begin=begin, end=end)

    def _lay_out(self) -> None:
        self._bars = bars_of(self._months, int(self._room() / NARROWEST))
        if not self._dragging:
            self._chosen = self._asked()
        count = len(self._bars)
        self._cursor = None if self._cursor is None or not count else min(self._cursor, count - 1)
        self._hovered = None
        if self._anchor is not None and self._anchor >= count:
            self._anchor, self._dragging = None, False
        chosen = self.period(self._chosen) if self._chosen else self.tr("All dates")
        self.setAccessibleDescription(chosen)
        self.update()

    def _asked(self) -> range:
        if self._since is None and self._until is None:
            return range(0)
        return bars_within(self._bars, self._since, self._until)

    # Where the bars are

    def _room(self) -> int:
        return max(0, self.width() - 2 * PADDING)

    def _pitch(self) -> float:
        return min(WIDEST, (self._room() + GAP) / max(1, len(self._bars)))

    def _rect(self, bar: int) -> QRectF:
        pitch = self._pitch()
        most = max(1, *(bar.posts for bar in self._bars))
        posts = self._bars[bar].posts
        # The square root keeps a quiet month visible beside a loud one; no posts are a line.
        height = max(3.0, round(BARS * sqrt(posts / most))) if posts else 1.0
        gap = GAP if pitch >= 5 else 1.0
        return QRectF(PADDING + bar * pitch, BARS - height, pitch - gap, height)

    def _bar_at(self, x: float, clamp: bool = False) -> int | None:
        bar = int((x - PADDING) // self._pitch())
        if clamp and self._bars:
            return max(0, min(bar, len(self._bars) - 1))
        return bar if 0 <= bar < len(self._bars) else None

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a range."""
        self._ringed = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._anchor = self._bar_at(event.position().x())
            self._dragging = self._anchor is not None
            self._drag_to(self._anchor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the range, or show which bar a click would take."""
        if self._dragging:
            self._drag_to(self._bar_at(event.position().x(), clamp=True))
        else:
            self._hover(self._bar_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the range."""
        if event.button() == Qt.MouseButton.LeftButton and self._dragging:
            self._dragging = False
            self._cursor = self._bar_at(event.position().x(), clamp=True)
            self._choose(self._chosen)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose all dates again."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._clear()

    def leaveEvent(self, event: QEvent) -> None:
        """Stop showing what a click would take."""
        self._hover(None)

    def _drag_to(self, bar: int | None) -> None:
        if bar is not None and self._anchor is not None:
            self._chosen = range(min(bar, self._anchor), max(bar, self._anchor) + 1)
            self.update()

    def _hover(self, bar: int | None) -> None:
        if bar != self._hovered:
            self._hovered = bar
            self.update()

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Claim our keys before the window's shortcuts take them, and explain bars."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self._bar_at(event.pos().x())
            QToolTip.showText(event.globalPos(), "" if bar is None else self._words_for(bar), self)
            return True
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from bar to bar; with Shift extend the range; Esc chooses all dates again."""
        if not self._is_ours(event):
            event.ignore()
            return
        self._ringed = True
        if event.key() == Qt.Key.Key_Escape:
            self._clear()
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar = self._stepped(event.key())
        if not extend or self._anchor is None:
            self._anchor = (bar if self._cursor is None else self._cursor) if extend else bar
        self._cursor = bar
        self._drag_to(bar)
        self._choose(self._chosen)

    def _is_ours(self, event: QKeyEvent) -> bool:
        shift = Qt.KeyboardModifier.ShiftModifier
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers not in (Qt.KeyboardModifier.NoModifier, shift) or not self._bars:
            return False
        if event.key() == Qt.Key.Key_Escape:
            return bool(self._chosen)
        return event.key() in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        )

    def _stepped(self, key: int) -> int:
        last = len(self._bars) - 1
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return last
        if self._cursor is None:
            ends = self._chosen or range(last, last + 1)
            return ends[0] if key == Qt.Key.Key_Left else ends[-1]
        return max(0, min(last, self._cursor + (-1 if key == Qt.Key.Key_Left else 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is to somebody who uses it."""
        self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    # What is chosen

    def _choose(self, bars: range) -> None:
        if bars:
            self.setAccessibleDescription(self.period(bars))
            self.range_chosen.emit(self._bars[bars[0]].since, self._bars[bars[-1]].until)
        self.update()

    def _clear(self) -> None:
        self._anchor, self._cursor, self._dragging = None, None, False
        self._chosen = range(0)
        self.range_chosen.emit(None, None)
        self.update()

    def _words_for(self, bar: int) -> str:
        posts = self.tr("%n post(s)", "", self._bars[bar].posts)
        return f"{self.period(range(bar, bar + 1))} · {posts}"

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out anew how many bars fit."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.list))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for bar in range(len(self._bars)):
            painter.setBrush(self._tone(bar))
            painter.drawRoundedRect(self._rect(bar), 1, 1)
        if self.hasFocus() and self._ringed:
            self._paint_focus(painter)

    def _tone(self, bar: int) -> QColor:
        tone = QColor(self._theme.hairline)
        if bar in self._chosen:
            tone = QColor(self._theme.accent)
            tone.setAlphaF(1.0 if bar == self._hovered else 0.8)
        elif bar == self._hovered:
            tone = QColor(self._theme.faint)
            tone.setAlphaF(0.5)
        return tone

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._cursor is None:
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(7, 1, -7, -4), 6, 6)
            return
        x = self._rect(self._cursor).center().x()
        half = max(2.0, self._pitch() / 2 - 1)
        painter.drawLine(QPointF(x - half, BARS + 3), QPointF(x + half, BARS + 3))


def _words(day: date, form: str) -> str:
    """Return `day` in the user's language; `form` is one of Qt's date formats."""
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
