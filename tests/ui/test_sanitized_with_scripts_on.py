"""What the sanitizer returns, in a page without any of our walls: scripts on, nothing refused.

The program's own page runs no script at all. Here the sanitizer stands alone: whatever it lets
through may run, ask and go wherever it likes, and is clicked and pointed at besides.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import islice

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from pytestqt.qtbot import QtBot

from reader.ui.article_view.engine import set_environment
from reader.ui.article_view.scheme import register
from tests.fuzz.attacks import attacks, check
from tests.helpers.hostile import PAYLOADS, batched, needs_vectors, rendered

pytestmark = pytest.mark.window
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
HERE = "http://article.invalid/"
PICTURE = HERE + "picture?"
_OWN = QWebEngineSettings.WebAttribute
# More of them, and others, by hand: BROADSHEET_ATTACKS=20000,7
COUNT_SEED = [int(given) for given in os.environ.get("BROADSHEET_ATTACKS", "600,3").split(",")]
_WORLD = 0  # the page's own
# All that a hand could do to an element, but follow a link.
TOUCH = """
document.addEventListener('click', event => event.preventDefault(), true);
for (const element of document.body.querySelectorAll('*')) {
    for (const name of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'click', 'toggle',
                        'load', 'error', 'animationstart', 'beforeinput', 'paste', 'copy'])
        element.dispatchEvent(new Event(name, {bubbles: true, cancelable: true}));
    element.focus?.();
}
"""


class Watch(QWebEngineUrlRequestInterceptor):
    """Notes every address asked for, and answers none."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Note the request. Called by Qt."""
        address = info.requestUrl().toString()
        if not address.startswith("data:text/html"):  # what setHtml loads
            self.asked.append(address)
            info.block(True)


class OpenPage(QWebEnginePage):
    """A page with scripts on that notes what its content does."""

    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self.did: list[str] = []
        self.settings().setAttribute(_OWN.JavascriptEnabled, True)
        self.settings().setAttribute(_OWN.JavascriptCanOpenWindows, True)
        self.settings().setAttribute(_OWN.AutoLoadIconsForPage, False)

    def javaScriptAlert(self, securityOrigin: QUrl | str, msg: str) -> None:
        """Note a dialog."""
        self.did.append(f"alert {msg}")

    def javaScriptConfirm(self, securityOrigin: QUrl | str, msg: str) -> bool:
        """Note a dialog."""
        self.did.append(f"confirm {msg}")
        return False

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,
        sourceID: str,
    ) -> None:
        """Note what a script says, and what goes wrong in one."""
        if "ERR_" not in message:  # a picture that the test itself refused
            self.did.append(f"console {message}")

    def createWindow(self, type: QWebEnginePage.WebWindowType) -> QWebEnginePage:  # noqa: A002
        """Note a new window."""
        self.did.append("window")
        return self

    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        type: QWebEnginePage.NavigationType,  # noqa: A002 - as Qt names it
        isMainFrame: bool,
    ) -> bool:
        """Note where content wants to go."""
        mine = QUrl(url).toString().startswith("data:text/html") and isMainFrame
        if not mine:
            self.did.append(f"went to {QUrl(url).toString()}")
        return mine


class Unwalled:
    """Puts markup into a page without walls, and says what it did there."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        set_environment()
        register()  # later tests in this process could not: this is its first profile
        self._profile = QWebEngineProfile()
        self._watch = Watch()
        self._profile.setUrlRequestInterceptor(self._watch)
        self._page = OpenPage(self._profile)

    def show(self, bodies: Iterable[str]) -> list[str]:
        """Return what the content of `bodies`, shown and touched, did and asked for."""
        self._page.did.clear()
        self._watch.asked.clear()
        html = "".join(f"<div>{body}</div>" for body in bodies)
        with self._qtbot.waitSignal(self._page.loadFinished, timeout=20_000):
            self._page.setHtml(f"<!doctype html><meta charset=utf-8><body>{html}", QUrl(HERE))
        answers: list[object] = []
        self._page.runJavaScript(TOUCH + "; true", _WORLD, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        self._qtbot.wait(50)
        return self._page.did + [url for url in self._watch.asked if not url.startswith(PICTURE)]

    def close(self) -> None:
        """End the page before its profile."""
        self._page.deleteLater()
        self._qtbot.wait(1)
        self._profile.deleteLater()


@pytest.fixture
def unwalled(qtbot: QtBot) -> Iterator[Unwalled]:
    page = Unwalled(qtbot)
    yield page
    page.close()


@needs_vectors
@pytest.mark.parametrize("suffix", [".html", ".md"])
@pytest.mark.parametrize("raw", [False, True])
def test_nothing_runs_asks_or_goes_anywhere(unwalled: Unwalled, suffix: str, raw: bool) -> None:
    did: list[str] = []
    for batch in batched(rendered(payload, suffix, raw) for payload in PAYLOADS):
        did += unwalled.show(batch)
    assert did == []


def test_nor_does_any_attack_in_any_place_of_a_post(unwalled: Unwalled) -> None:
    did: list[str] = []
    for batch in batched(check(attack) for attack in islice(attacks(COUNT_SEED[1]), COUNT_SEED[0])):
        did += unwalled.show(batch)
    assert did == []


@needs_vectors
def test_unsanitized_they_do_run_here(unwalled: Unwalled) -> None:
    did: list[str] = []
    for batch in batched(PAYLOADS[:400]):
        did += unwalled.show(batch)
    assert len(did) > 50  # or the test above would prove nothing
