"""Our own commands as child processes: the indexer and the renderer."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

_PACKAGE_ROOT = Path(__file__).resolve().parents[2]
GONE_WITHIN = 3_000  # milliseconds; most are gone after one


def broadsheetctl(arguments: Sequence[str], parent: QObject) -> QProcess:
    """Return a process, not yet started, that runs `broadsheetctl` with `arguments`.

    It imports from where this program was imported from, never from the current folder
    (`-P`), which may be a hostile library; and it holds no folder busy by standing in it.
    """
    process = QProcess(parent)
    process.setProgram(sys.executable)
    process.setArguments(["-P", "-m", "reader.cli", *arguments])
    process.setWorkingDirectory(str(_PACKAGE_ROOT))
    environment = QProcessEnvironment.systemEnvironment()
    found = [str(_PACKAGE_ROOT), environment.value("PYTHONPATH", "")]
    environment.insert("PYTHONPATH", os.pathsep.join(part for part in found if part))
    environment.insert("PYTHONUTF8", "1")
    process.setProcessEnvironment(environment)
    return process


def end(process: QProcess) -> None:
    """Have `process` gone, without asking it. Raises nothing.

    Nothing can put that off, but on a busy machine it comes late; and Qt warns of processes that
    are deleted while they still run.
    """
    process.kill()
    process.waitForFinished(GONE_WITHIN)
    process.deleteLater()
