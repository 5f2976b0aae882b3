import json
import os
import subprocess
import sys
from pathlib import Path

_BLOCKS = """
import time
from PySide6.QtCore import QCoreApplication, QTimer
from reader import trace
from reader.ui.stall_monitor import StallMonitor

trace.start("test")
application = QCoreApplication([])
monitor = StallMonitor(application)
QTimer.singleShot(50, lambda: time.sleep(0.2))
QTimer.singleShot(400, application.quit)
application.exec()
"""


def test_a_block_of_the_windows_thread_is_traced_with_its_length(tmp_path: Path) -> None:
    file = tmp_path / "trace.json"
    environment = os.environ | {"BROADSHEET_TRACE": str(file), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", _BLOCKS], env=environment, check=True, timeout=60)
    events = json.loads(file.read_text().rstrip().rstrip(",") + "]")
    stalls = [event["dur"] / 1000 for event in events if event["name"] == "ui-stall"]
    assert 195 <= max(stalls) <= 260
    assert min(stalls) > 16
