"""Which state goes to which post: the decision alone, from what is known of both.

A state belongs to a post, not to a path. What tells that a post is the same one, the surest
first: its content; the URL it came from; that it stands where it stood. So a state

- stays where the content is the same, or the URL is, or where nothing speaks against an edit;
- leaves where the file is gone, or where another post has come to its path: one with another
  URL, or with content that is known from elsewhere;
- goes on at the post that has its content, else at the only one that has its URL;
- waits, where there is no such post, or where there are several and nothing tells which.

Posts of the same content are told apart by where they lie: by the longest common end of their
paths, else by their folder. A state never goes to a post that was there before beside its own.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto

YOUNG = 600_000  # ms in which a copy and the loss of its original are one move, in two pieces
SAVING = 10_000  # ms for which a file may be gone while an editor saves it


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the index has it."""

    path: str
    content_hash: bytes
    url_key: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A state whose post is gone, or back, or not what it was."""

    path: str
    content_hash: bytes | None
    url_key: str | None  # None also where it tells nothing: others have it, or a whole site
    former_hash: bytes | None  # before an edit that may have been none; while that is young
    gone_for: int | None  # ms since it was first missed; None: it was there at the last look
    values: tuple[int, int, float]  # read, starred, position
    revision: int
    here: Post | None  # what is at its path now
    here_is_known: bool = False  # another state has the content that is at its path now
    is_fresh: bool = False  # untouched: a copy that came a moment ago


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of each mark."""

    moved: dict[str, Post] = field(default_factory=dict[str, Post])  # by the path it leaves
    stays: list[Mark] = field(default_factory=list[Mark])
    edited: list[Mark] = field(default_factory=list[Mark])  # as far as can be told yet
    displaced: list[Mark] = field(default_factory=list[Mark])  # another post is at its path
    gone: list[Mark] = field(default_factory=list[Mark])
    left: list[Mark] = field(default_factory=list[Mark])  # those of `moved` that leave a post


class _Fate(Enum):
    STAYS = auto()
    LEAVES = auto()
    MAY_LEAVE = auto()  # if its content is found elsewhere; else it was edited


def decide(
    marks: Collection[Mark], free: Iterable[Post], lone: Collection[str | bytes]
) -> Decision:
    """Return where each state goes on.

    `free` are posts that have no state of their own and are new, as far as is known; the places
    that states leave are free besides. `lone` are the URLs that one post and one state have, and
    the former contents that one post has.
    """
    fates = {mark.path: _fate(mark) for mark in marks}
    leaving = [mark for mark in marks if fates[mark.path] is _Fate.LEAVES and not mark.is_fresh]
    doubtful = [mark for mark in marks if fates[mark.path] is _Fate.MAY_LEAVE]
    staying = [
        mark for mark in marks if fates[mark.path] is _Fate.STAYS and mark.former_hash in lone
    ]
    places = [mark.here for mark in marks if mark.here and fates[mark.path] is _Fate.LEAVES]
    matching = _Matching({post.path: post for post in (*free, *places)})
    found = matching.contents()
    matching.by_content(leaving, _content)
    matching.by_content(leaving, _former)
    matching.by_url(leaving, lone)
    matching.by_content(doubtful, _content)
    matching.by_content(doubtful, _former)
    matching.by_content(staying, _former)
    return _sorted_out(marks, fates, matching.moved, found)


def _sorted_out(
    marks: Iterable[Mark], fates: dict[str, _Fate], moved: dict[str, Post], found: set[bytes]
) -> Decision:
    """Return what becomes of each; what was `found` elsewhere has not been edited."""
    decision = Decision(moved)
    for mark in marks:
        if mark.path in moved:
            if mark.here is not None:
                decision.left.append(mark)
            continue
        if fates[mark.path] is _Fate.STAYS:
            decision.stays.append(mark)
        elif fates[mark.path] is _Fate.MAY_LEAVE and mark.content_hash not in found:
            decision.edited.append(mark)
        elif mark.here is not None:
            decision.displaced.append(mark)
        else:
            decision.gone.append(mark)
    return decision


def _fate(mark: Mark) -> _Fate:
    here = mark.here
    if here is None:
        return _Fate.LEAVES
    if here.content_hash == mark.content_hash:
        return _Fate.STAYS
    if mark.url_key is not None and here.url_key is not None:
        return _Fate.STAYS if here.url_key == mark.url_key else _Fate.LEAVES
    was_so = here.content_hash == mark.former_hash  # the edit was taken back
    long_gone = mark.gone_for is not None and not 0 <= mark.gone_for <= SAVING
    if mark.here_is_known or (long_gone and not was_so):
        return _Fate.LEAVES
    return _Fate.STAYS if was_so or mark.content_hash is None else _Fate.MAY_LEAVE


class _Matching:
    """Pairs of states and the posts they go on at, found one kind of evidence after another."""

    def __init__(self, free: dict[str, Post]) -> None:
        self.moved: dict[str, Post] = {}
        self._free = free

    def by_content(self, marks: Iterable[Mark], content: Callable[[Mark], bytes | None]) -> None:
        sources: defaultdict[bytes, list[Mark]] = defaultdict(list)
        for mark in marks:
            wanted = content(mark)
            if wanted is not None and mark.path not in self.moved:
                sources[wanted].append(mark)
        targets: defaultdict[bytes, list[Post]] = defaultdict(list)
        for post in self._free.values():
            targets[post.content_hash].append(post)
        for wanted, same in sources.items():
            if wanted in targets:
                self._pair(same, targets[wanted])

    def by_url(self, marks: Iterable[Mark], lone: Collection[str | bytes]) -> None:
        targets = {post.url_key: post for post in self._free.values()}
        for mark in marks:
            if mark.path not in self.moved and mark.url_key in lone:
                post = targets.get(mark.url_key)
                if post is not None and post.path in self._free:
                    self._take(mark, post)

    def contents(self) -> set[bytes]:
        """Return the content of the posts at which no state goes on yet."""
        return {post.content_hash for post in self._free.values()}

    def _pair(self, marks: list[Mark], posts: list[Post]) -> None:
        """Pair what has the same content, as far as it is clear which is which."""
        if len(marks) == 1 and len(posts) == 1:
            self._take(marks[0], posts[0])
            return
        deepest = max(post.path.count("/") for post in posts) + 1
        for depth in range(deepest, 0, -1):
            self._pair_by(lambda path, depth=depth: _end(path, depth), marks, posts)
        self._pair_by(_folder, marks, posts)
        left = sorted(
            (mark for mark in marks if mark.path not in self.moved), key=lambda m: -m.revision
        )
        open_ = sorted((post for post in posts if post.path in self._free), key=lambda p: p.path)
        if len({mark.values for mark in left}) == 1 and len(open_) <= len(left):
            for mark, post in zip(left, open_, strict=False):  # whichever: they are alike
                self._take(mark, post)

    def _pair_by(
        self, place: Callable[[str], Hashable], marks: list[Mark], posts: list[Post]
    ) -> None:
        """Pair a state and a post where each is the only one of its place."""
        marks_at: defaultdict[Hashable, list[Mark]] = defaultdict(list)
        posts_at: defaultdict[Hashable, list[Post]] = defaultdict(list)
        for mark in marks:
            if mark.path not in self.moved:
                marks_at[place(mark.path)].append(mark)
        for post in posts:
            if post.path in self._free:
                posts_at[place(post.path)].append(post)
        for key, here in marks_at.items():
            if len(here) == 1 and len(posts_at[key]) == 1:
                self._take(here[0], posts_at[key][0])

    def _take(self, mark: Mark, post: Post) -> None:
        self.moved[mark.path] = post
        del self._free[post.path]


def _content(mark: Mark) -> bytes | None:
    return mark.content_hash


def _former(mark: Mark) -> bytes | None:
    return mark.former_hash


def _end(path: str, depth: int) -> tuple[str, ...]:
    return tuple(path.casefold().split("/")[-depth:])


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
