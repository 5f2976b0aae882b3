"""What searches find, beside a plain scan: python -m tests.bench.search [FOLDER|corpus]

Queries are drawn by seed from what the articles show, and answered twice: by the index, as the
window asks it, and by looking through title, text, tags and authors of every post, folded as a
person would: case, accents, width, Simplified and Traditional. The two share no code but the
parsing of posts: text is taken from the rendered page by another parser.
"""

import argparse
import random
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment
from opencc import OpenCC

from reader.article.extract import extract
from reader.article.render import render_article
from reader.library.catalog import Catalog
from reader.library.values import Filter
from reader.posts.post import Post
from tests.bench.articles import files_in, parsed, sample
from tests.helpers.libraries import index_once

_CHINESE = "\u3400-\u4dbf\u4e00-\u9fff"
_BLOCKS = re.compile(
    "address|article|aside|blockquote|br|caption|d[dlt]|details|div|figcaption|figure|footer|h[1-6]"
    "|header|hr|li|main|ol|p|pre|section|summary|table|t[dhr]|ul"
)
_DASHES = str.maketrans(dict.fromkeys("‘’ʼ＇", "'") | dict.fromkeys("‐‑‒–", "-"))
_SHOWN = 12  # differences printed


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and what a person means by it."""

    query: str
    fits: Callable[[str], bool]  # of a post's folded text


@dataclass(frozen=True, slots=True)
class Difference:
    """How the index's answer differs from the scan's."""

    query: str
    wanted: int
    missing: tuple[str, ...]  # paths
    extra: tuple[str, ...]


def main() -> None:
    """Compare, and print a table in Markdown, and the differences."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", default="corpus")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="broadsheet-bench-") as scratch:
        place = Path(scratch)
        folder = sample(place) if asked.folder == "corpus" else Path(asked.folder)
        told = compared(folder.resolve(), place, asked.queries, asked.seed)
    wanted = sum(each.wanted for each in told)
    missing, extra = (sum(map(len, lists)) for lists in zip(*_lists(told), strict=True))
    print(f"| queries; posts found by a plain scan | {len(told)}; {wanted:,} |")
    print(f"| missing | {missing / max(wanted, 1):.2%} |")
    print(f"| extra | {extra / max(wanted, 1):.2%} |")
    worst = sorted(told, key=lambda each: -len(each.missing) - len(each.extra))
    for each in worst[:_SHOWN]:
        if each.missing or each.extra:
            print(
                f"{each.query!r}: {each.wanted} wanted;"
                f" missing {len(each.missing)} {each.missing[:2]},"
                f" extra {len(each.extra)} {each.extra[:2]}"
            )


def _lists(told: Sequence[Difference]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    yield (), ()
    for each in told:
        yield each.missing, each.extra


def compared(folder: Path, scratch: Path, queries: int, seed: int) -> list[Difference]:
    """Return, for each of so many queries, how the index of `folder` answers it."""
    index = scratch / "index.db"
    index_once(folder, index)
    posts = list(parsed(files_in(folder)))
    catalog = Catalog(index, None, folder)
    try:
        shown = {post.head.path: shown_text(post) for post in posts}
        scan = {path: folded(text) for path, text in shown.items()}
        told: list[Difference] = []
        for question in islice(questions(list(shown.values()), seed), queries):
            found = set(catalog.paths(catalog.listing(Filter(query=question.query)).ids))
            wanted = {path for path, text in scan.items() if question.fits(text)}
            missing, extra = sorted(wanted - found), sorted(found - wanted)
            told.append(Difference(question.query, len(wanted), tuple(missing), tuple(extra)))
        return told
    finally:
        catalog.close()


def shown_text(post: Post) -> str:
    """Return what the window shows of a post: title, article, tags, authors, each on its line."""
    head, harvested = post.head, extract(post)
    named = (*head.tags, *harvested.tags, *head.categories, *harvested.categories, *head.authors)
    return "\n".join((head.title, page_text(render_article(post).html), *named))


def page_text(html: str) -> str:
    """Return the text of a page: every block begins and ends a line, spaces run together."""
    pieces: list[str] = []

    def walk(tag: Tag) -> None:
        for child in tag.children:
            if isinstance(child, Tag):
                edge = "\n" if _BLOCKS.fullmatch(child.name) else ""
                pieces.append(edge)
                walk(child)
                pieces.append(edge)
            elif not isinstance(child, Comment):
                pieces.append(re.sub(r"\s+", " ", str(child)))

    walk(BeautifulSoup(html, "lxml"))
    return re.sub(r"[ \n]*\n[ \n]*", "\n", "".join(pieces)).strip()


def folded(text: str) -> str:
    """Return `text` as a person compares it."""
    plain = unicodedata.normalize("NFKD", text.translate(_DASHES)).casefold()
    bare = "".join(letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Cf"))
    return _simplified(unicodedata.normalize("NFC", bare).replace("ß", "ss"))


def _simplified(text: str) -> str:
    return _opencc().convert(text)


@cache
def _opencc() -> OpenCC:
    return OpenCC("t2s")


def contains(words: str, prefix: bool = False) -> Callable[[str], bool]:
    """Return whether folded text has these words: whole ones, and the last one's beginning."""
    pieces = folded(words).split()
    joined = r"[\W_]+".join(map(re.escape, pieces))
    before = r"(?<![^\W_])" if _is_latin(pieces[0][0]) else ""
    after = r"(?![^\W_])" if _is_latin(pieces[-1][-1]) and not prefix else ""
    # A word may stand beside Chinese without a space.
    letter = rf"[^\W_{_CHINESE}]"
    before, after = before.replace(r"[^\W_]", letter), after.replace(r"[^\W_]", letter)
    found = re.compile(before + joined + after)
    return lambda text: found.search(text) is not None


def _is_latin(letter: str) -> bool:
    return letter.isalnum() and not re.match(f"[{_CHINESE}]", letter)


def questions(texts: Sequence[str], seed: int) -> Iterator[Question]:
    """Yield queries of every kind in turn, in words that the texts hold."""
    draw = _Draw(texts, seed)
    while True:
        yield from map(draw.chinese, (1, 2, 4))
        yield from (draw.word(), draw.phrase(), draw.prefix())
        yield from (draw.both(), draw.one_without_another(), draw.either())


class _Draw:
    """Draws queries from texts, each text as likely as another."""

    def __init__(self, texts: Sequence[str], seed: int) -> None:
        self._choose = random.Random(seed)  # noqa: S311 - the same every time is the point
        self._texts = texts

    def chinese(self, length: int) -> Question:
        """Return a search for so many characters."""
        text = self._passage(rf"[{_CHINESE}]{{{length}}}")
        return Question(f'"{text}"', contains(text))

    def word(self) -> Question:
        """Return a search for a word of letters, whatever stands in it."""
        text = self._passage(r"[A-Za-zÀ-ɏ][\w'’.&-]*[A-Za-zÀ-ɏ\d]")
        return Question(f"{text} ", contains(text))

    def phrase(self) -> Question:
        """Return a search for two or three words in a row."""
        text = self._passage(r"[A-Za-zÀ-ɏ]+(?: [A-Za-zÀ-ɏ'’]+){1,2}\b")
        return Question(f'"{text}"', contains(text))

    def prefix(self) -> Question:
        """Return a search for words that begin with a few letters."""
        text = self._passage(r"\b[A-Za-z]{4,}")[: self._choose.randint(2, 4)]
        return Question(f"{text}* ", contains(text, prefix=True))

    def both(self) -> Question:
        """Return a search for two words."""
        one, other = self._term(), self._term()
        query = f"{one.query.strip()} {other.query}"
        return Question(query, lambda text: one.fits(text) and other.fits(text))

    def one_without_another(self) -> Question:
        """Return a search for a word without another one."""
        one, other = self._term(), self._term()
        query = f"{one.query.strip()} -{other.query}"
        return Question(query, lambda text: one.fits(text) and not other.fits(text))

    def either(self) -> Question:
        """Return a search for one of two words."""
        one, other = self._term(), self._term()
        query = f"{one.query.strip()} OR {other.query}"
        return Question(query, lambda text: one.fits(text) or other.fits(text))

    def _term(self) -> Question:
        return self._choose.choice((self.word, self.word, lambda: self.chinese(2)))()

    def _passage(self, pattern: str) -> str:
        while True:
            found = re.findall(pattern, self._choose.choice(self._texts))
            if found:
                return self._choose.choice(found)


if __name__ == "__main__":
    main()
