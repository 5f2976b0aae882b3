"""The template tags of a post, in order: Liquid's (Jekyll, Hexo), Hugo's shortcodes, outputs.

Code is skipped: there a tag is the subject. Everything is read once, from the front, so
that a tag that opens code (`{% highlight %}`) and a fence that shows a tag both win where
they come first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MOST_TAGS = 5_000  # a post that holds more is left as it is written
_LONGEST = 4_000  # characters of a tag, or of code within a line


class Engine(StrEnum):
    """Whose tag it is."""

    LIQUID = "liquid"  # {% name arguments %}; Hexo's Nunjucks is written the same way
    OUTPUT = "output"  # {{ expression }}
    HUGO = "hugo"  # {{< name arguments >}} and {{% name arguments %}}
    RAW = "raw"  # the tags around what is to be shown as it is written: in code too


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as it stands in the text."""

    engine: Engine
    name: str
    arguments: str
    start: int
    end: int
    closing: bool = False
    inner: str | None = None  # what stands between it and its closing tag, where that is code


_LISTINGS = r"highlight|codeblock|code|mermaid|plantuml|katex|mathjax|math|tex|latex"
_VERBATIM = re.compile(rf"(?:{_LISTINGS}|raw|verbatim|comment|rawhtml|html)\Z")
_START = re.compile(
    r"^(?P<lead>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})"
    r"|(?P<ticks>`+)|<(?P<element>pre|code|script|style|textarea)\b|(?P<tag>\{[%{])",
    re.MULTILINE | re.IGNORECASE,
)
_NAME = re.compile(r"[%{<]*-?\s*(/?)\s*([\w./-]*)")
_CALL = re.compile(r"\s*([a-zA-Z_]\w*)\s*\((.*)\)\s*\Z", re.DOTALL)
_NAMED = re.compile(r"\w\s*=\s*[\"'`\d]")
_ESCAPED = re.compile(r"\{\{([<%])\s*/\*(.{0,4000}?)\*/\s*([>%])\}\}", re.DOTALL)
_RAW = re.compile(
    r"\{%-?\s*raw\s*-?%\}((?:[^{]|\{(?!%-?\s*(?:end)?raw\b))*+)\{%-?\s*endraw\s*-?%\}"
)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_LIST_ITEM = re.compile(r"[ \t>]{0,8}(?:[-*+]|\d{1,9}[.)])[ \t]")
_INDENT = re.compile(r" {4}| {0,3}\t")


def holds_tags(text: str) -> bool:
    """Return whether there may be any; cheap."""
    return "{%" in text or "{{" in text


def without_escapes(text: str) -> str:
    """Return code as its writer meant it to be shown: Hugo's escapes and Liquid's raw undone."""
    if "{{" in text:
        text = _ESCAPED.sub(lambda match: f"{{{{{match[1]}{match[2]}{match[3]}}}}}", text)
    if "raw" in text and "{%" in text:
        text = _RAW.sub(lambda match: match[1] if _shows_tags(match[1]) else match[0], text)
    return text


def _shows_tags(text: str) -> bool:
    """Return whether there is anything that had to be kept from Liquid."""
    return "{{" in text or "{%" in text


def tags_in(text: str, markdown: bool) -> Iterator[Tag | slice]:
    """Yield the tags of `text` in order, and where there is code between them."""
    reader = _Reader(text, markdown)
    at = 0
    while match := _START.search(text, at):
        if match["tag"]:
            tag = reader.tag(match.start())
            if tag is not None:
                yield tag
            at = tag.end if tag is not None else match.end()
            continue
        end = reader.code_end(match)
        if end is not None:
            yield slice(match.start(), end)
        at = end or match.end()


class _Reader:
    """Reads from the front; remembers what is not there any more, so as to look once."""

    def __init__(self, text: str, markdown: bool) -> None:
        self._text = text
        self._markdown = markdown
        self._gone: set[str] = set()
        self._found: dict[str, int] = {}

    def tag(self, start: int) -> Tag | None:
        """Return the tag that starts here; None where none does."""
        text = self._text
        mark = text[start : start + 3]
        closer = {"{{<": ">}}", "{{%": "%}}"}.get(mark, "%}" if mark[1] == "%" else "}}")
        stop = self._next(closer, start + 2)
        if stop is None or stop - start > _LONGEST:
            return None
        end = stop + len(closer)
        if self._markdown and _is_indented_code(text, start):
            return None
        if mark[:2] == "{{" and mark[2:] not in ("<", "%"):
            return _output(text[start + 2 : stop], start, end)
        engine = Engine.LIQUID if mark[1] == "%" else Engine.HUGO
        written = text[start + 1 : stop]
        if engine is Engine.HUGO and written[2:].lstrip().startswith("/*"):
            inner = without_escapes(text[start:end])
            return Tag(Engine.RAW, "", "", start, end, inner=inner)
        named = _NAME.match(written)
        if named is None:
            return None
        arguments = written[named.end() :].strip().removesuffix("-").rstrip()
        if engine is Engine.LIQUID and arguments[:1] == "(" and arguments[-1:] == ")":
            arguments = arguments[1:-1]  # Zola's
        tag = Tag(engine, named[2], arguments, start, end, closing=bool(named[1]))
        return tag if tag.closing else self._with_inner(tag)

    def _with_inner(self, tag: Tag) -> Tag:
        """Return a tag around code with that code, up to the end of its closing tag."""
        if not _VERBATIM.match(tag.name) or tag.arguments.endswith("/"):
            return tag
        if tag.engine is Engine.LIQUID:
            pattern = rf"\{{%-?\s*end{tag.name}\s*-?%\}}"
        else:
            pattern = rf"\{{\{{[<%]\s*/\s*{tag.name}\s*[>%]\}}\}}"
        if pattern in self._gone:
            return tag
        closing = re.compile(pattern).search(self._text, tag.end)
        if closing is None:
            self._gone.add(pattern)
            return tag
        inner = self._text[tag.end : closing.start()]
        engine = Engine.RAW if tag.name in ("raw", "verbatim") else tag.engine
        return Tag(engine, tag.name, tag.arguments, tag.start, closing.end(), inner=inner)

    def code_end(self, match: re.Match[str]) -> int | None:
        """Return where the code ends that opens here; None where it never does."""
        text, start = self._text, match.end()
        if fence := match["fence"]:
            if not self._markdown:
                return None
            mark = re.escape(fence[0])
            closing = re.compile(rf"^[ \t>]*{mark}{{{len(fence)},}}[ \t]*$", re.MULTILINE)
            closed = closing.search(text, start)
            return closed.end() if closed else len(text)
        if ticks := match["ticks"]:
            if not self._markdown:
                return None
            limit = _PARAGRAPH_END.search(text, start, start + _LONGEST)
            stop = limit.start() if limit else start + _LONGEST
            closed = re.compile(rf"(?<!`){ticks}(?!`)").search(text, start, stop)
            return closed.end() if closed else None
        closer = f"</{match['element'].lower()}"
        return self._next(closer, start)

    def _next(self, mark: str, start: int) -> int | None:
        """Return where `mark` stands next, or None. Asked for rising places, looks once."""
        found = self._found.get(mark, -1)
        if -1 < found < start or mark not in self._found:
            found = self._text.find(mark, start)
            self._found[mark] = found if found >= 0 else len(self._text)
        found = self._found[mark]
        return found if found < len(self._text) else None


def _output(written: str, start: int, end: int) -> Tag:
    """Return an output, or the shortcode that Zola calls: `{{ name(key="value") }}`."""
    called = _CALL.match(written)
    if called is not None and _NAMED.search(called[2]):
        return Tag(Engine.HUGO, called[1], called[2], start, end)
    return Tag(Engine.OUTPUT, "", written.strip("- \t\n"), start, end)


def _is_indented_code(text: str, start: int) -> bool:
    """Return whether the line is Markdown's indented code: not HTML's and not a list's."""
    line = text.rfind("\n", 0, start) + 1
    if not _INDENT.match(text, line):
        return False
    blank = False
    for _ in range(50):
        if line == 0:
            return True
        line, end = text.rfind("\n", 0, line - 1) + 1, line - 1
        written = text[line:end]
        if not written.strip():
            blank = True
        elif not _INDENT.match(written):
            return blank and not _LIST_ITEM.match(written) and not written.lstrip().startswith("<")
        elif _LIST_ITEM.match(written):
            return False
        else:
            blank = False
    return False
