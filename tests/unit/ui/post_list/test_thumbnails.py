from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Signal
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from reader.ui.post_list.thumbnails import Thumbnails, first_picture, thumbnail
from reader.ui.render_queue import Rendered
from reader.ui.renderer_client import RendererClient

BOX = QSize(72, 54)


def encoded(width: int, height: int, kind: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#a93c26"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(data.data())


class Renderer(QObject):
    """Says of every post that its picture is `a.png`."""

    prepared = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def open(self, folder: Path) -> None:
        pass

    def close(self) -> None:
        pass

    def forget(self, paths: list[str]) -> None:
        pass

    def prepare(self, paths: list[str]) -> None:
        self.asked += paths
        for path in paths:
            pictures = [{"url": "a.png"}] if path != "none.md" else []
            self.prepared.emit(Rendered(path, False, {"pictures": pictures}))


@pytest.fixture
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def thumbnails(qtbot: QtBot, tmp_path: Path, renderer: Renderer) -> Iterator[Thumbnails]:
    (tmp_path / "a.png").write_bytes(encoded(400, 300))
    made = Thumbnails(tmp_path / "cache", cast("RendererClient", renderer), QObject(renderer))
    made.open(tmp_path)
    made.set_size(72, 54, 2.0)
    yield made
    made.close()


@pytest.mark.parametrize("size", [(400, 300), (300, 900), (2000, 100), (72, 54), (40, 40)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_thumbnail_fills_its_box(qapp: object, size: tuple[int, int], kind: str) -> None:
    made = thumbnail(f"image/{kind.lower()}", encoded(*size, kind), BOX, 4)
    assert made is not None
    assert made.size() == BOX
    assert made.pixelColor(36, 27).red() > 150
    assert made.pixelColor(0, 0).alpha() < 128


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("image/png", encoded(16, 16)),
        ("image/png", b"\x89PNG\r\n\x1a\n"),
        ("image/svg+xml", b"<svg/>"),
        ("image/jpeg", encoded(100, 100)),
        ("", b""),
    ],
)
def test_signs_and_what_is_no_picture_have_none(qapp: object, kind: str, data: bytes) -> None:
    assert thumbnail(kind, data, BOX, 4) is None


@pytest.mark.parametrize("article", [None, {}, {"pictures": []}, {"pictures": ["x"]}])
def test_a_post_may_show_no_picture(article: dict[str, object] | None) -> None:
    assert first_picture(article) == ""


def test_pictures_come_for_the_posts_in_sight(
    qtbot: QtBot, thumbnails: Thumbnails, renderer: Renderer
) -> None:
    assert thumbnails.of("a.md") is None
    with qtbot.waitSignal(thumbnails.came):
        thumbnails.look_at(["a.md", "none.md"])
    made = thumbnails.of("a.md")
    assert made is not None
    assert made.deviceIndependentSize().toSize() == BOX
    assert thumbnails.of("none.md") is None
    thumbnails.look_at(["none.md", "a.md"])
    qtbot.wait(250)
    assert renderer.asked == ["a.md", "none.md"]


def test_a_list_in_motion_asks_for_nothing(
    qtbot: QtBot, thumbnails: Thumbnails, renderer: Renderer
) -> None:
    for number in range(20):
        thumbnails.look_at([f"{number}.md"])
        qtbot.wait(10)
    qtbot.waitUntil(lambda: bool(renderer.asked))
    assert renderer.asked == ["19.md"]


def test_a_changed_post_s_picture_is_made_anew(
    qtbot: QtBot, thumbnails: Thumbnails, renderer: Renderer
) -> None:
    with qtbot.waitSignal(thumbnails.came):
        thumbnails.look_at(["a.md"])
    with qtbot.waitSignal(thumbnails.came):
        thumbnails.forget(["a.md", "b.md"])
    assert renderer.asked == ["a.md", "a.md"]
