"""Which font sets which script."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from reader.ui.preferences.controls import Listed
from reader.ui.preferences.fonts import families_for
from reader.ui.settings import SCRIPTS
from reader.ui.tool_tip import tool_tip

translate = QCoreApplication.translate
_COLUMNS = 2


class FontTable(QWidget):
    """A list of fonts for each script."""

    chosen = Signal(object)  # the families by their scripts, those that are not the usual ones

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._choices: dict[str, FontChoice] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 5, 0, 0)  # its first line is words alone, as the page's are
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for at, (script, said) in enumerate(_scripts().items()):
            self._choices[script] = choice = FontChoice(f"{name}: {said}", script)
            choice.chosen.connect(self._on_chosen)
            label = QLabel(said, self)
            label.setProperty("soft", True)
            label.setBuddy(choice)
            column, line = at % _COLUMNS, at // _COLUMNS * 2
            grid.addWidget(label, line, column)
            grid.addWidget(choice, line + 1, column)
            grid.setColumnStretch(column, 1)

    def show_value(self, families: Mapping[str, str]) -> None:
        """Show that these hold, without saying so."""
        for script, choice in self._choices.items():
            choice.show_value(families.get(script, ""))

    def _on_chosen(self) -> None:
        families = {script: choice.currentData() for script, choice in self._choices.items()}
        self.chosen.emit({script: family for script, family in families.items() if family})


class FontChoice(Listed):
    """The fonts of one script; they are looked for when the list is first opened."""

    def __init__(self, name: str, script: str) -> None:
        super().__init__(name, {"": translate("Preferences", "Usual font")})
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentTextChanged.connect(self._on_text)
        self._script, self._filled = script, False

    def show_value(self, value: str) -> None:
        """Show the family `value`, installed or not."""
        if value and self.findData(value) < 0:
            missing = value not in families_for(self._script)
            words = translate("Preferences", "{0} (not installed)")
            self.addItem(words.format(value) if missing else value, value)
        super().show_value(value)

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Know every font before arrows walk through them."""
        self._fill()
        super().focusInEvent(e)

    def showPopup(self) -> None:
        """Offer every font that there is."""
        self._fill()
        super().showPopup()

    def _on_text(self, text: str) -> None:
        self.setToolTip(tool_tip(text) if self.currentData() else "")

    def _fill(self) -> None:
        if not self._filled:
            self._filled = True
            for family in families_for(self._script):
                if self.findData(family) < 0:
                    self.addItem(family, family)


def _scripts() -> Mapping[str, str]:
    words = (
        translate("Preferences", "Alphabets"),
        translate("Preferences", "Simplified Chinese"),
        translate("Preferences", "Traditional Chinese"),
        translate("Preferences", "Japanese"),
        translate("Preferences", "Korean"),
        translate("Preferences", "Code"),
    )
    return dict(zip(SCRIPTS, words, strict=True))
