"""What can be done with the article on the page."""

from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reader.ui.actions import Handlers
from reader.ui.article_pane import ArticlePane
from reader.ui.batch import Batch
from reader.ui.exporting import Form, links, written
from reader.ui.finding import Finding
from reader.ui.markdown import as_markdown
from reader.ui.reading import Reading
from reader.ui.state_client import StateClient

_MOST_OPENED = 10  # originals at once
_SCHEMES = ("http", "https", "mailto")


class PostCommands(QObject):
    """Star, read, copy, open elsewhere, find, zoom."""

    said = Signal(str)

    def __init__(
        self,
        reading: Reading,
        state: StateClient,
        pane: ArticlePane,
        finding: Finding,
        batch: Batch,
    ) -> None:
        super().__init__(pane)
        self._reading, self._state, self._pane = reading, state, pane
        self._finding, self._batch = finding, batch

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {
            "star": self._star,
            "toggle-read": self._toggle_read,
            "open-original": self._open_original,
            "copy-link": self._copy_link,
            "copy-markdown": self._copy_markdown,
            "toggle-raw": self._reading.toggle_raw,
            "load-pictures": self._load_pictures,
            "find": self._find,
            "find-next": self._finding.next,
            "find-previous": self._finding.previous,
            "print": self._print,
            "zoom-in": self._pane.zoom_in,
            "zoom-out": self._pane.zoom_out,
            "zoom-reset": self._pane.zoom_reset,
        }

    def open_elsewhere(self, url: str) -> None:
        """Open `url` in the browser or the mail program; nothing but web and mail leaves."""
        wanted = QUrl(url)
        if wanted.scheme() in _SCHEMES and not QDesktopServices.openUrl(wanted):
            self.said.emit(self.tr("No program opens {0}").format(url))

    def _star(self) -> None:
        if self._batch.apart:
            self._batch.toggle_star()
            return
        path = self._reading.path
        if path:
            starred = not self._state.state_of(path).starred
            words = self.tr("Starred") if starred else self.tr("Star removed")
            self._state.set_starred([path], starred, words)

    def _toggle_read(self) -> None:
        if self._batch.apart:
            self._batch.toggle_read()
            return
        path = self._reading.path
        if path:
            read = not self._state.state_of(path).read
            self._reading.leave_unread()
            words = self.tr("Marked as read") if read else self.tr("Marked as unread")
            self._state.set_read([path], read, words)

    def _url(self) -> str:
        article = self._reading.article
        url = article.get("source_url") if article else None
        if not url and self._reading.path:
            self.said.emit(self.tr("This post names no original"))
        return str(url or "")

    def _open_original(self) -> None:
        if self._batch.apart:
            self._batch.gather(links, self._open_several)
            return
        url = self._url()
        if url:
            self.open_elsewhere(url)

    def _open_several(self, urls: str) -> None:
        addresses = urls.split()
        if len(addresses) > _MOST_OPENED:
            self.said.emit(self.tr("Too many to be opened at once"))
            return
        for url in addresses:
            self.open_elsewhere(url)
        if not addresses:
            self.said.emit(self.tr("None of these posts names an original"))

    def _copy_link(self) -> None:
        if self._batch.apart:
            self._batch.gather(partial(written, form=Form.PLAIN), self._copy_several)
            return
        url = self._url()
        if url:
            QGuiApplication.clipboard().setText(url)
            self.said.emit(self.tr("Link copied"))

    def _copy_several(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.said.emit(self.tr("Titles and links copied"))

    def _copy_markdown(self) -> None:
        if self._batch.apart:
            self._batch.gather(partial(written, form=Form.MARKDOWN), self._copy_several)
            return
        article = self._reading.article
        if article is not None:
            QGuiApplication.clipboard().setText(as_markdown(article))
            self.said.emit(self.tr("Article copied as Markdown"))

    def _load_pictures(self) -> None:
        if self._pane.view is not None:
            self._pane.view.load_pictures()

    def _print(self) -> None:
        if self._pane.view is not None and self._reading.path:
            self._pane.view.print_article(self._printed)

    def _printed(self, file: str, succeeded: bool) -> None:
        if not succeeded:
            self.said.emit(self.tr("This article could not be printed"))
        elif file:
            self.said.emit(self.tr("Saved as {0}").format(file))

    def _find(self) -> None:
        if self._reading.path:
            self._finding.open()
