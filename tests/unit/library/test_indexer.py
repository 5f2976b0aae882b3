"""What an index holds after looking at a folder, once and again."""

import os
import random
import shutil
from pathlib import Path
from threading import Event as Flag

import apsw
import pytest

from reader.errors import FolderError, StoreError
from reader.library import indexer as indexer_module
from reader.library.events import Event
from reader.library.indexer import Indexer, Library, Run
from tests.helpers import works
from tests.helpers.libraries import dump, index_once, indexer, post, write


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.db"


def named(events: list[Event], name: str) -> list[Event]:
    return [event for event in events if event["event"] == name]


def assert_as_fresh(folder: Path, index: Path) -> None:
    """The index holds what a new one of the same folder would."""
    fresh = index.parent.parent / "fresh" / "index.db"
    shutil.rmtree(fresh.parent, ignore_errors=True)
    index_once(folder, fresh)
    assert dump(index) == dump(fresh)


def test_a_post_is_indexed_whole(folder: Path, index: Path) -> None:
    write(
        folder,
        "news/2022-02-22-a.md",
        post(
            "布林肯與王毅通話",
            '正文提到烏克蘭。<a rel="tag" href="/t/x">外交</a> <a rel="tag" href="/t/y">NEWS</a>',
            author="聯合早報",
            tags="[news, 国际]",
            source="https://www.example.com/story/1?utm_source=x",
        ),
    )
    index_once(folder, index)
    held = dump(index)
    ((path, day_of_id, *_, title, date, day, authors, source, url, key, lang, _, image, done),) = (
        held["posts"]
    )
    assert (path, title, done, image) == ("news/2022-02-22-a.md", "布林肯與王毅通話", 1, 0)
    assert (date[:19], len(day), day_of_id) == ("2022-02-22T05:32:00", 10, day)
    assert authors == '["聯合早報"]'
    assert (source, key) == ("example.com", "example.com/story/1")
    assert url == "https://www.example.com/story/1?utm_source=x"
    assert lang == "zh-Hant"
    assert {(facet, value) for _, facet, value in held["post_facets"]} == {
        ("tag", "news"),  # harvested as NEWS too
        ("tag", "国际"),
        ("tag", "外交"),
        ("author", "聯合早報"),
        ("source", "example.com"),
        ("year", "2022"),
        ("year", "2022-02"),
    }
    words = {(term, column) for _, term, column, _ in held["words"]}
    assert {
        ("乌", "body"),
        ("克", "body"),
        ("联", "authors"),
        ("国", "tags"),
        ("话", "title"),
    } < words
    assert "正文提到烏克蘭" in held["texts"][0][1]


def test_events_tell_what_happens(folder: Path, index: Path) -> None:
    for number in range(450):
        write(folder, f"2022-01-{number % 28 + 1:02}-{number}.md")
    write(folder, "broken.md", "---\ntitle: [\n---\nBody\n")
    events = index_once(folder, index)
    heads = named(events, "heads")
    assert heads[0]["done"] in range(200, 300)
    assert heads[-1]["complete"]
    assert heads[-1]["posts"] == heads[-1]["total"] == 451
    assert named(events, "bodies")[-1] | {"rate": 0} == {
        "event": "bodies", "done": 451, "total": 451, "rate": 0, "complete": True,
    }  # fmt: skip
    (problem,) = named(events, "problem")
    assert problem["path"] == "broken.md"
    assert problem["reason"]
    done = events[-1]
    assert (done["event"], done["posts"], done["problems"]) == ("done", 451, 1)
    assert 0 < float(str(done["heads_seconds"])) < float(str(done["bodies_seconds"]))
    assert int(str(done["index_bytes"])) > 0


def test_the_newest_posts_come_first(folder: Path, index: Path) -> None:
    for number in range(600):
        write(folder, f"20{number % 20:02}-01-01-{number}.md", "---\ntitle: x\n---\n")
    seen: list[set[str]] = []

    def tell(event: Event) -> None:
        if event["event"] == "heads" and not seen:
            connection = apsw.Connection(str(index))
            seen.append({row[0][:4] for row in connection.execute("SELECT path FROM posts")})
            connection.close()

    with Indexer(Library(folder.resolve(), index), Run(tell)) as made:
        made.first()
    assert seen[0] <= {str(year) for year in range(2008, 2020)}


def test_a_second_look_at_the_same_folder_reads_nothing(folder: Path, index: Path) -> None:
    for number in range(20):
        os.utime(write(folder, f"{number}.md"), (1e9, 1e9))
    index_once(folder, index)
    connection = apsw.Connection(str(index))
    connection.execute("UPDATE posts SET ctime_ns = 0, mtime_ns = 1")
    connection.close()
    events = index_once(folder, index)  # times in doubt: read, found the same, not parsed
    assert named(events, "heads")[-1]["total"] == 0
    assert named(events, "bodies")[-1]["total"] == 20
    assert_as_fresh(folder, index)


def test_pages_without_front_matter_are_remembered_as_no_posts(folder: Path, index: Path) -> None:
    write(folder, "page.html", "<h1>No post</h1>")
    write(folder, "note.txt", "no post")
    write(folder, "a.html", post())
    assert index_once(folder, index)[-1]["posts"] == 1
    assert [row[0] for row in dump(index)["no_posts"]] == ["note.txt", "page.html"]
    write(folder, "note.txt", post())
    with indexer(folder, index) as made:
        made.first()
        (folder / "a.html").write_text("no post any more", "utf-8")
        made.look(["a.html"])
    assert_as_fresh(folder, index)


def test_a_file_too_large_is_a_problem(folder: Path, index: Path) -> None:
    with (folder / "huge.md").open("wb") as file:
        file.truncate(33 << 20)
    write(folder, "a.md")
    events = index_once(folder, index)
    assert (events[-1]["posts"], events[-1]["problems"]) == (1, 1)
    assert named(events, "problem")[0]["path"] == "huge.md"
    assert not named(index_once(folder, index), "problem")
    (folder / "huge.md").write_text(post(), "utf-8")
    assert (index_once(folder, index)[-1]["posts"], dump(index)["problems"]) == (2, [])
    assert_as_fresh(folder, index)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem_until_it_has_it(folder: Path, index: Path) -> None:
    write(folder, "a.md").chmod(0)
    write(folder, "private/b.md").parent.chmod(0)
    assert (index_once(folder, index)[-1]["posts"], len(dump(index)["problems"])) == (0, 2)
    assert not named(index_once(folder, index), "problem")
    (folder / "a.md").chmod(0o600)
    (folder / "private").chmod(0o700)
    assert (index_once(folder, index)[-1]["posts"], dump(index)["problems"]) == (2, [])


def test_a_file_that_kills_its_worker_costs_only_itself(folder: Path, index: Path) -> None:
    for number in range(60):
        write(folder, f"{number}.md")
    write(folder, "killer.md")
    events: list[Event] = []
    library = Library(folder.resolve(), index)
    with Indexer(library, Run(events.append, work=works.read_files)) as made:
        made.first()
    assert (events[-1]["posts"], events[-1]["problems"]) == (60, 1)
    (problem,) = named(events, "problem")
    assert problem["path"] == "killer.md"
    assert len(dump(index)["texts"]) == 60


def test_a_file_whose_worker_is_killed_from_outside_is_tried_again(
    folder: Path, index: Path
) -> None:
    write(folder, "a.md")
    write(folder, "victim.md")
    library = Library(folder.resolve(), index)
    with Indexer(library, Run(list[Event]().append, work=works.read_files)) as made:
        made.first()
        assert [row[0] for row in dump(index)["problems"]] == ["victim.md"]
        (folder.parent / "spared").touch()
        made.look(None)
    assert_as_fresh(folder, index)


def test_names_of_any_kind_are_indexed(folder: Path, index: Path) -> None:
    for name in (b"caf\xe9.md", b"two\nlines.md", rb"back\xe9.md", "🎈\u202e.md".encode()):
        (folder / os.fsdecode(name)).write_text(post(), "utf-8")
    index_once(folder, index)
    assert [row[0] for row in dump(index)["texts"]] == sorted(
        [r"caf\xe9.md", "two\nlines.md", r"back\x5cxe9.md", "🎈\u202e.md"]
    )
    assert_as_fresh(folder, index)


def test_text_that_no_encoding_can_hold_is_indexed(folder: Path, index: Path) -> None:
    write(folder, "a.md", post(r'"half \ud800 of a pair"', "x &#xd800; \0 y", tags=r'["\udfff"]'))
    assert index_once(folder, index)[-1]["posts"] == 1
    assert "half" in dump(index)["posts"][0][5]


def test_dates_at_the_ends_of_time_are_indexed(folder: Path, index: Path) -> None:
    for number, date in enumerate(("0001-01-01", "9999-12-31T23:59:59-12:00", "1969-12-31")):
        write(folder, f"{number}.md", post(date=date))
    os.utime(write(folder, "ancient.md", "---\ntitle: x\n---\n"), (-(1 << 33), -(1 << 33)))
    assert index_once(folder, index)[-1]["posts"] == 4
    assert_as_fresh(folder, index)


def test_many_posts_of_one_second_have_ids_of_their_own(folder: Path, index: Path) -> None:
    for number in range(300):
        write(folder, f"{number}.md")
    index_once(folder, index)
    assert len(dump(index)["posts"]) == 300
    assert all(row[1] == row[7] for row in dump(index)["posts"])


def test_a_touched_file_moves_only_if_its_date_is_its_modification(
    folder: Path, index: Path
) -> None:
    dated, undated = write(folder, "dated.md"), write(folder, "undated.md", "---\ntitle: x\n---\n")
    with indexer(folder, index) as made:
        made.first()
        for file in (dated, undated):
            os.utime(file, (1e9, 1e9))
        made.look(["dated.md", "undated.md"])
    assert {row[0]: row[1] for row in dump(index)["posts"]} == {
        "dated.md": "2022-02-22",
        "undated.md": "2001-09-09",
    }
    assert_as_fresh(folder, index)


def test_a_renamed_file_changes_in_one_step(folder: Path, index: Path) -> None:
    write(folder, "old/a.md", post("Same"))
    events: list[Event] = []
    with indexer(folder, index, events) as made:
        made.first()
        (folder / "old").rename(folder / "new")
        made.look(["old", "new"])
    change = events[-1]
    assert (change["event"], change["added"], change["removed"]) == ("changes", 1, 1)
    assert change["paths"] == ["new/a.md", "old/a.md"]
    assert_as_fresh(folder, index)


def test_a_lost_folder_costs_nothing(folder: Path, index: Path) -> None:
    write(folder, "a.md")
    with indexer(folder, index) as made:
        made.first()
        folder.rename(folder.with_name("elsewhere"))
        for paths in (None, ["a.md"]):
            with pytest.raises(FolderError, match="no folder"):
                made.look(paths)
        assert not made.folder_is_there()
    assert len(dump(index)["posts"]) == 1


def test_damage_found_while_working_means_a_new_index(folder: Path, index: Path) -> None:
    for number in range(300):
        write(folder, f"{number}.md")
    with indexer(folder, index) as made:
        made.first()
        made.look(None)
    content = bytearray(index.read_bytes())
    content[4096:40960] = b"x" * 36864
    stat = index.stat()
    index.write_bytes(content)
    os.utime(index, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # not noticed when it is opened
    assert index_once(folder, index)[-1]["posts"] == 300
    assert_as_fresh(folder, index)


def test_an_index_deleted_while_watching_is_made_again(folder: Path, index: Path) -> None:
    write(folder, "one.md")
    with indexer(folder, index) as made:
        made.first()
        shutil.rmtree(index.parent)
        write(folder, "two.md")
        made.look(["two.md"])
    assert_as_fresh(folder, index)


@pytest.mark.parametrize("paths", [None, ["a.md"]])
def test_an_index_overwritten_while_watching_is_made_again(
    folder: Path, index: Path, paths: list[str] | None
) -> None:
    write(folder, "a.md")
    with indexer(folder, index) as made:
        made.first()
        made.look(None)
        garbage = b"no database" * (index.stat().st_size // 11)
        with index.open("r+b") as written:  # in place: still the file that we have open
            written.write(garbage)
        made.look(paths)
    assert_as_fresh(folder, index)
    assert index.with_name("index.db.damaged").read_bytes()[: len(garbage)] == garbage


def test_another_index_copied_over_ours_while_watching_is_not_trusted(
    folder: Path, index: Path
) -> None:
    write(folder, "a.md")
    other = index.parent.parent / "other"
    for number in range(50):
        write(other, f"{number}.md")
    index_once(other, index.with_name("other.db"))
    with indexer(folder, index) as made:
        made.first()
        with index.open("r+b") as written:
            written.write(index.with_name("other.db").read_bytes())
        made.look(None)
    assert_as_fresh(folder, index)


def test_looks_at_what_nobody_else_wrote_do_not_begin_anew(folder: Path, index: Path) -> None:
    events: list[Event] = []
    with indexer(folder, index, events) as made:
        made.first()
        for number in range(3):
            write(folder, f"{number}.md")
            made.look([f"{number}.md"])
            made.look(None)
    assert len(named(events, "done")) == 1
    assert len(named(events, "changes")) == 3


def test_work_given_up_goes_on_at_the_next_start(folder: Path, index: Path) -> None:
    for number in range(700):
        write(folder, f"{number}.md")
    stopping = Flag()

    def tell(event: Event) -> None:
        if event["event"] == "bodies":
            stopping.set()

    from reader.library.pool import Stopped  # noqa: PLC0415 - beside its use

    with (
        pytest.raises(Stopped),
        Indexer(Library(folder.resolve(), index), Run(tell, stopping)) as made,
    ):
        made.first()
    assert 0 < len(dump(index)["texts"]) < 700
    assert named(index_once(folder, index), "heads")[-1]["total"] == 0
    assert_as_fresh(folder, index)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_changes_the_index_is_as_a_fresh_one(
    folder: Path, index: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same every time is the point
    places = [f"{part}{number}.{kind}" for part in ("", "a/", "a/b/", "c/", ".git/")
              for number in range(6) for kind in ("md", "html")]  # fmt: skip
    with indexer(folder, index) as made:
        for step in range(12):
            touched = [_change(folder, chance, places) for _ in range(chance.randint(1, 12))]
            if step == 0:
                made.first()
            elif chance.random() < 0.5:
                made.look([path for paths in touched for path in paths])
            else:
                made.look(None)
    assert_as_fresh(folder, index)


def _change(folder: Path, chance: random.Random, places: list[str]) -> list[str]:
    """Change something in the folder; return the paths that a watcher would name."""
    one, other = chance.choice(places), chance.choice(places)
    kind = chance.choice(
        ["write", "write", "write", "plain", "delete", "rename", "folder", "touch"]
    )
    file = folder / one
    if kind == "plain":
        write(folder, one, "no front matter " * chance.randint(0, 3))
    elif kind == "write" or not file.exists():
        tags = ", ".join(chance.sample(["red", "Red", "blue", "綠", "gold"], 2))
        date = f"2022-0{chance.randint(1, 9)}-01" if chance.random() < 0.7 else "[broken"
        write(folder, one, post(f"T{chance.random()}", "詞語 " * chance.randint(0, 50),
                                tags=f"[{tags}]", date=date))  # fmt: skip
    elif kind == "delete":
        file.unlink()
    elif kind == "rename":
        (folder / other).parent.mkdir(parents=True, exist_ok=True)
        file.rename(folder / other)
    elif kind == "touch":
        os.utime(file, (chance.randint(1, 10**9), chance.randint(1, 10**9)))
    elif (folder / "a").exists():  # a folder goes or moves
        shutil.rmtree(folder / "d", ignore_errors=True)
        (folder / "a").rename(folder / "d")
        return ["a", "d"]
    return [one, other]


@pytest.mark.parametrize("movable", [True, False])
def test_an_index_that_cannot_be_mended_is_checked_at_the_next_start(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch, movable: bool
) -> None:
    def damaged(*_: object) -> None:
        raise apsw.CorruptError("damaged")

    def unmovable(path: Path) -> None:
        raise PermissionError(13, "somebody has it open", str(path))

    index_once(folder, index)
    monkeypatch.setattr(indexer_module, "plan", damaged)
    if not movable:
        monkeypatch.setattr(indexer_module, "set_aside", unmovable)
    with pytest.raises(StoreError), indexer(folder, index) as made:
        made.first()
    assert not index.with_name("index.closed").exists()


def test_whoever_hears_of_an_index_may_write_it_and_is_noticed(folder: Path, index: Path) -> None:
    def damage(event: Event) -> None:
        if event["event"] == "done":
            with index.open("r+b") as file:
                file.seek(5000)
                file.write(b"damage")

    for _ in range(10):  # sooner than the system's clock moves on
        with Indexer(Library(folder.resolve(), index), Run(damage)) as made:
            made.first()
            assert not made.is_as_left()
