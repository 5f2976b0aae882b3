"""How much of the article is kept, and how much else: python -m tests.bench.kept [--show]

Renders the labelled posts of the sample (`tests/bench/labelled.py`) and prints a table in
Markdown: of the article's text the share kept, of the article shown the share that is not the
article's own, and what became of captions and pictures.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from reader.article.render import render_article
from reader.article.urls import host
from reader.article.values import Article
from reader.posts.post import Post
from tests.bench.labelled import (
    COUNT,
    SEED,
    Caption,
    Judged,
    Labels,
    all_labels,
    blocks_in,
    judged,
    letters,
)
from tests.helpers.sample import drawn, sample

_CARDS = "[class*=card], [class*=embed]"  # what stands for a video says so in our words
_SENTENCE = re.compile(r"(?<=[。！？!?；;])|(?<=\.)\s|\s(?=\|)")
_NOSCRIPT = re.compile(r"<noscript.*?</noscript>", re.DOTALL)
_PICTURE = re.compile(r"<img\s[^>]*>")
_ADDRESS = re.compile(r"(?:data-lazy-src|data-src|\ssrc)=\"([^\"]+)\"")
_CREDIT = re.compile(r"<small class=\"credit\">(.*?)</small>", re.DOTALL)
_MOSTLY = 0.9  # of a block, to count as kept


@dataclass(slots=True)
class Score:
    """What became of one post, or of many."""

    article: int = 0  # letters
    kept: int = 0
    shown: int = 0
    chrome: int = 0
    blocks: int = 0
    blocks_kept: int = 0
    captions: Counter[str] = field(default_factory=Counter[str])
    pictures: Counter[str] = field(default_factory=Counter[str])
    faults: list[str] = field(default_factory=list[str])

    def add(self, other: "Score") -> None:
        """Add what became of another post."""
        for name in ("article", "kept", "shown", "chrome", "blocks", "blocks_kept"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.captions.update(other.captions)
        self.pictures.update(other.pictures)
        self.faults += other.faults

    @property
    def recall(self) -> float:
        """The share of the article's letters that is shown."""
        return self.kept / self.article if self.article else 1.0

    @property
    def chrome_share(self) -> float:
        """The share of what is shown that is not the article's own."""
        return self.chrome / self.shown if self.shown else 0.0


def scores() -> dict[str, Score]:
    """Return the score of each site."""
    posts = drawn(sample(), COUNT, SEED)
    found: dict[str, Score] = {}
    for post, labels in zip(posts, all_labels(), strict=True):
        site = found.setdefault(host(post.head.source_url), Score())
        site.add(score(post, labels))
    return found


def score(post: Post, labels: Labels) -> Score:
    """Render the post and return what became of it."""
    article = render_article(post)
    parts = judged(post, labels)
    result = Score()
    _score_text(result, list(blocks_in(article.html, _CARDS)), parts)
    _score_captions(result, article, parts)
    _score_pictures(result, article, post, labels)
    result.faults = [f"{labels.post}: {fault}" for fault in result.faults]
    return result


def _score_text(result: Score, shown: Sequence[str], parts: Judged) -> None:
    wanted = _Wanted(parts.article)
    either = "".join(map(letters, parts.either))
    own = set(map(letters, parts.article))
    chrome = set(map(letters, parts.chrome)) - own
    for block in shown:
        whole = letters(block) in chrome or wanted.has(letters(block))
        for piece in [block] if whole else _SENTENCE.split(block):
            said = letters(piece)
            if not said or said in either:
                continue
            result.shown += len(said)
            if said in chrome or not wanted.take(said):
                result.chrome += len(said)
                result.faults.append(f"shown  {_brief(piece)}")
    for block, share in wanted.shares():
        result.blocks += 1
        result.blocks_kept += share >= _MOSTLY
        if share < 1:
            result.faults.append(f"lost   {1 - share:.0%} of {_brief(block)}")
    result.article += len(wanted.text)
    result.kept += sum(wanted.taken)


class _Wanted:
    """The article's letters, of which each may be shown once."""

    def __init__(self, blocks: Sequence[str]) -> None:
        self.blocks = blocks
        self.text = "".join(map(letters, blocks))
        self.taken = bytearray(len(self.text))
        self.after = 0

    def has(self, said: str) -> bool:
        return self._place(said) >= 0

    def take(self, said: str) -> bool:
        """Mark `said` as shown, the nearest behind the last; False where it is not wanted."""
        at = self._place(said)
        if at < 0:
            return False
        self.after = at + len(said)
        self.taken[at : self.after] = b"\1" * len(said)
        return True

    def _place(self, said: str) -> int:
        for start in (self.after, 0):
            at = self.text.find(said, start)
            while at >= 0 and any(self.taken[at : at + len(said)]):
                at = self.text.find(said, at + 1)
            if at >= 0:
                return at
        return -1

    def shares(self) -> Iterator[tuple[str, float]]:
        """Yield each block with the share of it that is shown."""
        at = 0
        for block in self.blocks:
            length = len(letters(block))
            yield block, sum(self.taken[at : at + length]) / length
            at += length


def _score_captions(result: Score, article: Article, parts: Judged) -> None:
    shown = Counter(letters(text) for text in blocks_in(article.html))
    set_apart = {letters(unescape(text)) for text in _CREDIT.findall(article.html)}
    for caption in parts.captions:
        found = [
            picture.caption
            for picture in article.pictures
            if caption.picture in unquote(picture.url)
        ]
        verdict = _verdict(caption, found)
        if verdict == "right" and shown[letters(caption.text)] > _written(caption, parts):
            verdict = "doubled"
        result.captions[verdict] += 1
        if caption.credit:
            result.captions["credits"] += 1
            result.captions["credits set apart"] += letters(caption.credit) in set_apart
        if verdict != "right":
            result.faults.append(f"{verdict} caption of {caption.picture}: {_brief(*found)}")
    for picture in article.pictures:
        if not picture.caption or letters(picture.caption) == letters(picture.alt):
            continue
        if not any(caption.picture in unquote(picture.url) for caption in parts.captions):
            result.captions["wrong"] += 1
            result.faults.append(f"not a caption: {_brief(picture.caption)}")


def _verdict(caption: Caption, found: Sequence[str]) -> str:
    wanted = {letters(caption.text + caption.credit), letters(caption.credit + caption.text)}
    if not any(found):
        return "missing"
    return "right" if any(letters(text) in wanted for text in found) else "wrong"


def _written(caption: Caption, parts: Judged) -> int:
    return max(1, sum(letters(text) == letters(caption.text) for text in parts.article))


def _score_pictures(result: Score, article: Article, post: Post, labels: Labels) -> None:
    shown = Counter(_name(picture.url) for picture in article.pictures)
    for tag in _PICTURE.findall(_NOSCRIPT.sub("", post.body)):
        address = _ADDRESS.search(tag)
        if address is None:
            continue
        url = unquote(unescape(address[1]))
        chrome = any(part in url for part in labels.no_article_pictures)
        kept = shown[_name(url)] > 0
        shown[_name(url)] -= kept
        result.pictures[("chrome " if chrome else "") + ("kept" if kept else "dropped")] += 1
        if kept is chrome:
            result.faults.append(f"{'kept' if kept else 'dropped'} picture {_name(url)}")


def _name(url: str) -> str:
    return unquote(url).partition("?")[0].rpartition("/")[2]


def _brief(*texts: str) -> str:
    text = " | ".join(texts)
    return text if len(text) <= 40 else f"{text[:24]} … {text[-12:]}"


def table(found: dict[str, Score]) -> Iterator[str]:
    """Yield the table's lines, the sum last."""
    yield "| site | text kept | blocks kept | chrome shown | captions | pictures |"
    yield "|---|---|---|---|---|---|"
    total = Score()
    for site, own in found.items():
        total.add(own)
        yield _row(site, own)
    yield _row("all", total)


def _row(name: str, own: Score) -> str:
    caption, picture = own.captions, own.pictures
    return (
        f"| {name} | {own.recall:.2%} | {own.blocks_kept} of {own.blocks} "
        f"| {own.chrome_share:.2%} | {_counts(caption, ['right', 'missing', 'wrong', 'doubled'])}; "
        f"credits set apart {caption['credits set apart']} of {caption['credits']} "
        f"| {picture['kept']} of {picture['kept'] + picture['dropped']}, "
        f"others {picture['chrome kept']} of {picture['chrome kept'] + picture['chrome dropped']} |"
    )


def _counts(counter: Counter[str], names: Iterable[str]) -> str:
    return ", ".join(f"{counter[name]} {name}" for name in names)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--show", action="store_true", help="name every passage that is wrong")
    asked = parser.parse_args()
    found = scores()
    for line in table(found):
        print(line)
    if asked.show:
        for own in found.values():
            for fault in own.faults:
                print(fault)


if __name__ == "__main__":
    main()
