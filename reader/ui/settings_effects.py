"""What the settings change in the window, the moment they change."""

from PySide6.QtCore import QObject

from reader.ui.actions import Bindings
from reader.ui.front import Front
from reader.ui.key_map import commands_with
from reader.ui.key_words import first_keys
from reader.ui.moving import Moving
from reader.ui.reading import Reading
from reader.ui.settings import Settings


class SettingsEffects(QObject):
    """Tells each part what concerns it. Colours have a switch of their own."""

    def __init__(self, front: Front, reading: Reading, moving: Moving, bindings: Bindings) -> None:
        super().__init__(front.window)
        self._front, self._reading, self._moving = front, reading, moving
        self._bindings = bindings
        self._apply(Settings(), front.preferences.settings)
        front.preferences.changed.connect(self._apply)
        front.preferences.notice.connect(front.window.show_notice)
        front.preferences.check()

    def _apply(self, before: Settings, now: Settings) -> None:
        if now.read_when != before.read_when:
            self._reading.count_as_read(now.read_when)
        if now.at_end != before.at_end:
            self._moving.go_on_to(now.at_end)
        if now.chinese != before.chinese:
            self._reading.show_chinese(now.chinese)
        if now.read_stay != before.read_stay:
            self._front.post_list.keep_stayers(now.read_stay)
        if now.keys != before.keys:
            commands = commands_with(now.keys)
            self._bindings.use(commands)
            self._front.toolbar.show_keys(first_keys(commands))
        if self._front.article.view is not None:
            self._front.article.view.set_settings(now)
