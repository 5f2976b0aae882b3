"""What stands in the place of a template tag: markup of a block, or of a part of a line."""

import re
from dataclasses import dataclass
from html import escape

_QUOTED = re.compile(r"[ \t>]*\Z")
_MARKER = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\Z")
_EMPTY_LINES = re.compile(r"\A(?:[ \t]*\n)+")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+[-:| \t]*")
_MOST_ROWS = 100  # above
_BACKTICKS = re.compile("`{3,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Markup in a tag's stead."""

    markup: str
    block: bool = False  # it stands on lines of its own


NOTHING = Piece("")


def placed(piece: Piece, text: str, start: int) -> str:
    """Return the piece's markup as it belongs into Markdown `text` at `start`.

    A block keeps the indentation and the quotation marks of its line, so that it stays in
    its list item or quotation; within a row of a table it stays on the row's one line.
    """
    if not piece.block:
        return piece.markup
    before = text[text.rfind("\n", 0, start) + 1 : start]
    if before.lstrip().startswith("|") or _is_in_row(text, start):
        bar = "" if before.strip() else "| "  # else a tag at the line's beginning ends the table
        return bar + " ".join(piece.markup.split("\n"))
    indent = re.sub(r"[^>\t]", " ", before) if _MARKER.match(before) else ""
    lead = ""
    if not indent:
        indent = before if _QUOTED.match(before) else before[: len(before) - len(before.lstrip())]
        lead = "\n" if _QUOTED.match(before) else "\n\n"
    lines = piece.markup.split("\n")
    first = (indent if lead else "") + lines[0]
    rest = (f"{indent}{line}".rstrip() for line in lines[1:])
    return lead + "\n".join((first, *rest)) + f"\n{indent.rstrip()}\n{indent}"


def _is_in_row(text: str, start: int) -> bool:
    """Return whether a tag at `start` stands in a table's row that begins without a bar."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    if " | " not in text[first : last if last >= 0 else len(text)]:
        return False
    for _ in range(_MOST_ROWS):
        if first == 0:
            return False
        line = text[text.rfind("\n", 0, first - 1) + 1 : first - 1]
        if _DELIMITERS.fullmatch(line) or "|" not in line:
            return "|" in line
        first -= len(line) + 1
    return False


def outdented(inner: str, text: str, start: int) -> str:
    """Return what a tag at `start` of `text` is around, without the indentation of its line."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    if not before or not (_QUOTED.match(before) or _MARKER.match(before)):
        return inner
    margin = re.compile(rf"^[ \t>]{{1,{min(len(before), 40)}}}", re.MULTILINE)
    return margin.sub("", inner)


def listing(code: str, language: str, title: str, markdown: bool) -> Piece:
    """Return a block of code; its title, as a rule a file's name, stands above it."""
    code = _EMPTY_LINES.sub("", code).rstrip()
    language = language if re.fullmatch(r"[\w+#.-]{1,30}", language) else ""
    if not markdown:
        named = f' class="language-{language}"' if language else ""
        heading = f"<p><strong>{escape(title)}</strong></p>" if title else ""
        return Piece(f"{heading}<pre><code{named}>{escape(code, quote=False)}</code></pre>", True)
    longest = max(map(len, _BACKTICKS.findall(code)), default=2)
    fence = "`" * (longest + 1)
    heading = f"**{title}**\n\n" if title else ""
    return Piece(f"{heading}{fence}{language}\n{code}\n{fence}", True)


def callout(kind: str, title: str, inner: str, markdown: bool, folded: bool = False) -> Piece:
    """Return a passage set apart, in Markdown in the way of Obsidian and GitHub."""
    if markdown:
        head = f"[!{kind}]{'-' * folded} {' '.join(title.split())}".rstrip()
        return Piece("\n".join(f"> {line}".rstrip() for line in (head, *_lines(inner))), True)
    title = escape(title or kind.capitalize(), quote=False)
    if folded:
        return Piece(f"<details><summary>{title}</summary>{inner}</details>", True)
    heading = f'<p><strong class="callout-title">{title}</strong></p>'
    return Piece(f'<blockquote class="callout">{heading}{inner}</blockquote>', True)


def quotation(inner: str, source: str, markdown: bool) -> Piece:
    """Return a quotation, with who is quoted, as markup of a line, under it."""
    if markdown:
        lines = [*_lines(inner), *(("", f"— {source}") if source else ())]
        return Piece("\n".join(f"> {line}".rstrip() for line in lines), True)
    credit = f"<p>— {source}</p>" if source else ""
    return Piece(f"<blockquote>{inner}{credit}</blockquote>", True)


def _lines(inner: str) -> list[str]:
    lines = inner.strip("\n").split("\n")
    widths = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    margin = min(widths, default=0)
    return [line[margin:] for line in lines]
