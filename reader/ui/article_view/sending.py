"""What is sent to the page: the article to be shown, and the next ones laid out ahead.

The page lays out one thing at a time. While it does, only the newest wish is kept; what it has
once laid out need not be sent again.
"""

from collections import deque
from collections.abc import Callable, Mapping
from typing import Protocol

from reader.ui.article_view.crashes import Crashes
from reader.ui.article_view.sheet import Sheet, script_value
from reader.ui.article_view.slots import Slots

AHEAD_LIMIT = 400_000  # characters of html; longer ones are laid out when their turn comes


class Page(Protocol):
    """What runs our scripts."""

    is_ready: bool

    def run(self, source: str, then: Callable[[object], None] | None = None) -> None:
        """Run `source`, then call `then` with its value."""
        ...


class Sender:
    """Sends sheets to a page. Each showing has a number, which the page's answers bear."""

    def __init__(self) -> None:
        self.sheet: Sheet | None = None  # the one to be shown
        self.showing = 0  # the number of the last showing
        self._page: Page | None = None
        self._position, self._anchor = 0.0, ""  # where it is to be shown, or was read to
        self._ending: Mapping[str, str] | None = None  # the line below it
        self._slots = Slots()
        self._crashes = Crashes()
        self._busy = False  # the page is laying out what was last sent
        self._stale = False  # what was last sent is not what is to be shown
        self._ahead: deque[Sheet] = deque()
        self._pictured: set[str] = set()  # posts whose remote pictures the reader allowed
        self.pictures = "ask"  # whether remote ones are loaded: as Settings have it

    @property
    def ready_page(self) -> Page | None:
        """Return the page if it can run anything."""
        return self._page if self._page is not None and self._page.is_ready else None

    def sheet_of(self, article: Mapping[str, object]) -> Sheet:
        """Return the sheet of `article`, which may be on the page already."""
        for sheet in (self.sheet, *self._slots.keys, *self._ahead):
            if isinstance(sheet, Sheet) and sheet.article is article and sheet.plain is None:
                return sheet
        return Sheet(str(article.get("path", "")), article)

    def show(self, sheet: Sheet, position: float, anchor: str = "") -> None:
        """Show `sheet`, scrolled to `position` (0 to 1) or `anchor`."""
        if self.sheet is None or self.sheet.path != sheet.path:
            self._ending = None
        self.sheet, self._position, self._anchor = sheet, position, anchor
        self.showing += 1
        self._send()

    def read_to(self, position: float) -> None:
        """Note that what is shown was read to `position`: there it comes back after a death."""
        self._position, self._anchor = position, ""

    def show_nothing(self) -> None:
        """Show an empty page."""
        self.sheet = None
        self.showing += 1
        self._slots.hide()
        self.run(f"broadsheet.clear({self.showing})")

    def set_ending(self, ending: Mapping[str, str] | None) -> None:
        """Show `ending` below what is shown; None: nothing."""
        if ending != self._ending:
            self._ending = ending
            self.run(self._ending_source())  # which waits its turn, or comes with the article

    def lay_out_again(self) -> None:
        """Lay out anew what is shown, and what is next: it is to look otherwise."""
        self._slots.forget()
        self._ahead.clear()
        if self.sheet is not None:
            self.show(self.sheet, self._position, self._anchor)

    def prepare(self, sheet: Sheet) -> None:
        """Lay `sheet` out ahead, unless it is too long or may have brought a page down."""
        html = sheet.article.get("html")
        fits = isinstance(html, str) and len(html) <= AHEAD_LIMIT
        if fits and self._slots.find(sheet) is None and not self._crashes.suspects(sheet.path):
            self._ahead.append(sheet)
            while len(self._ahead) > self._slots.count - 1:
                self._ahead.popleft()
            self.send_ahead()

    def send_ahead(self) -> None:
        """Send the next sheet to be laid out ahead, if the page has time."""
        page = self.ready_page
        if not self._ahead or self._busy or page is None:
            return
        sheet = self._ahead.popleft()
        if self._slots.find(sheet) is None:
            self._busy = True
            page.run(self._fill(self._slots.take(sheet), sheet), self._on_done)

    def load_pictures(self, path: str) -> None:
        """Load the remote pictures of the post at `path`, which is shown, now and later."""
        self._pictured.add(path)
        self.run(f"broadsheet.loadPictures({self.showing})")

    def run(self, source: str, then: Callable[[object], None] | None = None) -> None:
        """Run `source` on the page, if that is ready."""
        page = self.ready_page
        if page is not None:
            page.run(source, then)

    def begin(self, page: Page) -> None:
        """Go on with a page that is ready, and empty."""
        self._page, self._busy = page, False
        self._slots.forget()
        self._send()

    def page_died(self, why: str) -> int:
        """Note that the page died; return how many ms to wait before it is loaded again.

        If it is what is shown that kills it, that is shown as plain text, with the words `why`.
        """
        self._busy = False
        self._slots.forget()
        self._ahead.clear()
        self._crashes.died()
        if self.sheet is not None and self._crashes.gave_up(self.sheet.path):
            self.sheet = self.sheet.as_plain(why)
        return self._crashes.pause

    def end(self) -> None:
        """Send nothing any more: a page that is being deleted answers what it was last sent."""
        self._page = None

    def _send(self) -> None:
        """Send what is to be shown, unless the page is still busy: then the newest, once done."""
        page = self.ready_page
        if self.sheet is None or page is None:
            return
        self._stale = self._busy
        if self._busy:
            return
        self._busy = True
        slot = self._slots.find(self.sheet)
        source = ""
        if slot is None:
            slot = self._slots.take(self.sheet)
            source = self._fill(slot, self.sheet)
        self._slots.show(slot)
        place = f"{self._position:.6f}, {script_value(self._anchor)}"
        source += f"broadsheet.reveal({slot}, {self.showing}, {place})"
        if self._ending is not None:
            source += f";{self._ending_source()}"
        page.run(source, self._on_done)

    def _ending_source(self) -> str:
        return f"broadsheet.setEnding({self.showing}, {script_value(self._ending)})"

    def _fill(self, slot: int, sheet: Sheet) -> str:
        self._crashes.laid_out(sheet.path)
        pictures = sheet.path in self._pictured and self.pictures != "never"
        return f"broadsheet.fill({slot}, {sheet.source(pictures)});"

    def _on_done(self, _value: object) -> None:
        self._busy = False
        if self._stale:
            self._send()
