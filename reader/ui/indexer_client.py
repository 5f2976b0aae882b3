"""The indexer, as the window sees it: a child process that tells what it has committed.

If it dies it is started again, with growing pauses, and the window says so; a folder that is gone
when it starts is waited for. It dies by itself when its standard input closes, so that a window
that crashed leaves no orphan behind.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from reader.ui.child import broadsheetctl, end
from reader.ui.index_events import FolderGone, read_event

PAUSES = (1, 2, 5, 15, 60)  # seconds before each start after a death in a row
_NO_SUCH_FOLDER = 2  # exit code
_LOOK_AGAIN = 2_000  # milliseconds between two looks for a folder that is gone
_LIVED_WELL = 120_000  # milliseconds after which a death counts as the first again
_LONGEST_LINE = 8_000_000  # bytes; a thousand paths of 4 kB fit twice


class IndexerClient(QObject):
    """Runs `broadsheetctl index FOLDER --watch --json` for one library at a time."""

    happened = Signal(object)  # an Event of reader.ui.index_events
    died = Signal(int)  # starts again after so many seconds

    def __init__(self, profile_folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile_folder = profile_folder
        self._folder: Path | None = None
        self._process: QProcess | None = None
        self._unfinished = b""
        self._deaths = 0
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._start)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._start)
        self._well = QTimer(self, singleShot=True, interval=_LIVED_WELL)
        self._well.timeout.connect(self._forget_deaths)

    def open(self, folder: Path, after: int = 0) -> None:
        """Index and watch `folder` from now on, or `after` so many milliseconds."""
        self.close()
        self._folder, self._deaths = folder, 0
        if after:
            self._later.start(after)
        else:
            self._start()

    def begin(self) -> None:
        """Begin now, where `open` was to begin later."""
        if self._later.isActive():
            self._later.stop()
            self._start()

    @property
    def running(self) -> bool:
        """Return whether a folder is being indexed or watched."""
        return self._process is not None

    def process_id(self) -> int:
        """Return the process's id, 0 while there is none."""
        return self._process.processId() if self._process is not None else 0

    def rescan(self) -> None:
        """Look through the whole folder now; starts the indexer where it was stopped."""
        if self._process is not None:
            self._process.write(b"rescan\n")
        elif self._folder is not None:
            self._deaths = 0
            self._again.stop()
            self._later.stop()
            self._start()

    def doubt(self, file: int) -> None:
        """Look for damage in the index, where a reader met it, and begin it anew."""
        self.begin()
        if self._process is not None:
            self._process.write(f"doubt {file}\n".encode())

    def close(self, patience: int = 400) -> None:
        """Stop. Returns when the process is gone, within `patience` milliseconds or a little."""
        self._again.stop()
        self._later.stop()
        self._well.stop()
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if not process.waitForFinished(patience):
            process.terminate()
            process.waitForFinished(patience // 4)
        end(process)

    def _start(self) -> None:
        profile = ["--profile", str(self._profile_folder)] if self._profile_folder else []
        command = [*profile, "index", str(self._folder), "--watch", "--json"]
        process = broadsheetctl(command, self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._on_death)
        process.errorOccurred.connect(self._on_error)
        self._process, self._unfinished = process, b""
        process.start()
        self._well.start()

    def _read(self) -> None:
        if self._process is None:
            return
        *lines, rest = (self._unfinished + self._process.readAllStandardOutput().data()).split(
            b"\n"
        )
        self._unfinished = rest if len(rest) < _LONGEST_LINE else b""
        for line in lines:
            event = read_event(line)
            if event is not None:
                self.happened.emit(event)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # else `finished` follows
            self._on_death()

    def _on_death(self) -> None:
        if self._process is None:
            return
        self._read()
        folder_gone = self._process.exitCode() == _NO_SUCH_FOLDER
        self._process.deleteLater()
        self._process = None
        self._well.stop()
        if folder_gone:
            self._again.start(_LOOK_AGAIN)
            self.happened.emit(FolderGone(True))
            return
        pause = PAUSES[min(self._deaths, len(PAUSES) - 1)]
        self._deaths += 1
        self._again.start(pause * 1000)
        self.died.emit(pause)

    def _forget_deaths(self) -> None:
        self._deaths = 0
