"""How sites name captions: classes, and the words that open them.

The names are data, `resources/article/captions.toml`. A class is read word by word, however it
is spelt (`imageCaption`, `c-image__caption`, `wp-caption-text`), so that themes nobody has
seen are understood too.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

WORDS_PATH = Path(__file__).parents[3] / "resources" / "article" / "captions.toml"

GUESSED = "data-guessed"  # marks a figcaption made of a picture's title or alternative text
_WORD = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|[㐀-鿿]+")
_LONGEST_CLASSES = 600  # characters of one class attribute that are read


class Side(Enum):
    """Where the picture stands that a caption speaks of."""

    ABOVE = auto()
    BELOW = auto()


@dataclass(frozen=True, slots=True)
class Named:
    """What an element's classes say it is."""

    caption: bool = False
    credit: bool = False
    frame: bool = False  # made to hold a picture and its caption


@cache
def words_of(section: str) -> Mapping[str, tuple[str, ...]]:
    """Return one section of the data: name -> words."""
    whole = tomllib.loads(WORDS_PATH.read_text(encoding="utf-8"))
    return {
        name: tuple(words) for name, words in cast("dict[str, list[str]]", whole[section]).items()
    }


@lru_cache(maxsize=4096)
def named_by(class_names: str) -> Named:
    """Return what the value of a `class` attribute says of its element."""
    kinds = [_named(name) for name in class_names[:_LONGEST_CLASSES].split()]
    caption = any(kind.caption for kind in kinds)
    return Named(
        caption=caption,
        credit=not caption and any(kind.credit for kind in kinds),
        frame=any(kind.frame for kind in kinds),
    )


def _named(name: str) -> Named:
    known = words_of("classes")
    lower = name.lower()
    row = [word.lower() for word in _WORD.findall(name)]
    words = set(row)
    if words.intersection(known["never"]):
        return Named(frame="caption" in words and not words.isdisjoint(("has", "with")))
    parts = words | {part for word in words for part in _parts(word)}
    of_picture = not parts.isdisjoint(known["picture"])
    captioned = any(map(_is_caption, words))
    kinds = [_is_caption(word) for word in row if _is_caption(word) or _is_credit(word)]
    credit = (
        lower in known["exact_credit"]
        or (bool(kinds) and not kinds[-1])  # "credit-caption" holds both
        or (of_picture and not captioned and not parts.isdisjoint(known["maker"]))
    )
    return Named(
        caption=not credit
        and (
            captioned
            or lower in known["exact"]
            or (of_picture and not parts.isdisjoint(known["about"]))
        ),
        credit=credit,
        frame=captioned or lower in known["frame"] or _is_box(words),
    )


def _is_caption(word: str) -> bool:
    known = words_of("classes")["caption"]
    return word in known or word.endswith(("caption", "captions")) or word.startswith("captiont")


def _is_credit(word: str) -> bool:
    return word in words_of("classes")["credit"] or word.endswith("credit")


def _is_box(words: set[str]) -> bool:
    known = words_of("classes")
    pictures = {part for word in words for part in (word, *_parts(word))} & set(known["picture"])
    pictures -= set(known["many"])
    rest = words - set(known["picture"])
    return bool(pictures) and all(
        word in known["box"]
        or (_parts(word) and set(_parts(word)) <= {*known["box"], *known["picture"]})
        for word in rest
    )


@cache
def _parts(word: str) -> tuple[str, ...]:
    """Return the two words that one written together is made of: `picinfo`, `imgbox`."""
    match = _glued().fullmatch(word)
    return match.groups() if match else ()


@cache
def _glued() -> re.Pattern[str]:
    known = words_of("classes")
    second = (*known["about"], *known["maker"], *known["box"])
    return re.compile(f"({any_of(known['picture'])})({any_of(second)})")


def letters(text: str) -> str:
    """Return the letters and digits of `text`, by which repetitions are known."""
    return "".join(filter(str.isalnum, text)).casefold()


def any_of(words: Iterable[str]) -> str:
    """Return an expression that matches any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def says_caption(text: str) -> Side | None:
    """Return which picture `text` says it is the caption of; None where it says nothing.

    "▲", "图为…", "图：", "Photo: …", "Fig. 3. …". A number needs a sign or space behind it:
    "图1显示" and "Figure 1 shows" begin ordinary sentences.
    """
    if text.startswith(_POINTS_DOWN) or _SPEAKS_OF_BELOW.match(text):
        return Side.BELOW
    if text.startswith(_POINTS_UP) and len(text) > 1:
        return Side.ABOVE
    return Side.ABOVE if _says().match(text) else None


_POINTS_UP = ("▲", "△", "↑", "▴", "⬆")
_POINTS_DOWN = ("▼", "▽", "↓", "▾", "⬇")
_SPEAKS_OF_BELOW = re.compile(r"[（(]?下[图圖](?:[为為]|\s*[:：])")


@cache
def _says() -> re.Pattern[str]:
    known = words_of("captions")
    number = r"[\d０-９一二三四五六七八九十]{1,3}(?:[-.–—]\d{1,3}){0,3}[a-z]?"
    bar = r"[:：/／|｜︱丨]"
    return re.compile(
        rf"[（(【\[]?\s*(?:(?:{any_of(known['labels_chinese'])})\s*(?:{number})?\s*{bar}\s*\S"
        rf"|(?:图|圖)\s*{number}(?:\s*[.．、]|\s)\s*\S"
        r"|[左右上]?(?:图为|圖為|图為)"
        r"|(?:资料图|資料圖)片?(?:[。.]?\s*$|[（(。])"
        r"|(?:图像|圖像)(?:来源|來源|加注文字|加註文字)[，,]"
        rf"|(?i:(?:{any_of(known['labels'])})s?\b\.?\s*(?:{number})?\s*[:：|]\s*\S"
        rf"|(?:Figure|Fig|Abb(?:ildung)?)\.?\s*{number}\s*[.–—-]\s*\S"
        r"|(?:photo|image|picture|photograph|illustration|graphic)s?\s+(?:by|via|courtesy|credit)\s)"
        r"|FILE (?:PHOTO|-|–))"
    )
