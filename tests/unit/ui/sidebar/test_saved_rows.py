from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.library.saved_searches import SavedSearch
from reader.library.values import Filter
from reader.ui.sidebar.saved_rows import SavedRows
from reader.ui.theme import LIGHT


def test_a_hairline_parts_it_from_what_is_scrolled_below(qtbot: QtBot) -> None:
    sidebar = QWidget()
    qtbot.addWidget(sidebar)
    below = QListView()
    below.setModel(QStringListModel([str(row) for row in range(100)]))
    saved = SavedRows(LIGHT, sidebar)
    column = QVBoxLayout(sidebar)
    column.addWidget(saved)
    column.addWidget(below)
    saved.stand_above(below)
    saved.show_searches([SavedSearch("1", "apples", Filter(query="apples"))])
    sidebar.resize(224, 400)
    sidebar.show()
    qtbot.waitExposed(sidebar)

    def lowest() -> QColor:
        image = saved.grab().toImage()
        return image.pixelColor(40, image.height() - 1)

    assert lowest() != QColor(LIGHT.hairline)
    below.scrollToBottom()
    assert lowest() == QColor(LIGHT.hairline)


def test_the_keyboard_stays_at_its_search_whatever_comes_or_goes(qtbot: QtBot) -> None:
    sidebar = QWidget()
    qtbot.addWidget(sidebar)
    saved = SavedRows(LIGHT, sidebar)
    one, two, three = (SavedSearch(key, key, Filter(query=key)) for key in ("1", "2", "3"))
    saved.show_searches([one, two])
    saved.go_to(2)
    for searches, row in (
        ([three, one, two], 3),  # another window saved one, or moved it
        ([two, three, one], 1),
        ([one, three], 1),  # it is gone: what has come to its place
        ([three], 1),
    ):
        saved.show_searches(searches)
        assert saved.currentIndex().row() == row
    saved.go_to(0)
    saved.show_searches([one, two])
    assert saved.currentIndex().row() == 0
