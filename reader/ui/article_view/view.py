"""The article's pane."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.pictures.album import Album
from reader.profile import Profile
from reader.ui.article_view.engine import EngineLoader
from reader.ui.article_view.hits import Hits
from reader.ui.article_view.links import target_of
from reader.ui.article_view.marking import Sought
from reader.ui.article_view.menu import show_menu
from reader.ui.article_view.messages import Kind, Message
from reader.ui.article_view.page_looks import PageLooks
from reader.ui.article_view.sending import Sender
from reader.ui.article_view.sheet import Sheet, headings_of, script_value
from reader.ui.settings import Settings
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.article_end import Ending
    from reader.ui.article_view.pane import WebPane


class ArticleView(QWidget):
    """Shows one article at a time, and holds the next ones ready.

    Comes up empty at once; the engine follows in the background, and whatever was asked for
    meanwhile is then shown. An answer to a showing before the last is dropped.
    """

    painted = Signal(str)  # path: a frame with this article was presented
    link_activated = Signal(object)  # Target
    link_pointed = Signal(object)  # Target that a click would lead to, None for none
    jumped = Signal(str, float)  # path, and the position left for another within the article
    tag_activated = Signal(str)
    position_changed = Signal(str, float)  # path, 0 to 1
    reached_end = Signal()
    at_edge = Signal(int)  # scroll_page found nothing further: 1 at the end, -1 at the top
    next_wanted = Signal()  # the line below the article was clicked
    hits_counted = Signal(int, int)  # which hit was gone to (0: none yet), of how many
    zoom_wanted = Signal(int)  # Ctrl+wheel: 1 larger, -1 smaller

    def __init__(
        self,
        profile: Profile,
        theme: Theme,
        parent: QWidget | None = None,
        loader: EngineLoader | None = None,  # that has been started
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Article"))
        self.setAutoFillBackground(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._album = Album(profile.cache, self)
        self._looks = PageLooks(theme)
        self._zoom = 1.0
        self._pane: WebPane | None = None
        self._sender = Sender()
        self._hovered = ""
        self.contents_open = False
        self._hits = Hits(self._sender.run, self)
        self._hits.counted.connect(self.hits_counted)
        self._colour()
        self._shut = False
        # Without a parent: its thread may still be loading when this widget goes.
        self._loader = loader or EngineLoader()
        self._loader.loaded.connect(self._start_engine)
        if loader is None:
            self._loader.start()
        elif loader.done:
            QTimer.singleShot(0, self, self._start_engine)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.shut_down)

    # ---- what to show ----

    def show_article(
        self, article: Mapping[str, object], position: float, anchor: str = ""
    ) -> None:
        """Show `article`, as the renderer gives it, scrolled to `position` (0 to 1) or `anchor`."""
        self._show(self._sender.sheet_of(article), position, anchor)

    def show_plain(self, path: str, title: str, text: str, why: str) -> None:
        """Show `text` as it is, with a word about `why`."""
        self._show(Sheet(path, plain=text, title=title, note=why), 0.0)

    def show_nothing(self) -> None:
        """Show an empty page."""
        self._hits.leaves()
        self._sender.show_nothing()

    def show_ending(self, ending: "Ending | None") -> None:
        """Show this line below the present article; None takes it away."""
        self._sender.set_ending(None if ending is None else asdict(ending))

    def prepare_article(self, article: Mapping[str, object]) -> None:
        """Lay `article` out ahead, so that showing it takes one frame."""
        self._sender.prepare(self._sender.sheet_of(article))

    def set_library(self, folder: Path) -> None:
        """Look for local pictures in `folder` from now on."""
        self._album.set_library(folder)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, at once."""
        self._looks.set_theme(theme)
        self._colour()

    def set_settings(self, settings: Settings) -> None:
        """Set the text as `settings` have it, at once; the reader's place stays."""
        before = self._looks.settings
        self._looks.set_settings(settings)
        self._hits.look_in_converted(bool(settings.chinese))
        if settings.pictures != before.pictures:
            self._sender.pictures = settings.pictures
            if "never" in (before.pictures, settings.pictures):
                self._sender.lay_out_again()
            elif settings.pictures == "always" and self._sender.sheet is not None:
                self._sender.load_pictures(self._sender.sheet.path)

    def set_zoom(self, factor: float) -> None:
        """Set the text's size; 1 is the stylesheet's own."""
        self._zoom = factor
        if self._pane is not None:
            self._pane.set_zoom(factor)

    def _show(self, sheet: Sheet, position: float, anchor: str = "") -> None:
        self.contents_open = False
        self._hits.leaves()
        self._sender.show(sheet, position, anchor)

    # ---- what to do with it ----

    def load_pictures(self) -> None:
        """Fetch the remote pictures of the present article, if any may be fetched."""
        if self._looks.settings.pictures != "never":
            self._sender.run("broadsheet.askForPictures()")

    def scroll_page(self, direction: int) -> None:
        """Scroll a page down (1) or up (-1); `at_edge` follows where there is none."""
        if self._sender.ready_page is None or self._sender.sheet is None:
            self.at_edge.emit(direction)
        else:
            self._sender.run(f"broadsheet.scrollPage({1 if direction > 0 else -1})")

    def scroll_to(self, position: float) -> None:
        """Scroll the present article to `position` (0 to 1)."""
        self._sender.run(f"broadsheet.scrollToFraction({position:.6f})")

    def scroll_to_anchor(self, name: str) -> None:
        """Scroll the present article to the heading or note of that name, or of those words."""
        self._sender.run(f"broadsheet.jump({script_value(name)})")

    def step_link(self, step: int) -> None:
        """Put the keyboard on the next link (1) or the one before (-1)."""
        self._sender.run(f"broadsheet.stepLink({1 if step > 0 else -1})")

    def toggle_contents(self) -> bool:
        """Bring up the table of contents, or take it away; return whether there is one."""
        sheet = self._sender.sheet
        if sheet is None or sheet.plain is not None or not headings_of(sheet.article):
            return False
        self._sender.run("broadsheet.toggleContents()")
        return True

    def seek(self, sought: Sought | None, go: bool = False) -> None:
        """Mark `sought` in every article from now on; `go` to the first hit of the present one."""
        self._hits.seek(sought, go)

    def step_hit(self, direction: int) -> None:
        """Go to the next hit (1) or the one before (-1); `hits_counted` follows."""
        self._hits.step(direction)

    def say_on_page(self, words: str) -> None:
        """Show `words` in a corner of the page for a moment."""
        self._hits.say(script_value(words))

    def print_article(self, then: Callable[[str, bool], None]) -> None:
        """Ask where to print the present article; `then` gets the file, "" for a printer, and
        whether it succeeded."""
        sheet = self._sender.sheet
        if self._pane is None or not self._pane.is_ready or sheet is None:
            then("", False)
            return
        self._pane.print_page(sheet.title or str(sheet.article.get("title", "")), then)

    def selected_text(self) -> str:
        """Return what the reader has selected, or ""."""
        return self._pane.selected_text() if self._pane is not None else ""

    def shut_down(self) -> None:
        """Stop everything. Called by itself when the program quits."""
        self._shut = True
        self._album.close()
        self._hits.close()
        self._sender.end()
        if self._pane is not None:
            self._looks.undress()
            self._pane.shut_down()
            self._pane = None

    # ---- the engine ----

    def _start_engine(self) -> None:
        """Import what was loaded. Each step holds the window up, so it breathes in between."""
        importlib.import_module("reader.ui.article_view.pane")
        QTimer.singleShot(0, self, self._make_pane)

    def _make_pane(self) -> None:
        from reader.ui.article_view.pane import WebPane  # noqa: PLC0415 - once loaded

        if self._pane is not None or self._shut:
            return
        self._pane = pane = WebPane(self._album, self)
        pane.ready.connect(self._on_ready)
        pane.said.connect(self._on_said)
        pane.died.connect(self._on_died)
        pane.view.menu_wanted.connect(self._show_menu)
        pane.view.zoom_wanted.connect(self.zoom_wanted)
        self._looks.dress(pane)
        QTimer.singleShot(0, self, self._start_page)

    def _start_page(self) -> None:
        if self._pane is None:
            return
        self._layout.addWidget(self._pane.view)
        self.setFocusProxy(self._pane.view)
        self._pane.start(self._looks.theme.paper)

    def _on_ready(self) -> None:
        if self._pane is None:
            return
        self._pane.set_zoom(self._zoom)
        self._looks.tell()
        self._sender.begin(self._pane)

    def _on_died(self) -> None:
        """Begin again with the same article; as plain text if it is what kills the page."""
        why = self.tr("This article twice brought down the page that shows it.")
        pause = self._sender.page_died(why)
        self.contents_open = False
        if self._hovered:
            self._hovered = ""
            self.link_pointed.emit(None)
        if self._pane is not None:
            QTimer.singleShot(pause, self._pane.load)

    # ---- what the page says ----

    def _on_said(self, message: Message) -> None:
        sheet = self._sender.sheet
        if sheet is None or message.generation != self._sender.showing:
            return
        match message.kind:
            case Kind.PAINTED:
                self.painted.emit(sheet.path)
                self._hits.painted()
                if self._looks.settings.pictures == "always":
                    self._sender.load_pictures(sheet.path)
                QTimer.singleShot(0, self, self._sender.send_ahead)
            case Kind.POSITION:
                self._sender.read_to(message.fraction)
                self.position_changed.emit(sheet.path, message.fraction)
                if message.ended:
                    self.reached_end.emit()
            case Kind.EDGE:
                self.at_edge.emit(message.direction)
            case _:
                self._on_gesture(sheet, message)

    def _on_gesture(self, sheet: Sheet, message: Message) -> None:
        match message.kind:
            case Kind.LINK:
                self._follow(sheet, message.text)
            case Kind.HOVER:
                self._hovered = message.text
                self.link_pointed.emit(target_of(message.text, sheet.path))
            case Kind.JUMP:
                self.jumped.emit(sheet.path, message.fraction)
            case Kind.CONTENTS:
                self.contents_open = message.open
            case Kind.NEXT:
                self.next_wanted.emit()
            case Kind.TAG:
                self.tag_activated.emit(message.text)
            case Kind.PICTURES:
                self._allow_pictures(sheet, message.addresses)
            case _:
                pass

    def _follow(self, sheet: Sheet, href: str) -> None:
        target = target_of(href, sheet.path)
        if target is not None:
            self.link_activated.emit(target)

    def _allow_pictures(self, sheet: Sheet, addresses: tuple[str, ...]) -> None:
        if self._pane is not None and self._looks.settings.pictures != "never":
            self._pane.scheme.allow(addresses)
            self._sender.load_pictures(sheet.path)

    def _show_menu(self, place: QPoint) -> None:
        href, pane, sheet = self._hovered, self._pane, self._sender.sheet
        target = target_of(href, sheet.path) if sheet is not None else None
        link = (target.place, lambda: self.link_activated.emit(target)) if target else None
        selected = pane is not None and pane.selected_text()
        show_menu(self, place, pane.copy if pane is not None and selected else None, link)

    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(self._looks.theme.paper))
        self.setPalette(palette)
