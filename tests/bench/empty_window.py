"""The least a PySide6 window can cost: what Broadsheet's start is measured against."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from reader import trace


class EmptyWindow(QMainWindow):
    """Notes its first frame in the trace, and quits."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self, self._presented)

    def _presented(self) -> None:
        trace.instant("list-painted")
        QApplication.quit()


if __name__ == "__main__":
    trace.start("empty window")
    application = QApplication(sys.argv[:1])
    window = EmptyWindow()
    window.resize(1440, 900)
    window.show()
    application.exec()
