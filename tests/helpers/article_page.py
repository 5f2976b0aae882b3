"""Looking into the article view's page from a test."""

import json
from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.article_view.page import WORLD
from reader.ui.article_view.pane import WebPane
from reader.ui.article_view.view import ArticleView
from tests.helpers.page_answers import answer

SHOWN = "document.querySelector('.slot.shown')"


class ArticlePageProbe:
    """Asks the page of a view, and acts on it as a hand would."""

    def __init__(self, view: ArticleView, qtbot: QtBot) -> None:
        self.view = view
        self._qtbot = qtbot
        self.painted: list[str] = []
        self.requested: list[str] = []
        self.refused: list[str] = []
        self.complained: list[str] = []
        view.painted.connect(self.painted.append)
        qtbot.waitUntil(lambda: view.findChild(WebPane) is not None, timeout=10_000)
        pane = self.pane
        pane.scheme.asked.connect(self.requested.append)
        pane.refused.connect(self.refused.append)
        pane.complained.connect(self.complained.append)
        qtbot.waitUntil(lambda: pane.is_ready, timeout=15_000)

    @property
    def pane(self) -> WebPane:
        """Return the part that holds the page."""
        pane = self.view.findChild(WebPane)
        assert isinstance(pane, WebPane)
        return pane

    @property
    def web_view(self) -> QWebEngineView:
        """Return Qt's own view."""
        view = self.view.findChild(QWebEngineView)
        assert isinstance(view, QWebEngineView)
        return view

    def show(self, article: Mapping[str, object], position: float = 0.0) -> None:
        """Show `article` and wait until it is painted."""
        count = len(self.painted)
        self.view.show_article(article, position)
        self._qtbot.waitUntil(lambda: len(self.painted) > count, timeout=15_000)
        assert self.painted[-1] == article["path"]

    def ask(self, expression: str) -> object:
        """Return the value of a JavaScript expression, in the script's own world."""
        page = self.web_view.page()
        told = answer(
            lambda source, take: page.runJavaScript(source, WORLD, take),
            lambda there: self._qtbot.waitUntil(there, timeout=10_000),
            expression,
        )
        assert told, expression
        return json.loads(told)

    def text(self) -> str:
        """Return what is to be read on the page."""
        return str(self.ask(f"{SHOWN}?.innerText ?? ''"))

    def style(self, selector: str, name: str) -> str:
        """Return a computed style of the first such element shown."""
        return str(self.ask(f"getComputedStyle({SHOWN}.querySelector('{selector}'))['{name}']"))

    def click(self, selector: str) -> None:
        """Click on the middle of the first such element shown."""
        box = f"{SHOWN}.querySelector('{selector}').getClientRects()[0]"
        place = self.ask(f"(box => [box.x + box.width / 2, box.y + box.height / 2])({box})")
        x, y = (int(number) for number in cast("list[float]", place))
        QTest.mouseClick(self.inside, Qt.MouseButton.LeftButton, pos=QPoint(x, y))

    def hover(self, selector: str) -> None:
        """Bring the mouse over the first such element shown."""
        over = "new MouseEvent('mouseover', {bubbles: true})"
        self.ask(f"{SHOWN}.querySelector('{selector}').dispatchEvent({over})")

    @property
    def inside(self) -> QWidget:
        """Return the widget that gets mouse and keys."""
        widget = self.web_view.focusProxy()
        assert widget is not None
        return widget


def article(path: str = "a.md", html: str = "<p>words</p>", **more: object) -> dict[str, object]:
    """Return an article as the renderer gives it."""
    return {
        "path": path,
        "title": f"Title of {path}",
        "date": "2022-02-22T13:32:00+08:00",
        "authors": ["Somebody"],
        "source": "example.com",
        "source_url": "https://example.com/a",
        "tags": ["one", "two"],
        "lang": "en",
        "html": html,
        "text": "words",
    } | more
