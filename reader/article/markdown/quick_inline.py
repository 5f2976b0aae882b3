"""Marks within a paragraph of Markdown, taken away as far as they are the common ones."""

import re
from html import escape

from markdown_it.common.html_re import HTML_TAG_RE

_MARKS = re.compile(r"[\\`*_<\[~=^${%]")
_RARE = re.compile(
    r"\[\^|\[\[|\{[:%{#.<=+~>-]|\{\s*(?:[#.]|\w+=)|%%|\^|\$\$|\$(?=\S)[^$]*(?<=\S)\$(?!\d)"
)
_REFUSED = re.compile(r"\]\s*[(:]\s*(?i:javascript|vbscript|file|data):")
_CODE_OR_TAG = re.compile(
    r"(?P<escaped>\\[!-/:-@\[-`{-~\n])|(?P<marks>(?<!`)`+(?!`))(?P<code>.+?)(?<!`)(?P=marks)(?!`)"
    r"|<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>"
    rf"|(?P<tag>{HTML_TAG_RE.pattern.removeprefix('^')})|<",
    re.DOTALL,
)
_ADDRESS = (
    r"\([ \t\n]*+([^\s()<>\"\x1a]*+(?:\([^\s()\"\x1a]*+\)[^\s()\"\x1a]*+)*+)"
    r"[ \t\n]*+(?:(?<=[ \t\n])(\"[^\"]*+\"|'[^']*+'|\([^()]*+\))[ \t\n]*+)?\)"
)
_PICTURE = re.compile(rf"!\[([^\[\]]*)\]{_ADDRESS}")
_LINK = re.compile(rf"(?<!!)\[([^\[\]]*)\]{_ADDRESS}")
_NAMED = re.compile(r"(!?)\[([^\[\]]+)\](?:\[([^\[\]]*)\])?")
_NESTED_LABEL = re.compile(r"\[[^\[\]]*\[")
_BARE_AMPERSAND = re.compile(r"&(?![a-zA-Z][a-zA-Z0-9]*;|#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};)")
_UNPAIRED = re.compile(r"\w\*+\w")
_DEFINITION = re.compile(
    r"^[ >]*\[([^\[\]^][^\[\]]*)\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)"
    r"(?:[ \t]*\n?[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$\n?",
    re.MULTILINE,
)
_EMPHASIS = re.compile(r"(?<!\*)(\*{1,3})(?![\s*])([^*]+?)(?<![\s*])\1(?!\*)")
_UNDERLINES = re.compile(r"(?<![\w_])(_{1,3})(?![\s_])([^_]+?)(?<![\s_])\1(?![\w_])")
_STRUCK = re.compile(r"(?<!~)(~{1,2})(?![\s~])([^~]+?)(?<![\s~])\1(?!~)")
_HIGHLIGHT = re.compile(r"(?<!=)(==)(?![\s=])([^=]+?)(?<![\s=])==(?!=)")
_EMPHASES = (("*", _EMPHASIS), ("_", _UNDERLINES), ("~", _STRUCK), ("==", _HIGHLIGHT))
_SUSPECT = re.compile(r"[{$^]|%%|\[\[")
_FORMULA = re.compile(r"\\[(\[]|\\begin\{")
_KEPT = "\x1a"  # begins what stands for markup that must not be looked at again
_PLACE = re.compile("\x1a(\\d+);")
_LONGEST = 20_000  # characters of a paragraph
_SEARCHED = 1_000_000  # characters looked at for the ends of code and tags
_NESTED = 4


class TooRare(Exception):  # noqa: N818 - no error: the post is read the slow way
    """The text holds something that only the real parser reads rightly."""


def labels_in(text: str) -> frozenset[str]:
    """Return the labels of links that `text` defines, and perhaps some more."""
    return frozenset(map(_label, _DEFINITION.findall(text))) if "]:" in text else frozenset()


def definition_lines(text: str) -> int:
    """Return how many lines the definition of a link takes with which `text` begins."""
    found = _DEFINITION.match(text)
    return len(found[0].splitlines()) if found else 0


def inline(text: str, known: frozenset[str]) -> str:
    """Return the markup of a paragraph; `known` are the labels of links. Raises TooRare."""
    if not _MARKS.search(text):
        return _BARE_AMPERSAND.sub("&amp;", text) if "&" in text else text
    begun = text.count("`") + text.count("<")
    if len(text) > _LONGEST or begun * len(text) > _SEARCHED or _KEPT in text:
        raise TooRare
    if "\\" in text and _FORMULA.search(text):
        raise TooRare
    kept: list[str] = []
    if "`" in text or "<" in text or "\\" in text:
        text = _CODE_OR_TAG.sub(lambda match: _kept(match, kept), text)
    if _SUSPECT.search(text) and _RARE.search(text):
        raise TooRare
    if "[" in text:
        text = _with_links(text, known, kept)
    text = _without_emphasis(text)
    if "&" in text:
        text = _BARE_AMPERSAND.sub("&amp;", text)
    return _PLACE.sub(lambda place: kept[int(place[1])], text) if kept else text


def _without_emphasis(text: str) -> str:
    for mark, pattern in _EMPHASES:
        times = _NESTED if mark in text else 0
        while times:
            text, found = pattern.subn(r"\2", text)
            times = times - 1 if found else 0
    if "*" in text and _UNPAIRED.search(text):
        raise TooRare
    return text


def _with_links(text: str, known: frozenset[str], kept: list[str]) -> str:
    """Return `text` with its pictures and links as elements."""
    if "](" in text:
        if _REFUSED.search(text):
            raise TooRare
        text = _PICTURE.sub(lambda match: _picture(match, kept), text)
        text = _LINK.sub(lambda match: _link(match, kept), text)
    if known:
        if _NESTED_LABEL.search(text):
            raise TooRare
        text = _NAMED.sub(lambda match: _named(match, known), text)
    if "](" in text or "]:" in text:
        raise TooRare
    return text


def _picture(match: re.Match[str], kept: list[str]) -> str:
    if _KEPT in match[0]:
        raise TooRare
    title = f' title="{_value(match[3][1:-1])}"' if match[3] else ""
    return _put(f'<img src="{_value(match[2])}" alt="{_value(match[1])}"{title}>', kept)


def _link(match: re.Match[str], kept: list[str]) -> str:
    return _put(f'<a href="{_value(match[2])}">', kept) + match[1] + "</a>"


def _value(text: str) -> str:
    """Return `text` as an attribute's value: references in it are references there, too."""
    return text.replace('"', "&quot;").replace("'", "&#39;").replace("<", "&lt;")


def _named(match: re.Match[str], known: frozenset[str]) -> str:
    label = match[3] or match[2]
    if match[1] or (_KEPT not in label and _label(label) not in known):
        if match[1] and _label(label) in known:
            raise TooRare  # a picture, whose address stands elsewhere
        return match[0]
    return f'<a href="/">{match[2]}</a>'


def _label(written: str) -> str:
    return " ".join(written.split()).casefold()


def _kept(match: re.Match[str], kept: list[str]) -> str:
    """Put aside what the match found as markup; return what stands for it."""
    if match["escaped"]:
        return _put("<br>" if match["escaped"] == "\\\n" else escape(match["escaped"][1]), kept)
    if match["code"]:
        return _put(f"<code>{escape(match['code'], quote=False)}</code>", kept)
    if match["address"]:
        return _put(f'<a href="/">{escape(match["address"])}</a>', kept)
    return _put(match["tag"] or "&lt;", kept)


def _put(markup: str, kept: list[str]) -> str:
    kept.append(markup)
    return f"{_KEPT}{len(kept) - 1};"
