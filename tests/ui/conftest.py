"""Windows for tests. A warning of Qt's that nobody expected fails the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reader.profile import Profile
from reader.ui.article_view.view import ArticleView
from reader.ui.theme import LIGHT
from tests.helpers.article_page import ArticlePageProbe
from tests.helpers.small_library import write_library
from tests.helpers.unexpected import EXPECTED
from tests.helpers.windows import Driver

QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.window)
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*EXPECTED, extend=True))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")


@pytest.fixture
def view_size() -> QSize:
    """Return how large the window of `window` is; a module may say otherwise."""
    return QSize(844, 830)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, view_size: QSize) -> Iterator[QMainWindow]:
    """Return a window that holds nothing but an article view."""
    window = QMainWindow()
    window.resize(view_size)
    view = ArticleView(Profile.under(tmp_path / "profile"), LIGHT, window)
    window.setCentralWidget(view)
    with qtbot.waitExposed(window):
        window.show()
    window.raise_()  # above what another test has left
    window.activateWindow()
    yield window
    view.shut_down()
    window.close()
    window.deleteLater()


@pytest.fixture
def page(window: QMainWindow, qtbot: QtBot) -> ArticlePageProbe:
    """Return what looks into the page of the window's view."""
    view = window.centralWidget()
    assert isinstance(view, ArticleView)
    return ArticlePageProbe(view, qtbot)


Start = Callable[..., Driver]


@pytest.fixture
def start(qtbot: QtBot, profile: Path) -> Iterator[Start]:
    """Return what starts Broadsheet with this test's profile; it is closed at the end."""
    started: list[Driver] = []

    def begin(path: Path | None = None) -> Driver:
        started.append(Driver(qtbot, profile, path))
        return started[-1]

    yield begin
    for driver in started:
        driver.close()
