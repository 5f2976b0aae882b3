"""The active filters as removable chips above the list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from reader.library.values import Filter, Shelf
from reader.ui.sidebar.words import excluded_words, facet_words, grouped, one_line, shelf_name
from reader.ui.theme import Theme

HEIGHT = 20
SPACE = 6  # between chips, and between their lines
PADDING = 14  # left and right of the row, as the timeline's
TOP, BOTTOM = 8, 6
WIDEST = 220
LINES = 3  # shown before it scrolls

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ChipText:
    """One removable part of a filter."""

    words: str
    remove: Callable[[], Filter]
    excludes: bool = False

    @property
    def without(self) -> Filter:
        """Return the filter once this part is removed. Of a thousand parts few ever are."""
        return self.remove()


def chips_of(shown: Filter) -> Iterator[ChipText]:
    """Yield the parts of `shown`: shelf, search, facets in the order chosen, excluded, dates."""
    if shown.shelf is not Shelf.ALL:
        yield ChipText(shelf_name(shown.shelf), partial(replace, shown, shelf=Shelf.ALL))
    if shown.query.strip():
        words = translate("FilterChips", "search: {words}").format(words=one_line(shown.query))
        yield ChipText(words, partial(replace, shown, query=""))
    for facet, values in shown.facets:
        for value in values:
            yield ChipText(facet_words(facet, value), partial(shown.toggled, facet, value))
    for facet, values in shown.excluded:
        for value in values:
            words = excluded_words(facet_words(facet, value))
            yield ChipText(words, partial(shown.excluding, facet, value), excludes=True)
    if shown.since is not None or shown.until is not None:
        words = period_words(shown.since, shown.until)
        yield ChipText(words, partial(replace, shown, since=None, until=None))


def period_words(since: date | None, until: date | None) -> str:
    """Return the shortest words for the days from `since` to `until`: years, months or days."""
    length = 10
    if (since is None or since.day == 1) and (until is None or _next(until).day == 1):
        length = 7
        if (since is None or since.month == 1) and (until is None or until.month == 12):
            length = 4
    begin = since.isoformat()[:length] if since else ""
    end = until.isoformat()[:length] if until else ""
    return begin if begin == end else f"{begin} … {end}".strip()


class FilterChips(QWidget):
    """A row of chips, and how many posts they leave. Wraps, and scrolls past three lines."""

    removed = Signal(object)  # the Filter without that chip

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[Chip] = []
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._scroll.setWidget(self._inside)
        self._count = QLabel(self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(translate("FilterChips", "Active filters"))
        self.set_theme(theme)
        self._lay_out()

    def show_filter(self, shown: Filter, posts: int) -> None:
        """Show the parts of `shown`, and that it leaves `posts` posts."""
        texts = list(chips_of(shown))
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), None)
        while len(self._chips) < len(texts):
            chip = Chip(self._theme, self._inside)
            chip.removed.connect(self.removed)
            chip.stepped.connect(self._step)
            self._chips.append(chip)
        for chip in self._chips[len(texts) :]:
            chip.hide()
            chip.deleteLater()
        del self._chips[len(texts) :]
        for chip, text in zip(self._chips, texts, strict=True):
            chip.show_text(text)
            chip.show()
        if focused is not None and self._chips:
            self._chips[min(focused, len(self._chips) - 1)].setFocus()
        self._count.setText(grouped(posts))
        self._count.setAccessibleName(self.tr("%n post(s)", "", posts))
        self._lay_out()

    def chips(self) -> tuple["Chip", ...]:
        """Return the chips shown, in order."""
        return tuple(self._chips)

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`."""
        self._theme = theme
        self._scroll.setStyleSheet(f"QScrollArea, QWidget {{ background: {theme.list}; }}")
        self._count.setStyleSheet(f"color: {theme.faint};")
        for chip in self._chips:
            chip.set_theme(theme)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the list's tone."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.list))

    def _lay_out(self) -> None:
        self._count.setFont(chip_font(self.font()))
        beside = self._count.sizeHint().width() + SPACE * 2 if self._count.text() else 0
        room = max(60, self.width() - 2 * PADDING - beside)
        x, line = 0, 0
        for chip in self._chips:
            width = min(chip.sizeHint().width(), room)
            if x and x + width > room:
                x, line = 0, line + 1
            chip.setGeometry(QRect(x, line * (HEIGHT + SPACE), width, HEIGHT))
            x += width + SPACE
        full = (line + 1) * (HEIGHT + SPACE) - SPACE
        seen = min(full, LINES * (HEIGHT + SPACE) - SPACE)
        self._inside.resize(room, full)
        self._scroll.setGeometry(PADDING, TOP, room, seen)
        self._count.setGeometry(self.width() - PADDING - beside, TOP, beside, HEIGHT)
        self.setFixedHeight(TOP + seen + BOTTOM)

    def _step(self, chip: "Chip", by: int) -> None:
        place = self._chips.index(chip) + by
        if 0 <= place < len(self._chips):
            self._chips[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self._chips[place], 0, 0)


class Chip(QAbstractButton):
    """One part of the filter. A click, Enter or Delete removes it."""

    removed = Signal(object)  # Filter
    stepped = Signal(object, int)  # this, -1 or 1

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ChipText("", Filter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._remove)

    def show_text(self, shown: ChipText) -> None:
        """Show `shown`."""
        self._shown = shown
        # Never `setText`: an "&" in a tag would become a shortcut.
        self.setAccessibleName(
            translate("FilterChips", "Remove {filter}").format(filter=shown.words)
        )
        self.update()

    def words(self) -> str:
        """Return what it says."""
        return self._shown.words

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the words and the cross."""
        metrics = QFontMetrics(chip_font(self.font()))
        return QSize(min(WIDEST, metrics.horizontalAdvance(self._shown.words) + 32), HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Claim our keys before the window's shortcuts take them."""
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and event.key() in (*_REMOVE, *_STEPS):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove, or go to the chip beside; leave everything else to the window."""
        if event.key() in _REMOVE:
            self._remove()
        elif event.key() in _STEPS:
            self.stepped.emit(self, _STEPS[Qt.Key(event.key())])
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a rounded tone, the words and a cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        accent = QColor(self._theme.accent)
        painter.setPen(accent)
        painter.setFont(chip_font(self.font()))
        room = self.rect().adjusted(9, 0, -20, 0)
        words = painter.fontMetrics().elidedText(
            self._shown.words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(QPen(accent, 1.2))
        x, y = self.width() - 12.5, self.height() / 2 + 0.5
        painter.drawLine(QPointF(x - 2.5, y - 2.5), QPointF(x + 2.5, y + 2.5))
        painter.drawLine(QPointF(x - 2.5, y + 2.5), QPointF(x + 2.5, y - 2.5))
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, HEIGHT / 2 - 1, HEIGHT / 2 - 1)

    def _paint_ground(self, painter: QPainter) -> None:
        """Fill what is wanted; what is excluded is an outline."""
        empty, hovered = self._shown.excludes, self.underMouse()
        line = QColor(self._theme.faint)
        line.setAlphaF(0.6)
        painter.setPen(QPen(line, 1) if empty else Qt.PenStyle.NoPen)
        if hovered or not empty:
            painter.setBrush(QColor(self._theme.hairline if hovered else self._theme.selection))
        inset = 0.5 if empty else 0
        ground = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ground, HEIGHT / 2, HEIGHT / 2)

    def _remove(self) -> None:
        self.removed.emit(self._shown.without)


_REMOVE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def chip_font(font: QFont) -> QFont:
    """Return the font of chips and counts, a little smaller than `font`."""
    smaller = QFont(font)
    smaller.setPixelSize(max(9, QFontInfo(font).pixelSize() - 1))
    return smaller


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else date(1, 1, 1)
