"""The sidebar's model, under Qt's own tester, through changes at random."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.library.values import Counts, Facet, FacetCount, Filter, Shelf
from reader.ui.sidebar.arrangement import Arrangement, Order
from reader.ui.sidebar.model import SidebarModel
from reader.ui.sidebar.sections import RowKind

_NAMES = [f"value {number}" for number in range(14)]
_PARENTS = {"value 3": "value 1", "value 4": "value 1", "value 5": "value 4", "value 6": "gone"}
_VALUES = st.lists(
    st.builds(FacetCount, st.sampled_from(_NAMES), st.integers(0, 99)).map(
        lambda made: replace(made, parent=_PARENTS.get(made.value, ""))
    ),
    unique_by=lambda value: value.value,
)
_COUNTS = st.builds(
    Counts,
    filter=st.builds(
        Filter,
        shelf=st.sampled_from(Shelf),
        facets=st.just(()) | st.tuples(st.tuples(st.just(Facet.TAG), st.just(("value 3",)))),
    ),
    shelves=st.fixed_dictionaries({shelf: st.integers(0, 9) for shelf in Shelf}),
    facets=st.fixed_dictionaries({facet: _VALUES.map(tuple) for facet in Facet}),
    months=st.just(()),
)
_ARRANGEMENTS = st.builds(
    Arrangement,
    collapsed=st.frozensets(st.sampled_from([None, *Facet])),
    expanded=st.dictionaries(
        st.tuples(st.sampled_from(Facet), st.sampled_from(["", "value 1"])),
        st.sampled_from([2, 500]),
    ),
    unfolded=st.dictionaries(
        st.sampled_from(Facet), st.frozensets(st.sampled_from(["value 1", "value 4", "value 9"]))
    ),
    filters=st.dictionaries(st.sampled_from(Facet), st.sampled_from(["", "1", "nothing"])),
)


def tags(*names: str) -> Counts:
    values = tuple(FacetCount(name, 1) for name in names)
    return Counts(Filter(), dict.fromkeys(Shelf, 1), {Facet.TAG: values}, ())


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(st.lists(st.tuples(_COUNTS, _ARRANGEMENTS), max_size=5))
def test_the_model_keeps_qts_rules_through_any_change(
    qapp: object, steps: list[tuple[Counts, Arrangement]]
) -> None:
    model = SidebarModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for counts, arrangement in steps:
        model.show_counts(counts)
        model.arrange(arrangement)
        fresh = SidebarModel()
        fresh.arrange(arrangement)
        fresh.show_counts(counts)
        rows = range(model.rowCount())
        assert [model.row(row) for row in rows] == [
            fresh.row(row) for row in range(fresh.rowCount())
        ]
    del tester


def test_a_row_stays_the_same_row_while_others_come_and_go(qapp: object) -> None:
    model = SidebarModel()
    model.show_counts(tags("a", "b", "c"))
    row = model.row_of(RowKind.VALUE, Facet.TAG, "c")
    assert row is not None
    kept = QPersistentModelIndex(model.index(row))
    model.show_counts(tags("a", "new", "c"))
    assert model.row(kept.row()).value == "c"


def test_new_counts_of_the_same_rows_only_change_data(qtbot: QtBot) -> None:
    model = SidebarModel()
    model.show_counts(tags("a", "b"))
    with (
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.assertNotEmitted(model.rowsRemoved),
        qtbot.waitSignal(model.dataChanged),
    ):
        model.show_filter(Filter(facets=((Facet.TAG, ("b",)),)))


def test_the_same_counts_again_change_nothing(qtbot: QtBot) -> None:
    model = SidebarModel()
    model.show_counts(tags("a", "b"))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_counts(tags("a", "b"))


def test_a_screen_reader_hears_name_count_and_choice(qapp: object) -> None:
    model = SidebarModel()
    model.show_counts(tags("a"))
    model.show_filter(Filter(facets=((Facet.TAG, ("a",)),)))
    row = model.row_of(RowKind.VALUE, Facet.TAG, "a")
    assert row is not None
    spoken = model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "a, 1 post(s), chosen"


def test_what_is_nested_is_called_by_what_its_parent_does_not_say(qapp: object) -> None:
    model = SidebarModel()
    nested = {
        Facet.TAG: (FacetCount("war", 9), FacetCount("ＷＡＲ/asia", 2, "war")),
        Facet.SOURCE: (FacetCount("bbc.co.uk", 9), FacetCount("news.bbc.co.uk", 2, "bbc.co.uk")),
        Facet.YEAR: (FacetCount("2022-02", 2, "2022"), FacetCount("2022", 9)),
    }
    parents = {Facet.TAG: "war", Facet.SOURCE: "bbc.co.uk", Facet.YEAR: "2022"}
    for facet, parent in parents.items():
        model.arrange(model.arrangement.with_unfolded(facet, parent, True))
    model.show_counts(Counts(Filter(), dict.fromkeys(Shelf, 1), nested, ()))

    def both(facet: Facet, value: str) -> tuple[object, object]:
        row = model.row_of(RowKind.VALUE, facet, value)
        assert row is not None
        index = model.index(row)
        return model.data(index), model.data(index, Qt.ItemDataRole.AccessibleTextRole)

    assert both(Facet.TAG, "war") == ("war", "war, 9 post(s), expanded")
    assert both(Facet.TAG, "ＷＡＲ/asia") == ("asia", "ＷＡＲ/asia, 2 post(s)")
    assert both(Facet.SOURCE, "news.bbc.co.uk")[0] == "news.bbc.co.uk"
    assert both(Facet.YEAR, "2022-02") == ("February", "February 2022, 2 post(s)")
    model.arrange(Arrangement())
    assert both(Facet.YEAR, "2022") == ("2022", "2022, 9 post(s), collapsed")


def test_names_that_come_later_take_their_place_among_the_others(qapp: object) -> None:
    model = SidebarModel()
    model.arrange(Arrangement().with_order(Facet.TAG, Order.NAME))

    def shown(*names: str) -> list[str]:
        model.show_counts(tags(*names))
        rows = map(model.row, range(model.rowCount()))
        return [row.value for row in rows if row.kind is RowKind.VALUE]

    assert shown("b 10", "d", "A") == ["A", "b 10", "d"]
    assert shown("b 10", "c", "b 9", "A") == ["A", "b 9", "b 10", "c"]
    assert shown("d", "c") == ["c", "d"]


def test_a_tag_cannot_turn_its_row_round_or_break_its_line(qapp: object) -> None:
    model = SidebarModel()
    model.show_counts(tags("one\ntwo\u202ethree"))
    assert model.data(model.index(model.rowCount() - 1)) == "one two three"


def test_there_is_nothing_below_a_row(qapp: object) -> None:
    model = SidebarModel()
    model.show_counts(tags("a"))
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None
