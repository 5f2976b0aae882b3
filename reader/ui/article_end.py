"""What stands below the article: where in the list it is, and what comes next.

It is always about the list as it is now: whenever that changes, so does the line, and a click
goes to the post that the line names, whatever has come into the list since.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from reader.library.values import PostSummary
from reader.ui.front import Front
from reader.ui.key_map import commands_with
from reader.ui.key_words import first_keys
from reader.ui.moving import Moving
from reader.ui.post_list.words import byline
from reader.ui.reading import Reading
from reader.ui.settings import Keys
from reader.ui.sidebar.words import grouped, one_line

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Ending:
    """The line below an article, as the page's script takes it."""

    place: str  # "3 of 1,497"
    label: str = ""  # "Next"; without it nothing follows
    title: str = ""
    lang: str = ""
    source: str = ""
    key: str = ""  # that goes on as well
    path: str = ""  # of what follows, where it is known


def ending_of(row: int, count: int, following: PostSummary | None, goes_on: str) -> Ending:
    """Return the line below the article of `row`, of `count`.

    `goes_on` is the user's wish: to the "next" article, the next "unread" one, or to "stay".
    """
    place = translate("ArticleEnd", "{0} of {1}").format(grouped(row + 1), grouped(count))
    if goes_on == "stay":
        return Ending(place)
    if goes_on == "unread" and (following is None or following.read):
        return Ending(place, translate("ArticleEnd", "Next unread"))
    if following is None:
        return Ending(place)
    return Ending(
        place,
        translate("ArticleEnd", "Next"),
        one_line(following.title.text),
        following.lang or "",
        one_line(byline(following)),
        path=following.path,
    )


class ArticleEnd(QObject):
    """Keeps the line below the article true."""

    def __init__(self, front: Front, reading: Reading, moving: Moving) -> None:
        super().__init__(front.window)
        self._front, self._list = front, front.post_list
        self._reading, self._moving = reading, moving
        self._shown: Ending | None = None
        self._keys: Keys | None = None  # of the settings, and what they call a page further
        self._key = ""
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._tell)
        model = self._list.model()
        for signal in (
            *(model.dataChanged, model.modelReset, model.layoutChanged, model.rowsInserted),
            *(self._list.current_changed, front.catalog.listed, front.preferences.changed),
            *(reading.requested, reading.article_changed),
        ):
            signal.connect(self._on_change)

    def go_on(self) -> None:
        """Go to the post that the line names, or on as Space would."""
        shown = self._shown
        following = self._following()
        if shown is None or not shown.path or (following and following.path == shown.path):
            self._moving.at_edge(1)
        else:
            self._moving.show_post(shown.path)

    def _on_change(self) -> None:
        self._later.start()

    def _tell(self) -> None:
        view = self._front.article.view
        if view is not None:
            self._shown = self._ending()
            view.show_ending(self._shown)

    def _ending(self) -> Ending | None:
        """Return the line; None while the article on the page is not the list's."""
        row = self._list.current_row()
        present = self._list.summary_at(row) if row >= 0 else None
        if present is None or present.path != self._reading.path:
            return None
        settings = self._front.preferences.settings
        ending = ending_of(row, self._list.count(), self._following(), settings.at_end)
        return replace(ending, key=self._key_of(settings.keys)) if ending.label else ending

    def _following(self) -> PostSummary | None:
        row = self._list.current_row() + 1
        return self._list.summary_at(row) if 0 < row < self._list.count() else None

    def _key_of(self, keys: Keys) -> str:
        """Return the key that goes on, "" where the user left none; looked for once a change."""
        if keys is not self._keys:
            self._keys = keys
            self._key = first_keys(commands_with(keys)).get("page-down", "")
        return self._key
