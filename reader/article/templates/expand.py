"""Templates of site generators in a post -> what they would have made of it, as far as it shows.

Jekyll's Liquid, Hexo's tags and Hugo's shortcodes. Pictures, code, quotations, notes and
links become plain Markdown (or HTML); what only the site could know is left out; of what is
not known the inner text stays. Nothing here runs a template.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from reader.article.templates import hugo, liquid
from reader.article.templates.placing import outdented, placed
from reader.article.templates.tags import (
    MOST_TAGS,
    Engine,
    Tag,
    holds_tags,
    tags_in,
    without_escapes,
)
from reader.article.templates.values import PostValues, holds, output

_DEEPEST = 30  # tags within tags; deeper ones leave their inner text
_MORE = re.compile(
    r"<!--(?i:\s*(?:more|truncate|read-?more|excerpt|end-?excerpt|summary)\b)[^<>]{0,100}-->"
)
_TRUNCATE = re.compile(r"\{/\*\s*truncate\s*\*/\}")  # Docusaurus
_PATH = re.compile(r"[\w./~:%-]*[/.][\w./~:%?=&-]*\Z")
_BRANCHING = ("if", "unless", "case", "ifchanged")
_BRANCHES = ("else", "elsif", "elseif", "elif", "when")


def expanded(text: str, values: PostValues, markdown: bool) -> str:
    """Return `text` with its template tags expanded or left out. Never raises."""
    text = _MORE.sub("", text)
    if "{" not in text:
        return text
    text = _TRUNCATE.sub("", text)
    if not holds_tags(text):
        return text
    found: list[Tag | slice] = []
    for one in tags_in(text, markdown):
        found.append(one)
        if len(found) > MOST_TAGS:
            return text
    return _Expansion(text, found, values, markdown).whole()


class _Expansion:
    """One text's tags, each opening one with the place of its closing one."""

    def __init__(
        self, text: str, found: Sequence[Tag | slice], values: PostValues, markdown: bool
    ) -> None:
        self._text = text
        self._found = found
        self._values = values
        self._markdown = markdown
        self._closing = _partners(found)

    def whole(self) -> str:
        """Return the whole text, expanded."""
        return self._between(0, len(self._found), 0, len(self._text), 0)

    def _between(self, first: int, last: int, start: int, end: int, depth: int) -> str:
        """Return the text from `start` to `end`, where the tags `first` to `last` stand."""
        parts: list[str] = []
        at = first
        while at < last:
            one = self._found[at]
            if isinstance(one, slice):
                parts += [self._text[start : one.start], without_escapes(self._text[one])]
                start = one.stop
                at += 1
                continue
            parts.append(self._text[start : one.start])
            closing = self._closing.get(at) if depth < _DEEPEST else None
            parts.append(self._tag(at, closing, depth))
            at = (at if closing is None else closing) + 1
            start = self._end_of(at - 1)
        parts.append(self._text[start:end])
        return "".join(parts)

    def _end_of(self, at: int) -> int:
        one = self._found[at]
        return one.stop if isinstance(one, slice) else one.end

    def _tag(self, at: int, closing: int | None, depth: int) -> str:
        """Return what stands for a tag and, where it has a closing one, for all between."""
        tag = self._found[at]
        if isinstance(tag, slice) or tag.closing:
            return ""
        if tag.engine in (Engine.OUTPUT, Engine.RAW):
            return self._output(tag) if tag.engine is Engine.OUTPUT else self._raw(tag)
        if tag.engine is Engine.LIQUID and tag.name in _BRANCHING:
            return "" if closing is None else self._branches(at, closing, depth)
        if closing is not None and self._is_loop(tag, closing):
            return ""
        inner = tag.inner
        if inner is not None and self._markdown:
            inner = outdented(inner, self._text, tag.start)
        if inner is None and closing is not None:
            inner = self._between(at + 1, closing, tag.end, self._start_of(closing), depth + 1)
        return self._expanded(tag, inner)

    def _output(self, tag: Tag) -> str:
        """Return a value; what is written where nobody knows it, if it may be the subject."""
        shown = output(tag.arguments, self._values)
        if shown is None:
            return "" if self._is_address(tag) else self._text[tag.start : tag.end]
        return shown

    def _expanded(self, tag: Tag, inner: str | None) -> str:
        """Return what stands for a tag, at its place."""
        language = liquid if tag.engine is Engine.LIQUID else hugo
        piece = language.piece_of(tag, inner, self._values, self._markdown)
        if self._is_address(tag) and (piece.block or not piece.markup or "<" in piece.markup):
            return escape(next((word for word in tag.arguments.split() if _PATH.match(word)), ""))
        if not piece.markup and self._text[tag.start + 2] not in "<%" and tag.engine is Engine.HUGO:
            return self._text[tag.start : tag.end]  # a call of which nothing is known
        return placed(piece, self._text, tag.start) if self._markdown else piece.markup

    def _is_address(self, tag: Tag) -> bool:
        """Return whether a tag stands where Markdown has the address of a link or a picture."""
        return self._markdown and self._text.endswith("](", 0, tag.start)

    def _start_of(self, at: int) -> int:
        return self._found[at].start

    def _is_loop(self, tag: Tag, closing: int) -> bool:
        """Return whether a list is gone through that only the site knows, showing its items."""
        if tag.engine is not Engine.LIQUID or tag.name not in ("for", "tablerow"):
            return False
        item = tag.arguments.partition(" ")[0]
        shown = re.compile(rf"\{{[{{%][^{{}}]*(?<![\w.\"'-]){re.escape(item)}\b")
        return bool(item and shown.search(self._text, tag.end, self._start_of(closing)))

    def _raw(self, tag: Tag) -> str:
        """Return what is to be shown as it is written."""
        inner = tag.inner or ""
        return inner if tag.name else inner.replace("<", "&lt;")

    def _branches(self, at: int, closing: int, depth: int) -> str:
        """Return the branch that holds; all of them where the post alone cannot tell."""
        marks = [at]
        inside = at + 1
        while inside < closing:
            one = self._found[inside]
            if isinstance(one, Tag) and one.engine is Engine.LIQUID and one.name in _BRANCHES:
                marks.append(inside)
            inside = self._closing.get(inside, inside) + 1
        kept: list[str] = []
        for mark, following in zip(marks, [*marks[1:], closing], strict=True):
            holding = self._holds(mark)
            if holding is not False:
                kept.append(
                    self._between(
                        mark + 1,
                        following,
                        self._end_of(mark),
                        self._start_of(following),
                        depth + 1,
                    )
                )
            if holding:
                break
        return "".join(kept)

    def _holds(self, at: int) -> bool | None:
        tag = self._found[at]
        if isinstance(tag, slice) or tag.name in ("case", "when", "ifchanged"):
            return None
        if tag.name == "else":
            return None
        holding = holds(tag.arguments, self._values)
        return not holding if tag.name == "unless" and holding is not None else holding


def _partners(found: Sequence[Tag | slice]) -> Mapping[int, int]:
    """Return, for each opening tag that is closed, the place of its closing one.

    A closing tag belongs to the last open one of its name; those opened since stay unclosed.
    """
    partners: dict[int, int] = {}
    opened: list[tuple[int, tuple[Engine, str]]] = []
    waiting: Counter[tuple[Engine, str]] = Counter()
    for at, tag in enumerate(found):
        if isinstance(tag, slice) or tag.inner is not None or tag.engine is Engine.OUTPUT:
            continue
        name, closing = tag.name, tag.closing
        if tag.engine is Engine.LIQUID and name.startswith("end"):
            name, closing = name[3:], True
        named = (tag.engine, name)
        if not closing:
            opened.append((at, named))
            waiting[named] += 1
        elif not name and tag.engine is Engine.LIQUID and opened:  # Zola's {% end %}
            at_opened, named = opened.pop()
            waiting[named] -= 1
            partners[at_opened] = at
        elif waiting[named]:
            while opened[-1][1] != named:
                waiting[opened.pop()[1]] -= 1
            partners[opened.pop()[0]] = at
            waiting[named] -= 1
    return partners
