"""A bare web view that shows an article, what Broadsheet's own is measured against.

As a program, `python -m tests.bench.bare_article PAGE.html WIDTH HEIGHT`, it notes in the trace
when the page stood on the screen, and quits. It runs Chromium as Broadsheet does, so that what
is compared is the window's work and not a setting.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QWidget

from reader import trace
from reader.ui.article_view.engine import set_environment
from reader.ui.article_view.messages import Kind, Message
from reader.ui.article_view.presenting import Presenting
from reader.ui.article_view.sheet import script_value


class _Page(QWebEnginePage):
    said = Signal(str)

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,
        sourceID: str,
    ) -> None:
        self.said.emit(message)


class BareView(QWebEngineView):
    """Shows a page; says when its frames are there as `ArticleView` does."""

    framed = Signal()  # the page's second animation frame
    painted = Signal()  # and Qt painted it

    def __init__(self) -> None:
        super().__init__()
        self._presenting = Presenting(self)
        self._presenting.presented.connect(self._on_presented)
        page = _Page(self)
        page.said.connect(self._on_said)
        self.setPage(page)

    def swap(self, box: str) -> None:
        """Show another article, by a bare swap of the elements."""
        self.page().runJavaScript(f"swap({script_value(box)})")

    def event(self, arg__1: QEvent) -> bool:
        if arg__1.type() is QEvent.Type.ChildPolished:
            for child in self.findChildren(QWidget):
                child.removeEventFilter(self)
                child.installEventFilter(self)
        return super().event(arg__1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._presenting.view_painted()
        return super().eventFilter(watched, event)

    def _on_said(self, words: str) -> None:
        if words == "bare: begun":
            self._presenting.frame_begun()
        elif words == "bare: made":
            self.framed.emit()
            self._presenting.frame_made(Message(Kind.PAINTED, 0))

    def _on_presented(self, _: object) -> None:
        self.painted.emit()


def main() -> int:
    """Show a page until it is painted."""
    trace.start("bare web view")
    set_environment()
    application = QApplication(sys.argv[:1])
    view = BareView()
    view.painted.connect(lambda: trace.instant("article-painted"))
    view.painted.connect(application.quit)
    view.load(QUrl.fromLocalFile(str(Path(sys.argv[1]).absolute())))
    view.resize(int(sys.argv[2]), int(sys.argv[3]))
    view.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
