"""The command that opens the preferences; what they take is imported when it is first asked for."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from reader.ui.actions import Handlers
from reader.ui.front import Front
from reader.ui.moving import Moving

if TYPE_CHECKING:
    from reader.ui.preferences.dialog import PreferencesDialog


class PreferencesCommand:
    """Opens the dialog, which is made when first needed, and forgets what it is told to."""

    def __init__(self, front: Front, moving: Moving, folder: Callable[[], Path | None]) -> None:
        self._front, self._moving, self._folder = front, moving, folder
        self.dialog: PreferencesDialog | None = None

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {"preferences": self._open}

    def _open(self) -> None:
        from reader.ui.preferences.dialog import PreferencesDialog  # noqa: PLC0415 - not at start-up
        from reader.ui.preferences.privacy import Forgetting  # noqa: PLC0415 - likewise

        front = self._front
        if self.dialog is None:
            forgetting = Forgetting(
                self._forget_pictures, self._forget_history, self._forget_folders
            )
            self.dialog = PreferencesDialog(
                front.preferences, front.themes, forgetting, front.window
            )
        self.dialog.show_beside(front.window)

    def _forget_pictures(self) -> None:
        from reader.pictures.cache import PictureCache  # noqa: PLC0415 - seldom needed

        kept = PictureCache(self._front.profile.cache / "pictures")
        Thread(target=kept.clear, name="forgetting pictures", daemon=True).start()

    def _forget_history(self) -> None:
        keeper = self._front.keeper
        self._moving.forget()
        keeper.session = keeper.session.without_history()
        keeper.keep()

    def _forget_folders(self) -> None:
        keeper, folder = self._front.keeper, self._folder()
        keeper.session = keeper.session.with_only(str(folder) if folder is not None else "")
        keeper.keep()
