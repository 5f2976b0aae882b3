"""The two menus of the toolbar, made when they are opened."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.library.values import Sort
from reader.ui.post_list.density import Density, density_words

translate = QCoreApplication.translate

_MENU = (
    *("go-to", "", "open-folder", "recent", "sample", "rescan", "problems", ""),
    *("sort", "rows", "save-search", "mark-all-read", "undo", ""),
    *("open-original", "copy-link", "copy-markdown", "load-pictures", "find", "print", ""),
    *("toggle-sidebar", "toggle-timeline", "distraction-free", "full-screen", ""),
    *("preferences", "shortcuts", "", "quit"),
)
_TEXT_MENU = ("zoom-in", "zoom-out", "zoom-reset")
MENU_SHEET = """
QMenu { background: palette(base); border: 1px solid palette(mid); padding: 5px 0; }
QMenu::item { padding: 4px 22px 4px 20px; color: palette(text); }
QMenu::item:selected { background: palette(highlight); }
QMenu::item:disabled { color: palette(placeholder-text); }
QMenu::separator { height: 1px; background: palette(mid); margin: 5px 0; }
"""


def flat_menu(parent: QWidget | None = None, words: str = "") -> QMenu:
    """Return an empty menu on paper, in the palette's colours."""
    menu = QMenu(words, parent)
    menu.setStyleSheet(MENU_SHEET)
    return menu


def text_menu(actions: Mapping[str, QAction], parent: QWidget) -> QMenu:
    """Return the menu under "Aa"."""
    menu = flat_menu(parent)
    for name in _TEXT_MENU:
        menu.addAction(actions[name])
    return menu


def main_menu(
    actions: Mapping[str, QAction], others: Mapping[str, QAction | QMenu], parent: QWidget
) -> QMenu:
    """Return the menu under "⋯": the commands, and those of `others` in their places."""
    menu = flat_menu(parent)
    for name in _MENU:
        if not name:
            menu.addSeparator()
            continue
        entry = others.get(name) or actions.get(name)
        if isinstance(entry, QMenu):
            entry.setParent(menu, entry.windowFlags())
            menu.addMenu(entry)
        elif entry is not None:
            menu.addAction(entry)
    return menu


def recent_menu(folders: Sequence[str], choose: Callable[[str], None]) -> QMenu:
    """Return a menu of folders, those not there greyed."""
    menu = flat_menu(words=translate("Menu", "Recent folders"))
    menu.setEnabled(bool(folders))
    for folder in folders:
        action = menu.addAction(folder.replace("&", "&&"))
        action.setEnabled(Path(folder).is_dir())
        action.setData(folder)

    def on_triggered(action: QAction) -> None:
        choose(action.data())

    menu.triggered.connect(on_triggered)
    return menu


def sort_menu(present: Sort, choose: Callable[[Sort], None]) -> QMenu:
    """Return a menu of the orders a listing can have."""
    menu = flat_menu(words=translate("Menu", "Sort by"))
    group = QActionGroup(menu)
    words = {
        Sort.DATE: translate("Menu", "Date, newest first"),
        Sort.OLDEST: translate("Menu", "Date, oldest first"),
        Sort.TITLE: translate("Menu", "Title"),
        Sort.SOURCE: translate("Menu", "Source"),
        Sort.UNREAD: translate("Menu", "Unread first"),
        Sort.RELEVANCE: translate("Menu", "Best match first, in a search"),
    }
    for sort, said in words.items():
        action = group.addAction(said)
        action.setCheckable(True)
        action.setChecked(sort is present)
        action.setData(sort)
        menu.addAction(action)

    def on_triggered(action: QAction) -> None:
        choose(Sort(action.data()))

    menu.triggered.connect(on_triggered)
    return menu


def rows_menu(present: Density, choose: Callable[[Density], None]) -> QMenu:
    """Return a menu of how much of each post the list's rows show."""
    menu = flat_menu(words=translate("Menu", "Rows of the list"))
    group = QActionGroup(menu)
    for density in Density:
        action = group.addAction(density_words(density))
        action.setCheckable(True)
        action.setChecked(density is present)
        action.setData(density.value)
        menu.addAction(action)

    def on_triggered(action: QAction) -> None:
        choose(Density(action.data()))

    group.triggered.connect(on_triggered)
    return menu


def pop_up(menu: QMenu, button: QWidget) -> None:
    """Open `menu` below `button`, and forget it when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    below = button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height()))
    menu.popup(below)
