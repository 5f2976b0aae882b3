"""One page of the dialog: lines of words and controls, one below the other."""

from collections.abc import Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reader.ui.preferences.controls import Choice, Listed, Measure, Tick
from reader.ui.preferences.font_table import FontTable
from reader.ui.settings import CHOICES, Settings
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.theme import Theme

Control = TypeVar("Control", bound=Choice | Listed | Measure | Tick | FontTable)
_WORDS = 132  # pixels of the column of words


class Page(QWidget):
    """A line for each setting, with a control that shows it and changes it."""

    def __init__(self, preferences: SettingsKeeper) -> None:
        super().__init__()
        self.preferences = preferences
        self._controls: dict[str, Choice | Listed | Measure | Tick | FontTable] = {}
        self.setObjectName("page")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(28, 22, 28, 22)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnMinimumWidth(0, _WORDS)
        self._grid.setColumnStretch(1, 1)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        for name, control in self._controls.items():
            control.show_value(getattr(settings, name))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""

    def add_setting(
        self, name: str, control: Control, *, beside: str | None = None, tall: bool = False
    ) -> Control:
        """Add `control` for the setting of that name, with its own words `beside` it, or others."""
        self.add_line(control.accessibleName() if beside is None else beside, control, tall=tall)
        control.chosen.connect(partial(self._keep, name))
        self._controls[name] = control
        return control

    def add_line(self, words: str, control: QWidget, *, tall: bool = False) -> None:
        """Add `control` with `words` beside it; level with its first line if it is `tall`."""
        label = QLabel(words, self)
        label.setProperty("soft", True)
        label.setWordWrap(True)
        label.setBuddy(control)
        place = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        label.setContentsMargins(0, 5 if tall else 0, 0, 0)
        line = self._grid.rowCount()
        self._grid.addWidget(label, line, 0, place)
        self._grid.addWidget(control, line, 1)

    def add_words(self, words: str) -> QLabel:
        """Add a line of words under the last control."""
        label = QLabel(words, self)
        label.setProperty("soft", True)
        label.setWordWrap(True)
        self._grid.addWidget(label, self._grid.rowCount(), 1)
        return label

    def add_gap(self, height: int = 8) -> None:
        """Add air between groups of lines."""
        self._grid.setRowMinimumHeight(self._grid.rowCount(), height)

    def add_whole(self, widget: QWidget) -> None:
        """Add what is as wide as the page."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def end(self) -> None:
        """Keep the lines at the top."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _keep(self, name: str, value: object) -> None:
        self.preferences.change(**{name: value})


def offered(name: str, *words: str) -> Mapping[str, str]:
    """Return the choices there are for the setting of that name, each with its words."""
    return dict(zip(CHOICES[name], words, strict=True))
