"""The page and its view, as something to be told what to show.

Everything that needs QtWebEngine is imported here; whoever imports this module pays for it.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QKeyEvent, QWheelEvent
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QToolTip, QWidget
from shiboken6 import delete, isValid

from reader.pictures.album import Album
from reader.ui.article_view import scheme
from reader.ui.article_view.messages import Kind, Message
from reader.ui.article_view.page import WORLD, ArticlePage, Interceptor, new_profile
from reader.ui.article_view.presenting import Presenting
from reader.ui.article_view.printing import PrintDialog
from reader.ui.article_view.scheme import SHELL, ArticleScheme
from reader.ui.tool_tip import tool_tip

# Keys that scroll the article while it has the focus, whatever they do elsewhere in the window.
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ArticleWebView(QWebEngineView):
    """A web view without a menu, a drop target or a text input of its own."""

    menu_wanted = Signal(QPoint)  # on the screen
    zoom_wanted = Signal(int)  # 1 larger, -1 smaller
    drawn = Signal()  # what the page shows is being painted

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tame(self)

    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        """Leave the menu to the article view."""
        self.menu_wanted.emit(arg__1.globalPos())

    def event(self, arg__1: QEvent) -> bool:
        """Watch the widget inside, which is the one that gets keys and wheel."""
        if isinstance(arg__1, QHelpEvent) and arg__1.type() is QEvent.Type.ToolTip:
            # What Chromium hands over is a post's own words, and Qt would take markup for markup.
            QToolTip.showText(arg__1.globalPos(), tool_tip(self.toolTip()), self)
            return True
        if arg__1.type() is QEvent.Type.ChildPolished:
            for child in self.findChildren(QWidget):
                self._tame(child)
        return super().event(arg__1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let plain arrows scroll, whoever else claims them, and Ctrl+wheel zoom the text."""
        if event.type() is QEvent.Type.Paint:
            self.drawn.emit()
        elif event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in _SCROLLING and event.modifiers() in _PLAIN:
                event.accept()
                return True
        elif event.type() is QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
                return True
        elif event.type() is QEvent.Type.DragEnter:
            event.ignore()  # the window takes folders
            return True
        return super().eventFilter(watched, event)

    def _tame(self, widget: QWidget) -> None:
        widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        widget.setAcceptDrops(False)
        if widget is not self:
            widget.removeEventFilter(self)
            widget.installEventFilter(self)


class WebPane(QObject):
    """Profile, page and view; loads the shell, and again after its renderer died."""

    ready = Signal()  # the shell stands, empty
    said = Signal(object)  # a Message
    died = Signal()
    complained = Signal(str)  # what the page's console says beside
    refused = Signal(str)  # an address that was asked for, or gone to, and may not be

    def __init__(self, album: Album, host: QWidget) -> None:
        super().__init__(host)
        scheme.register()
        self._interceptor = Interceptor()
        self._interceptor.refused.connect(self.refused)
        self.scheme = ArticleScheme(album)
        self._profile = new_profile(self._interceptor)
        self._profile.setParent(QCoreApplication.instance())
        self._profile.installUrlSchemeHandler(scheme.SCHEME.encode(), self.scheme)
        # A page must die before its profile: pages die with the host, the profile after it.
        host.destroyed.connect(self._profile.deleteLater)
        self.view = ArticleWebView(host)
        self._page = ArticlePage(self._profile)
        self._page.setParent(self.view)
        self._page.said.connect(self._on_said)
        self._presenting = Presenting(self)
        self._presenting.presented.connect(self.said)
        self.view.drawn.connect(self._presenting.view_painted)
        self._page.complained.connect(self.complained)
        self._page.refused.connect(self.refused)
        self._page.loadFinished.connect(self._loaded)
        self._page.renderProcessTerminated.connect(self._terminated)
        self.is_ready = False
        self._paper = ""

    def start(self, paper: str) -> None:
        """Show the page, empty, on a ground of colour `paper`, and load the shell."""
        self.set_paper(paper)
        self.view.setPage(self._page)
        self.load()

    def load(self) -> None:
        """Load the shell; `ready` follows."""
        self.is_ready = False
        self._page.load(SHELL)

    def set_paper(self, colour: str) -> None:
        """Set the ground that shows before anything is painted."""
        self._paper = colour
        self._page.setBackgroundColor(QColor(colour))

    def run(self, source: str, then: Callable[[object], None] | None = None) -> None:
        """Run `source` in the script's own world, then call `then` with its value, a text."""
        if then is None:
            self._page.runJavaScript(source, WORLD)
        else:
            self._page.runJavaScript(source, WORLD, then)

    def set_zoom(self, factor: float) -> None:
        """Set the text's size; 1 is the stylesheet's own."""
        self._page.setZoomFactor(factor)

    def print_page(self, title: str, then: Callable[[str, bool], None]) -> None:
        """Ask for a printer or a file; `then` gets the file, or "", and whether it succeeded."""

        def ended(file: str, succeeded: bool) -> None:
            self.set_paper(self._paper)
            then(file, succeeded)

        PrintDialog(self.view, title, ended).show()

    def selected_text(self) -> str:
        """Return what the reader has selected."""
        return self._page.selectedText()

    def copy(self) -> None:
        """Copy what is selected."""
        self._page.triggerAction(QWebEnginePage.WebAction.Copy)

    def renderer_process(self) -> int:
        """Return the id of the process that draws the page."""
        return self._page.renderProcessPid()

    def shut_down(self) -> None:
        """Delete page, view and profile, in this order."""
        for thing in (self._page, self.view, self._profile):
            if isValid(thing):
                delete(thing)

    def _on_said(self, message: Message) -> None:
        if message.kind is Kind.DRAWING:
            self._presenting.frame_begun()
        elif message.kind is Kind.PAINTED:
            self._presenting.frame_made(message)
        else:
            self.said.emit(message)

    def _loaded(self, succeeded: bool) -> None:
        if succeeded:
            self.is_ready = True
            self.ready.emit()

    def _terminated(
        self, _status: QWebEnginePage.RenderProcessTerminationStatus, _code: int
    ) -> None:
        self.is_ready = False
        QTimer.singleShot(0, self.died.emit)  # not while Chromium tells of it
