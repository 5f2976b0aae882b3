"""Titles in blocks, and the ways to look through one: all of them passes of C code.

A block holds some thousand titles, newest first, folded, a line each; beside them a byte for
each initial. Each way yields the lines that it finds, by number, newest first.
"""

import re
import time
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.library.folding import composed, fold
from reader.library.go_to import Typed
from reader.library.pinyin import codes_of, initials, letters_of

BLOCK = 1024  # titles: learning one holds the window up for no longer than a frame
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Row = tuple[int, str]  # a post's id and title
Sound = tuple[bytes, bytes]  # a table over `Block.initials`, and what is then looked for


@dataclass(frozen=True, slots=True)
class Block:
    """Some titles, newest first."""

    mark: int  # what tells whether the same titles are still the same
    ids: "array[int]"
    text: str  # folded; a line's end before each title, and after the last
    starts: "array[int]"  # of each title in `text`
    initials: bytes  # the same by `reader.library.pinyin.initials`
    initial_starts: "array[int]"
    firsts: str  # the first character of each title
    holding: tuple[int, ...]  # for each letter, a bit for each title with it

    def title(self, line: int) -> str:
        """Return a title, folded."""
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[line] : end - 1]

    def line_at(self, place: int) -> int:
        """Return the line of a place in `text`."""
        return bisect_right(self.starts, place) - 1

    def initial_line_at(self, place: int) -> int:
        """Return the line of a place in `initials`."""
        return bisect_right(self.initial_starts, place) - 1


def make_block(rows: Sequence[Row]) -> Block:
    """Return a block of `rows`, newest first; there must be one at least."""
    joined = "\n".join(title.replace("\n", " ") for _, title in rows)
    text = f"\n{fold(composed(joined))}\n"
    lines = text[1:-1].split("\n")
    code = initials(text)
    holding = tuple(
        int("".join(["1" if letter in line else "0" for line in reversed(lines)]), 2)
        for letter in _LETTERS
    )
    return Block(
        mark=mark_of(rows),
        ids=array("q", [post_id for post_id, _ in rows]),
        text=text,
        starts=_line_starts(lines),
        initials=code,
        initial_starts=_line_starts(code[1:-1].split(b"\n")),
        firsts="".join([line[:1] or " " for line in lines]),
        holding=holding,
    )


def mark_of(rows: Sequence[Row]) -> int:
    """Return what tells a block of these rows from one of others, in this process."""
    return hash(tuple(rows))


def runs(block: Block, run: str) -> Iterator[int]:
    """Yield the lines with `run` in them."""
    if not _lines_holding(block, run):
        return
    text, starts = block.text, block.starts
    last, at = len(starts) - 1, text.find(run)
    while at >= 0:
        line = block.line_at(at)
        yield line
        if line == last:
            return
        at = text.find(run, starts[line + 1])


def beginnings(block: Block, run: str) -> Iterator[int]:
    """Yield the lines that begin with `run`."""
    firsts = block.firsts
    line = firsts.find(run[0])
    while line >= 0:
        if block.text.startswith(run, block.starts[line]):
            yield line
        line = firsts.find(run[0], line + 1)


def spoken_beginnings(
    block: Block, first: re.Pattern[str], ways: Sequence[tuple[str, ...]]
) -> Iterator[int]:
    """Yield the lines that begin with characters of each of the syllables, of one of the ways.

    `first` finds what any of them begins with.
    """
    text, starts = block.text, block.starts
    for found in first.finditer(block.firsts):
        line = found.start()
        start = starts[line]
        for way in ways:  # a line's end is in none
            if all(map(str.__contains__, way, text[start : start + len(way)])):
                yield line
                break


def runs_of_initials(block: Block, sound: Sound) -> Iterator[int]:
    """Yield the lines with such a run of initials."""
    (table, run), starts = sound, block.initial_starts
    code, last = block.initials.translate(table), len(starts) - 1
    at = code.find(run)
    while at >= 0:
        line = block.initial_line_at(at)
        yield line
        if line == last:
            return
        at = code.find(run, starts[line + 1])


def abbreviations(block: Block, sound: Sound) -> Iterator[int]:
    """Yield the lines whose initials begin so."""
    (table, run), starts = sound, block.initial_starts
    code, last = block.initials.translate(table), len(starts) - 1
    at = code.find(b"\n" + run)
    while at >= 0:
        line = block.initial_line_at(at + 1)
        yield line
        if line == last:
            return
        at = code.find(b"\n" + run, starts[line + 1] - 1)


def all_words(block: Block, words: Sequence[str]) -> Iterator[int]:
    """Yield the lines that may hold all of the words, in whatever way."""
    driver = max(words, key=len)
    others = [word for word in words if word is not driver]
    sounds = {word: transcripts(word) for word in words if word.isascii() and word.isalnum()}
    lines = dict.fromkeys(runs(block, driver))
    if driver in sounds:
        for sound in sounds[driver]:
            lines.update(dict.fromkeys(runs_of_initials(block, sound)))
    for line in lines:
        title = block.title(line)
        if all(
            word in title or _has_initials(block, line, sounds.get(word, ())) for word in others
        ):
            yield line


def scattered(block: Block, letters: str, typed: Typed, until: float) -> Iterator[int]:
    """Yield the lines with these letters in order, as far as there is time `until` then."""
    bits = _lines_holding(block, letters)
    for line in _lines_in_order(block, letters) if not letters.isascii() else _numbers(bits):
        if time.perf_counter() > until:
            return
        title = block.title(line)
        if _in_order(title, letters) and typed.match(title) is not None:
            yield line


def _lines_holding(block: Block, letters: str) -> int:
    """Return a bit for each line that has each of these letters, as far as they are a to z."""
    bits = (1 << len(block.ids)) - 1
    for letter in set(letters).intersection(_LETTERS):
        bits &= block.holding[ord(letter) - ord("a")]
    return bits


def _lines_in_order(block: Block, letters: str) -> Iterator[int]:
    """Yield the lines with letters in order: quick where the first of them is seldom."""
    pattern = re.compile("[^\n]*?".join(map(re.escape, letters)))
    for found in pattern.finditer(block.text):
        yield block.line_at(found.start())


def _numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set."""
    number = -1
    while bits:
        skip = (bits & -bits).bit_length()
        bits >>= skip
        number += skip
        yield number


def _in_order(title: str, letters: str) -> bool:
    at = -1
    for letter in letters:
        at = title.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _has_initials(block: Block, line: int, sounds: Sequence[Sound]) -> bool:
    starts, code = block.initial_starts, block.initials
    end = starts[line + 1] if line + 1 < len(starts) else len(code)
    own = code[starts[line] : end]
    return any(run in own.translate(table) for table, run in sounds)


def transcripts(letters: str) -> list[Sound]:
    """Return tables that write initials in the letters typed, each with what is looked for then.

    A character of several initials is written as the one that is typed. Where two of them are,
    there is a table for each; a mixture of both is as rare as can be, and not found.
    """
    typed = set(letters)
    tables = [bytearray(range(256)), bytearray(range(256))]
    for letter in typed:
        for code in codes_of(letter):
            meant = sorted(typed.intersection(letters_of(code)))
            tables[0][code], tables[1][code] = ord(meant[0]), ord(meant[-1])
    different = tables[: 1 + (tables[0] != tables[1])]
    return [(bytes(table), letters.encode()) for table in different]


def _line_starts(lines: Sequence[str] | Sequence[bytes]) -> "array[int]":
    starts, at = array("I"), 1
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return starts
