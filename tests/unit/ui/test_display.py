import os
import subprocess
import sys

import pytest

from reader.ui.display import sentence

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X displays")


@pytest.mark.parametrize("display", ["", ":4711", "nonsense"])
def test_without_a_display_one_sentence_and_exit_code_2(display: str) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    if display:
        environment["DISPLAY"] = display
    ended = subprocess.run(
        [sys.executable, "-m", "reader"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("broadsheet: ")
    assert ended.stderr.count("\n") == 1


def test_the_sentence_names_what_is_missing() -> None:
    assert "no display" in sentence({}, "")
    reason = "qt.qpa.xcb: could not connect to display :3"
    assert ":3 cannot be reached" in sentence({"DISPLAY": ":3"}, reason)
    assert "libxcb" in sentence({"DISPLAY": ":3"}, "libxcb-cursor0 is needed")
