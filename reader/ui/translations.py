"""The interface in the user's language."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"


def install_translations(application: QApplication) -> None:
    """Install our words and Qt's own for the system's language."""
    language = language_for(QLocale.system().uiLanguages())
    theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", theirs), ("broadsheet", str(FOLDER))):
        translator = QTranslator(application)
        if translator.load(f"{name}_{language}", folder):
            application.installTranslator(translator)


def language_for(wanted: Sequence[str]) -> str:
    """Return the first of ours in `wanted`, locale names in the user's order; else English.

    Chinese is told apart by its script: Hong Kong and Macau read what Taiwan does, Singapore
    what the mainland does.
    """
    for name in wanted:
        locale = QLocale(name)
        if locale.language() == QLocale.Language.Chinese:
            traditional = locale.script() == QLocale.Script.TraditionalHanScript
            return "zh_TW" if traditional else "zh_CN"
        if locale.language() == QLocale.Language.English:
            break
    return "en"  # holds the plurals alone: all other English stands in the program
