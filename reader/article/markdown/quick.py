"""Markdown -> markup with the same words, ten times as fast as `markdown.to_html`; for the index.

It reads what nearly all posts are made of: paragraphs, headings, lists, quotations, code, HTML,
tables, and within them emphasis, code, links, pictures. Whatever else there may be makes it
give up, and the post is read as the page reads it: here a guess would be a wrong search result.
"""

import re
from collections.abc import Callable, Mapping

from markdown_it.common.html_blocks import block_names
from markdown_it.common.html_re import HTML_OPEN_CLOSE_TAG_STR

from reader.article.markdown import quick_blocks as blocks
from reader.article.markdown.html_blocks import closing_lines
from reader.article.markdown.quick_inline import TooRare, definition_lines, inline, labels_in
from reader.article.markdown.syntax.components import IMPORT

# A line that begins with none of these is text.
_STARTS = frozenset("#>`~<|-*+=_:[{!?^$@%0123456789")
_HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)")
_FENCE = re.compile(r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})[ \t]*(?:\w[\w+#.-]*)?[ \t]*$")
_ITEM = re.compile(r"(?:[-*+]|(?P<number>\d{1,9})[.)])(?:[ \t]+|$)")
_RULE = re.compile(r"(?:[-_*=][ \t]*)+$")
_BOX = re.compile(r"\[([ xX])\][ \t]")
_ATTRIBUTES = re.compile(r"\{:[ \t]*[.#][^{}]*\}[ \t]*$")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>]|$)")
_ALONE = re.compile(HTML_OPEN_CLOSE_TAG_STR + r"[ \t]*$")
_COMMENT_FIRST = re.compile(r"<!--.*?-->[ \t]*[^\s<]")  # text follows on its line
_RAW = frozenset(("pre", "script", "style", "textarea"))
_DEEPEST = 8  # quotations in one another, and marks of lists on one line
_LONGEST = 300_000  # characters; what takes quadratic time is left to the real parser's bounds


def quick_html(text: str) -> str | None:
    """Return markup with the words of Markdown `text`, or None where it holds anything rare."""
    if "\t" in text and re.search(r"^[ ]*\t", text, re.MULTILINE):
        text = text.expandtabs(4)
    if len(text) > _LONGEST or ("import " in text and IMPORT.search(text)):
        return None
    try:
        return _Reader(text.split("\n"), labels_in(text), 0).markup()
    except TooRare:
        return None


class _Reader:
    """Reads lines one after another."""

    def __init__(self, lines: list[str], known: frozenset[str], depth: int) -> None:
        if depth > _DEEPEST:
            raise TooRare
        self._lines = lines
        self._known = known  # labels of definitions
        self._depth = depth
        self._at = 0
        self._text: list[str] = []  # lines of the paragraph
        self._name = "p"
        self._in_list = False
        self._after_html = False
        self._marked = -1  # the line of the list's last mark before a block, and how many it has
        self._marks = 0
        self._written: list[str] = []
        self._closing: Mapping[int, int] | None = None

    def markup(self) -> str:
        """Return the markup of all lines. Raises TooRare."""
        lines, text, starts = self._lines, self._text, _STARTS
        while self._at < len(lines):
            line = lines[self._at]
            stripped = line.strip(" ")
            if not stripped:
                self._flush()
            elif line[0] == " " and not text and line.startswith("    "):
                self._indented(stripped)
            elif stripped[0] in starts and self._began(stripped):
                continue
            elif "|" in line and blocks.begins_table(lines, self._at):
                self._flush()
                table, self._at = blocks.quick_table(lines, self._at, self._known)
                self._written.append(table)
                continue
            else:
                if not text and line[0] != " ":
                    self._in_list = self._after_html = False
                text.append(stripped)
            self._at += 1
        self._flush()
        return "\n".join(self._written)

    def _flush(self) -> None:
        """End the paragraph."""
        if self._text:
            content = inline("\n".join(self._text), self._known)
            self._written.append(f"<{self._name}>{content}</{self._name}>")
            self._text.clear()
        self._name = "p"

    def _began(self, line: str) -> bool:
        """Take on a block that begins with `line`; False where it is text after all."""
        take = _TAKEN.get(line[0])
        if take is None:
            raise TooRare
        return take(self, line)

    def attributes(self, line: str) -> bool:
        """Leave out an attribute list that stands alone."""
        if not _ATTRIBUTES.match(line) or "toc" in line:
            raise TooRare
        self._at += 1
        return True

    def in_brackets(self, line: str) -> bool:
        """Leave out the definition of a link."""
        if line.startswith(("[^", "[[")) or line[:4].lower() == "[toc":
            raise TooRare
        if self._text or not self._known:
            return False
        lines = definition_lines("\n".join(self._lines[self._at : self._at + 3]))
        self._at += lines
        return lines > 0

    def exclaimed(self, line: str) -> bool:
        """Leave admonitions to the page's reader."""
        if line.startswith(("!!!", "???")):
            raise TooRare
        return False

    def barred(self, _line: str) -> bool:
        if not blocks.begins_table(self._lines, self._at):
            raise TooRare
        return False

    def _indented(self, stripped: str) -> None:
        """Take a line indented by four spaces after an empty one."""
        if self._in_list or (stripped[0] == "<" and self._after_html):
            if self._lines[self._at].startswith("      ") and ("<" in stripped or "&" in stripped):
                raise TooRare  # code within the list, or not
            if stripped[0] in _STARTS and self._began(stripped):
                self._at -= 1
                return
            self._text.append(stripped)
            return
        written: list[str] = []
        last = self._at
        for at in range(self._at, len(self._lines)):
            line = self._lines[at]
            if line.startswith("    "):
                last = at
            elif line.strip(" "):
                break
            written.append(line[4:])
        self._written.append(blocks.code(written[: last - self._at + 1]))
        self._at = last

    def heading(self, line: str) -> bool:
        marks = _HEADING.match(line)
        if marks is None:
            if line.startswith("##"):
                raise TooRare
            return False
        self._flush()
        title = line[marks.end() :].rstrip("# ") or line[marks.end() :].strip("# ")
        self._text.append(title)
        self._name = "h2"
        self._flush()
        self._at += 1
        return True

    def quotation(self, _line: str) -> bool:
        self._flush()
        quoted: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at].lstrip(" ")
            if not line.startswith(">"):
                break
            quoted.append(line[2:] if line.startswith("> ") else line[1:])
            self._at += 1
        if quoted[0].lstrip().startswith("[!"):
            raise TooRare
        inner = _Reader(quoted, self._known, self._depth + 1).markup()
        self._written.append(f"<blockquote>{inner}</blockquote>")
        return True

    def fenced(self, line: str) -> bool:
        opening = _FENCE.match(line)
        if opening is None:
            if line.startswith(("```", "~~~")) and "`" not in line[3:]:
                raise TooRare
            return False
        self._flush()
        written, self._at = blocks.quick_fence(self._lines, self._at, opening["fence"])
        self._written.append(written)
        return True

    def rule_or_item(self, line: str) -> bool:
        if _RULE.match(line):
            if line[0] in "-=" and self._text:
                self._name = "h2"  # a line drawn under a heading
                self._flush()
            elif len(line) > 2 and line[0] != "=":
                self._flush()
            elif not self._in_list or line != "*":  # else an empty item
                return False
            self._at += 1
            return True
        item = _ITEM.match(line)
        if item is None or line.startswith("*["):
            if line.startswith("*["):
                raise TooRare
            return False
        if self._text and (item.end() == len(line) or item["number"] not in (None, "1")):
            return self._in_list and self._next_item(line, item)
        return self._next_item(line, item)

    def _next_item(self, line: str, item: re.Match[str]) -> bool:
        self._flush()
        self._in_list = True
        self._name = "li"
        rest = line[item.end() :]
        if box := _BOX.match(rest):
            rest = ("☐ " if box[1] == " " else "☑ ") + rest[box.end() :]
        if not rest:
            self._at += 1
        elif rest[0] in _STARTS:
            self._marks = self._marks + 1 if self._marked == self._at else 0
            self._marked = self._at
            if self._marks > _DEEPEST:
                raise TooRare
            self._lines[self._at] = " " * min(item.end(), 3) + rest
            if not self._began(rest):
                self._text.append(rest)
                self._at += 1
        else:
            self._text.append(rest)
            self._at += 1
        return True

    def html(self, line: str) -> bool:
        """Take HTML as it is, as far as it goes."""
        if line.startswith("<!--"):
            if _COMMENT_FIRST.match(line):
                raise TooRare
            self._copy(blocks.line_with("-->", self._lines, self._at))
            return True
        tag = _TAG.match(line)
        if tag is None:
            if line[1:2] in "?!":
                raise TooRare
            return False
        if self._closing is None:
            self._closing = closing_lines("\n".join(self._lines))
        last = self._closing.get(self._at)
        if self._lines[self._at][0] == "<":
            self._in_list = False
        if last is None:
            return self._open_html(line, tag[1].lower())
        if self._in_list or blocks.may_open_markdown(self._lines[self._at : last + 1]):
            raise TooRare
        self._copy(last)
        return True

    def _open_html(self, line: str, name: str) -> bool:
        """Take HTML that runs to its closing tag, or to the next empty line."""
        last = self._at
        if name in _RAW:
            last = blocks.line_with(f"</{name}", self._lines, last)
        elif name in block_names or (not self._text and _ALONE.match(line)):
            while last + 1 < len(self._lines) and self._lines[last + 1].strip(" "):
                last += 1
        else:
            return False
        self._copy(last)
        return True

    def _copy(self, last: int) -> None:
        self._flush()
        self._after_html = True
        self._written.extend(self._lines[self._at : last + 1])
        self._at = last + 1


# Lines that begin with another of `_STARTS` are too rare.
_TAKEN: Mapping[str, Callable[[_Reader, str], bool]] = {
    "#": _Reader.heading,
    ">": _Reader.quotation,
    "`": _Reader.fenced,
    "~": _Reader.fenced,
    "<": _Reader.html,
    "{": _Reader.attributes,
    "[": _Reader.in_brackets,
    "!": _Reader.exclaimed,
    "?": _Reader.exclaimed,
    "|": _Reader.barred,
    **dict.fromkeys("-*+=_0123456789", _Reader.rule_or_item),
}
