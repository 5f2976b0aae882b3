"""The room's front door: a picture's address in, the picture out.

Whatever may take time happens elsewhere: remote pictures on the network's own thread, files of
the library on a pool's.
"""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QObject, Qt, QThread, Signal

from reader.pictures.cache import PictureCache
from reader.pictures.kinds import HEAD, PICTURES, kind_of
from reader.pictures.local import find_picture
from reader.pictures.picture import Picture

SIZE_LIMIT = 32 * 1024 * 1024  # bytes
INLINE = "data:"  # a picture that the post itself holds
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)


class Album(QObject):
    """Finds pictures: those of the library, and remote ones. Whoever asks knows they may."""

    came = Signal(object)  # a Picture, for every `ask`
    _wanted = Signal(str)
    _stopping = Signal()

    def __init__(self, cache: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._library: Path | None = None
        self._files = ThreadPoolExecutor(2, "pictures of the library")
        self._thread: QThread | None = None
        self._fetcher: QObject | None = None

    def set_library(self, folder: Path) -> None:
        """Look for local pictures in `folder` from now on."""
        self._library = folder

    @staticmethod
    def is_remote(address: str) -> bool:
        """Return whether `address` is neither a path of the library nor the picture itself."""
        return _REMOTE.match(address) is not None and not address.startswith(INLINE)

    def ask(self, address: str) -> None:
        """Have the picture of `address` sought; `came` follows."""
        if self.is_remote(address):
            self._start_fetching()
            self._wanted.emit(address)
        elif address.startswith(INLINE):
            self._files.submit(self._hand_over, inline_picture, address)
        elif self._library is None:
            self.came.emit(Picture(address, why="no library is open"))
        else:
            self._files.submit(self._hand_over, partial(local_picture, self._library), address)

    def close(self) -> None:
        """Stop both threads; at most 300 ms."""
        self._files.shutdown(wait=False, cancel_futures=True)
        if self._thread is not None:
            self._stopping.emit()
            self._thread.quit()
            self._thread.wait(300)
            self._thread = None

    def _start_fetching(self) -> None:
        if self._thread is not None:
            return
        from reader.pictures.fetch import Fetcher  # noqa: PLC0415 - 20 ms, only when wanted

        self._thread = QThread(self)
        self._thread.setObjectName("pictures")
        fetcher = Fetcher(PictureCache(self._cache / "pictures"))
        fetcher.moveToThread(self._thread)
        self._thread.finished.connect(fetcher.deleteLater)
        self._wanted.connect(fetcher.fetch)
        self._stopping.connect(fetcher.stop, Qt.ConnectionType.BlockingQueuedConnection)
        fetcher.fetched.connect(self._fetched)
        self._fetcher = fetcher
        self._thread.start()

    def _fetched(self, fetched: object) -> None:
        self.came.emit(fetched)

    def _hand_over(self, find: Callable[[str], Picture], address: str) -> None:
        picture = find(address)
        try:
            self.came.emit(picture)
        except RuntimeError:  # closed meanwhile
            return


def local_picture(library: Path, address: str) -> Picture:
    """Return the picture, sound or film that lies in `library` under `address`."""
    file = find_picture(library, address)
    if file is None:
        return Picture(address, why="there is no such file in the library")
    try:
        with file.open("rb") as opened:
            head = opened.read(HEAD)
            kind = kind_of(head)
            if not kind:
                return Picture(address, why="not a picture")
            if kind not in PICTURES:
                return Picture(address, kind, file=file)
            data = head + opened.read(SIZE_LIMIT)
    except OSError as error:
        return Picture(address, why=str(error))
    if len(data) > SIZE_LIMIT:
        return Picture(address, why="too large")
    return Picture(address, kind, data)


def inline_picture(address: str) -> Picture:
    """Return the picture that `address`, a `data:` one, holds itself.

    Typed by its first bytes like any other, whatever the address says, and made of pixels:
    SVG is markup.
    """
    head, _, written = address.partition(",")
    if len(written) > SIZE_LIMIT or not head.endswith(";base64"):
        return Picture(address, why="too large")
    try:
        data = b64decode(unquote(written), validate=True)
    except (Error, ValueError):
        return Picture(address, why="not a picture")
    kind = kind_of(data[:HEAD])
    if kind not in PICTURES or kind == "image/svg+xml":
        return Picture(address, why="not a picture")
    return Picture(address, kind, data)
