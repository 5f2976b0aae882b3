"""Libraries of any size, the same for the same seed: python -m tests.bench.generate FOLDER N

What is measured on them should hold for real ones. 20,956 posts of news archives were 176 MB with
54 million characters of text: file sizes have a median of 6 kB and a tail to 700 kB; three
quarters are Chinese, Simplified and Traditional; most bodies are scraped HTML inside Markdown,
some are HTML files, one in ten is Markdown that a person wrote; front matter is as archivers write
it. A post repeats its own words, so that its text packs as well, and holds as few different ones,
as real posts do. The words mean nothing and come from nobody's pages.
"""

import argparse
import math
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from reader.library.folding import simplified_characters

_MEDIAN, _SPREAD, _LARGEST = 6000, 0.82, 700_000  # bytes; a log-normal distribution
_FIRST_DAY = datetime(2016, 1, 1, tzinfo=UTC)
_DAYS = 3600
_PER_FOLDER = 2000

_TEXT_SHARE = 0.68  # of a scraped body's bytes
_CHINESE_WORDS = 12_000
_OWN_WORDS, _OWN_SHARE = 60, 0.35  # of a post: how many, and how often one of them comes

_SOURCES = ("daily-courier.example", "evening.example", "the-ledger.example", "lianhe.example")
_AUTHORS = (
    "联合日报",
    "明晚報",
    "Jane Ashdown",
    "Tomás Ibarra",
    "趣事記者",
    "North Desk",
    "白晓晨",
)
_ONSETS = (
    "b",
    "br",
    "c",
    "d",
    "f",
    "g",
    "gr",
    "h",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "st",
    "t",
    "v",
)
_RIMES = (
    "a",
    "an",
    "ar",
    "e",
    "en",
    "er",
    "i",
    "in",
    "ion",
    "o",
    "on",
    "or",
    "ous",
    "u",
    "um",
    "y",
)


class Writer:
    """Writes words that nobody wrote, as often as real ones come."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the same every time is the point
        characters = _common_characters()
        self._random.shuffle(characters)
        weights = _zipf(len(characters))
        lengths = self._random.choices((1, 2, 3, 4), (8, 72, 12, 8), k=_CHINESE_WORDS)
        self._chinese = [
            "".join(self._random.choices(characters, cum_weights=weights, k=length))
            for length in lengths
        ]
        self._chinese_weights = _zipf(len(self._chinese))
        self._own: list[str] = []  # Chinese words that the present post is about
        self._traditional = _traditional()
        words = sorted({self._word() for _ in range(6000)})
        self._random.shuffle(words)
        self._words, self._word_weights = words, _zipf(len(words))
        self.topics = [self.chinese(self._random.randint(1, 2)) for _ in range(300)]
        self.topics += self._random.sample(words, 200)

    def begin(self) -> None:
        """Begin another post, about other things."""
        self._own = self._random.sample(self._chinese, _OWN_WORDS)

    def chinese(self, count: int) -> str:
        """Return so many Simplified words without punctuation."""
        words = self._random.choices(self._chinese, cum_weights=self._chinese_weights, k=count)
        own = self._own or words
        return "".join(
            self._random.choice(own) if self._random.random() < _OWN_SHARE else word
            for word in words
        )

    def latin(self, count: int) -> str:
        """Return so many words."""
        return " ".join(self._random.choices(self._words, cum_weights=self._word_weights, k=count))

    def title(self, script: str) -> str:
        """Return a headline."""
        if script == "latin":
            return self.latin(self._random.randint(4, 11)).capitalize()
        return self._in(script, self.chinese(self._random.randint(4, 14)))

    def paragraphs(self, script: str, size: float) -> Iterator[str]:
        """Yield paragraphs of about `size` bytes in all."""
        while size > 0:
            sentences = [self._sentence(script) for _ in range(self._random.randint(2, 6))]
            paragraph = (" " if script == "latin" else "").join(sentences)
            size -= len(paragraph.encode())
            yield paragraph

    def _sentence(self, script: str) -> str:
        if script == "latin":
            return f"{self.latin(self._random.randint(6, 24)).capitalize()}."
        clauses = [
            self.chinese(self._random.randint(3, 9)) for _ in range(self._random.randint(1, 4))
        ]
        if self._random.random() < 0.15:
            clauses.append(self._random.choice(self._words))
        return self._in(script, "，".join(clauses)) + "。"

    def _in(self, script: str, text: str) -> str:
        return text.translate(self._traditional) if script == "traditional" else text

    def _word(self) -> str:
        parts = self._random.randint(1, 4)
        return "".join(
            self._random.choice(_ONSETS) + self._random.choice(_RIMES) for _ in range(parts)
        )


def generate(folder: Path, count: int, seed: int = 1) -> int:
    """Write `count` posts into `folder`, in subfolders; return their bytes."""
    choose = random.Random(seed)  # noqa: S311 - the same every time is the point
    writer = Writer(seed)
    total, place = 0, folder
    for number in range(count):
        if number % _PER_FOLDER == 0:
            place = folder / f"part-{number // _PER_FOLDER:03}" / "_posts"
            place.mkdir(parents=True, exist_ok=True)
        name, text = post(choose, writer, number)
        total += (place / name).write_bytes(text.encode())
    return total


def post(choose: random.Random, writer: Writer, number: int) -> tuple[str, str]:
    """Return the name and the text of one post."""
    writer.begin()
    script = choose.choices(("simplified", "traditional", "latin"), (50, 25, 25))[0]
    moment = _FIRST_DAY + timedelta(days=_DAYS * choose.random() ** 0.7, seconds=choose.random())
    size = min(_LARGEST, int(_MEDIAN * math.exp(choose.gauss(0, _SPREAD))))
    if choose.random() < 0.001:
        size = choose.randint(100_000, _LARGEST)
    title = writer.title(script)
    tags = choose.sample(writer.topics, choose.randint(1, 6))
    source = choose.choice(_SOURCES)
    url = f"https://{source}/story/{number}"
    front_matter = (
        f'---\nlayout: post\ntitle: "{title}"\ndate: {moment.isoformat(timespec="milliseconds")}\n'
        f"author: {choose.choice(_AUTHORS)}\nfrom: {url}\ntags: [ {', '.join(tags)} ]\n"
        f"comments: True\ncategories: [ {source.split('.')[0]} ]\n---\n"
    )
    kind, suffix = choose.choices(
        ((_scraped, "md"), (_markdown, "md"), (_html, "html"), (_scraped, "txt")), (65, 10, 15, 10)
    )[0]
    share = 1 if kind is _markdown else _TEXT_SHARE
    text_size = share * max(0, size - len(front_matter.encode()) - 700)
    paragraphs = list(writer.paragraphs(script, text_size))
    name = f"{moment:%Y-%m-%d}-{title[:20].replace(' ', '-')}-{number}.{suffix}"
    return name, front_matter + kind(title, url, paragraphs, tags)


def _scraped(title: str, url: str, paragraphs: list[str], tags: list[str]) -> str:
    """Return what a news archiver keeps of a page."""
    picture = f"{url}/picture.jpg?itok=a1b2&amp;w=800"
    tagged = "".join(f'<a rel="tag" href="{url}/tag/{tag}">{tag}</a>' for tag in tags[:2])
    return (
        f"<!--1645507920000-->\n[{title}]({url})\n------\n\n<div>\n"
        f'<div class="figure-media"><img class="lazyload" data-src="{picture}" alt="{title}" '
        f'src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></div>\n'
        f"<figcaption>{title}</figcaption>\n"
        + "\n".join(_blocks(url, paragraphs))
        + f'\n<div class="ad-slot"></div><p class="tags">{tagged}</p>\n</div>\n'
    )


def _markdown(title: str, url: str, paragraphs: list[str], tags: list[str]) -> str:
    """Return what a person writes."""
    blocks = [f"# {title}", *paragraphs]
    for place in range(3, len(blocks), 4):
        blocks.insert(place, f"## {tags[0]}\n\n- [one]({url}/1)\n- **two**\n\n> {title}")
    return "\n\n".join(blocks) + "\n"


def _html(title: str, url: str, paragraphs: list[str], tags: list[str]) -> str:
    """Return what a web clipper keeps."""
    return (
        f'<article><h1>{title}</h1><a class="source" href="{url}">{tags[0]}</a>\n'
        + "\n".join(_blocks(url, paragraphs))
        + "\n</article>\n"
    )


def _blocks(url: str, paragraphs: list[str]) -> Iterator[str]:
    """Yield paragraphs in as much markup as sites put around them, a picture after every third."""
    for number, paragraph in enumerate(paragraphs):
        yield (
            f'<p class="article__paragraph paragraph--text" data-component="text-block" '
            f'data-block="{number}" style="margin-bottom: 1em">{paragraph}</p>'
        )
        if number % 3 == 2:
            picture = f"{url}/{number}/picture"
            sizes = ", ".join(f"{picture}-{wide}.jpg {wide}w" for wide in (320, 640, 960))
            yield (
                f'<div class="article__media media--inline"><img class="lazyload" '
                f'data-srcset="{sizes}" alt="" width="960" height="540"></div>'
            )


def _zipf(count: int) -> list[float]:
    """Return cumulative weights: the n-th most frequent word comes 1/n times as often."""
    return list(accumulate(1 / (rank + 8) for rank in range(count)))


def _common_characters() -> list[str]:
    """Return the 3,755 characters of GB 2312's first level: those that are in daily use."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return [char for code in rows if (char := code.decode("gb2312", "ignore"))]


def _traditional() -> dict[int, str]:
    """Return a Traditional character for each Simplified one that has any."""
    return {
        ord(simple): char for char, simple in simplified_characters().items() if char < "\uffff"
    }


def main(write: Callable[[str], object] = print) -> None:
    """Generate the library asked for on the command line."""
    parser = argparse.ArgumentParser(description="Generate a library to measure with.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("posts", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(f"{asked.posts} posts, {generate(asked.folder, asked.posts, asked.seed) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
