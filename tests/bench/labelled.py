"""What a person calls the article in 60 posts of the sample, and how near Broadsheet comes.

`tests/data/kept/labels.toml` holds the judgement, made by reading each post untouched: which
passages are not the article, and which caption is whose. It names them by their first words
only; the posts themselves stay where `BROADSHEET_CORPUS` says.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import cast

from selectolax.lexbor import LexborHTMLParser

from reader.posts.post import Post

LABELS = Path(__file__).parents[1] / "data" / "kept" / "labels.toml"
COUNT = 60
SEED = 1

_UNSEEN = "script, style, template, noscript, title"
_REST = r"(?:\s[^>\"]*+(?:\"[^\"]*+\"[^>\"]*+)*+)?>"
_BLOCK = re.compile(
    r"</?(?:article|aside|blockquote|br|center|dd|details|div|dl|dt|figcaption|figure|footer|form|"
    rf"h[1-6]|header|hr|iframe|img|li|main|nav|ol|p|pre|section|table|td|th|tr|ul){_REST}"
)
_TAG = re.compile(rf"<!--.*?-->|</?[a-z][^\s>]*+{_REST}", re.DOTALL)
_LINKED_TITLE = re.compile(r"\s*(?:<!--[^<>]*-->\s*)?\[.+\]\(https?://\S+\)\n-+\n")
_NOT_LETTERS = re.compile(r"[\W_]+")
_TO_THE_END = " …"  # after a passage's first words: it and everything after it


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's own words: the whole blocks of the post that say them."""

    picture: str  # what its address holds
    text: str
    credit: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The judgement on one post."""

    post: str  # how its file's name begins
    chrome: tuple[str, ...]
    either: tuple[str, ...]
    captions: tuple[tuple[str, str, str], ...]
    no_article_pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A post taken apart as its labels say."""

    article: tuple[str, ...]  # blocks of text
    chrome: tuple[str, ...]
    either: tuple[str, ...]  # as well kept as dropped
    captions: tuple[Caption, ...]


def letters(text: str) -> str:
    """Return what counts of a text: no space, no punctuation, no case."""
    return _NOT_LETTERS.sub("", text).casefold()


def all_labels() -> tuple[Labels, ...]:
    """Return the labels of every labelled post, in the order of the draw."""
    tables = tomllib.loads(LABELS.read_text(encoding="utf-8"))["post"]
    return tuple(_labels(table) for table in cast("Sequence[Mapping[str, object]]", tables))


def _labels(table: Mapping[str, object]) -> Labels:
    def strings(name: str) -> tuple[str, ...]:
        return tuple(cast("Sequence[str]", table.get(name, ())))

    captions = cast("Mapping[str, str | tuple[str, str]]", table.get("captions", {}))
    pairs = {name: (said, "") if isinstance(said, str) else said for name, said in captions.items()}
    return Labels(
        post=str(table["post"]),
        chrome=strings("chrome"),
        either=strings("either"),
        captions=tuple((name, said, credit) for name, (said, credit) in pairs.items()),
        no_article_pictures=strings("chrome_pictures"),
    )


def blocks_of(post: Post) -> Iterator[str]:
    """Yield the text of the untouched post, block by block, without the linked title on top."""
    linked = _LINKED_TITLE.match(post.body)
    return blocks_in(post.body[linked.end() if linked else 0 :])


def blocks_in(markup: str, without: str = "") -> Iterator[str]:
    """Yield the text of `markup`, block by block, but for what the selector `without` names."""
    tree = LexborHTMLParser("<body>" + markup)
    for node in tree.css(", ".join(filter(None, (_UNSEEN, without)))):
        node.decompose(recursive=False)
    assert tree.body is not None
    for piece in _BLOCK.split(tree.body.inner_html or ""):
        if letters(text := unescape(_TAG.sub("", piece))):
            yield " ".join(text.split())


def judged(post: Post, labels: Labels) -> Judged:
    """Return the post's blocks sorted as the labels say.

    The title at the top is not the article's text, whether a label says so or not. Raises
    ValueError where a label names no block of the post.
    """
    blocks = list(blocks_of(post))
    chrome = set(_named(blocks, labels.chrome))
    chrome |= {at for at in range(min(6, len(blocks))) if _same(blocks[at], post.head.title)}
    either = set(_named(blocks, labels.either))
    return Judged(
        article=tuple(text for at, text in enumerate(blocks) if at not in chrome | either),
        chrome=tuple(blocks[at] for at in sorted(chrome)),
        either=tuple(blocks[at] for at in sorted(either)),
        captions=tuple(
            Caption(picture, _first(blocks, said), _first(blocks, credit))
            for picture, said, credit in labels.captions
        ),
    )


def _named(blocks: Sequence[str], passages: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the blocks that are one of the passages, or else begin like it."""
    said = [letters(text) for text in blocks]
    for passage in passages:
        words = letters(passage.removesuffix(_TO_THE_END))
        found = [at for at, text in enumerate(said) if text == words]
        found = found or [at for at, text in enumerate(said) if text.startswith(words)]
        if not found:
            raise ValueError(f"no block begins with {passage!r}")
        yield from range(found[0], len(blocks)) if passage.endswith(_TO_THE_END) else found


def _first(blocks: Sequence[str], words: str) -> str:
    return blocks[next(_named(blocks, [words]))] if words else ""


def _same(one: str, other: str) -> bool:
    return letters(one) == letters(other)
