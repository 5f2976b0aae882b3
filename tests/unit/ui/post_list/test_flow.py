from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.post_list.flow import UNITS, Flow, Placed

heights = st.lists(st.integers(20, UNITS), min_size=1, max_size=60)
viewports = st.integers(1, 2000)


def flow_of(rows: list[int]) -> Flow:
    return Flow(len(rows), rows.__getitem__)


@given(heights, viewports, st.data())
def test_every_pixel_of_the_viewport_is_covered_until_the_rows_end(
    rows: list[int], viewport: int, data: st.DataObject
) -> None:
    flow = flow_of(rows)
    value = data.draw(st.integers(0, flow.maximum(viewport)))
    placed = list(flow.rows(value, viewport))
    assert placed[0].top <= 0 < placed[0].bottom
    assert all(one.bottom == next_.top for one, next_ in pairwise(placed))
    assert placed[-1].bottom >= min(viewport, sum(rows))


@given(heights, viewports)
def test_at_the_maximum_the_last_row_ends_at_the_bottom(rows: list[int], viewport: int) -> None:
    flow = flow_of(rows)
    last = list(flow.rows(flow.maximum(viewport), viewport))[-1]
    assert last.row == len(rows) - 1
    assert last.bottom == min(viewport, sum(rows))


@given(heights, viewports, st.data())
def test_a_row_can_be_put_on_any_pixel_that_the_ends_allow(
    rows: list[int], viewport: int, data: st.DataObject
) -> None:
    flow = flow_of(rows)
    row = data.draw(st.integers(0, len(rows) - 1))
    top = data.draw(st.integers(-UNITS, viewport))
    value = flow.placing(row, top, viewport)
    before, after = sum(rows[:row]), sum(rows[row:])
    highest = min(before, max(top, viewport - after)) if before + after > viewport else before
    assert flow.top_of(row, value) == highest


@given(heights, viewports, st.data())
def test_a_place_is_kept_however_often_it_is_taken_up_again(
    rows: list[int], viewport: int, data: st.DataObject
) -> None:
    flow = flow_of(rows)
    value = data.draw(st.integers(0, flow.maximum(viewport)))
    row, hidden = flow.start(value)
    again = flow.placing(row, -hidden, viewport)
    assert flow.start(again) == (row, hidden)


def test_no_rows_need_no_scrolling() -> None:
    flow = flow_of([])
    assert flow.maximum(500) == 0
    assert flow.placing(0, 10, 500) == 0
    assert list(flow.rows(0, 500)) == []


def test_only_rows_in_sight_are_measured() -> None:
    measured: set[int] = set()

    def height(row: int) -> int:
        measured.add(row)
        return 100

    flow = Flow(200_000, height)
    assert flow.maximum(1000) == (200_000 - 10) * UNITS
    assert list(flow.rows(100_000 * UNITS, 250)) == [
        Placed(100_000, 0, 100),
        Placed(100_001, 100, 100),
        Placed(100_002, 200, 100),
    ]
    flow.placing(150_000, 300, 1000)
    assert len(measured) < 50
