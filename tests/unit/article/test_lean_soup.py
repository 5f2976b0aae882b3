"""In processes of their own, for a module is imported once in a process."""

import subprocess
import sys

PROGRAM = """
import sys
import reader.commands.render
assert "bs4" in sys.modules
assert not {"html5lib", "chardet", "urllib.request"} & sys.modules.keys(), "brought along"
import chardet, html5lib, lxml.etree
from bs4 import BeautifulSoup
print(BeautifulSoup("<p>Text</p>", "html.parser").p)
"""


def test_the_renderer_starts_without_what_it_never_uses() -> None:
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("<p>Text</p>\n", "")


def test_what_was_there_before_stays() -> None:
    program = "import lxml.etree, sys\nlxml = sys.modules['lxml']\n" + PROGRAM
    program += "assert sys.modules['lxml'] is lxml\n"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60, capture_output=True)
