"""The line below the panes: how much there is, what goes on, where we are."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from reader.ui.filling import fill
from reader.ui.sidebar.words import grouped
from reader.ui.theme import Theme
from reader.ui.tool_tip import tool_tip

HEIGHT = 26
_WORD_LASTS = 6000  # milliseconds


class ProgressLine(QWidget):
    """A thin line that fills."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._share = theme, 0.0
        self.setFixedSize(QSize(140, 4))
        self.setAccessibleName(self.tr("Indexing progress"))

    def show_share(self, share: float) -> None:
        """Fill the line up to `share`, 0 to 1."""
        self._share = share
        self.setAccessibleDescription(f"{share:.0%}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.hairline))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self._share, self.height()), 2, 2)
        painter.end()


class StatusBar(QWidget):
    """Counts and progress to the left, problems and place to the right."""

    cancel_asked = Signal()
    problems_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        self._posts = QLabel(self)
        self._line = ProgressLine(theme, self)
        self._progress = QLabel(self)
        self._cancel = self._word_button(self.tr("Stop"), self.tr("Stop indexing"))
        self._cancel.clicked.connect(self.cancel_asked)
        self._word = QLabel(self)
        # A word as long as a path must not widen the window.
        self._word.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._word.setTextFormat(Qt.TextFormat.PlainText)
        self._problems = self._word_button("", self.tr("Show the posts with problems"))
        self._problems.clicked.connect(self.problems_asked)
        self._place = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 14, 0)
        row.setSpacing(14)
        for widget in (self._posts, self._line, self._progress, self._cancel):
            row.addWidget(widget)
        row.addWidget(self._word, 1)
        row.addWidget(self._problems)
        row.addWidget(self._place)
        self._fades = QTimer(self, singleShot=True, interval=_WORD_LASTS)
        self._fades.timeout.connect(self._fade)
        self._standing = ""
        self.show_progress("", None)
        self.show_problems(0)
        self.set_theme(theme)

    def show_posts(self, shown: int, total: int) -> None:
        """Say how many posts are listed, and of how many."""
        number = grouped
        if shown == total:
            words = self.tr("1 post") if total == 1 else self.tr("{0} posts")
        else:
            words = self.tr("{0} of {1} posts")
        self._posts.setText(words.format(number(shown), number(total)))

    def show_progress(self, words: str, share: float | None) -> None:
        """Say what goes on and how far it is; nothing where `share` is None."""
        for widget in (self._line, self._progress, self._cancel):
            widget.setVisible(share is not None)
        self._progress.setText(words)
        self._line.show_share(share or 0.0)

    def show_problems(self, problems: int) -> None:
        """Say how many posts could not be read fully."""
        self._problems.setVisible(problems > 0)
        words = self.tr("1 problem") if problems == 1 else self.tr("{0} problems")
        self._problems.setText(words.format(grouped(problems)))

    def show_place(self, place: int, count: int) -> None:
        """Say that the `place`th of `count` is shown; 0 where it is not in the list."""
        number = grouped
        self._place.setText(f"{number(place)} / {number(count)}" if place else "")

    def show_selected(self, count: int) -> None:
        """Say that so many posts are selected."""
        words = self.tr("1 selected") if count == 1 else self.tr("{0} selected")
        self._place.setText(words.format(grouped(count)))

    def say(self, words: str) -> None:
        """Say `words` for a few seconds; "" takes back what was said."""
        self._set_word(words or self._standing)
        self._fades.start()

    def say_until(self, words: str) -> None:
        """Say `words` until told otherwise; "" is silence."""
        self._standing = words
        self._fades.stop()
        self._set_word(words)

    def words(self) -> str:
        """Return all that is said at present."""
        labels = (self._posts, self._progress, self._word, self._problems, self._place)
        return " | ".join(label.text() for label in labels if label.isVisible() and label.text())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        self._line.set_theme(theme)
        soft = QPalette()
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            soft.setColor(role, QColor(theme.soft))
        for widget in (self._posts, self._progress, self._place, self._cancel, self._problems):
            widget.setPalette(soft)
        self._set_word(self._word.text())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tone and the hairline above it."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.side)
        fill(painter, QRectF(0, 0, self.width(), 1), self._theme.hairline)
        painter.end()

    def _set_word(self, words: str) -> None:
        self._word.setText(words)
        self._word.setToolTip(tool_tip(words))
        standing = bool(words) and words == self._standing
        coloured = QPalette()
        colour = self._theme.accent if standing else self._theme.soft
        coloured.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self._word.setPalette(coloured)

    def _fade(self) -> None:
        self._set_word(self._standing)

    def _word_button(self, words: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setText(words)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFixedHeight(HEIGHT - 4)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button
