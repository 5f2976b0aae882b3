"""Whatever happens to files, nothing counts as read that was not, and what was read stays so.

The test knows which post is which. Files are created, edited, renamed, moved, deleted, restored,
copied, scraped again and swapped at random, and looked at in one go or in pieces, while the
window is open or was closed. A post that cannot be told from another by anybody, because both
had the same bytes when one of them went, may have the state of either.
"""

import os
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from reader.library import state as state_module
from reader.library.state import ReadingState
from reader.library.state_matching import SAVING, YOUNG
from reader.library.values import PostState
from tests.helpers.libraries import post
from tests.helpers.looked_at import LookedAt

FOLDERS = ["", "a/", "b/", "a/c/"]
READ = PostState(read=True)
chances = st.integers(0, 10**6)


@dataclass(frozen=True, slots=True)
class File:
    """What lies at a path: which post it is, and its bytes."""

    post: int
    text: str
    url: str | None


@dataclass
class Truth:
    """What the user did, and which posts may be taken for one another."""

    read: set[int] = field(default_factory=set[int])
    alike: dict[int, set[int]] = field(default_factory=lambda: defaultdict[int, set[int]](set))

    def may_be_read(self, number: int) -> bool:
        return bool(({number} | self.alike[number]) & self.read)

    def mix(self, posts: set[int]) -> None:
        for number in posts:
            self.alike[number] |= posts


class Following(RuleBasedStateMachine):
    """A folder, its index, and what was read of it."""

    def __init__(self) -> None:
        super().__init__()
        self.place = TemporaryDirectory()
        root = Path(self.place.name)
        self.folder = root / "library"
        self.folder.mkdir()
        self.now = 10**12
        self.mtime = 10**9
        self.real_now = state_module.now
        state_module.now = lambda: self.now
        self.files: dict[str, File] = {}
        self.trash: list[tuple[str, File]] = []
        self.truth = Truth()
        self.posts = 0
        self.names = 0
        self.dirty: set[str] = set()  # changed since the last look
        self.settled: dict[str, File] = {}  # what the last whole look found
        self.touched: list[int] = []  # posts something happened to since then
        self.held: defaultdict[str, list[File]] = defaultdict(list)  # what was at a path since then
        self.missed: dict[str, int] = {}  # when a path was first found empty
        self.lost: set[int] = set()  # posts whose state nobody could follow
        self.library = LookedAt(self.folder, root / "index.db")
        self.library.first()
        self.state = ReadingState(root / "state.db", self.folder, self.library.index)
        self.settle()

    # What happens to files

    def put(self, path: str, file: File | None) -> None:
        where = self.folder / path
        self.touched += [found.post for found in (self.files.get(path), file) if found]
        self.held[path] += [found for found in (self.files.get(path),) if found]
        if file is None:
            where.unlink()
            del self.files[path]
        else:
            where.parent.mkdir(parents=True, exist_ok=True)
            where.write_text(file.text, "utf-8")
            self.mtime += 1
            os.utime(where, (self.mtime, self.mtime))
            self.files[path] = file
        self.dirty.add(path)

    def some(self, chance: int) -> str:
        return sorted(self.files)[chance % len(self.files)]

    def new_path(self, chance: int) -> str:
        self.names += 1
        return f"{FOLDERS[chance % len(FOLDERS)]}n{self.names}.md"

    def write(self, number: int, url: str | None, words: str) -> File:
        fields = {"source_url": url} if url else {}
        return File(number, post(f"Post {number}", words, **fields), url)

    @initialize(count=st.integers(1, 4), chance=chances)
    def begin(self, count: int, chance: int) -> None:
        for number in range(count):
            self.create(chance + number, bool(number % 2))
        self.settle()

    @rule(chance=chances, has_url=st.booleans())
    def create(self, chance: int, has_url: bool) -> None:
        self.posts += 1
        url = f"https://news.example/{self.posts}" if has_url else None
        self.put(self.new_path(chance), self.write(self.posts, url, "first"))

    @precondition(lambda self: self.files)
    @rule(chance=chances)
    def edit(self, chance: int) -> None:
        path = self.some(chance)
        file = self.files[path]
        self.names += 1
        self.put(path, self.write(file.post, file.url, f"version {self.names}"))

    @precondition(lambda self: self.files)
    @rule(chance=chances, where=chances)
    def rename(self, chance: int, where: int) -> None:
        path = self.some(chance)
        file = self.files[path]
        self.put(path, None)
        self.put(self.new_path(where), file)

    @precondition(lambda self: self.files)
    @rule(chance=chances)
    def change_case(self, chance: int) -> None:
        path = self.some(chance)
        file = self.files[path]
        folder, slash, name = path.rpartition("/")
        if folder + slash + name.swapcase() not in self.files:
            self.put(path, None)
            self.put(folder + slash + name.swapcase(), file)

    @rule(source=st.sampled_from(FOLDERS[1:]), goal=st.sampled_from(["x/", "y/", "a/z/"]))
    def move_folder(self, source: str, goal: str) -> None:
        for path in sorted(path for path in self.files if path.startswith(source)):
            moved = goal + path.removeprefix(source)
            if moved not in self.files:
                file = self.files[path]
                self.put(path, None)
                self.put(moved, file)

    @precondition(lambda self: self.files)
    @rule(chance=chances)
    def delete(self, chance: int) -> None:
        path = self.some(chance)
        self.trash.append((path, self.files[path]))
        self.put(path, None)

    @precondition(lambda self: self.trash)
    @rule(chance=chances, elsewhere=st.booleans())
    def restore(self, chance: int, elsewhere: bool) -> None:
        path, file = self.trash.pop(chance % len(self.trash))
        if elsewhere or path in self.files:
            path = self.new_path(chance)
        self.put(path, file)

    @precondition(lambda self: self.files)
    @rule(chance=chances, where=chances)
    def copy(self, chance: int, where: int) -> None:
        self.posts += 1
        original = self.files[self.some(chance)]
        self.put(self.new_path(where), replace(original, post=self.posts))
        for other in self.everything():
            if other.text == original.text:  # nobody can tell of which it is a copy
                self.truth.mix({other.post, self.posts})

    @precondition(lambda self: self.files)
    @rule(chance=chances, where=chances)
    def scrape_again(self, chance: int, where: int) -> None:
        path = self.some(chance)
        file = self.files[path]
        self.names += 1
        self.put(path, None)
        self.put(self.new_path(where), self.write(file.post, file.url, f"again {self.names}"))
        if not self.tells(file):
            self.lost.add(file.post)

    @precondition(lambda self: len(self.files) > 1)
    @rule(one=chances, other=chances)
    def swap(self, one: int, other: int) -> None:
        first, second = self.some(one), self.some(other)
        files = self.files[first], self.files[second]
        self.put(first, files[1])
        self.put(second, files[0])

    @precondition(lambda self: self.files)
    @rule(chance=chances, has_url=st.booleans(), where=chances)
    def rename_and_replace(self, chance: int, has_url: bool, where: int) -> None:
        path = self.some(chance)
        self.put(self.new_path(where), self.files[path])
        self.posts += 1
        url = f"https://news.example/{self.posts}" if has_url else None
        self.put(path, self.write(self.posts, url, "instead"))

    # What the user does, and time

    @precondition(lambda self: self.files)
    @rule(chance=chances)
    def read(self, chance: int) -> None:
        self.settle()
        path = self.some(chance)
        self.state.change({path: READ})
        self.truth.read.add(self.files[path].post)
        self.lost.discard(self.files[path].post)

    @precondition(lambda self: self.missed)
    @rule(chance=chances)
    def take_a_place(self, chance: int) -> None:
        path = sorted(self.missed)[chance % len(self.missed)]
        if path not in self.files and self.now - self.missed[path] > SAVING:
            self.posts += 1
            self.put(path, self.write(self.posts, None, "another"))

    @rule(seconds=st.sampled_from([1, 5, 60, 2 * YOUNG // 1000]))
    def wait(self, seconds: int) -> None:
        if 1000 * seconds > min(YOUNG, SAVING):
            self.settle()
        self.now += 1000 * seconds
        if 1000 * seconds > YOUNG:
            self.truth.alike.clear()

    # When it is looked at

    @rule(chance=chances)
    def look_at_some(self, chance: int) -> None:
        some = [path for number, path in enumerate(sorted(self.dirty)) if chance >> number & 1]
        if some:
            self.dirty -= set(some)
            self.state.follow(self.library.index, self.library.look(some))

    @rule()
    def settle(self) -> None:
        self.blur()
        self.state.follow(self.library.index, self.library.look())
        self.settled_now()

    @rule()
    def reopen(self) -> None:
        """The window was closed while the last things happened."""
        self.blur()
        self.state.close()
        self.library.first()
        place = self.folder.parent / "state.db"
        self.state = ReadingState(place, self.folder, self.library.index)
        self.state.follow(self.library.index)
        self.settled_now()

    def settled_now(self) -> None:
        self.dirty.clear()
        self.touched.clear()
        self.held.clear()
        gone = {path for path, _ in self.trash} - self.files.keys()
        self.missed = {path: self.missed.get(path, self.now) for path in gone}
        self.settled = dict(self.files)
        shown = self.state.states_of(self.files)
        for path, file in self.files.items():
            if shown[path].read:
                assert self.truth.may_be_read(file.post), f"{path} was never read"
        for path, file in self.files.items():
            if file.post in self.truth.read and file.post not in self.lost and self.is_clear(file):
                assert shown[path].read, f"{path} was read"

    # What can be told apart

    def everything(self) -> list[File]:
        return [*self.files.values(), *self.settled.values(), *(file for _, file in self.trash)]

    def blur(self) -> None:
        """Note which posts nobody could tell apart, for they had the same bytes, or no name."""
        by_text: defaultdict[str, set[int]] = defaultdict(set)
        for file in self.everything():
            by_text[file.text].add(file.post)
        for posts in by_text.values():
            times = sum(post in posts for post in self.touched)
            if len(posts) > 1 and times > 2:  # a file that moves is touched twice
                self.truth.mix(posts)
            if len(posts) > 1 and times:
                self.lost |= posts
        before = {file.post: (path, file.text) for path, file in self.settled.items()}
        for path, file in self.files.items():
            was_at, had = before.get(file.post, (path, file.text))
            if was_at != path and had != file.text and not self.tells(file):
                self.lost.add(file.post)  # edited and moved at once
        texts = {file.text for file in self.files.values()}
        for path, held in self.held.items():
            for file in held:
                now = self.files.get(path)
                edited = now is not None and (file.url is None or now.url is None)
                if now and edited and file.post != now.post and file.text not in texts:
                    self.truth.mix({file.post, now.post})  # it looks like an edit
                    self.lost.add(file.post)

    def tells(self, file: File) -> bool:
        """Return whether the URL of a file names one post and no other."""
        posts = {other.post for other in self.everything() if other.url == file.url}
        return file.url is not None and len(posts) == 1

    def is_clear(self, file: File) -> bool:
        """Return whether nothing is like this file."""
        return all(
            other.post == file.post or other.text != file.text for other in self.everything()
        )

    @invariant()
    def the_folder_is_what_is_thought(self) -> None:
        assert all((self.folder / path).exists() for path in self.files)

    def teardown(self) -> None:
        self.state.close()
        self.library.close()
        state_module.now = self.real_now
        self.place.cleanup()


TestFollowing = Following.TestCase
_MANY = 300 if os.environ.get("BROADSHEET_FAULTS") == "full" else 12
TestFollowing.settings = settings(max_examples=_MANY, stateful_step_count=20, deadline=None)
