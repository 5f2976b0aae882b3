"""How well whole pages give their article: python -m tests.bench.pages [FOLDER]

FOLDER holds a folder for each page, with `source.html`, `expected.html` (the article that
Mozilla's Readability finds) and `expected-metadata.json`; without it, the pages under
`BROADSHEET_VECTORS`. Prints for each page the F1 of the text shown, a bag of words in which
each Chinese, Japanese or Korean character is a word, and how many of the expected pictures
and captions are there.
"""

import argparse
import json
import os
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.article.render import render_article
from reader.article.text import visible_text
from reader.posts.post import Post
from tests.helpers.articles import post_of

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")
_CAPTION = re.compile(r"<figcaption[\s>]")
_PICTURE = re.compile(r"<img[\s>]")


@dataclass(frozen=True, slots=True)
class Page:
    """What came of one page."""

    name: str
    f1: float
    precision: float
    recall: float
    pictures: tuple[int, int]  # shown, expected
    captions: tuple[int, int]
    milliseconds: float


def folder_of_pages() -> Path:
    """Return the folder of the pages that come with the hostile and standard inputs."""
    return Path(os.environ["BROADSHEET_VECTORS"], "readability")


def measured(folder: Path) -> Iterator[Page]:
    """Yield what comes of each page in `folder`."""
    for page in sorted(path.parent for path in folder.glob("*/expected.html")):
        expected = (page / "expected.html").read_text(encoding="utf-8")
        post = _post(page)
        began = time.process_time()
        article = render_article(post)
        took = (time.process_time() - began) * 1000
        precision, recall = _compared(article.text, visible_text(expected))
        yield Page(
            name=page.name,
            f1=2 * precision * recall / max(precision + recall, 1e-9),
            precision=precision,
            recall=recall,
            pictures=_both(_PICTURE, article.html, expected),
            captions=_both(_CAPTION, article.html, expected),
            milliseconds=took,
        )


def _post(page: Path) -> Post:
    about = json.loads((page / "expected-metadata.json").read_text(encoding="utf-8"))
    return post_of(
        (page / "source.html").read_text(encoding="utf-8"),
        title=about.get("title") or "Untitled",
        authors=(about["byline"],) if about.get("byline") else (),
        source_url="http://fakehost/test/page.html",
    )


def _compared(shown: str, expected: str) -> tuple[float, float]:
    ours, theirs = (Counter(_WORD.findall(text.lower())) for text in (shown, expected))
    common = (ours & theirs).total()
    return common / max(ours.total(), 1), common / max(theirs.total(), 1)


def _both(pattern: re.Pattern[str], shown: str, expected: str) -> tuple[int, int]:
    return len(pattern.findall(shown)), len(pattern.findall(expected))


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?")
    pages = list(measured(parser.parse_args().folder or folder_of_pages()))
    print("| page | F1 | precision | recall | pictures | captions | ms |")
    print("|---|---|---|---|---|---|---|")
    for page in pages:
        pictures, captions = (f"{a} of {b}" for a, b in (page.pictures, page.captions))
        print(
            f"| {page.name} | {page.f1:.4f} | {page.precision:.3f} | {page.recall:.3f} "
            f"| {pictures} | {captions} | {page.milliseconds:.0f} |"
        )
    print(f"| mean | {statistics.mean(page.f1 for page in pages):.4f} | | | | | |")


if __name__ == "__main__":
    main()
