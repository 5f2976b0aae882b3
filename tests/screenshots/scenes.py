"""The ways into the states that are photographed: each is given a stage and words to search."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from reader.library.saved_searches import SavedSearch
from reader.library.values import Facet, Filter
from tests.screenshots.stage import Stage

Scene = Callable[[Stage, str], None]
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_COUNTING = 600  # milliseconds until a filter is listed and counted
_HALF_WAY = (0.35, 0.8)  # of the progress that is worth a picture


def welcome(stage: Stage, _: str) -> None:
    """Leave the window as it opens."""
    stage.until(lambda: stage.front.window.welcoming)


def read(post: str = "") -> Scene:
    """Return what shows the post whose path ends so, or else the first."""

    def play(stage: Stage, _: str) -> None:
        _live_in(stage)
        stage.show_post(post)

    return play


def command(name: str, post: str = "", wait: int = _COUNTING) -> Scene:
    """Return what shows a post, then does a command of `reader.ui.keys`."""

    def play(stage: Stage, _: str) -> None:
        read(post)(stage, "")
        stage.pause(wait)
        stage.do(name)
        stage.pause(wait)

    return play


def index(stage: Stage, _: str) -> None:
    """Stop where about half of the texts are read."""
    shares = [0.0]

    def note(_: str, share: float | None) -> None:
        shares.append(share or 0.0)

    stage.assembly.library.progressed.connect(note)
    stage.until(lambda: _HALF_WAY[0] < shares[-1] < _HALF_WAY[1] and stage.reading)


def search(stage: Stage, words: str) -> None:
    """Search, and open the first that is found."""
    _live_in(stage)
    stage.do("search")
    stage.type(words)
    stage.until(lambda: stage.assembly.narrowing.filter.query == words)
    stage.pause(_COUNTING)
    stage.front.post_list.setFocus()
    stage.do("first")
    stage.await_article()


def search_for(text: str) -> Scene:
    """Return what searches `text`, whatever words were asked for."""

    def play(stage: Stage, _: str) -> None:
        search(stage, text)

    return play


def typed(text: str) -> Scene:
    """Return what types into the search field, and stays there."""

    def play(stage: Stage, _: str) -> None:
        _live_in(stage)
        stage.do("search")
        stage.type(text)
        stage.pause(_COUNTING)

    return play


def go_to(text: str) -> Scene:
    """Return what opens the palette and types there."""

    def play(stage: Stage, _: str) -> None:
        _live_in(stage)
        stage.do("go-to")
        stage.pause(_COUNTING)
        stage.type(text)
        stage.pause(_COUNTING)

    return play


def preferences(page: int) -> Scene:
    """Return what opens that page of the preferences."""

    def play(stage: Stage, _: str) -> None:
        _live_in(stage)
        stage.do("preferences")
        dialog = stage.assembly.preferences.dialog
        assert dialog is not None
        dialog.turn_to(page)

    return play


def problems(stage: Stage, _: str) -> None:
    """Open the list of the posts with problems."""
    _live_in(stage)
    stage.front.status.problems_asked.emit()
    stage.pause(_COUNTING)


def find(stage: Stage, words: str) -> None:
    """Find words in the article."""
    _live_in(stage)
    stage.do("find")
    stage.type(words)
    stage.pause(_COUNTING)


def timeline(stage: Stage, _: str) -> None:
    """Choose the middle of the years there are, and go to the timeline."""
    _live_in(stage)
    counts = stage.front.counts
    assert counts is not None
    years = [int(month[:4]) for month, posts in counts.months if posts]
    stage.assembly.narrowing.choose_dates(
        date(years[len(years) // 3], 4, 1), date(years[len(years) * 2 // 3], 9, 30)
    )
    stage.pause(_COUNTING)
    stage.do("focus-timeline")


def narrow_down(stage: Stage, _: str) -> None:
    """Choose two tags and leave out a third; save it as a search."""
    _live_in(stage)
    counts = stage.front.counts
    assert counts is not None
    tags = [each.value for each in counts.facets[Facet.TAG]]
    narrowing = stage.assembly.narrowing
    for tag in tags[:2]:
        narrowing.choose_facet(Facet.TAG, tag, True)
    narrowing.exclude_facet(Facet.TAG, tags[2])
    stage.assembly.clients.state.set_searches(
        (
            SavedSearch("one", "Both, and not that", narrowing.filter),
            SavedSearch("two", "", Filter().only(Facet.TAG, tags[3])),
            SavedSearch("three", "With pictures", replace(Filter(), query="has:image")),
        ),
        "",
    )
    stage.pause(2 * _COUNTING)


def lose(stage: Stage, _: str) -> None:
    """Take the folder away, as an unmounted disk is."""
    _live_in(stage)
    stage.pause(2000)
    assert stage.folder is not None
    stage.folder.rename(stage.folder.with_name("elsewhere"))
    said: list[str] = []
    stage.assembly.library.standing.connect(said.append)
    stage.until(lambda: any(said))


def select(stage: Stage, _: str) -> None:
    """Select four posts below the one that is read."""
    _live_in(stage)
    stage.front.post_list.setFocus()
    stage.press(Qt.Key.Key_Down, _SHIFT, times=3)


def walk_panes(stage: Stage, _: str) -> None:
    """Put the keyboard into the sidebar."""
    _live_in(stage)
    stage.front.post_list.setFocus()
    stage.press(Qt.Key.Key_Tab, _SHIFT)
    stage.press(Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, times=2)


def _live_in(stage: Stage) -> None:
    """Wait for the first article; have some posts read and some starred, as after some days."""
    stage.await_article()
    state, paths = stage.assembly.clients.state, stage.paths()
    state.set_read([path for at, path in enumerate(paths) if at % 3 != 1], True, "")
    state.set_starred(paths[2::5], True, "")
