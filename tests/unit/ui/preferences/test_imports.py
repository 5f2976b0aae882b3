"""What nobody has asked for yet costs no start anything."""

import subprocess
import sys

ASK = """
import sys
import reader.app, reader.ui.assembly
late = ("reader.ui.preferences.", "opencc", "reader.article.chinese")
print([name for name in sys.modules if name.startswith(late)])
"""


def test_neither_dialog_nor_conversion_is_imported_with_the_window() -> None:
    ran = subprocess.run([sys.executable, "-c", ASK], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "[]"
