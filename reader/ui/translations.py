"""The interface in the user's language."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"


def install_translations(application: QApplication) -> None:
    """Install our words and Qt's own for the system's language; English needs none."""
    locale = QLocale.system()
    if locale.language() in (QLocale.Language.English, QLocale.Language.C):
        return
    theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", theirs), ("broadsheet", str(FOLDER))):
        translator = QTranslator(application)
        if translator.load(locale, name, "_", folder):
            application.installTranslator(translator)
