"""Windows for tests. A warning of Qt's that nobody expected fails the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from tests.helpers.small_library import write_library
from tests.helpers.windows import Driver

QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

# What Chromium says on a machine without a graphics card, or as root.
_EXPECTED = (
    "Vulkan",
    "vulkan",
    "GPUInfo",
    "GPU vendor",
    "Sandboxing disabled",
    "QXcbIntegration: Cannot create platform",
    "QRhiGles2: Failed to create",
    "Failed to create RHI for backend: OpenGL",
    "neither GLX nor EGL are enabled",
    "QRhiGles2",
    "Failed to create RHI",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.window)
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*_EXPECTED, extend=True))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


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
