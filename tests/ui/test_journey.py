"""A reader's day: one real window, one real folder, the real indexer and renderer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from reader.library.values import Facet, Shelf
from tests.helpers.small_library import write_post
from tests.helpers.windows import Driver

Start = Callable[..., Driver]
Key = Qt.Key
ALL = ("Epsilon", "Delta", "Gamma", "Beta", "Alpha")


def test_open_walk_filter_search_star_and_find_all_as_it_was(start: Start, library: Path) -> None:
    reader = start(library)
    reader.until_listed(*ALL)

    reader.until_read("e.md")
    reader.press(Key.Key_J)
    reader.until_read("d.md")
    reader.press(Key.Key_K)
    reader.until(lambda: reader.shown() == "e.md")

    reader.front.sidebar.facet_chosen.emit(Facet.TAG, "red", False)
    reader.until_listed("Epsilon", "Beta", "Alpha")
    reader.press(Key.Key_J)
    reader.until_read("b.md")
    reader.press(Key.Key_S)
    assert reader.assembly.clients.state.state_of("b.md").starred

    reader.press(Key.Key_Slash)
    reader.type("维")
    reader.until_listed("Beta")
    reader.press(Key.Key_Escape)
    reader.until_listed("Epsilon", "Beta", "Alpha")
    reader.press(Key.Key_D)
    theme = reader.front.preferences.settings.theme
    reader.close()

    again = start()
    again.until_listed("Epsilon", "Beta", "Alpha")
    assert again.assembly.narrowing.filter.chosen(Facet.TAG) == ("red",)
    again.until(lambda: again.shown() == "b.md")
    again.until(lambda: again.front.post_list.current_row() == 1)
    assert again.front.preferences.settings.theme == theme
    assert again.front.themes.theme == reader.front.themes.theme
    state = again.assembly.clients.state
    again.until(lambda: state.state_of("b.md").starred)
    assert state.state_of("e.md").read
    assert state.state_of("d.md").read
    assert not state.state_of("a.md").read
    again.assembly.narrowing.choose_shelf(Shelf.STARRED)
    again.until_listed("Beta")


def test_k_never_marks_anything_read(start: Start, library: Path) -> None:
    reader = start(library)
    reader.until_listed(*ALL)
    reader.press(Key.Key_End)
    reader.until_read("a.md")
    for path in ("b.md", "sub/c.md", "d.md", "e.md"):
        reader.press(Key.Key_K)
        reader.until(lambda path=path: reader.shown() == path)
        reader.wait(600)
        assert not reader.assembly.clients.state.state_of(path).read


def test_space_pages_through_an_article_and_then_on(start: Start, library: Path) -> None:
    reader = start(library)
    reader.until_listed(*ALL)
    reader.until_read("e.md")
    reader.press(Key.Key_J)
    reader.until_read("d.md")
    pressed = 0
    while reader.assembly.reading.path == "d.md" and pressed < 60:
        reader.press(Key.Key_Space)
        reader.wait(250)
        pressed += 1
    assert 2 < pressed < 60
    reader.until_read("sub/c.md")


def test_all_shown_are_marked_read_in_one_step_that_can_be_undone(
    start: Start, library: Path
) -> None:
    reader = start(library)
    reader.until_listed(*ALL)
    state = reader.assembly.clients.state
    reader.assembly.narrowing.choose_facet(Facet.TAG, "blue", False)
    reader.until_listed("Gamma", "Beta")
    reader.press(Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    reader.until(lambda: state.state_of("b.md").read and state.state_of("sub/c.md").read)
    assert not state.state_of("a.md").read
    reader.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not state.state_of("b.md").read
    assert not state.state_of("sub/c.md").read


def test_a_file_dropped_in_appears_and_a_renamed_one_keeps_its_star(
    start: Start, library: Path
) -> None:
    reader = start(library)
    reader.until_listed(*ALL)
    reader.until_read("e.md")
    reader.press(Key.Key_S)
    state = reader.assembly.clients.state

    write_post(library, "new/z.md", title="Zeta", day="2022-01-06")
    reader.until_listed("Zeta", *ALL)
    assert reader.shown() == "e.md"
    assert reader.front.post_list.current_row() == 1

    (library / "e.md").rename(library / "sub" / "renamed.md")
    reader.until(lambda: state.state_of("sub/renamed.md").starred)
    reader.until_listed("Zeta", *ALL)

    (library / "new" / "z.md").unlink()
    reader.until_listed(*ALL)


def test_a_post_opens_its_folder_with_that_post_shown(start: Start, library: Path) -> None:
    reader = start(library / "b.md")
    reader.until(lambda: reader.shown() == "b.md")
    reader.until_listed(*ALL)
    reader.until(lambda: reader.front.post_list.current_row() == 3)
    reader.wait(600)
    assert not reader.assembly.clients.state.state_of("b.md").read
