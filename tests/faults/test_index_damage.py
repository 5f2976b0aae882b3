"""A damaged index: never a crash, never believed where it can be told, begun anew by itself."""

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import apsw
import pytest

from reader.errors import BroadsheetError
from reader.library.catalog import Catalog
from reader.library.indexer import Library, Run
from reader.library.values import Facet, Filter, Sort
from reader.library.verifying import differences
from reader.library.warm_up import warm_up
from reader.profile import Profile
from tests.helpers.indexing import Indexing
from tests.helpers.libraries import index_once, indexer, post, write
from tests.helpers.same_index import differences_from, fresh_index

COUNT = 1000
RUN = Run(lambda event: None)
PAGE = 4096

Corruption = Callable[[Path, random.Random], None]


def flip(index: Path, chance: random.Random) -> None:
    _put(index, chance.randrange(_size(index)), bytes([chance.randrange(256)]))


def flip_many(index: Path, chance: random.Random) -> None:
    for _ in range(chance.randrange(2, 40)):
        flip(index, chance)


def flip_unseen(index: Path, chance: random.Random) -> None:
    """Change a byte as a bad disk does: nothing that `stat` says is another afterwards."""
    status = index.stat()
    flip(index, chance)
    os.utime(index, ns=(status.st_atime_ns, status.st_mtime_ns))
    mark = index.with_name("index.closed")
    if mark.exists():  # what is kept there of the file's times
        now = index.stat()
        words = mark.read_text("ascii").replace(str(status.st_ctime_ns), str(now.st_ctime_ns))
        mark.write_text(words, "ascii")


def flip_header(index: Path, chance: random.Random) -> None:
    _put(index, chance.randrange(100), chance.randbytes(1))


def tear_page(index: Path, chance: random.Random) -> None:
    page = chance.randrange(_size(index) // PAGE)
    _put(index, page * PAGE, chance.choice([chance.randbytes(PAGE), bytes(PAGE)]))


def exchange_pages(index: Path, chance: random.Random) -> None:
    one, other = (PAGE * chance.randrange(1, _size(index) // PAGE) for _ in range(2))
    content = index.read_bytes()
    _put(index, one, content[other : other + PAGE])
    _put(index, other, content[one : one + PAGE])


def truncate(index: Path, chance: random.Random) -> None:
    os.truncate(index, chance.randrange(_size(index)))


def truncate_pages(index: Path, chance: random.Random) -> None:
    os.truncate(index, PAGE * chance.randrange(_size(index) // PAGE))


def empty(index: Path, chance: random.Random) -> None:
    os.truncate(index, 0)


def append(index: Path, chance: random.Random) -> None:
    _put(index, _size(index), chance.randbytes(chance.randrange(1, 3 * PAGE)))


def no_database(index: Path, chance: random.Random) -> None:
    index.write_bytes(chance.randbytes(chance.randrange(1, 20_000)))


def foreign_log(index: Path, chance: random.Random) -> None:
    index.with_name("index.db-wal").write_bytes(chance.randbytes(3 * PAGE))


def foreign_memory(index: Path, chance: random.Random) -> None:
    index.with_name("index.db-shm").write_bytes(chance.randbytes(8 * PAGE))


def directory(index: Path, chance: random.Random) -> None:
    index.unlink()
    index.mkdir()
    (index / "file").write_text("x", "utf-8")


def lost(index: Path, chance: random.Random) -> None:
    index.unlink()


WHILE_CLOSED: tuple[Corruption, ...] = (
    *(flip, flip_many, flip_unseen, flip_header, tear_page, exchange_pages, truncate),
    *(truncate_pages, empty, append, no_database, foreign_log, foreign_memory, directory, lost),
)
WHILE_OPEN: tuple[Corruption, ...] = (
    *(flip, flip_many, flip_unseen, flip_header, tear_page, exchange_pages, truncate),
    *(truncate_pages, empty, append, no_database, lost),
)
PLAIN = (empty, no_database, directory, lost)  # nothing of the index is left


@dataclass(frozen=True)
class Sound:
    """A folder, an index of it made by a process of its own, and room to work in."""

    folder: Path
    fresh: Path
    scratch: Path

    def copied(self, name: str) -> Library:
        """Return the library with a closed index of its own, as a run of the program leaves it."""
        place = self.scratch / name
        shutil.copytree(self.fresh.parent, place)
        library = Library(self.folder, place / "index.db")
        with indexer(self.folder, library.index) as made:
            made.first()
        return library

    def is_right(self, library: Library) -> bool:
        return differences_from(self.fresh, library.index, self.scratch / "compared") == []


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    warm_up()
    chance = random.Random(1)  # noqa: S311 - the same every time
    folder = tmp_path_factory.mktemp("library").resolve()
    for number in range(20):
        kinds = chance.choices(["apple", "新闻", "Kiew"], k=120)
        words = " ".join(f"{kind}{chance.randrange(500)}" for kind in kinds)
        day = f"20{20 + number % 3}-0{1 + number % 9}-11T10:00:00Z"
        text = post(f"Title {number}", words, date=day, tags=f"[t{number % 7}, a/b{number % 3}]")
        write(folder, f"{number % 5}/{number}.md", text)
    write(folder, "odd.md", "---\ntitle: [\n---\n")
    write(folder, "page.html", "<p>no post</p>")
    for file in folder.rglob("*.*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    scratch = tmp_path_factory.mktemp("scratch")
    return Sound(folder, fresh_index(folder, scratch), scratch)


def test_an_index_damaged_between_two_runs(sound: Sound, full: bool) -> None:
    unnoticed = Counter[str]()
    for seed in range(COUNT // 2 if full else len(WHILE_CLOSED)):
        corrupt = WHILE_CLOSED[seed % len(WHILE_CLOSED)]
        with named(corrupt, seed):
            library = sound.copied("closed")
            corrupt(library.index, random.Random(seed))  # noqa: S311
            ask_everything(library)
            index_once(library.folder, library.index)
            unnoticed[corrupt.__name__] += not is_mended(sound, library)
            ask_everything(library)
            shutil.rmtree(library.index.parent)
    report(unnoticed)


def test_an_index_damaged_while_it_is_open(sound: Sound, full: bool) -> None:
    unnoticed = Counter[str]()
    for seed in range(COUNT // 2 if full else len(WHILE_OPEN)):
        corrupt = WHILE_OPEN[seed % len(WHILE_OPEN)]
        with named(corrupt, seed):
            library = sound.copied("open")
            catalog = Catalog(library.index, None, library.folder)
            with indexer(library.folder, library.index) as made:
                made.first()
                ask(catalog)
                corrupt(library.index, random.Random(seed))  # noqa: S311
                with suppress(BroadsheetError):
                    ask(catalog)
                made.look(None)  # as the indexer does within two seconds of such a change
                unnoticed[corrupt.__name__] += not is_mended(sound, library)
            catalog.close()
            ask_everything(library)
            shutil.rmtree(library.index.parent)
    report(unnoticed)


@pytest.mark.parametrize("corrupt", [flip_many, no_database])
def test_the_indexer_of_a_window_mends_its_index_by_itself(
    sound: Sound, tmp_path: Path, corrupt: Corruption
) -> None:
    index = Profile.under(tmp_path).index_path(sound.folder)
    with Indexing(tmp_path, sound.folder) as indexing:
        indexing.wait("done")
        corrupt(index, random.Random(5))  # noqa: S311
        indexing.wait("done")
        assert indexing.complaints == ""
    assert sound.is_right(Library(sound.folder, index))


def test_what_only_a_reader_could_meet_is_begun_anew_once(sound: Sound, tmp_path: Path) -> None:
    index = Profile.under(tmp_path).index_path(sound.folder)
    with Indexing(tmp_path, sound.folder) as indexing:
        indexing.wait("done")
        spoil_texts(index)
        first = index.stat().st_ino
        indexing.say(f"doubt {first}")
        indexing.wait("done")
        assert sound.is_right(Library(sound.folder, index))
        spoil_texts(index)
        indexing.say(f"doubt {first}")  # as a reader says that has not heard of the new one
        indexing.say(f"doubt {index.stat().st_ino}")
        assert indexing.quiet(3) == []
        assert not sound.is_right(Library(sound.folder, index))
        assert indexing.complaints == ""


def spoil_texts(index: Path) -> None:
    connection = apsw.Connection(str(index))
    connection.execute("UPDATE texts SET text = x'00'")
    connection.close()


@contextmanager
def named(corrupt: Corruption, seed: int) -> Generator[None]:
    """Say with any failure what was done."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"after {corrupt.__name__} with seed {seed}")
        raise


def is_mended(sound: Sound, library: Library) -> bool:
    """Return whether the index is as a fresh one; if not, the doctor must say so."""
    assert len(list(library.index.parent.glob("index.db.*"))) <= 1
    if sound.is_right(library):
        return True
    assert differences(library, RUN, lambda done, total: None)
    return False


def report(unnoticed: Counter[str]) -> None:
    """Say how many changes of content no check of SQLite's could tell; others are mended."""
    print(f"noticed by nobody but the doctor: {dict(+unnoticed)}")
    assert not {each.__name__ for each in PLAIN} & (+unnoticed).keys()


def ask_everything(library: Library) -> None:
    """Ask as a window does that has just been started; an error may only be one of ours."""
    with suppress(BroadsheetError):
        catalog = Catalog(library.index, None, library.folder)
        try:
            ask(catalog)
        finally:
            catalog.close()


def ask(catalog: Catalog) -> None:
    listing = catalog.listing(Filter())
    catalog.counts(Filter())
    catalog.summaries(listing.ids, "apple1")
    for query in ("apple1*", "新", "tag:a", 'title:"Title 3"'):
        catalog.listing(Filter(query=query, sort=Sort.RELEVANCE))
    catalog.counts(Filter(facets=((Facet.TAG, ("t1",)),)))
    catalog.find("1/1.md")
    catalog.problems()
    catalog.linked_path("1/1.md", "1/6.md")


def _size(index: Path) -> int:
    return index.stat().st_size


def _put(index: Path, place: int, content: bytes) -> None:
    with index.open("r+b") as file:
        file.seek(place)
        file.write(content)
