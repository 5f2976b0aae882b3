"""The article on paper, or in a PDF, as the stylesheet's part for print sets it."""

from collections.abc import Callable

from PySide6.QtCore import QDir, QMarginsF, QStandardPaths, Qt
from PySide6.QtGui import QColor, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QDialog

MARGINS = QMarginsF(18, 20, 18, 20)  # millimetres; Chromium takes them from here, not from @page

Then = Callable[[str, bool], None]  # the file, or "" for a printer; whether it succeeded


class PrintDialog(QPrintDialog):
    """Asks for a printer or a file, prints what `view` shows, and calls `then`."""

    def __init__(self, view: QWebEngineView, title: str, then: Then) -> None:
        self._paper = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._paper.setDocName(title)  # the dialog makes a file's name of it
        self._paper.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
        # The dialog proposes a file in the current folder, which may be the library: never that.
        current = QDir.currentPath()
        QDir.setCurrent(_documents())
        super().__init__(self._paper, view)
        QDir.setCurrent(current)
        self._view, self._then = view, then
        self._ground = view.page().backgroundColor()
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        self.finished.connect(self._decided)

    def _decided(self, result: int) -> None:
        if result != QDialog.DialogCode.Accepted:
            self.deleteLater()
            return
        self._view.page().setBackgroundColor(QColor("white"))  # margins are of the page's ground
        if self._paper.outputFormat() is QPrinter.OutputFormat.PdfFormat:
            # Straight from Chromium: text stays text, where a printer gets pictures of pages.
            page = self._view.page()
            page.pdfPrintingFinished.connect(self._saved)
            page.printToPdf(self._paper.outputFileName(), self._paper.pageLayout())
        else:
            self._view.printFinished.connect(self._printed)
            self._view.print(self._paper)

    def _saved(self, file: str, succeeded: bool) -> None:
        self._view.page().pdfPrintingFinished.disconnect(self._saved)
        self._end(file, succeeded)

    def _printed(self, succeeded: bool) -> None:
        self._view.printFinished.disconnect(self._printed)
        self._end("", succeeded)

    def _end(self, file: str, succeeded: bool) -> None:
        self._view.page().setBackgroundColor(self._ground)
        self._then(file, succeeded)
        self.deleteLater()


def _documents() -> str:
    """Return the folder for the user's documents, or the home folder where there is none."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return folder if QDir(folder).exists() else QDir.homePath()
