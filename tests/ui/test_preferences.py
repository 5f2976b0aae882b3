"""Preferences in the whole window: nothing is started again for any of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt

from reader.ui.preferences.dialog import PreferencesDialog
from reader.ui.shortcuts_dialog import ShortcutsDialog
from tests.helpers.article_page import SHOWN
from tests.helpers.page_answers import answer
from tests.helpers.small_library import write_library, write_post
from tests.helpers.windows import Driver

Start = Callable[..., Driver]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PROSE = "\n\n".join(
    f"第{number}段：头发和发财，干燥的干部在里面得到答复。`里面` 很多字。" for number in range(60)
)


@pytest.fixture
def chinese(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    write_post(folder, "a.md", title="头发的一生", day="2022-01-02", body=PROSE)
    write_post(folder, "b.md", title="Plain", day="2022-01-01", body="Nothing but English words.")
    return folder


def asked(driver: Driver, expression: str) -> object:
    """Return the value of a JavaScript expression on the page."""
    view = driver.front.article.view
    assert view is not None
    return json.loads(answer(view._sender.run, driver.until, expression))  # pyright: ignore[reportPrivateUsage]


def text(driver: Driver) -> str:
    return str(asked(driver, f"{SHOWN}?.innerText ?? ''"))


def opened(driver: Driver) -> PreferencesDialog:
    driver.press(Key.Key_Comma, CONTROL)
    dialog = driver.assembly.preferences.dialog
    assert dialog is not None
    driver.until(dialog.isActiveWindow)
    return dialog


def test_nothing_of_it_is_there_before_it_is_opened(start: Start, library: Path) -> None:
    driver = start(library)
    assert driver.assembly.preferences.dialog is None
    dialog = opened(driver)
    driver.press(Key.Key_Escape)
    driver.until(lambda: not dialog.isVisible())
    driver.until(driver.front.window.isActiveWindow)
    assert opened(driver) is dialog


def test_chinese_is_shown_in_another_script_at_once_where_it_is_read(
    start: Start, chinese: Path
) -> None:
    driver = start(chinese)
    driver.until(lambda: driver.shown() == "a.md")
    driver.until(lambda: "头发和发财" in text(driver))
    driver.front.preferences.change(chinese="tw")
    driver.until(lambda: "頭髮和發財" in text(driver))
    shown = text(driver)
    assert "頭髮的一生" in shown
    assert "乾燥的幹部在裡面得到答覆" in shown
    assert "里面 很多字" in shown.replace("\u2005", " ")
    assert asked(driver, f"{SHOWN}.querySelector('article').lang") == "zh-Hant"
    driver.press(Key.Key_C)
    driver.until(lambda: "头发和发财" in text(driver))
    driver.press(Key.Key_C)
    driver.front.preferences.change(chinese="")
    driver.until(lambda: "头发和发财" in text(driver))


def test_hits_and_find_are_marked_in_the_script_shown(start: Start, chinese: Path) -> None:
    driver = start(chinese)
    driver.front.preferences.change(chinese="hk")
    driver.until(lambda: driver.shown() == "a.md")
    driver.until(lambda: "頭髮" in text(driver))
    count = "CSS.highlights.get('hits').size"
    for query in ("答复", "干部", "幹部", "头发"):
        driver.press(Key.Key_Slash)
        driver.type(query)
        driver.until(lambda: driver.titles() == ["头发的一生"])
        driver.until(lambda: cast("int", asked(driver, count)) >= 60)
        driver.press(Key.Key_Escape)
        driver.until(lambda: driver.count() == 2)
    driver.assembly.finding.open()
    driver.type("答复")
    driver.until(lambda: asked(driver, count) == 60)


def test_a_key_is_another_at_once_and_the_old_one_is_none(start: Start, library: Path) -> None:
    write_library(library)
    driver = start(library)
    driver.until_listed("Epsilon", "Delta", "Gamma", "Beta", "Alpha")
    driver.until(lambda: driver.shown() == "e.md")
    driver.front.preferences.change(keys={"next": ("X",), "star": ("J",)})
    driver.press(Key.Key_X)
    driver.until(lambda: driver.shown() == "d.md")
    driver.press(Key.Key_J)
    driver.until(lambda: driver.assembly.clients.state.state_of("d.md").starred)
    driver.press(Key.Key_S)
    driver.wait(200)
    assert driver.shown() == "d.md"
    assert driver.assembly.clients.state.state_of("d.md").starred
    assert [key.toString() for key in driver.assembly.actions["star"].shortcuts()] == ["J"]
    driver.assembly.actions["shortcuts"].trigger()
    overlay = driver.front.window.findChild(ShortcutsDialog)
    assert overlay is not None
    overlay.close()
    driver.front.preferences.change(keys={})
    driver.press(Key.Key_J)
    driver.until(lambda: driver.shown() == "sub/c.md")


def test_preferences_hold_at_the_next_start(start: Start, library: Path, profile: Path) -> None:
    driver = start(library)
    driver.front.preferences.change(theme="black", size=24, keys={"next": ("X",)}, pictures="never")
    driver.close()
    kept = json.loads((profile / "config" / "settings.json").read_text("utf-8"))
    assert kept == {"theme": "black", "size": 24, "keys": {"next": ["X"]}, "pictures": "never"}
    again = start(library)
    assert again.front.themes.theme.name == "black"
    again.until(lambda: again.shown() == "e.md")
    size = f"getComputedStyle({SHOWN}.querySelector('.body p')).fontSize"
    again.until(lambda: asked(again, f"{SHOWN} && {size}") == "24px")
    again.press(Key.Key_X)
    again.until(lambda: again.shown() == "d.md")


def test_settings_broken_by_hand_are_spoken_of_in_the_window(
    start: Start, library: Path, profile: Path
) -> None:
    kept = profile / "config" / "settings.json"
    kept.parent.mkdir(parents=True)
    kept.write_text('{"theme": "dark",}', "utf-8")
    driver = start(library)
    assert "cannot be read" in driver.front.window.notice()
    assert kept.read_text("utf-8") == '{"theme": "dark",}'
    driver.front.preferences.change(theme="sepia")
    driver.until(lambda: "settings.json.broken" in driver.front.window.notice())
    assert json.loads(kept.read_bytes()) == {"theme": "sepia"}


def test_space_may_stay_at_an_articles_end(start: Start, library: Path) -> None:
    driver = start(library)
    driver.until(lambda: driver.shown() == "e.md")
    driver.front.preferences.change(at_end="stay")
    driver.press(Key.Key_Space, times=2)
    driver.wait(400)
    assert driver.shown() == "e.md"
    driver.front.preferences.change(at_end="next")
    driver.press(Key.Key_Space)
    driver.until(lambda: driver.shown() == "d.md")


def test_the_history_can_be_forgotten(start: Start, library: Path, profile: Path) -> None:
    driver = start(library)
    driver.until_read("e.md")
    driver.press(Key.Key_J)
    driver.until_read("d.md")
    driver.until(driver.front.toolbar.back.isEnabled)
    opened(driver)
    driver.assembly.preferences._forget_history()  # pyright: ignore[reportPrivateUsage]
    assert not driver.front.toolbar.back.isEnabled()
    kept = json.loads((profile / "config" / "session.json").read_text("utf-8"))
    assert [library["recent"] for library in kept["libraries"]] == [[]]
