"""A real window over a real folder, driven by keys."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Broadsheet
from reader.ui.assembly import Assembly

PATIENCE = 30_000  # milliseconds; a busy machine starts Chromium slowly


class Driver:
    """Opens a library in a window, presses keys, and looks at what is there."""

    def __init__(self, qtbot: QtBot, profile: Path, path: Path | None = None) -> None:
        self._qtbot = qtbot
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._closed = False
        self.broadsheet = Broadsheet(application, path, profile, lambda: None)
        self.front = self.broadsheet.front
        self.broadsheet.show()
        self.front.window.activateWindow()
        self.until(lambda: self.broadsheet.assembly is not None)
        self.until(self.front.window.isActiveWindow)

    @property
    def assembly(self) -> Assembly:
        """Return what is behind the panes; it is there once the list was painted."""
        assert self.broadsheet.assembly is not None
        return self.broadsheet.assembly

    def until(self, condition: Callable[[], object]) -> None:
        """Wait until `condition` holds."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def wait(self, milliseconds: int) -> None:
        """Let that much time pass."""
        self._qtbot.wait(milliseconds)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        times: int = 1,
    ) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            QTest.keyClick(self.focused(), key, modifiers)

    def type(self, text: str) -> None:
        """Type `text` where the keyboard is, whatever input method it came from."""
        for letter in text:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click,
                self.focused(),
                Qt.Key(ord(letter.upper())),
                letter,
                Qt.KeyboardModifier.NoModifier,
            )

    def focused(self) -> QWidget:
        """Return the widget that has the keyboard."""
        return QApplication.focusWidget() or self.front.window

    def titles(self) -> list[str]:
        """Return the titles listed, as far as they are loaded."""
        rows = (self.front.post_list.summary_at(row) for row in range(self.count()))
        return [summary.title.text for summary in rows if summary is not None]

    def count(self) -> int:
        """Return how many posts are listed."""
        return self.front.post_list.count()

    def shown(self) -> str:
        """Return the path of the post on the page; "" until it is rendered."""
        reading = self.assembly.reading
        return reading.path if reading.article is not None else ""

    def until_listed(self, *titles: str) -> None:
        """Wait until exactly `titles` are listed, in this order."""
        self.until(lambda: self.titles() == list(titles))

    def until_read(self, path: str) -> None:
        """Wait until `path` is on the page and has become a read one."""
        self.until(lambda: self.shown() == path)
        self.until(lambda: self.assembly.clients.state.state_of(path).read)

    def close(self) -> None:
        """Close the window as the user would; once is enough."""
        if self._closed:
            return
        self._closed = True
        self.front.window.close()
        self.front.window.deleteLater()
        self._qtbot.wait(0)
