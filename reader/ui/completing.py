"""Values offered in the search field, from the first letter that somebody types there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.library.values import Facet
from reader.ui.front import Front
from reader.ui.narrowing import Narrowing
from reader.ui.open_library import OpenLibrary

if TYPE_CHECKING:
    from reader.ui.completion.completer import Completer


class Completing(QObject):
    """Makes the completer when it is first of use; chooses what no search can say."""

    def __init__(self, front: Front, library: OpenLibrary, narrowing: Narrowing) -> None:
        super().__init__(front.window)
        self._front, self._library, self._narrowing = front, library, narrowing
        self.completer: Completer | None = None
        front.toolbar.search.textEdited.connect(self._begin)

    def _begin(self) -> None:
        from reader.ui.completion.completer import Completer  # noqa: PLC0415 - only now

        front = self._front
        front.toolbar.search.textEdited.disconnect(self._begin)
        self.completer = Completer(front.toolbar.search, front.themes.theme)
        front.catalog.counted.connect(self.completer.show_counts)
        front.themes.changed.connect(self.completer.set_theme)
        self.completer.facet_taken.connect(self._add_facet)
        self._library.opened.connect(self.completer.forget)
        self.completer.begin(front.counts)

    def _add_facet(self, facet: Facet, value: str) -> None:
        self._narrowing.settle()
        if value not in self._narrowing.filter.chosen(facet):
            self._narrowing.choose_facet(facet, value, True)
