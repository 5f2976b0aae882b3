"""Chinese shown in the script its reader prefers, whatever it was written in.

OpenCC converts by phrases, so that 头发 and 发财 become 頭髮 and 發財, and keeps every text's
length. What is written in the wanted script already stays as it is: converting it again would
make 干擾 into 幹擾. So each passage is judged by itself, the article's language deciding where a
passage shows neither script.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString

from reader.article.name_sets import names
from reader.article.trees import BLOCKS, attribute, tags_in, text_of
from reader.article.trees import replace as replace_nodes
from reader.article.values import Heading
from reader.posts.characters import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from reader.posts.post import PostHead

if TYPE_CHECKING:
    from opencc import OpenCC


class Script(StrEnum):
    """What Chinese is shown in."""

    WRITTEN = ""
    SIMPLIFIED = "hans"
    TAIWAN = "tw"
    HONG_KONG = "hk"


_LANGUAGE = {
    Script.SIMPLIFIED: "zh-Hans",
    Script.TAIWAN: "zh-Hant",
    Script.HONG_KONG: "zh-Hant-HK",
}
# OpenCC's configurations: of Simplified, and of Traditional, text. None: it stays.
_CONFIGURATIONS: dict[Script, tuple[str | None, str | None]] = {
    Script.SIMPLIFIED: (None, "tw2s"),
    Script.TAIWAN: ("s2tw", "t2tw"),
    Script.HONG_KONG: ("s2hk", "t2hk"),
}
_LETTERS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_HAN = re.compile(f"[{_LETTERS}]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
# Chinese text follows an address without a space; it is a part of one only where a name begins.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)"
    rf"(?:[^\s<>\"'，。；：！？、（）「」『』《》“”{_LETTERS}]"
    rf"|(?:(?<=[/_#])|(?<=[^=]=))[{_LETTERS}]+)+"
)
_APART = BLOCKS | names("rp rt")
_CODE = names("code kbd math pre samp script style tt var")
_SPOKEN = ("alt", "title")


@dataclass(frozen=True, slots=True)
class Shown:
    """How one article's Chinese is shown."""

    script: Script
    traditional: bool  # it is written in Traditional, as far as its language tells

    @property
    def language(self) -> str:
        """Return the language that converted text is in."""
        return _LANGUAGE[self.script]

    def words(self, text: str) -> str:
        """Return `text` in the script wanted, as long as before; its addresses stay."""
        if not _HAN.search(text) or len(_KANA.findall(text)) * 12 > len(text):
            return text
        converter = self._converter(text)
        if converter is None:
            return text
        pieces: list[str] = []
        done = 0
        for address in _ADDRESS.finditer(text):
            pieces += (converter.convert(text[done : address.start()]), address[0])
            done = address.end()
        shown = "".join((*pieces, converter.convert(text[done:])))
        return shown if len(shown) == len(text) else text

    def _converter(self, text: str) -> "OpenCC | None":
        letters = set(text)
        more = len(TRADITIONAL_ONLY & letters) - len(SIMPLIFIED_ONLY & letters)
        traditional = more > 0 or (more == 0 and self.traditional)
        name = _CONFIGURATIONS[self.script][traditional]
        return _opencc(name) if name else None


@cache
def _opencc(name: str) -> "OpenCC":
    from opencc import OpenCC  # noqa: PLC0415 - only where text is converted

    return OpenCC(name)


def shown_in(script: Script, head: PostHead) -> Shown | None:
    """Return how to show the article of `head`; None where its text stays as it is written."""
    language = (head.lang or "").lower()
    if script is Script.WRITTEN or not language.startswith("zh"):
        return None
    return Shown(script, "hant" in language)


def show_head(head: PostHead, shown: Shown) -> PostHead:
    """Return `head` with title, authors and source as shown. Tags stay the names they filter by."""
    return replace(
        head,
        title=shown.words(head.title),
        authors=tuple(map(shown.words, head.authors)),
        source=shown.words(head.source),
        lang=shown.language,
    )


def show_contents(contents: Sequence[Heading], shown: Shown) -> tuple[Heading, ...]:
    """Return the headings in the script wanted; what they are called by links stays."""
    return tuple(replace(heading, text=shown.words(heading.text)) for heading in contents)


def show_body(body: Tag, shown: Shown, written: str) -> None:
    """Convert the texts of `body` in place; what stays, as code does, is marked as `written`."""
    replaced: dict[int, Sequence[NavigableString]] = {}
    for run in _runs(body):
        text = "".join(run)
        converted = shown.words(text)
        if converted != text:
            replaced |= _pieces(run, converted)
    for tag in tags_in(body):
        _show_tag(tag, shown, written)
    if replaced:
        top = body
        while top.parent is not None:
            top = top.parent
        replace_nodes(top, replaced)


def _show_tag(tag: Tag, shown: Shown, written: str) -> None:
    """Convert what an element says beside its text, and say which language that is in."""
    if tag.name == "pre":
        if not tag.has_attr("lang") and _HAN.search(text_of(tag)):
            tag["lang"] = written
    elif attribute(tag, "lang").lower().startswith("zh"):
        tag["lang"] = shown.language
    for name in _SPOKEN:
        if words := attribute(tag, name):
            tag[name] = shown.words(words)


def _pieces(
    run: Sequence[NavigableString], converted: str
) -> Iterator[tuple[int, Sequence[NavigableString]]]:
    """Yield for each text of a run what it becomes: a phrase may reach from one to the next."""
    begin = 0
    for piece in run:
        end = begin + len(piece)
        yield id(piece), (NavigableString(converted[begin:end]),)
        begin = end


def _runs(body: Tag) -> Iterator[list[NavigableString]]:
    """Yield the texts that read as one, line by line, without code and other languages."""
    places: dict[int, Tag | None] = {id(body): body}
    run: list[NavigableString] = []
    block: Tag | None = None
    for node in body.descendants:
        if isinstance(node, Tag):
            outer = places[id(node.parent)]
            places[id(node)] = _place(node, outer)
            begins = node.name == "br" or (outer is not None and places[id(node)] is not outer)
            if run and begins:
                yield run
                run = []
        elif type(node) is NavigableString and (place := places[id(node.parent)]) is not None:
            if run and place is not block:
                yield run
                run = []
            block = place
            run.append(node)
    if run:
        yield run


def _place(tag: Tag, outer: Tag | None) -> Tag | None:
    """Return the block that texts in `tag`, an element of `outer`, stand in; None: they stay."""
    if outer is None or tag.name in _CODE or attribute(tag, "lang").lower()[:2] in ("ja", "ko"):
        return None
    return tag if tag.name in _APART else outer
