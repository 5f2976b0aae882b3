"""What an index says of itself while it is being brought up to date."""

from pathlib import Path
from types import SimpleNamespace

import apsw
import pytest

from reader.library import passes
from reader.library.events import Event
from reader.library.indexer import Indexer, Library, Run
from tests.helpers.libraries import post, write


def fact(index: Path) -> str | None:
    connection = apsw.Connection(str(index), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return connection.execute("SELECT value FROM facts WHERE name = 'bodies_done'").get
    finally:
        connection.close()


def test_an_index_between_two_states_says_so_until_the_end_is_told(tmp_path: Path) -> None:
    folder, index = tmp_path / "library", tmp_path / "index.db"
    for number in range(300):
        write(folder, f"old/{number}.md")
    said: list[tuple[str, str | None]] = []

    def tell(event: Event) -> None:
        kind = str(event["event"]) + (" complete" if event.get("complete") else "")
        said.append((kind, fact(index)))

    with Indexer(Library(folder.resolve(), index), Run(tell)) as indexer:
        indexer.first()
        assert {value for kind, value in said if kind == "heads"} == {None}
        assert said[-2:] == [("bodies complete", "1"), ("done", "1")]
        said.clear()
        (folder / "old").rename(folder / "new")
        indexer.look(None)
        assert {value for kind, value in said if kind == "changes"} == {"0"}
        assert said[-1] == ("bodies complete", "1")
        said.clear()
        write(folder, "one.md")
        indexer.look(["one.md"])  # the others changed so lately that they would be read again
        assert said == [("changes", "1")]


def test_a_post_whose_source_is_another_is_found_by_that(tmp_path: Path) -> None:
    folder, index = tmp_path / "library", tmp_path / "index.db"
    for url in ("", "https://news.example/1", "https://news.example/2", ""):
        fields = {"source_url": url} if url else {}
        write(folder, "a.md", post("A title", f"From {url}.", **fields))
        with Indexer(Library(folder.resolve(), index), Run(lambda _: None)) as indexer:
            indexer.first()
        connection = apsw.Connection(str(index), flags=apsw.SQLITE_OPEN_READONLY)
        found = connection.execute("SELECT url_key FROM posts").get
        connection.close()
        assert found == (url.removeprefix("https://") or None)


def test_a_clock_that_stands_still_divides_nothing_by_zero(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "library"
    write(folder, "a.md")
    told: list[Event] = []
    monkeypatch.setattr(passes, "time", SimpleNamespace(monotonic=lambda: 5.0))
    with Indexer(Library(folder.resolve(), tmp_path / "index.db"), Run(told.append)) as indexer:
        indexer.first()
    assert told[-1]["posts"] == 1
