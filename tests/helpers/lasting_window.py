"""A window that is treated badly: `python -m tests.helpers.lasting_window WHAT TIMES ...`.

Prints one JSON value: what was seen. Each post of the library says its own name, `word of PATH`,
so that it can be told whose text is on the page.
"""

import argparse
import json
import os
import random
import re
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from reader.app import Broadsheet, make_application
from tests.bench.memory import held
from tests.helpers.own_window import OwnWindow

_GRACE = 250  # milliseconds after which what failed to load is no longer another's text


def said(text: str) -> set[str]:
    """Return the posts whose words are in `text`."""
    return set(re.findall(r"word of (\S+\.md)", text))


def kills(window: OwnWindow, times: int) -> object:
    """Kill the page's process again and again; return the seconds until it stood there again."""
    lasted: list[float] = []
    wrong: list[str] = []
    for number in range(times):
        if number % 5 == 0:
            switch(window, Qt.Key.Key_J if number % 10 == 0 else Qt.Key.Key_K)
        window.pause(1500)  # long enough not to be held against the article
        wanted = window.path
        window.painted.clear()
        killed = time.monotonic()
        kill(window.pane.renderer_process())
        window.until(window.stands)
        lasted.append(window.painted[wanted] - killed)
        if window.path != wanted or said(window.text()) != {wanted}:
            wrong.append(wanted)
    return {"lasted": lasted, "wrong": wrong}


def switches(window: OwnWindow, times: int) -> object:
    """Go up and down the list; return the memory held before and after, and what was wrong."""
    wrong: list[str] = []
    key, before = Qt.Key.Key_J, (0, 0)
    for number in range(times):
        if number == times // 10:
            before = memory(window)
        row = window.front.post_list.current_row()
        if row in (0, window.front.post_list.count() - 1):
            key = Qt.Key.Key_J if row == 0 else Qt.Key.Key_K
        switch(window, key)
        if number % 50 == 0 and said(window.text()) != {window.path}:
            wrong.append(window.path)
    return {"before": before, "after": memory(window), "wrong": wrong}


def failures(window: OwnWindow, times: int, folder: Path) -> object:
    """Go from post to post while processes and files go; return whose words stood for whose."""
    chance = random.Random(20221123)  # noqa: S311 - to come out the same again
    wrong: list[str] = []
    for _ in range(times):
        fault = chance.choice(("none", "page", "renderer", "file"))
        paths = sorted(str(file.relative_to(folder)) for file in folder.rglob("*.md"))
        wanted = chance.choice([path for path in paths if path != window.path])
        if fault == "file":
            (folder / wanted).unlink()
        window.assembly.moving.show_post(wanted, False)
        if fault == "page":
            kill(window.pane.renderer_process())
        elif fault == "renderer":
            kill(window.assembly.clients.renderer.process_id())
        window.pause(_GRACE + chance.randrange(200))
        if not said(window.text()) <= {wanted}:
            wrong.append(f"{fault}: {wanted}")
    return {"wrong": wrong}


def switch(window: OwnWindow, key: Qt.Key) -> None:
    """Press `key` and wait until the article it brings is painted."""
    window.painted.clear()
    before = window.path
    window.press(key)
    try:
        window.until(window.stands)
    except TimeoutError as late:
        row, count = window.front.post_list.current_row(), window.front.post_list.count()
        words = f"{key.name} at {before}: wanted {window.path}, row {row} of {count}"
        words += f", page ready {window.pane.is_ready}, painted {list(window.painted)}"
        raise TimeoutError(f"{words}, text {window.text()[:60]!r}") from late


def memory(window: OwnWindow) -> tuple[int, int]:
    """Return how many bytes this process and the page's hold for themselves alone."""
    return held(), held(window.pane.renderer_process())


def kill(process: int) -> None:
    """End a process without asking it, where there is one."""
    if process:
        os.kill(process, signal.SIGKILL)


def start(profile: Path, folder: Path, milliseconds: int) -> int:
    """Start the window, close it after so long, and return the exit code."""
    application = make_application()
    broadsheet = Broadsheet(application, folder, profile, application.quit)
    broadsheet.show()
    QTimer.singleShot(milliseconds, broadsheet.front.window.close)
    code = application.exec()
    broadsheet.close()
    return code


def main() -> int:
    """Do one thing, so many times."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("start", "kills", "switches", "failures"))
    parser.add_argument("times", type=int, help="or, of a start, for how many milliseconds")
    parser.add_argument("--profile", type=Path, required=True)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    if asked.what == "start":
        return start(asked.profile, asked.folder, asked.times)
    window = OwnWindow(asked.profile, asked.folder)
    window.until(lambda: window.front.post_list.current_row() >= 0 and window.stands())
    if asked.what == "kills":
        seen = kills(window, asked.times)
    elif asked.what == "switches":
        seen = switches(window, asked.times)
    else:
        seen = failures(window, asked.times, asked.folder)
    print(json.dumps(seen))
    QTimer.singleShot(0, window.close)
    window.application.exec()
    return 0


if __name__ == "__main__":
    sys.exit(main())
