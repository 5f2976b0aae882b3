"""Fetching one remote picture, giving away as little as can be.

Only http and https, also after a redirect, and never from https to http; no cookies, no referrer,
no credentials; an answer counts only where its first bytes are a picture's. Where one that only
passes a picture on (`i0.wp.com/host/picture.jpg`) fails, the picture's own host is asked: who
allows a picture allows it from where it comes.
"""

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkReply,
    QNetworkRequest,
)

from reader.article.pictures.wrappers import origin_of
from reader.pictures.cache import PictureCache
from reader.pictures.kinds import HEAD, PICTURES, kind_of
from reader.pictures.picture import Picture

SIZE_LIMIT = 32 * 1024 * 1024  # bytes
SILENCE_LIMIT = 20_000  # ms without a byte
TIME_LIMIT = 120_000  # ms in all
REDIRECT_LIMIT = 5
ACCEPT = b"image/avif,image/webp,image/png,image/*;q=0.8"
_PLAIN_TYPES = ("", "application/octet-stream", "binary/octet-stream")


def may_ask(url: QUrl) -> bool:
    """Return whether a picture may be asked for at `url` at all."""
    return url.isValid() and url.scheme() in ("http", "https") and _is_plain(url)


def _is_plain(url: QUrl) -> bool:
    return bool(url.host()) and not url.userInfo()


class Fetcher(QObject):
    """Fetches pictures on the thread it lives on."""

    fetched = Signal(object)  # a Picture

    def __init__(self, cache: PictureCache) -> None:
        super().__init__()
        self._cache = cache
        self._network: QNetworkAccessManager | None = None
        self._replies: dict[QNetworkReply, str] = {}
        self._origins: dict[str, QUrl] = {}  # where else a picture under way may be asked for

    @Slot(str)
    def fetch(self, address: str) -> None:
        """Fetch the picture of `address`, from the cache if it is there; `fetched` follows."""
        kept = self._cache.get(address)
        if kept is not None and kind_of(kept[:HEAD]) in PICTURES:
            self.fetched.emit(Picture(address, kind_of(kept[:HEAD]), kept))
            return
        url = QUrl(address, QUrl.ParsingMode.TolerantMode)
        if not may_ask(url):
            self.fetched.emit(Picture(address, why="not an address of the web"))
            return
        if origin := origin_of(address):
            self._origins[address] = QUrl(origin, QUrl.ParsingMode.TolerantMode)
        self._ask(address, url)

    @Slot()
    def stop(self) -> None:
        """Give up everything under way."""
        for reply in list(self._replies):
            reply.abort()
        self._network = None

    def _ask(self, address: str, url: QUrl) -> None:
        if self._network is None:
            self._network = QNetworkAccessManager(self)
            self._network.setAutoDeleteReplies(True)
        reply = self._network.get(request_for(url))
        self._replies[reply] = address
        reply.setReadBufferSize(0)
        reply.redirected.connect(self._redirected)
        reply.downloadProgress.connect(self._progressed)
        reply.finished.connect(self._finished)
        deadline = QTimer(reply)
        deadline.setSingleShot(True)
        deadline.timeout.connect(reply.abort)
        deadline.start(TIME_LIMIT)

    def _reply(self) -> QNetworkReply:
        sender = self.sender()
        if not isinstance(sender, QNetworkReply):
            raise TypeError(sender)
        return sender

    @Slot(QUrl)
    def _redirected(self, url: QUrl) -> None:
        reply = self._reply()
        if _may_follow(reply, url):
            reply.redirectAllowed.emit()
        else:
            reply.abort()

    @Slot("qint64", "qint64")
    def _progressed(self, received: int, total: int) -> None:
        if max(received, total) > SIZE_LIMIT:
            self._reply().abort()

    @Slot()
    def _finished(self) -> None:
        reply = self._reply()
        address = self._replies.pop(reply, None)
        if address is None:
            return
        data = bytes(reply.readAll().data())
        why = _fault(reply, data)
        origin = self._origins.pop(address, None)
        if why and self._network is not None and origin is not None and _may_follow(reply, origin):
            self._ask(address, origin)
        elif why:
            self.fetched.emit(Picture(address, why=why))
        else:
            self._cache.put(address, data)
            self.fetched.emit(Picture(address, kind_of(data[:HEAD]), data))


def _may_follow(reply: QNetworkReply, url: QUrl) -> bool:
    """Return whether `url` may be asked after `reply`: never in the clear after https."""
    downgraded = reply.url().scheme() == "https" and url.scheme() != "https"
    return may_ask(url) and not downgraded


def request_for(url: QUrl) -> QNetworkRequest:
    """Return a request that tells the server nothing but what it is asked for."""
    request = QNetworkRequest(url)
    attribute = QNetworkRequest.Attribute
    manual = QNetworkRequest.LoadControl.Manual
    for which in (
        attribute.CookieLoadControlAttribute,
        attribute.CookieSaveControlAttribute,
        attribute.AuthenticationReuseAttribute,
    ):
        request.setAttribute(which, manual)
    request.setAttribute(
        attribute.RedirectPolicyAttribute,
        QNetworkRequest.RedirectPolicy.UserVerifiedRedirectPolicy,
    )
    request.setAttribute(
        attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork
    )
    request.setAttribute(attribute.CacheSaveControlAttribute, False)
    request.setMaximumRedirectsAllowed(REDIRECT_LIMIT)
    request.setTransferTimeout(SILENCE_LIMIT)
    request.setRawHeader(b"Accept", ACCEPT)
    request.setRawHeader(b"Accept-Language", b"*")  # else Qt tells the system's
    request.setRawHeader(b"User-Agent", b"Mozilla/5.0")
    return request


def _fault(reply: QNetworkReply, data: bytes) -> str:
    """Return why `reply` is not a picture, or ""."""
    if reply.error() is not QNetworkReply.NetworkError.NoError:
        return reply.errorString()
    if len(data) > SIZE_LIMIT:
        return "too large"
    header = reply.header(QNetworkRequest.KnownHeaders.ContentTypeHeader)
    declared = str(header or "").partition(";")[0].strip().lower()
    if not declared.startswith("image/") and declared not in _PLAIN_TYPES:
        return f"not a picture but {declared}"
    return "" if kind_of(data[:HEAD]) in PICTURES else "not a picture"
