"""Every title of a library, kept ready to be gone to by a few letters.

A key costs a few passes over the blocks of `title_blocks`: for beginnings, words, initials, runs
and scattered letters in turn. Only what they find is looked at in Python, and nothing is looked
for that could only be worse than what is found. What fits when a letter is added has fitted
before: where all that fitted is known, only that is looked at again.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.library import title_blocks as ways
from reader.library.go_to import Rank, Typed
from reader.library.pinyin import spoken
from reader.library.title_blocks import BLOCK, Block, Row, Sound, make_block, mark_of

_ENOUGH = 100  # lines that a way of looking finds at most
_MOST = 60  # titles answered
_FEW = 20  # below so many, scattered letters are looked for
_FEWEST_SCATTERED = 3  # letters of an alphabet: in so many titles two stand everywhere
_PATIENCE = 0.004  # seconds for scattered letters

Line = tuple[int, int]  # a block and a line in it


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A post whose title fits."""

    id: int
    rank: Rank


class Given(Exception):  # noqa: N818 - it is no error, and never shown
    """The search was given up: another is wanted."""


@dataclass(frozen=True, slots=True)
class _Past:
    """What was searched last, and all that fitted."""

    text: str
    lines: tuple[Line, ...]
    scattered: bool  # those with scattered letters among them


@dataclass(slots=True)
class _Search:
    """A search under way."""

    typed: Typed
    wanted: Callable[[], bool]
    found: dict[Line, None] = field(default_factory=dict[Line, None])
    complete: bool = True  # every line that fits is found,
    scattered: bool = False  # by scattered letters as well


class Titles:
    """Blocks of titles; see the module."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._past: _Past | None = None
        self.changes = 0  # how often something was learnt, or is gone

    def __len__(self) -> int:
        return sum(len(block.ids) for block in self._blocks)

    def learn(self, older: Callable[[int, int], Sequence[Row]], below: int) -> int | None:
        """Take in some titles of posts whose ids are below a number; return whence to go on.

        None: these were the last. `older` gives so many rows below an id, newest first. What is
        known already costs no more than being looked at.
        """
        blocks = self._blocks
        at = sum(1 for block in blocks if block.ids[0] >= below)
        rows = older(below, 2 * BLOCK if at < len(blocks) else BLOCK)
        until = at  # what is gone goes
        while until < len(blocks) and (not rows or blocks[until].ids[-1] > rows[0][0]):
            until += 1
        self._put(at, until, [])
        if not rows:
            return None
        old = blocks[at] if at < len(blocks) else None
        own = [row for row in rows if old is None or row[0] > old.ids[0]][:BLOCK]
        if old is not None and len(own) < BLOCK // 2:
            own = [row for row in rows if row[0] >= old.ids[-1]]
            if mark_of(own) != old.mark:
                self._put(at, at + 1, [make_block(own)])
        else:
            self._put(at, at, [make_block(own)])
        return own[-1][0]

    def _put(self, at: int, until: int, blocks: list[Block]) -> None:
        if at < until or blocks:
            self._blocks[at:until] = blocks
            self._past = None
            self.changes += 1

    def search(self, text: str, wanted: Callable[[], bool] = lambda: True) -> list[TitleHit]:
        """Return the titles that fit `text` best, equally good ones newest first.

        Raises:
            Given: `wanted`, which is asked now and then, said no.
        """
        search = _Search(Typed.of(text), wanted)
        if not search.typed.words:
            return []
        past, self._past = self._past, None
        if past is not None and search.typed.text.startswith(past.text):
            search.found = dict.fromkeys(past.lines)
            search.scattered = past.scattered
        else:
            self._look(search)
        fitting = self._fitting(search, search.found)
        if len(fitting) < _FEW and not search.scattered:
            known, search.found = search.found, {}
            self._look_scattered(search, known)
            fitting += self._fitting(search, search.found)
        fitting.sort()
        if search.complete:
            lines = tuple(line for _, line in fitting)
            self._past = _Past(search.typed.text, lines, search.scattered)
        best = [(rank, self._blocks[block].ids[line]) for rank, (block, line) in fitting[:_MOST]]
        return [TitleHit(post_id, rank) for rank, post_id in best]

    def _fitting(self, search: _Search, lines: Iterable[Line]) -> list[tuple[Rank, Line]]:
        fitting: list[tuple[Rank, Line]] = []
        for block, line in lines:
            match = search.typed.match(self._blocks[block].title(line))
            if match is not None:
                fitting.append((match.rank, (block, line)))
        return fitting

    def _look(self, search: _Search) -> None:
        """Find lines that fit, as far as they may be among the best: the best ways first."""
        text = search.typed.text
        many = self._pass(search, lambda block: ways.runs(block, text))
        runs = search.found
        if many:  # they are the newest, and maybe none of the best
            search.found = {}
            self._pass(search, lambda block: ways.beginnings(block, text))
        syllables = spoken(text) if text.isascii() and text.isalpha() else ()
        if syllables and len(search.found) < _MOST:
            first = re.compile(f"[{''.join({way[0] for way in syllables})}]")
            self._pass(search, lambda block: ways.spoken_beginnings(block, first, syllables))
        if many and len(search.found) < _MOST:
            self._pass(search, lambda block: ways.runs(block, f" {text}"))
        if text.isascii() and text.isalnum() and len(search.found) < _MOST:
            self._look_by_initials(search, ways.transcripts(text))
        search.found.update(runs)
        if len(search.typed.words) > 1 and len(search.found) < _MOST:
            self._pass(search, lambda block: ways.all_words(block, search.typed.words))
        search.complete &= len(search.found) < _MOST  # else some way was not gone

    def _look_by_initials(self, search: _Search, sounds: Sequence[Sound]) -> None:
        for at, sound in enumerate(sounds):
            if at and len(search.found) >= _FEW:
                search.complete = False
                return
            before = dict(search.found)
            if self._pass(search, lambda block, sound=sound: ways.runs_of_initials(block, sound)):
                runs, search.found = search.found, before  # those are the newest, as above
                self._pass(search, lambda block, sound=sound: ways.abbreviations(block, sound))
                search.found.update(runs)

    def _look_scattered(self, search: _Search, known: Iterable[Line]) -> None:
        """Look for letters in order as long as that is quick."""
        letters = search.typed.text.replace(" ", "")
        if letters.isascii() and len(letters) < _FEWEST_SCATTERED:
            return
        until = time.perf_counter() + _PATIENCE
        self._pass(search, lambda block: ways.scattered(block, letters, search.typed, until))
        search.scattered = time.perf_counter() < until
        search.complete &= search.scattered
        for line in known:
            search.found.pop(line, None)

    def _pass(self, search: _Search, lines: Callable[[Block], Iterator[int]]) -> bool:
        """Add the lines that one way of looking finds; return whether there are more than enough.

        Raises:
            Given: It is not wanted any more.
        """
        enough = len(search.found) + _ENOUGH
        for at, block in enumerate(self._blocks):
            if not search.wanted():
                raise Given
            for line in lines(block):
                search.found[at, line] = None
                if len(search.found) >= enough:
                    search.complete = False
                    return True
        return False
