from pytestqt.qtbot import QtBot

from reader.ui.key_map import commands_with
from reader.ui.key_words import first_keys
from reader.ui.keys import COMMANDS
from reader.ui.theme import LIGHT
from reader.ui.toolbar import Toolbar


def told(toolbar: Toolbar) -> list[str]:
    names = [toolbar.sidebar, toolbar.back, toolbar.star, toolbar.raw, toolbar.theme_button]
    return [*(button.toolTip() for button in names), toolbar.search.placeholderText()]


def test_buttons_say_the_usual_keys_without_the_table(qtbot: QtBot) -> None:
    toolbar = Toolbar(LIGHT)
    qtbot.addWidget(toolbar)
    before = told(toolbar)
    toolbar.show_keys(first_keys(COMMANDS))
    assert told(toolbar) == before
    assert "Star (S)" in before
    assert "Search every word… /" in before


def test_buttons_say_the_keys_they_were_given_and_none_where_there_is_none(qtbot: QtBot) -> None:
    toolbar = Toolbar(LIGHT)
    qtbot.addWidget(toolbar)
    toolbar.show_keys(first_keys(commands_with({"star": ("Ctrl+B",), "theme": (), "search": ()})))
    assert toolbar.star.toolTip() == "Star (Ctrl+B)"
    assert toolbar.theme_button.toolTip() == "Theme"
    assert toolbar.search.placeholderText() == "Search every word…"
    toolbar.show_article(True, starred=True, raw=False)
    assert toolbar.star.toolTip() == "Remove the star (Ctrl+B)"
    assert toolbar.star.accessibleName() == "Remove the star"


def test_without_a_library_nothing_is_offered_that_needs_one(qtbot: QtBot) -> None:
    toolbar = Toolbar(LIGHT)
    qtbot.addWidget(toolbar)
    toolbar.show()
    needing = (toolbar.search, toolbar.sidebar, toolbar.text)
    toolbar.show_library(False)
    assert not any(widget.isEnabled() for widget in needing)
    assert not toolbar.search.isVisible()
    toolbar.show_library(True)
    assert all(widget.isEnabled() for widget in needing)
    assert toolbar.search.isVisible()


def test_the_search_says_its_hint_in_the_narrowest_window(qtbot: QtBot) -> None:
    toolbar = Toolbar(LIGHT)
    qtbot.addWidget(toolbar)
    toolbar.resize(724, toolbar.height())
    toolbar.show()
    words = toolbar.search.fontMetrics().horizontalAdvance(toolbar.search.placeholderText())
    assert toolbar.search.width() > words + 40  # margins, and the sign that keeps a search
