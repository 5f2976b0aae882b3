import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.values import Facet, Filter, Shelf, Sort
from reader.ui.session import RECENT, LibrarySession, Session, from_json, load, save, to_json

FULL = Session(
    libraries=(
        LibrarySession(
            "/posts",
            Filter(
                Shelf.UNREAD,
                "维稳 -tag:a",
                ((Facet.TAG, ("联合早报", "b")), (Facet.YEAR, ("2022",))),
                date(2021, 10, 1),
                date(2022, 4, 30),
                Sort.RELEVANCE,
            ),
            "a/b.md",
            1.25,
            ("a/b.md", "c.md"),
        ),
        LibrarySession("/other"),
    ),
    geometry="AdnQ",
    panes=(200, 300, 400),
    sidebar=False,
    sections={"collapsed": ["tag"]},
    welcome=True,
    used={"theme": 2, "rescan": 1},
)


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "config" / "session.json"
    save(path, FULL)
    assert load(path) == FULL
    assert [each.name for each in path.parent.iterdir()] == ["session.json"]


def test_a_missing_file_is_a_first_start(tmp_path: Path) -> None:
    assert load(tmp_path / "session.json") == Session()


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b'"text"', b"[1]"])
def test_a_broken_file_is_a_first_start(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "session.json"
    path.write_bytes(broken)
    assert load(path) == Session()


def test_one_broken_field_costs_that_field_alone() -> None:
    kept = json.loads(json.dumps(to_json(FULL)))
    kept["panes"] = [1, "wide", 3]
    kept["geometry"] = 7
    kept["libraries"][1] = None
    kept["libraries"][0]["recent"] = ["a/b.md", 7, "c.md"]
    kept["used"]["rescan"] = "often"
    read = from_json(kept)
    assert read.panes == Session().panes
    assert read.geometry == Session().geometry
    assert read.sections == FULL.sections
    assert read.libraries == FULL.libraries[:1]


def test_half_a_filter_is_none_since_it_would_hide_posts_unsaid() -> None:
    kept = json.loads(json.dumps(to_json(FULL)))
    kept["libraries"][0]["filter"]["since"] = "the day before yesterday"
    library = from_json(kept).libraries[0]
    assert library.filter == Filter()
    assert library.path == "a/b.md"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(list(to_json(FULL))), JSON)
    | st.fixed_dictionaries(
        {
            "libraries": st.lists(
                st.dictionaries(st.sampled_from(["folder", "filter", "zoom"]), JSON)
            )
        }
    )
)
def test_anything_at_all_becomes_a_session(kept: object) -> None:
    assert isinstance(from_json(kept), Session)


def test_the_last_opened_library_stands_first_and_old_ones_go() -> None:
    session = Session()
    for number in range(RECENT + 3):
        session = session.with_library(LibrarySession(f"/{number}"))
    session = session.with_library(LibrarySession("/5", path="x.md"))
    assert session.libraries[0] == LibrarySession("/5", path="x.md")
    assert len(session.libraries) == RECENT
    assert session.library("/5").path == "x.md"
    assert session.library("/never") == LibrarySession("/never")
    assert session.without_library("/5").library("/5") == LibrarySession("/5")


def test_what_was_read_can_be_forgotten_and_so_can_other_folders() -> None:
    libraries = (
        LibrarySession("/a", path="x.md", recent=("x.md", "y.md")),
        LibrarySession("/b", recent=("z.md",)),
    )
    session = Session(libraries=libraries, used={"next": 3})
    forgotten = session.without_history()
    assert forgotten.libraries == (LibrarySession("/a", path="x.md"), LibrarySession("/b"))
    assert forgotten.used == {}
    assert session.with_only("/b").libraries == (libraries[1],)
    assert session.with_only("").libraries == ()
