"""Fetching remote pictures, from a real server that remembers what it was asked."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from reader.pictures import fetch
from reader.pictures.album import Album
from reader.pictures.fetch import may_ask
from reader.pictures.picture import Picture
from tests.helpers.picture_server import Answer, PictureServer, serving

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100
ANSWERS: dict[str, Answer] = {
    "/a.png": (200, {"Content-Type": "image/png", "Set-Cookie": "track=1"}, PNG),
    "/plain": (200, {"Content-Type": "application/octet-stream"}, PNG),
    "/page": (200, {"Content-Type": "text/html"}, PNG),
    "/lie.png": (200, {"Content-Type": "image/png"}, b"<html><script>"),
    "/moved": (302, {"Location": "/a.png"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/secret": (302, {"Location": "http://user:word@127.0.0.1/"}, b""),
    "/auth": (401, {"WWW-Authenticate": 'Basic realm="x"'}, b""),
    "/large.png": (200, {"Content-Type": "image/png"}, PNG + b"x" * 200_000),
}


@pytest.fixture
def server() -> Iterator[PictureServer]:
    with serving(ANSWERS) as server:
        yield server


@pytest.fixture
def album(qtbot: QtBot, tmp_path: Path) -> Iterator[Album]:
    album = Album(tmp_path / "cache")
    yield album
    album.close()


@pytest.fixture
def get(qtbot: QtBot, album: Album) -> Callable[[str], Picture]:
    def ask(address: str) -> Picture:
        came: list[Picture] = []
        album.came.connect(came.append)
        album.ask(address)
        qtbot.waitUntil(lambda: bool(came))
        album.came.disconnect(came.append)
        return came[0]

    return ask


Get = Callable[[str], Picture]


def test_a_picture_comes_with_the_type_its_bytes_say(server: PictureServer, get: Get) -> None:
    picture = get(server.address("/plain"))
    assert (picture.type, picture.data, picture.why) == ("image/png", PNG, "")


def test_a_server_learns_nothing_but_what_is_asked(server: PictureServer, get: Get) -> None:
    get(server.address("/a.png"))
    get(server.address("/plain"))
    for _, headers in server.asked:
        assert not headers.keys() & {"cookie", "referer", "authorization", "origin", "x-client"}
        assert headers["user-agent"] == "Mozilla/5.0"
        assert headers["accept-language"] == "*"


def test_a_picture_once_seen_is_not_asked_for_again(server: PictureServer, get: Get) -> None:
    first = get(server.address("/a.png"))
    assert get(server.address("/a.png")) == first
    assert len(server.asked) == 1


def test_a_redirect_is_followed(server: PictureServer, get: Get) -> None:
    assert get(server.address("/moved")).data == PNG
    assert [path for path, _ in server.asked] == ["/moved", "/a.png"]


@pytest.mark.parametrize(
    "path", ["/round", "/file", "/secret", "/auth", "/page", "/lie.png", "/no"]
)
def test_what_is_no_picture_is_refused_with_a_word(
    server: PictureServer, get: Get, path: str
) -> None:
    picture = get(server.address(path))
    assert (picture.type, picture.data) == ("", b"")
    assert picture.why


def test_a_picture_too_large_is_given_up(
    server: PictureServer, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "SIZE_LIMIT", 100_000)
    assert get(server.address("/large.png")).why
    assert get(server.address("/a.png")).type == "image/png"


def test_a_server_that_is_not_there_is_no_matter(get: Get) -> None:
    assert get("http://127.0.0.1:1/a.png").why


def test_where_a_wrapper_fails_the_pictures_own_host_is_asked(
    server: PictureServer, get: Get
) -> None:
    wrapper = "/_next/image?url=%2Fa.png&w=640"
    assert get(server.address(wrapper)).data == PNG
    assert [path for path, _ in server.asked] == [wrapper, "/a.png"]
    assert get(server.address(wrapper)).data == PNG  # kept under the wrapper's address
    assert len(server.asked) == 2


def test_where_both_fail_a_word_says_so_once(server: PictureServer, get: Get) -> None:
    assert get(server.address("/_next/image?url=%2Fno.png&w=640")).why
    assert len(server.asked) == 2


def test_a_picture_that_the_post_holds_is_handed_over(get: Get) -> None:
    written = b64encode(PNG).decode()
    address = f"data:image/jpeg;base64,{written}"
    picture = get(address)
    assert (picture.address, picture.type, picture.data) == (address, "image/png", PNG)


@pytest.mark.parametrize(
    "address",
    [
        "data:image/svg+xml;base64," + b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>").decode(),
        "data:image/png;base64," + b64encode(b"<html><script>").decode(),
        "data:text/html;base64,PHA+",
        "data:image/png;base64,!!",
        "data:image/png,abc",
        "data:",
    ],
)  # fmt: skip
def test_nothing_but_pixels_is_taken_from_a_post(get: Get, address: str) -> None:
    assert not Album.is_remote(address)
    picture = get(address)
    assert (picture.type, picture.data) == ("", b"")
    assert picture.why


@pytest.mark.parametrize(
    "address", ["ftp://a/b", "file:///etc/passwd", "https://user@a/b", "https:///b", "data:,x", "x"]
)
def test_only_the_web_may_be_asked(address: str) -> None:
    assert not may_ask(QUrl(address))
    assert may_ask(QUrl("https://a/b"))


def test_an_album_without_a_library_finds_nothing(get: Get) -> None:
    assert get("images/a.png").why


def test_a_picture_of_the_library_comes_whole(album: Album, get: Get, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "a.mp3").write_bytes(b"ID3....")
    (tmp_path / "a.txt").write_bytes(b"text")
    album.set_library(tmp_path)
    assert get("a.png").data == PNG
    assert get("a.mp3").file == (tmp_path / "a.mp3").resolve()
    assert get("a.txt").type == ""
    assert get("b.png").type == ""
