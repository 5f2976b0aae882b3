"""The dialog's controls: each shows one setting, and says what it was changed to."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSlider,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from reader.ui.scroll_bar import ThinScrollBar

TAB = Qt.FocusPolicy.TabFocus  # a click shows no ring


def push_button(words: str, act: Callable[[], None]) -> QPushButton:
    """Return a button that does `act`, and that Enter does not press from elsewhere."""
    button = QPushButton(words)
    button.setFocusPolicy(TAB)
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button


class Choice(QWidget):
    """One of a few, side by side or, as `lines`, each on a line. Arrows walk; Tab leaves."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        words: Mapping[str, str],
        *,
        lines: bool = False,
        dots: bool = False,
        tabs: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QAbstractButton] = {}
        row = QVBoxLayout(self) if lines else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 if lines else 6)
        for value, said in words.items():
            button = QRadioButton(said, self) if lines else QPushButton("" if dots else said, self)
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
                button.setAutoExclusive(True)  # read aloud as one of several, not as yes or no
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(f"{name}: {said}")
            if dots:
                button.setToolTip(said)
            self._group.addButton(button)
            self._buttons[value] = button
            button.toggled.connect(self._on_toggled)
            row.addWidget(button, 0 if lines or dots or tabs else 1)
        if dots or tabs:
            row.addStretch(1)

    def button(self, value: str) -> QAbstractButton:
        """Return the button that chooses `value`."""
        return self._buttons[value]

    def show_value(self, value: str) -> None:
        """Show that `value` holds, without saying so."""
        self.blockSignals(True)
        self._buttons[value].setChecked(True)
        self.blockSignals(False)

    def _on_toggled(self, checked: bool) -> None:
        """Let Tab go to what is chosen, from where arrows choose, and say which that is."""
        if checked:
            for value, button in self._buttons.items():
                button.setFocusPolicy(TAB if button.isChecked() else Qt.FocusPolicy.NoFocus)
                if button.isChecked():
                    self.chosen.emit(value)


class Listed(QComboBox):
    """One of many, in a list that opens. A wheel over it scrolls the page, and changes nothing."""

    chosen = Signal(str)

    def __init__(self, name: str, words: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(TAB)
        self.setMaxVisibleItems(16)
        self.setItemDelegate(QStyledItemDelegate(self))  # one that minds the style sheet
        self.view().setVerticalScrollBar(ThinScrollBar(self.view()))
        for value, said in words.items():
            self.addItem(said, value)
        self.activated.connect(self._on_activated)

    def show_value(self, value: str) -> None:
        """Show that `value` holds, without saying so."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        e.ignore()

    def shown_text(self) -> str:
        """Return what is chosen, cut in its middle where there is no room for all of it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        parts = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(parts[0], option, parts[1], self).width() - 4
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, room)

    def paintEvent(self, e: QPaintEvent) -> None:
        """Draw what is chosen, and the sign that a list opens, which a style sheet leaves out."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.4))
        middle = QPointF(self.width() - 14, self.height() / 2)
        painter.drawPolyline(
            [middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)]
        )
        painter.end()

    def _on_activated(self) -> None:
        self.chosen.emit(self.currentData())


class Tick(QCheckBox):
    """Yes or no."""

    chosen = Signal(bool)

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setFocusPolicy(TAB)
        self.toggled.connect(self.chosen)

    def show_value(self, checked: bool) -> None:
        """Show what holds, without saying so."""
        self.blockSignals(True)
        self.setChecked(checked)
        self.blockSignals(False)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Draw the tick, which a style sheet leaves out."""
        super().paintEvent(arg__1)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Base), 2))
        middle = QPointF(box.center()) + QPointF(0.5, 0.5)
        painter.drawPolyline(
            [middle + QPointF(-3, 0), middle + QPointF(-1, 2.5), middle + QPointF(3.5, -2.5)]
        )
        painter.end()


class Measure(QWidget):
    """A number between two bounds: a slider, and the number itself."""

    chosen = Signal(object)  # int, or float where a step is a part of one

    def __init__(self, name: str, bounds: tuple[float, float], words: str, step: float = 1) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._words, self._step = words, step
        self.slider = _CalmSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(*(round(bound / step) for bound in bounds))
        self.slider.setPageStep(2)
        self.slider.setAccessibleName(name)
        self.slider.setFocusPolicy(TAB)
        self._number = QLabel(self)
        self._number.setFixedWidth(52)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self._number)
        self.slider.valueChanged.connect(self._on_changed)

    def show_value(self, number: float) -> None:
        """Show that `number` holds, without saying so."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(number / self._step))
        self.slider.blockSignals(False)
        self._say(number)

    def _on_changed(self, steps: int) -> None:
        number = steps if self._step == 1 else round(steps * self._step, 2)
        self._say(number)
        self.chosen.emit(number)

    def _say(self, number: float) -> None:
        self._number.setText(self._words.format(number))
        self.slider.setAccessibleDescription(self._number.text())  # it counts in steps


class _CalmSlider(QSlider):
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        if ev.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            ev.ignore()  # the page scrolls
        else:
            super().keyPressEvent(ev)
