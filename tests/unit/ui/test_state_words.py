"""What is said of the reading state names the files it speaks of, in every language."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

from reader.library.state_notices import StateNews, StateNotice
from reader.ui.state_words import words_of
from reader.ui.translations import FOLDER

NOTICE = (Path("/profile/state.db"), Path("/profile/state.db.damaged-1"), Path("/profile/copy.db"))
NAMED = {
    StateNews.RESTORED: (1, 2),
    StateNews.SAVED: (1,),
    StateNews.LOST: (1,),
    StateNews.MISSING: (0, 2),
    StateNews.NEWER: (0,),
    StateNews.FORBIDDEN: (0,),
    StateNews.FULL: (0,),
    StateNews.UNOPENED: (0,),
    StateNews.UNUSABLE: (0,),
    StateNews.NO_BACKUP: (),
}


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
@pytest.mark.parametrize("news", StateNews)
def test_each_notice_names_its_files(qtbot: QtBot, news: StateNews, language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"broadsheet_{language}", str(FOLDER))
    QCoreApplication.installTranslator(translator)
    try:
        words = words_of(StateNotice(news, *NOTICE, reason="why"))
    finally:
        QCoreApplication.removeTranslator(translator)
    assert all(str(NOTICE[number]) in words for number in NAMED[news])
    assert words.isascii() == (language == "en")
    assert "{" not in words
