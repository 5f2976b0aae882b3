"""An index held against its folder: every kind of damage is found, named and mended."""

import os
from pathlib import Path

import apsw
import pytest

from reader.library.indexer import Library, Run
from reader.library.mending import mend, rebuild
from reader.library.schema import SCHEMA
from reader.library.stored_text import packed
from reader.library.verifying import Difference, Kind, differences, still_differing
from reader.library.warm_up import warm_up
from tests.helpers.libraries import index_once, post, write
from tests.helpers.same_index import differences as independently_found

RUN = Run(lambda event: None)

# What is done by hand to one post each, `{post}` being its path, `{id}` its id; what is said.
OF_ONE_POST = {
    "title": ("UPDATE posts SET title = 'X' WHERE path = {post}", "title is 'X', not 'A fruit'"),
    "date": ("UPDATE posts SET date = '1999-01-01' WHERE path = {post}", "date is '1999-01-01'"),
    "hash": ("UPDATE posts SET content_hash = x'00' WHERE path = {post}", "content_hash is 00"),
    "excerpt": ("UPDATE posts SET excerpt = 'x' WHERE path = {post}", "excerpt is 'x'"),
    "link": ("UPDATE posts SET link_name = 'x' WHERE path = {post}", "link_name is 'x'"),
    "place": ("UPDATE posts SET id = id - 999999 WHERE path = {post}", "its place is not on 2022"),
    "body": ("UPDATE posts SET body_done = 0 WHERE path = {post}", "body_done is 0, not 1"),
    "no text": ("DELETE FROM texts WHERE post_id = {id}", "its text is missing"),
    "bad text": ("UPDATE texts SET text = x'1234' WHERE post_id = {id}", "its text is another"),
    "other text": ("UPDATE texts SET text = {text} WHERE post_id = {id}", "its text is another"),
    "no words": ("DELETE FROM words WHERE rowid = {id}", "the full text has other words of it"),
    "words": ("DELETE FROM words WHERE rowid = {id};{words}", "the full text has other words"),
    "no values": ("DELETE FROM facet_lists WHERE post_id = {id}", "has not tag 'red'"),
    "value": ("INSERT INTO post_facets VALUES(99, {id})", ""),
    "problem": ("INSERT INTO problems VALUES({post}, 1, 'x')", "its problems are others"),
    "changed": ("UPDATE posts SET mtime_ns = 1 WHERE path = {post}", "has changed since"),
    "missing": ("DELETE FROM posts WHERE path = {post}", "is not in the index"),
}
# What is done to the index as a whole; what is said.
OF_THE_INDEX = {
    "text": ("INSERT INTO texts VALUES(5, x'00')", "texts of no post"),
    "words": ("INSERT INTO words(rowid, body) VALUES(5, 'apples')", "posts of no file's in the"),
    "list": ("INSERT INTO facet_lists VALUES(5, 'a')", "lists of values of no post"),
    "value": ("INSERT INTO post_facets VALUES(1, 5)", "values of no post"),
    "unused value": ("INSERT INTO facets(facet, value) VALUES('tag', 'x')", "1 tags, authors and"),
    "doubled": ("INSERT INTO no_posts VALUES('a.md', 1, 1, 1)", "1 files that count as posts"),
    "problem": ("INSERT INTO problems VALUES('z.md', 1, 'x')", "problems of files that are not"),
    "not done": ("UPDATE facts SET value = '0' WHERE name = 'bodies_done'", "was not read to its"),
}
# What makes an index of no use.
OF_ALL = {
    "version": ("PRAGMA user_version = 1", Kind.INDEX, "another version"),
    "zone": ("UPDATE facts SET value = 'X' WHERE name = 'zone'", Kind.INDEX, "or time zone"),
    "letters": ("{letters}", Kind.INDEX, "the full text has words that no post has"),
    "number": (
        "UPDATE posts SET size = 'x' WHERE path = {post}",
        Kind.DATABASE,
        "'x' is in the place of a number",
    ),
    "links": ("DELETE FROM post_facets", Kind.INDEX, "are not those that have it"),
    "full text": (
        "UPDATE words_data SET block = zeroblob(length(block)) WHERE id > 10",
        Kind.DATABASE,
        "words",
    ),
}
_PUT_WORDS = "INSERT INTO words(rowid, body, title, tags, authors) VALUES"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return a library, and its index."""
    warm_up()
    folder = tmp_path / "library"
    write(folder, "a.md", post("Alpha", "apples", tags="[blue/dark]"))
    write(folder, "b.md", "---\ntitle: [\n---\n")  # with a problem
    write(folder, "page.html", "<p>no post</p>")
    for name in OF_ONE_POST:
        write(folder, f"fruit/{name}.md", post("A fruit", f"{name} bananas", tags="[red]"))
    for file in folder.rglob("*.*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    made = Library(folder, tmp_path / "index.db")
    index_once(folder, made.index)
    return made


def found(library: Library) -> list[Difference]:
    return differences(library, RUN, lambda done, total: None)


def change(library: Library, sql: str, path: str = "a.md") -> None:
    """Do something to the index by hand."""
    connection = apsw.Connection(str(library.index))
    id_ = connection.execute("SELECT id FROM posts WHERE path = ?", (path,)).get
    connection.execute(
        sql.format(
            post=f"'{path}'",
            id=id_,
            text=f"x'{packed('pears').hex()}'",
            words=f"{_PUT_WORDS}({id_}, 'words pears', 'a fruit', 'red', '')",
            letters=f"DELETE FROM words WHERE rowid = {id_};"  # noqa: S608
            f"{_PUT_WORDS}({id_}, 'applez', 'alpha', 'blue dark', '')",
        )
    )
    connection.close()


def is_as_fresh(library: Library, tmp_path: Path) -> bool:
    left = independently_found(library.index, library.folder, tmp_path / "scratch")
    assert left == []
    return True


def test_every_table_is_compared() -> None:
    """A new one must be known to `records`, `index_checks` and `tests.helpers.same_index`."""
    connection = apsw.Connection(":memory:")
    connection.execute(SCHEMA)
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words_%'"
    )
    assert {name for (name,) in tables} == {
        *("posts", "texts", "words", "facets", "post_facets", "facet_lists"),
        *("no_posts", "problems", "facts"),
    }


def test_a_sound_index_differs_in_nothing_and_is_not_touched(library: Library) -> None:
    before = library.index.read_bytes()
    assert found(library) == []
    (library.folder / "a.md").chmod(0o600)
    assert found(library) == []
    assert library.index.read_bytes() == before


def test_what_is_wrong_of_single_posts_is_named_and_read_anew(
    library: Library, tmp_path: Path
) -> None:
    change(library, "INSERT INTO no_posts VALUES('gone.md', 1, 1, 1)")
    change(library, "UPDATE no_posts SET size = 7 WHERE path = 'page.html'")
    for name, (sql, _) in OF_ONE_POST.items():
        change(library, sql, f"fruit/{name}.md")
    told = found(library)
    said = {each.path: each for each in told if each.path}
    for name, (_, words) in OF_ONE_POST.items():
        assert not words or words in said[f"fruit/{name}.md"].words, name
    assert said["fruit/missing.md"].kind is Kind.MISSING
    assert said["fruit/changed.md"].kind is said["page.html"].kind is Kind.CHANGED
    assert said["gone.md"].kind is Kind.GONE
    assert any("values that nobody knows" in each.words for each in told)
    assert not said.keys() & {"a.md", "b.md"}
    mend(library, RUN, told)
    assert found(library) == []
    assert is_as_fresh(library, tmp_path)
    assert not library.index.with_name("index.db.damaged").exists()


def test_rows_of_nothing_are_named_and_deleted(library: Library, tmp_path: Path) -> None:
    for sql, _ in OF_THE_INDEX.values():
        change(library, sql)
    told = found(library)
    for name, (_, words) in OF_THE_INDEX.items():
        assert any(words in each.words for each in told), name
    assert {each.kind for each in told} == {Kind.INDEX}
    mend(library, RUN, told)
    assert is_as_fresh(library, tmp_path)
    assert not library.index.with_name("index.db.damaged").exists()


@pytest.mark.parametrize("name", OF_ALL)
def test_an_index_of_no_use_is_begun_anew(library: Library, tmp_path: Path, name: str) -> None:
    sql, kind, words = OF_ALL[name]
    change(library, sql)
    told = found(library)
    assert any(each.kind is kind and words in each.words for each in told), told
    mend(library, RUN, told)
    if found(library):
        rebuild(library, RUN)
    assert is_as_fresh(library, tmp_path)


@pytest.mark.parametrize("content", [b"no database" * 1000, b"", None])
def test_a_file_that_is_no_index_is_replaced(
    library: Library, tmp_path: Path, content: bytes | None
) -> None:
    library.index.unlink()
    if content is not None:
        library.index.write_bytes(content)
    told = found(library)
    assert len(told) == 1
    mend(library, RUN, told)
    assert is_as_fresh(library, tmp_path)
    assert library.index.with_name("index.db.damaged").exists() is bool(content)


def test_a_mistake_of_ours_is_no_damage(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(_index: object) -> list[str]:
        raise ValueError("ours")

    monkeypatch.setattr("reader.library.verifying.disagreements", wrong)
    with pytest.raises(ValueError, match="ours"):
        found(library)


def test_words_that_two_posts_exchanged_are_found_for_both(library: Library) -> None:
    one, other = "fruit/title.md", "fruit/date.md"
    change(library, "UPDATE texts SET post_id = 77 WHERE post_id = {id}", one)
    change(library, "DELETE FROM texts WHERE post_id = 77")
    change(library, "DELETE FROM words WHERE rowid = {id}", one)
    change(library, "DELETE FROM words WHERE rowid = {id}", other)
    change(library, f"{_PUT_WORDS}({{id}}, 'title bananas', 'a fruit', 'red', '')", other)
    change(library, f"{_PUT_WORDS}({{id}}, 'date bananas', 'a fruit', 'red', '')", one)
    assert {each.path for each in found(library)} == {one, other}


def test_what_the_folder_has_new_is_told_from_what_is_wrong(library: Library) -> None:
    write(library.folder, "new.md")
    write(library.folder, "a.md", post("Alpha", "plums"))
    (library.folder / "fruit/title.md").unlink()
    same = library.folder / "fruit/date.md"
    same.write_text(same.read_text("utf-8").replace("bananas", "bananaz"), "utf-8")
    os.utime(same, (1_700_000_000, 1_700_000_000))
    kinds = {each.path: each.kind for each in found(library)}
    assert kinds.pop("fruit/date.md") in (Kind.CHANGED, Kind.WRONG)  # its times may tell
    assert kinds == {"a.md": Kind.CHANGED, "fruit/title.md": Kind.GONE, "new.md": Kind.MISSING}


def test_what_another_process_has_mended_meanwhile_is_forgotten(library: Library) -> None:
    write(library.folder, "new.md")
    write(library.folder, "later.md")
    change(library, "UPDATE posts SET title = 'x' WHERE path = {post}")
    before = found(library)
    (library.folder / "later.md").unlink()
    assert {each.path for each in still_differing(library, before)} == {"new.md", "a.md"}
    index_once(library.folder, library.index)
    assert {each.path for each in still_differing(library, before)} == {"a.md"}
