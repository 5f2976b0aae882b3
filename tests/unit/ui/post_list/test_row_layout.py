from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from reader.library.values import PostSummary, Snippet
from reader.ui.post_list.dates import Span
from reader.ui.post_list.density import Density, density_named
from reader.ui.post_list.row_layout import RowLayout

SHORT, LONG = "Short", "A title that is much too long for one line of so narrow a list " * 3


def a_post(title: str = SHORT, excerpt: str = "", read: bool = True) -> PostSummary:
    moment = datetime(2022, 2, 3, 4, 5, tzinfo=UTC)
    texts = (Snippet(title), Snippet(excerpt))
    return PostSummary(
        1, "a.md", texts[0], moment, (), "example.org", None, "en", texts[1], read, False
    )


@pytest.fixture
def layout(qapp: QApplication) -> RowLayout:
    font = QFont(qapp.font())
    font.setPixelSize(13)
    layout = RowLayout(font)
    layout.set_width(360)
    return layout


def heights(layout: RowLayout, *posts: PostSummary) -> list[int]:
    return [layout.height(post, Span.DAY) for post in posts]


def test_a_row_keeps_no_room_for_lines_it_has_not(layout: RowLayout) -> None:
    none, one, two = heights(layout, a_post(), a_post(excerpt="One."), a_post(excerpt=LONG))
    m = layout.measures
    assert (one - none, two - one) == (m.gap + m.excerpt, m.excerpt)


def test_reading_a_post_does_not_change_its_row_s_height(layout: RowLayout) -> None:
    for letters in range(30, 60):
        read, unread = (a_post("m" * letters, read=read) for read in (True, False))
        assert layout.height(read, Span.DAY) == layout.height(unread, Span.DAY)


def test_compact_rows_and_titles_are_all_alike(layout: RowLayout) -> None:
    usual = layout.height(a_post(excerpt=LONG), Span.DAY)
    for density in (Density.COMPACT, Density.TITLES):
        layout.set_density(density)
        posts = (a_post(), a_post(LONG), a_post(excerpt=LONG))
        (height,) = {*heights(layout, *posts), layout.height(None, Span.DAY)}
        assert height < usual
        usual = height


def test_titles_alone_have_no_other_line(layout: RowLayout) -> None:
    layout.set_density(Density.TITLES)
    lines = layout.lines(a_post(LONG, LONG), Span.DAY)
    assert (lines.title.count, lines.byline.count, lines.excerpt.count) == (1, 0, 0)
    assert lines.title.cut


def test_with_pictures_every_row_leaves_room_for_one(layout: RowLayout) -> None:
    wide = layout.width
    layout.set_pictures(True)
    assert layout.width < wide - layout.measures.picture[0]
    assert layout.height(a_post(), Span.DAY) >= layout.measures.picture[1]
    layout.set_density(Density.TITLES)
    assert not layout.pictures
    assert layout.width == wide


def test_the_densities_come_round() -> None:
    assert Density.COMFORTABLE.next is Density.COMPACT
    assert Density.TITLES.next is Density.COMFORTABLE
    assert density_named("compact") is Density.COMPACT
    assert density_named("cosy") is Density.COMFORTABLE
