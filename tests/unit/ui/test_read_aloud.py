from collections.abc import Mapping
from typing import cast

import pytest
from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from reader.ui.read_aloud import ReadAloud, locale_for, pieces_of
from reader.ui.reading import Reading

LONG = "Words that are said one after another, slowly. " * 20


class Page(QObject):
    """Stands for what is on the page."""

    requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.path, self.raw = "a.md", False
        self.article: Mapping[str, object] | None = {"title": "A", "text": LONG, "lang": "en"}


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def aloud(page: Page, qtbot: QtBot) -> ReadAloud:
    return ReadAloud(cast("Reading", page), engine="mock")


def state(aloud: ReadAloud) -> QTextToSpeech.State:
    return aloud.findChildren(QTextToSpeech)[0].state()


def test_one_key_begins_pauses_and_goes_on(aloud: ReadAloud, qtbot: QtBot) -> None:
    said: list[str] = []
    aloud.said.connect(said.append)
    aloud.toggle()
    qtbot.waitUntil(lambda: state(aloud) is QTextToSpeech.State.Speaking)
    aloud.toggle()
    qtbot.waitUntil(lambda: state(aloud) is QTextToSpeech.State.Paused)
    aloud.toggle()
    qtbot.waitUntil(lambda: state(aloud) is QTextToSpeech.State.Speaking)
    assert said == ["Reading aloud", "Reading aloud paused", "Reading aloud"]


def test_another_article_ends_it(aloud: ReadAloud, page: Page, qtbot: QtBot) -> None:
    aloud.toggle()
    qtbot.waitUntil(lambda: state(aloud) is QTextToSpeech.State.Speaking)
    page.requested.emit("a.md")
    assert state(aloud) is QTextToSpeech.State.Speaking
    page.requested.emit("b.md")
    qtbot.waitUntil(lambda: state(aloud) is QTextToSpeech.State.Ready)


def test_the_post_as_written_is_another_text(aloud: ReadAloud, page: Page, qtbot: QtBot) -> None:
    aloud.toggle()
    qtbot.waitUntil(lambda: state(aloud) is QTextToSpeech.State.Speaking)
    page.raw = True
    page.requested.emit("a.md")
    qtbot.waitUntil(lambda: state(aloud) is QTextToSpeech.State.Ready)


@pytest.mark.parametrize("paused", [False, True])
def test_it_ends_with_the_library(aloud: ReadAloud, page: Page, qtbot: QtBot, paused: bool) -> None:
    aloud.toggle()
    qtbot.waitUntil(lambda: state(aloud) is QTextToSpeech.State.Speaking)
    if paused:
        aloud.toggle()
        qtbot.waitUntil(lambda: state(aloud) is QTextToSpeech.State.Paused)
    page.requested.emit("")
    qtbot.waitUntil(lambda: state(aloud) is QTextToSpeech.State.Ready)


def test_a_text_without_a_language_is_not_said_in_that_of_the_one_before(
    aloud: ReadAloud, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    aloud.toggle()
    speech = aloud.findChildren(QTextToSpeech)[0]
    chosen: list[QLocale] = []
    monkeypatch.setattr(speech, "setLocale", chosen.append)
    for lang in ("nb", ""):
        page.requested.emit("")
        page.article = {"title": "A", "text": LONG, "lang": lang}
        aloud.toggle()
    norwegian, usual = chosen
    assert norwegian.language() is QLocale.Language.NorwegianBokmal
    assert usual.language() is not QLocale.Language.NorwegianBokmal


def test_without_an_article_nothing_is_said(aloud: ReadAloud, page: Page) -> None:
    page.article = None
    aloud.toggle()
    assert state(aloud) is QTextToSpeech.State.Ready


def test_without_a_voice_it_says_so(
    page: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QTextToSpeech, "availableEngines", lambda: ["mock"])
    aloud = ReadAloud(cast("Reading", page))
    said: list[str] = []
    aloud.said.connect(said.append)
    aloud.toggle()
    assert said == ["This system has no voice to read with"]


def test_an_article_is_said_in_pieces_of_whole_blocks() -> None:
    article = {"title": "Title", "text": f"One\n{'x' * 3990}\n{'y' * 4100}\nEnd"}
    pieces = list(pieces_of(article))
    assert pieces == ["Title\nOne", "x" * 3990, "y" * 4000, f"{'y' * 100}\nEnd"]
    assert list(pieces_of({"title": None, "text": "  "})) == []


def test_the_voice_speaks_the_articles_language() -> None:
    voices = [QLocale(name) for name in ("en_GB", "zh_TW", "zh_CN", "nb_NO")]
    assert locale_for("zh-Hans", voices) == QLocale("zh_CN")
    assert locale_for("zh-Hant", voices) == QLocale("zh_TW")
    assert locale_for("en", voices) == QLocale("en_GB")
    assert locale_for("ja", voices) is None
    assert locale_for("", voices) is None
