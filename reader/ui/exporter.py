"""Writes the list of the posts selected into a file of the user's choice, never in the library."""

import errno
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.ui.batch import Batch
from reader.ui.exporting import Form, file_for, is_within, whole, written


class Exporter(QObject):
    """Asks where to, gathers, and writes off the window's thread."""

    said = Signal(str)
    _finished = Signal(str, str)  # the file, and what went wrong

    def __init__(self, batch: Batch, library: Callable[[], Path | None], window: QWidget) -> None:
        super().__init__(window)
        self._batch, self._library, self._window = batch, library, window
        self._pool: ThreadPoolExecutor | None = None
        self._finished.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> None:
        """Let the user name a file, and export to it."""
        if not self._batch.ids:
            self.said.emit(self.tr("No post is selected"))
            return
        chosen = self._chosen()
        if chosen is not None:
            self.export(chosen)

    def export(self, file: Path) -> None:
        """Write the posts selected to `file`; its ending says as what."""
        folder = self._library()
        if folder is None:
            return
        if is_within(file, folder):
            self.said.emit(self.tr("Broadsheet writes nothing into the library; choose elsewhere"))
            return
        form = Form.of(file)
        self._batch.gather(
            partial(written, form=form), partial(self._write, file, form, folder.name)
        )

    def _chosen(self) -> Path | None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = Path(QStandardPaths.writableLocation(place))
        name = self.tr("Posts") + ".md"
        start = (documents if documents.is_dir() else Path.home()) / name
        kinds = (
            self.tr("Markdown list (*.md)"),
            self.tr("Web page (*.html)"),
            self.tr("Plain text (*.txt)"),
        )
        title = self.tr("Export the selected posts")
        name, kind = QFileDialog.getSaveFileName(self._window, title, str(start), ";;".join(kinds))
        form = list(Form)[kinds.index(kind)] if kind in kinds else Form.MARKDOWN
        return file_for(name, form) if name else None

    def _write(self, file: Path, form: Form, title: str, lines: str) -> None:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, "export")
        self._pool.submit(self._written, file, whole(lines, form, title))

    def _written(self, file: Path, text: str) -> None:
        trouble = write(file, text)
        with suppress(RuntimeError):  # closed meanwhile
            self._finished.emit(str(file), trouble)

    def _say(self, file: str, trouble: str) -> None:
        words = self.tr("{0} could not be written: {1}") if trouble else self.tr("Saved as {0}")
        self.said.emit(words.format(file, trouble))


def write(file: Path, text: str) -> str:
    """Replace `file`, or what it links to, in one step; return what went wrong, or ""."""
    fresh: Path | None = None
    try:
        target = file.resolve()
        if target.exists() and not os.access(target, os.W_OK):
            return os.strerror(errno.EACCES)
        fresh = target.with_name(f".broadsheet-{os.getpid()}.new")
        fresh.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        fresh.replace(target)
    except (OSError, RuntimeError, ValueError) as fault:
        if fresh is not None:
            with suppress(OSError, ValueError):
                fresh.unlink(missing_ok=True)
        return getattr(fault, "strerror", None) or str(fault)
    return ""
