"""What a key of Ctrl+K costs: python -m tests.bench.goto INDEX

Titles drawn by seed from an index are typed letter by letter, as their beginnings, as runs from
within, by the initials of their words and characters, by syllables, and with letters left out.
Times are the processor's, of the thread that searches; memory is what the titles add to a process.
"""

import argparse
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.library.catalog import Catalog
from reader.library.go_to import name_of
from reader.library.pinyin import initials, letters_of, syllables
from reader.library.title_search import Titles
from reader.library.values import Filter
from tests.bench.memory import held

_ABOVE_ALL = 2**62
_LONGEST = 10  # letters typed of one title


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("--titles", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    catalog = Catalog(asked.index, None, Path("/library"))
    catalog.counts(Filter())
    initials("中")  # the table is there once, whatever is learnt
    before, begun = held(), time.process_time()
    titles, steps = learnt(catalog)
    took, holds = time.process_time() - begun, held() - before
    print(
        f"| learning {len(titles):,} titles, and the longest step | {took:.1f} s, {steps:.0f} ms |"
    )
    print(f"| what they hold | {holds / 1e6:.0f} MB |")
    rows = catalog.titles(_ABOVE_ALL, len(titles))
    every: list[float] = []
    for name, words in typed_words([title for _, title in rows], asked.titles, asked.seed):
        times = keystrokes(titles, words)
        every += times
        print(f"| {name}, {len(times)} keys | {spread(times)} |")
    print(f"| all {len(every)} keys | {spread(every)} |")
    catalog.close()


def learnt(catalog: Catalog) -> tuple[Titles, float]:
    """Return all titles, and how many milliseconds the longest step of learning them took."""
    titles, longest = Titles(), 0.0
    below: int | None = _ABOVE_ALL
    while below is not None:
        begun = time.thread_time()
        below = titles.learn(catalog.titles, below)
        longest = max(longest, (time.thread_time() - begun) * 1000)
    return titles, longest


def keystrokes(titles: Titles, words: Sequence[str]) -> list[float]:
    """Return how many milliseconds each letter took."""
    times: list[float] = []
    for word in words:
        for end in range(1, len(word) + 1):
            begun = time.thread_time()
            titles.search(word[:end])
            times.append((time.thread_time() - begun) * 1000)
        titles.search("")  # nothing is known of what was typed before
    return times


def typed_words(titles: Sequence[str], count: int, seed: int) -> Iterator[tuple[str, list[str]]]:
    """Yield ways of typing with the words that are typed so."""
    choose = random.Random(seed)  # noqa: S311 - the same every time is the point
    chosen = [name_of(choose.choice(titles)) for _ in range(count)]
    yield "beginnings", [name[:_LONGEST] for name in chosen]
    yield "runs from within", [_within(name, choose)[:_LONGEST] for name in chosen]
    yield "initials", list(filter(None, map(_initials, chosen)))
    yield "syllables", list(filter(None, map(_sound, chosen)))
    yield "letters left out", [_gapped(name, choose)[:_LONGEST] for name in chosen]


def spread(times: Sequence[float]) -> str:
    """Return median, 95th percentile and maximum in words."""
    late = statistics.quantiles(times, n=20)[-1]
    return f"median {statistics.median(times):.0f} ms, p95 {late:.0f} ms, most {max(times):.0f} ms"


def _within(name: str, choose: random.Random) -> str:
    words = name.split()
    if len(words) > 2:
        return " ".join(words[choose.randrange(1, len(words)) :])
    return name[choose.randrange(len(name) // 2 + 1) :]


def _initials(name: str) -> str:
    return "".join(letters_of(code)[0] for code in initials(name))[:6]


def _sound(name: str) -> str:
    first = name[:2]
    found = [
        next((syllable for syllable, letters in syllables().items() if letter in letters), "")
        for letter in first
    ]
    return "".join(found) if all(found) else ""


def _gapped(name: str, choose: random.Random) -> str:
    letters = name.replace(" ", "")
    return "".join(letter for letter in letters if choose.random() < 0.7)


if __name__ == "__main__":
    main()
