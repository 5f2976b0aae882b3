"""The article's own small menu: nothing of Chromium's."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.ui.menus import flat_menu


def show_menu(
    parent: QWidget,
    place: QPoint,
    copy: Callable[[], None] | None,
    link: tuple[str, Callable[[], None]] | None,
) -> None:
    """Offer at `place` to copy what is selected, and to open or copy the `link` under the mouse.

    A link is its address and what opens it. Where nothing can be done there is no menu.
    """
    menu = flat_menu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    if copy is not None:
        menu.addAction(QCoreApplication.translate("ArticleView", "Copy")).triggered.connect(copy)
    if link is not None:
        address, follow = link
        opening = QCoreApplication.translate("ArticleView", "Open link")
        menu.addAction(opening).triggered.connect(follow)
        copying = menu.addAction(QCoreApplication.translate("ArticleView", "Copy link"))
        copying.triggered.connect(lambda: QGuiApplication.clipboard().setText(address))
    if menu.isEmpty():
        menu.deleteLater()
    else:
        menu.popup(place)
