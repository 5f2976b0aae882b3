"""Small pictures of the posts in sight, from what is at hand: nothing is ever fetched for one.

A renderer of their own says which picture a post shows first; it is asked only when the list has
come to rest. Pictures are read and made small in a thread.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QImage, QImageIOHandler, QImageReader, QPainter, QPixmap

from reader.pictures.at_hand import picture_at_hand
from reader.pictures.cache import PictureCache
from reader.ui.render_queue import Rendered
from reader.ui.renderer_client import RendererClient

KEPT = 400  # thumbnails, 16 to 62 kB each
_REST = 150  # milliseconds
_LEAST, _MOST = 32, 80_000_000  # pixels: a side, below which it is a sign; and in all
_RADIUS = 4
# By kind: what Qt calls it. Formats that are markup or seldom seen are not decoded.
_FORMATS = {"image/jpeg": b"jpeg", "image/png": b"png", "image/gif": b"gif", "image/webp": b"webp"}


class Thumbnails(QObject):
    """Holds the last ones; says when one has come."""

    came = Signal()
    _made = Signal(str, object)  # path, QImage | None: from the thread

    def __init__(self, cache: Path, renderer: RendererClient, parent: QObject) -> None:
        super().__init__(parent)
        self._kept = PictureCache(cache / "pictures")
        self._renderer = renderer
        self._folder: Path | None = None
        self._size, self._ratio = QSize(0, 0), 1.0
        self._pictures: OrderedDict[str, QPixmap | None] = OrderedDict()  # None: there is none
        self._sight: tuple[str, ...] = ()
        self._pool = ThreadPoolExecutor(1, "thumbnails")
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._ask)
        renderer.prepared.connect(self._on_rendered)
        self._made.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def open(self, folder: Path) -> None:
        """Show pictures of the posts of `folder` from now on."""
        self._folder = folder
        self._pictures.clear()
        self._renderer.open(folder)

    def set_size(self, width: int, height: int, ratio: float) -> None:
        """Make them so large, on a screen of so many pixels a pixel."""
        if (QSize(width, height), ratio) != (self._size, self._ratio):
            self._size, self._ratio = QSize(width, height), ratio
            self._pictures.clear()

    def of(self, path: str) -> QPixmap | None:
        """Return the thumbnail of the post at `path`, None where there is none, or none yet."""
        return self._pictures.get(path)

    def look_at(self, paths: Sequence[str]) -> None:
        """Make those of the posts at `paths` as soon as these have been in sight for a moment."""
        if tuple(paths) != self._sight:
            self._sight = tuple(paths)
            self._rest.start()

    def forget(self, paths: Iterable[str]) -> None:
        """Make these anew: their posts changed."""
        gone = [path for path in paths if path in self._pictures]
        for path in gone:
            del self._pictures[path]
        self._renderer.forget(gone)
        if gone:
            self._rest.start()

    def close(self) -> None:
        """End the thread and the renderer."""
        self._rest.stop()
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._renderer.close()

    def _ask(self) -> None:
        lacking = [path for path in self._sight if path not in self._pictures]
        if lacking and not self._size.isEmpty():
            self._renderer.prepare(lacking)

    def _on_rendered(self, rendered: Rendered) -> None:
        address = first_picture(rendered.article)
        if self._folder is None or rendered.path in self._pictures:
            return
        if not address:
            self._take(rendered.path, None)
            return
        wanted = QSize(round(self._size.width() * self._ratio), 0)
        wanted.setHeight(round(self._size.height() * self._ratio))
        self._pool.submit(self._make, self._folder, rendered.path, address, wanted)

    def _make(self, folder: Path, path: str, address: str, size: QSize) -> None:
        found = picture_at_hand(folder, self._kept, address)
        image = None if found is None else thumbnail(*found, size, round(_RADIUS * self._ratio))
        with suppress(RuntimeError):  # closed meanwhile
            self._made.emit(path, image)

    def _take(self, path: str, image: QImage | None) -> None:
        pixmap = None
        if image is not None:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self._ratio)
        self._pictures[path] = pixmap
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        if pixmap is not None:
            self.came.emit()


def first_picture(article: Mapping[str, object] | None) -> str:
    """Return the address of the first picture of `article`, `render --json`'s; "" if none."""
    pictures = article.get("pictures") if article is not None else None
    if not isinstance(pictures, list) or not pictures:
        return ""
    first = cast("list[Any]", pictures)[0]
    address = cast("dict[str, object]", first).get("url") if isinstance(first, dict) else None
    return address if isinstance(address, str) else ""


def thumbnail(kind: str, data: bytes, size: QSize, radius: int) -> QImage | None:
    """Return the middle of the picture in `data`, filling `size`; None where it is no picture.

    Of a picture far larger only what is shown is decoded, where its format allows.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer, QByteArray(_FORMATS.get(kind, b"")))
    whole = reader.size()
    small = not whole.isValid() or min(whole.width(), whole.height()) < _LEAST
    if kind not in _FORMATS or small or whole.width() * whole.height() > _MOST:
        return None
    reader.setAutoTransform(True)
    turned = QImageIOHandler.Transformation.TransformationRotate90 in reader.transformation()
    room = size.transposed() if turned else size
    reader.setScaledSize(whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        return None
    spare = image.size() - size
    corner = QRect(max(spare.width() // 2, 0), max(spare.height() // 3, 0), 0, 0).topLeft()
    return _rounded(image.copy(QRect(corner, size)), radius)


def _rounded(image: QImage, radius: int) -> QImage:
    made = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawRoundedRect(made.rect(), radius, radius)
    painter.end()
    return made
