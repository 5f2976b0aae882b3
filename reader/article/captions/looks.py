"""Captions known by nothing but their look: a small, slanted or centred line under a picture.

Guesses, each with a reason to be sure: a paragraph of the article must stay one.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from bs4 import Tag
from bs4.element import PageElement

from reader.article.captions.credits import credit_in
from reader.article.captions.picture_places import Places
from reader.article.captions.words import Side, says_caption
from reader.article.trees import BLOCKS, attribute, names, tags_in, text_of, words_of_run

Run = list[PageElement]

_LONGEST = 160  # characters
_LONGEST_CENTRED = 90
_LOOKED_AT = 40  # nodes of one line
_LINES = names("p div center section h5 h6")
_DRESS = names("em i small font center cite sub span a strong b br q u sup time")
_SLANTS = names("em i small cite sub")
_NOTE = re.compile(
    r"\d+\s*[、.．)）]|[（(【\[*※]*\s*(?:编者|編者|编按|编辑|編輯|本文|作者|译者|譯者|原文|转载|轉載|文[:：/／]|撰文|记者|記者|"
    r"来源|來源|注[:：]|未完|完\b|上一篇|下一篇|相关|延伸|editor|this (?:article|story|post|piece)|"
    r"by\s+[A-Z]|written by|translat|read (?:more|also|next)|update[ds]?\b|note:|correction|"
    r"related|originally|sign up|subscribe|advertisement)",
    re.IGNORECASE,
)
_QUOTES = '“”「」『』"»«„'
_LEADS_ON = (":", "：", "，", ",", "、", "——", "?", "？")  # no caption ends so
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_SMALL = re.compile(
    r"font-size\s*:\s*(?:(?:[89]|1[0-3])(?:\.\d+)?px|0?\.[5-8]\d?r?em|(?:x-|xx-)?small|[5-8]\d%|"
    r"(?:[6-9]|10)(?:\.\d+)?pt)",
    re.IGNORECASE,
)
_GREY = re.compile(
    r"(?:^|;)\s*color\s*:\s*(?:#(?:[6-9ab][0-9a-f]){3}\b|#(?:666|777|888|999|aaa|bbb)\b|gr[ae]y|"
    r"rgb\(\s*(1[0-8]\d),\s*\1,\s*\1\s*\))",
    re.IGNORECASE,
)


class Looks:
    """Finds captions by their look among the pictures of one article."""

    def __init__(self, body: Tag, places: Places) -> None:
        self._body = body
        self._places = places

    def below(self, place: Tag) -> Run:
        """Return the nodes right under `place` that are its caption; [] where none are."""
        after = next(self._places.after(place), None)
        if isinstance(after, Tag) and after.name in _LINES:
            return [after] if self._is_caption(after) else []
        if after is None or place.name in BLOCKS:
            return []
        return self._rest_of_line(place)

    def above(self, place: Tag) -> Run:
        """Return the line right above `place` that says it speaks of what is below."""
        before = next(self._places.before(place), None)
        if isinstance(before, Tag) and before.name in _LINES and self._is_short(before):
            return [before] if says_caption(text_of(before)) is Side.BELOW else []
        return []

    def _is_short(self, tag: Tag) -> bool:
        shown = self._places.of(tag)
        plain = not (shown.images or shown.others or shown.heavy)
        return plain and 0 < shown.letters <= _LONGEST

    def _is_caption(self, line: Tag) -> bool:
        if not self._is_short(line):
            return False
        words = text_of(line)
        side = says_caption(words)
        if side is not None:
            return side is Side.ABOVE and not self._is_one_of_a_list(line, words)
        said = words[0] in _QUOTES and words[-1] in _QUOTES
        if said or line.name in ("h5", "h6") or _reads_on(words):
            return False
        if (credit_in(words) or 0) > 0:
            return True
        following = next(self._places.after(line), None)
        alike = isinstance(following, Tag) and not self._places.of(following).images
        if is_slanted(line):
            return not (alike and isinstance(following, Tag) and is_slanted(following))
        return len(words) <= _LONGEST_CENTRED and self._is_dressed_alike(line)

    def _is_one_of_a_list(self, line: Tag, words: str) -> bool:
        """Return whether the sign before the words is the bullet of a list of lines."""
        following = next(self._places.after(line), None)
        return isinstance(following, Tag) and text_of_start(following) == words[0] in "▲△↑▴⬆"

    def _is_dressed_alike(self, line: Tag) -> bool:
        """Return whether the line is centred or small as the article's captions are.

        That is, such lines stand under pictures, and hardly anywhere else.
        """
        dress = _dress_of(line)
        if not dress or any(tag.name in ("strong", "b") for tag in tags_in(line)):
            return False
        under, elsewhere = self._dresses.get(dress, (0, 0))
        return under > elsewhere

    @cached_property
    def _dresses(self) -> dict[str, tuple[int, int]]:
        """Return how many lines of each dress stand under pictures, and elsewhere."""
        counted: dict[str, tuple[int, int]] = {}
        for line in tags_in(self._body):
            if line.name not in _LINES or not self._is_short(line):
                continue
            if dress := _dress_of(line):
                before = next(self._places.before(line), None)
                under = before is not None and self._places.is_picture(before)
                one, other = counted.get(dress, (0, 0))
                counted[dress] = (one + under, other + (not under))
        return counted

    def _rest_of_line(self, place: Tag) -> Run:
        """Return what follows a picture in its own paragraph, where that is its caption."""
        if any(not _is_break(node) for node in self._line_before(place)):
            return []
        run = list(self._line_after(place))
        shown = [node for node in run if self._places.shows(node)]
        words = " ".join(words_of_run(run).split())
        if not 0 < len(words) <= _LONGEST or _NOTE.match(words):
            return []
        slanted = all(isinstance(node, Tag) and node.name in _SLANTS for node in shown)
        centred = (
            isinstance(run[0], Tag)
            and run[0].name == "br"
            and len(words) <= _LONGEST_CENTRED
            and place.parent is not None
            and "centred" in _dress_of(place.parent)
        )
        if slanted or centred or says_caption(words) is Side.ABOVE or (credit_in(words) or 0) > 0:
            return run
        return []

    def _line_before(self, place: Tag) -> Iterator[PageElement]:
        near = islice(place.previous_siblings, _LOOKED_AT)
        return _until_divided(node for node in near if _is_break(node) or self._places.shows(node))

    def _line_after(self, place: Tag) -> Iterator[PageElement]:
        """Yield the nodes after the picture up to the end of the first line that says something."""
        said = False
        for node in islice(place.next_siblings, _LOOKED_AT):
            if isinstance(node, Tag):
                shown = self._places.of(node)
                if node.name in BLOCKS or shown.images or shown.others:
                    return
                if node.name == "br" and said:
                    return
            said = said or self._places.shows(node)
            yield node


def _reads_on(words: str) -> bool:
    """Return whether the words are a note, or belong to what follows."""
    return bool(_NOTE.match(words)) or words.endswith(_LEADS_ON)


def _until_divided(nodes: Iterable[PageElement]) -> Iterator[PageElement]:
    for node in nodes:
        if _is_break(node) or (isinstance(node, Tag) and node.name in BLOCKS):
            return
        yield node


def _is_break(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name == "br"


def text_of_start(tag: Tag) -> str:
    """Return the first character that the element shows."""
    return next((text.strip()[0] for text in tag.strings if text.strip()), "")


def is_slanted(line: Tag) -> bool:
    """Return whether all its text is small or slanted, and nothing but such."""
    shown = [child for child in islice(line.contents, _LOOKED_AT) if text_or_tag(child)]
    outer = [child for child in shown if isinstance(child, Tag)]
    if not shown or len(outer) != len(shown):
        return False
    return all(child.name in _DRESS for child in outer) and all(
        child.name in _SLANTS or any(tag.name in _SLANTS for tag in tags_in(child))
        for child in outer
        if child.name != "br" and child.get_text().strip()
    )


def text_or_tag(node: PageElement) -> bool:
    """Return whether the node is an element or shows text."""
    return isinstance(node, Tag) or bool(node.get_text().strip())


def _dress_of(line: Tag) -> str:
    """Return how a line is dressed unlike a paragraph: "centred", "small", "grey", or more."""
    inner = [tag for tag in islice(tags_in(line), 4) if tag.name in ("span", "font", "section")]
    styles = [attribute(tag, "style")[:300] for tag in (line, *inner)]
    found: list[str] = []
    centred = line.name == "center" or attribute(line, "align").lower() == "center"
    if centred or any(map(_CENTRED.search, styles)) or "center" in attribute(line, "class"):
        found.append("centred")
    if any(map(_SMALL.search, styles)) or any(
        attribute(tag, "size") in ("1", "2", "-1") for tag in inner
    ):
        found.append("small")
    if any(map(_GREY.search, styles)):
        found.append("grey")
    return " ".join(found)
