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
    """Asks for a printer or a file, prints what `view` shows, and calls `then`, once.

    The page's ground is white from then on: `then` has to give it its colour back.
    """

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
        self._file = ""  # to be printed to, once that is known
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        self.finished.connect(self._decided)

    def _decided(self, result: int) -> None:
        if result != QDialog.DialogCode.Accepted:
            self.deleteLater()
            return
        page = self._view.page()
        page.setBackgroundColor(QColor("white"))  # margins are of the page's ground
        page.renderProcessTerminated.connect(self._broken)  # Chromium would not tell
        if self._paper.outputFormat() is QPrinter.OutputFormat.PdfFormat:
            # Straight from Chromium: text stays text, where a printer gets pictures of pages.
            self._file = self._paper.outputFileName()
            page.pdfPrintingFinished.connect(self._saved)
            page.printToPdf(self._file, self._paper.pageLayout())
        else:
            self._view.printFinished.connect(self._printed)
            self._view.print(self._paper)

    def _saved(self, file: str, succeeded: bool) -> None:
        if file == self._file:  # and not what is printed beside it
            self._view.page().pdfPrintingFinished.disconnect(self._saved)
            self._end(succeeded)

    def _printed(self, succeeded: bool) -> None:
        self._view.printFinished.disconnect(self._printed)
        self._end(succeeded)

    def _broken(self) -> None:
        if self._file:
            self._view.page().pdfPrintingFinished.disconnect(self._saved)
        else:
            self._view.printFinished.disconnect(self._printed)
        self._end(False)

    def _end(self, succeeded: bool) -> None:
        self._view.page().renderProcessTerminated.disconnect(self._broken)
        self._then(self._file, succeeded)
        self.deleteLater()


def _documents() -> str:
    """Return the folder for the user's documents, or the home folder where there is none."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return folder if QDir(folder).exists() else QDir.homePath()
