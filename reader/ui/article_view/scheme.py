"""The scheme `broadsheet:`, all that the article's page can reach.

broadsheet://article/shell.html, theme.css and article.css are the page itself;
broadsheet://article/picture?URL is a picture of the library, or a remote one that the reader
allowed. One scheme suffices: pictures are served by type, as images, sounds and films only,
with a policy that forbids them everything, and the page may load nothing else from it.
"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from shiboken6 import isValid

from reader.pictures.album import Album
from reader.pictures.picture import Picture

SCHEME = "broadsheet"
SHELL = QUrl("broadsheet://article/shell.html")
RESOURCES = Path(__file__).parents[3] / "resources" / "article"
_STATIC = {"/shell.html": "text/html", "/article.css": "text/css"}
_INERT = QByteArray(b"default-src 'none'; style-src 'unsafe-inline'; sandbox")


def register() -> None:
    """Make the scheme known. To be called once, before the first profile is made."""
    scheme = QWebEngineUrlScheme(SCHEME.encode())
    if QWebEngineUrlScheme.schemeByName(SCHEME.encode()).name() == SCHEME.encode():
        return
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class ArticleScheme(QWebEngineUrlSchemeHandler):
    """Answers the page's requests: a few files of ours, and pictures."""

    asked = Signal(str)

    def __init__(self, album: Album, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._album = album
        self._allowed: set[str] = set()
        self.remote = "ask"  # whether remote pictures are answered with: as Settings have it
        self._waiting: dict[str, list[QWebEngineUrlRequestJob]] = {}
        self.style = ""  # colours and measures from the first frame on
        album.came.connect(self._deliver)

    def allow(self, addresses: Iterable[str]) -> None:
        """Let these remote pictures be fetched from now on."""
        self._allowed.update(addresses)

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer, or fail. Called by Qt."""
        url = job.requestUrl()
        self.asked.emit(url.toString())
        if bytes(job.requestMethod().data()) != b"GET" or url.host() != SHELL.host():
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif url.path() == "/picture":
            self._picture(job, url.query(QUrl.ComponentFormattingOption.FullyEncoded))
        elif url.path() == "/theme.css":
            _reply(job, "text/css", self.style.encode())
        elif url.path() in _STATIC:
            _reply(job, _STATIC[url.path()], (RESOURCES / url.path()[1:]).read_bytes())
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _picture(self, job: QWebEngineUrlRequestJob, address: str) -> None:
        if self._album.is_remote(address) and not self._may_be_fetched(address):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        self._waiting.setdefault(address, []).append(job)
        if len(self._waiting[address]) == 1:
            self._album.ask(address)

    def _may_be_fetched(self, address: str) -> bool:
        if self.remote == "ask":
            return address in self._allowed
        return self.remote == "always"

    def _deliver(self, picture: Picture) -> None:
        for job in self._waiting.pop(picture.address, []):
            if not isValid(job):  # the article is gone
                continue
            if not picture.type:
                job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)
                continue
            job.setAdditionalResponseHeaders(
                {
                    QByteArray(b"Content-Security-Policy"): _INERT,
                    QByteArray(b"X-Content-Type-Options"): QByteArray(b"nosniff"),
                }
            )
            if picture.file is None:
                _reply(job, picture.type, picture.data)
            else:
                _stream(job, picture.type, picture.file)


def _reply(job: QWebEngineUrlRequestJob, mime: str, data: bytes) -> None:
    buffer = QBuffer(job)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(mime.encode()), buffer)


def _stream(job: QWebEngineUrlRequestJob, mime: str, path: Path) -> None:
    file = QFile(str(path), job)
    if file.open(QIODevice.OpenModeFlag.ReadOnly):
        job.reply(QByteArray(mime.encode()), file)
    else:
        job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
