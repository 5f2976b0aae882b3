"""Obsidian's own marks: links and pictures by name, highlights, comments, names of blocks.

https://help.obsidian.md/obsidian-flavored-markdown. A link to a note is written as a path
from the library's root, `/Note.md`; the library finds it by the end of its path, and a
picture by its name, wherever they lie, as Obsidian does.
"""

import re
from html import escape
from typing import cast
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline.state_inline import StateInline

from reader.article.markdown.syntax.headings import id_of

_LINK = re.compile(r"\[\[(?P<target>[^\[\]|\n]{1,500})(?:\|(?P<label>[^\[\]\n]{0,500}))?\]\]")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp)\Z", re.IGNORECASE)
_SOUND = re.compile(r"\.(?:mp3|m4a|ogg|wav|flac|3gp|opus)\Z", re.IGNORECASE)
_FILM = re.compile(r"\.(?:mp4|webm|ogv|mov|mkv)\Z", re.IGNORECASE)
_FILE = re.compile(r"\.(?:md|markdown|pdf|canvas|base|txt|html?|docx?|xlsx?|zip)\Z", re.IGNORECASE)
_SIZE = re.compile(r"\s*(\d{1,4})(?:\s*x\s*(\d{1,4}))?\s*\Z")
# Numbers or quoted texts in a row, as lists of lists are written.
_LIST = re.compile(r"[-\d.]+(?:,[ \t]*[-\d.]+)+|\d+|([\"'])[^\"']*\1(?:,[ \t]*([\"'])[^\"']*\2)*")
_COMMENT = re.compile(r"%%(?!%)(?:[^%]|%(?!%)){0,4000}+%%(?![\w%])")
_BLOCK_NAME = re.compile(r"(?:\A|(?<=\S)[ \t]+|\n)\^(?P<name>[A-Za-z0-9][A-Za-z0-9-]*)[ \t]*\Z")
_LETTER = re.compile(r"[A-Za-z0-9=!<>+-]")
_MADE_UP = re.compile(r"(?=[a-z0-9]*[a-z])(?=[a-z0-9]*\d)[a-z0-9]{6}\Z")
_CLOSED = "comment_lines"  # in a parse's environment: the lines that are "%%" alone


def obsidian(parser: MarkdownIt) -> None:
    """Teach `parser` Obsidian's marks (a markdown-it plugin)."""
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)
    parser.inline.ruler.before("link", "highlight", _highlight)
    parser.inline.ruler.before("link", "comment", _comment)
    parser.block.ruler.before(
        "fence",
        "comment",
        _comment_block,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    parser.core.ruler.before("inline", "block_names", _drop_block_names)
    parser.core.ruler.after("inline", "picture_sizes", _take_sizes)


def _wiki_link(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    shown = source[start] == "!"
    opening = start + shown
    if not source.startswith("[[", opening):
        return False
    match = _LINK.match(source, opening, state.posMax)
    if match is None or not _is_wiki_link(state, match, shown):
        return False
    if not silent:
        target, label = match["target"].strip().rstrip("\\"), (match["label"] or "").strip()
        if not (shown and _push_media(state, target, label)):
            _push_link(state, target, label)
    state.pos = match.end()
    return True


def _is_wiki_link(state: StateInline, match: re.Match[str], shown: bool) -> bool:
    """Return whether it is none of what else is written in two brackets."""
    source, target = state.src, match["target"]
    if target[0].isspace() or not target.strip("\\ ") or _LIST.fullmatch(target):
        return False
    if not shown and match.start() and source[match.start() - 1].isascii():
        before = source[match.start() - 1]
        if before.isalnum() or before in "\\])":
            return False  # x[[1,2]]
    if match.end() < state.posMax and source[match.end()] in "([" and match["label"] is None:
        return False  # [[1]](address)
    references = cast("dict[str, object]", state.env.get("references", {}))
    return normalizeReference(target) not in references


def _push_media(state: StateInline, target: str, label: str) -> bool:
    """Write the picture, sound or film that is embedded; False where it is anything else."""
    path = target.partition("#")[0].strip()
    address = escape(quote(path, safe="/.~:?=&%()!,'@+"))
    if _PICTURE.search(path):
        parts = label.split("|")
        size = _SIZE.match(parts[-1])
        said = " ".join(parts[:-1] if size else parts).strip()
        state.push(
            "html_inline", "", 0
        ).content = f'<img src="{address}" alt="{escape(said)}"{_measures(size)}>'
        return True
    if _SOUND.search(path) or _FILM.search(path):
        element = "audio" if _SOUND.search(path) else "video"
        content = f'<{element} src="{address}" controls></{element}>'
        state.push("html_inline", "", 0).content = content
        return True
    return False


def _measures(size: re.Match[str] | None) -> str:
    if size is None:
        return ""
    return f' width="{size[1]}"' + (f' height="{size[2]}"' if size[2] else "")


def _push_link(state: StateInline, target: str, label: str) -> None:
    page, mark, place = target.partition("#")
    address = note_address(target)
    shown = label or " > ".join(filter(None, (page.strip(), *place.split("#"))))
    if mark and place.startswith("^") and not label:
        shown = page.strip() or "^"
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": address}
    state.push("text", "", 0).content = shown
    state.push("link_close", "a", -1)


def note_address(target: str) -> str:
    """Return the link to a note, and to a heading in it, that Obsidian writes `Note#Heading`.

    Its path is from the library's root, where Obsidian's short names can be looked for.
    """
    page, _, place = target.partition("#")
    page = page.strip()
    if page and not _FILE.search(page):
        page += ".md"
    if page and not page.startswith(("./", "../")):
        page = "/" + page.removeprefix("/")
    heading = "" if place.startswith("^") else id_of(place.rpartition("#")[2])
    return quote(page, safe="/.~()!,'") + ("#" + quote(heading) if heading or not page else "")


def _highlight(state: StateInline, silent: bool) -> bool:
    """Read `==stressed==`, but no comparison: `a==b and c==d`."""
    source, start = state.src, state.pos
    if source[start] != "=" or not source.startswith("==", start) or silent:
        return False
    before = source[start - 1] if start else " "
    first = source[start + 2 : start + 3]
    if _LETTER.match(before) or not first.strip() or first == "=":
        return False
    end = source.find("==", start + 2, state.posMax)
    if end < 0 or source[end - 1].isspace() or _LETTER.match(source[end + 2 : end + 3] or " "):
        return False
    most = state.posMax
    state.push("mark_open", "mark", 1)
    state.pos, state.posMax = start + 2, end
    state.md.inline.tokenize(state)
    state.push("mark_close", "mark", -1)
    state.pos, state.posMax = end + 2, most
    return True


def _comment(state: StateInline, silent: bool) -> bool:
    """Leave out `%%a comment%%`."""
    start = state.pos
    if state.src[start] != "%" or (start and not state.src[start - 1].isspace()):
        return False
    match = _COMMENT.match(state.src, start, state.posMax)
    if match is None or silent:
        return False
    state.pos = match.end()
    return True


def _comment_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave out the lines from one `%%` alone to the next."""
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if state.src[begin:stop].rstrip() != "%%" or state.is_code_block(start):
        return False
    notes = cast("dict[str, list[str]]", state.env)
    if _CLOSED not in notes:
        notes[_CLOSED] = [line.strip(" \t>") for line in state.src.split("\n")]
    lines = notes[_CLOSED]
    last = next((at for at in range(start + 1, min(end, len(lines))) if lines[at] == "%%"), None)
    if last is None:
        return False
    if not silent:
        state.line = last + 1
    return True


def _drop_block_names(state: StateCore) -> None:
    """Drop the name that a block has for links to it: `text ^name`.

    Only one that Obsidian made up, six letters and digits, or where the text has such links.
    """
    if "^" not in state.src:
        return
    linked = "[[" in state.src
    for token in state.tokens:
        if token.type == "inline" and "^" in token.content[-60:]:
            named = _BLOCK_NAME.search(token.content)
            if named and not named["name"].isdigit() and (linked or _MADE_UP.match(named["name"])):
                token.content = token.content[: named.start()]


def _take_sizes(state: StateCore) -> None:
    """Read the width after a bar in a picture's alternative text: `![A view|300](a.png)`."""
    if "|" not in state.src or "![" not in state.src:
        return
    for inline in state.tokens:
        for token in inline.children or ():
            last = token.children[-1] if token.type == "image" and token.children else None
            if last is None or last.type != "text" or "|" not in last.content:
                continue
            said, _, written = last.content.rpartition("|")
            size = _SIZE.match(written)
            if size is not None:
                last.content = said
                token.content = said
                token.attrSet("width", size[1])
                if size[2]:
                    token.attrSet("height", size[2])
