"""Each in a process of its own, for PySide is imported once in a process."""

import subprocess
import sys

import pytest

PREPARED = """
import sys
from reader.lazy_signatures import lazy_signatures
with lazy_signatures():
    from PySide6.QtCore import QObject, QTimer
def compiled():
    return "shibokensupport.signature.lib.pyi_generator" in sys.modules and "logging" in sys.modules
"""
WITHOUT = "from PySide6.QtCore import QObject, QTimer\n"


def said(program: str) -> str:
    """Return what `program` prints."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_nothing_is_compiled_that_nobody_asked_for() -> None:
    assert said(PREPARED + "print(compiled())") == "False\n"


@pytest.mark.parametrize(
    "asked",
    [
        "try: QTimer().setInterval('soon')\nexcept TypeError as error: print(error)",
        "try: QTimer().setInterval(1, 2, 3)\nexcept TypeError as error: print(error)",
        "print(QTimer.setInterval.__doc__)",
        "from PySide6.support.signature import parser\nprint(parser.__name__)",
        "import PySide6.support.signature.lib.enum_sig as module\nprint(module.__name__)",
        "import builtins\nprint(eval(builtins.compile('6 * 7', 'shell', 'eval')))",
    ],
)
def test_what_is_asked_for_is_answered_as_ever(asked: str) -> None:
    ever = said(WITHOUT + asked)
    assert said(PREPARED + asked) == ever
    assert ever.strip()
