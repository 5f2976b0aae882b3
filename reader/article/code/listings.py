"""Code as sites show it, highlighted already, -> one `<pre><code>` with the code alone.

Highlighters put the code in a table beside its line numbers, number each line within it,
make a row of each line, or end lines with `<br>`. What is left is the code as it was written,
and its language as a class where the page says it; the numbers go. Works on lexbor's tree,
for the page and for the index alike.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.code.languages import language_said
from reader.article.survey import survey

_LONGEST_RUN = 20_000  # numbers or lines of one listing
# Numbers beside the lines: Pygments, Rouge, Chroma, Prism, highlight.js, Hexo, CSDN, React.
_NUMBERS = (
    "pre .lineno, pre .linenos, pre .linenumber, pre .line-number, pre .line-numbers, pre .ln, "
    "pre .lnt, pre .lines-num, pre .hljs-ln-numbers, pre .line-numbers-rows, pre .gutter, "
    "pre > ul.pre-numbering, pre .hljs-ln-n, pre .react-syntax-highlighter-line-number, "
    "pre .code-line-number, pre .cl-number, pre .ec-line .gutter"
)
# Beside the code, in the same frame: what is on its bar, and its text once more for copying.
_BARS = (
    ".code-toolbar > .toolbar, .crayon-toolbar, .crayon-plain-wrap, .syntaxhighlighter .toolbar, "
    ".highlight-tools, .hljs-button, .code-block-extension, .pre-numbering, .hljs-title-bar, "
    "pre > .copy-code-btn, .highlight > .copy-btn, .codeblock-copy, .code-header .copy"
)
# Tables of which one cell holds the numbers, another the code.
_TABLES = (
    "table.highlighttable, table.rouge-table, table.lntable, table.crayon-table, "
    ".syntaxhighlighter table, figure.highlight table, .highlight table, .hljs-ln, "
    "table.js-file-line-container, table.codehilitetable, table.linenodiv, .CodeMirror-code table"
)
# Each line an element of its own: prettify, Expressive Code, Confluence.
_LINED = (
    "pre:has(> ol.linenums), pre:has(> code > ol), pre:has(> code > .ec-line), pre:has(> .line)"
)
_GUTTER = re.compile(
    r"(?:^|\s)(?:gutter|linenos|lineno|lntd-n|rouge-gutter|gl|crayon-nums|hljs-ln-numbers|"
    r"hljs-ln-line hljs-ln-numbers|blob-num|line-numbers?|linenumbers|num)(?=\s|$)"
)
_SHOWN = re.compile(r"[\d\s.:-]*\Z")
_CODE = ("<pre", "<code", "blob-code")
_HINTS = (
    "gutter", "lineno", "lntable", "lntd", 'class="ln', "line-number", "linenumber", "crayon-",
    "highlighttable", "rouge-table", "hljs-ln", "syntaxhighlighter", "pre-numbering", "blob-code",
    "code-toolbar", "highlight-tools", "copy-code-btn", "hljs-button", "copy-btn", "class='ln",
    "codehilitetable", "lines-num", "linenums", "ec-line",
)  # fmt: skip
_LINE_ELEMENTS = frozenset(("div", "tr", "li", "p"))


def settle_listings(tree: LexborHTMLParser, markup: str) -> None:
    """Leave of every highlighted listing in `tree`, parsed from `markup`, its code."""
    tags = survey(markup).tags
    if not any(hint in tags for hint in _CODE) or not any(hint in tags for hint in _HINTS):
        return
    for node in tree.css(_BARS):
        node.decompose(recursive=False)
    for table in tree.css(_TABLES):
        _settle_table(tree, table)
    for node in tree.css(_NUMBERS):
        if _SHOWN.match(node.text()[:_LONGEST_RUN]):
            node.decompose(recursive=False)
    for pre in tree.css(_LINED):
        if pre.parent is not None and pre.tag == "pre":
            pre.insert_before(_listing(tree, _code_of(pre).removesuffix("\n"), pre))
            pre.decompose(recursive=False)


def _settle_table(tree: LexborHTMLParser, table: LexborNode) -> None:
    """Replace a table of numbers and code by the code."""
    if table.parent is None or (table.css_first("table") is not None and _is_nested(table)):
        return
    cells = table.css("td")[:_LONGEST_RUN]
    numbered = [cell for cell in cells if _is_gutter(cell)]
    code = [cell for cell in cells if not _is_gutter(cell)]
    if not code or not (numbered or table.css_first("pre, code") is not None):
        return
    lines = [_code_of(cell) for cell in code]
    pre = _listing(tree, "\n".join(line.removesuffix("\n") for line in lines), code[0])
    frame = table
    while (outer := frame.parent) is not None and outer.tag in ("pre", "code"):
        frame = outer
    frame.insert_before(pre)
    frame.decompose(recursive=False)


def _listing(tree: LexborHTMLParser, text: str, shown: LexborNode) -> LexborNode:
    pre, code = tree.create_node("pre"), tree.create_node("code")
    if language := _language_around(shown):
        code.attrs["class"] = f"language-{language}"  # pyright: ignore[reportIndexIssue]
    code.insert_child(text)
    pre.insert_child(code)
    return pre


def _language_around(node: LexborNode) -> str:
    """Return the language of the code in `node` as it, what it holds or is in says; or ""."""
    places = node.css("code, pre, div")[:6]
    outer: LexborNode | None = node
    while outer is not None and len(places) < 10 and outer.tag != "body":
        places.append(outer)
        outer = outer.parent
    said = (language_said(place.attributes) for place in places)
    return next(filter(None, said), "")


def _is_nested(table: LexborNode) -> bool:
    return any(inner.mem_id != table.mem_id for inner in table.css("table"))


def _is_gutter(cell: LexborNode) -> bool:
    """Return whether a cell holds line numbers: by its name, or, by Chroma, by what it holds."""
    if _GUTTER.search(cell.attributes.get("class") or ""):
        return True
    if cell.css_first(".lnt, .lineno, .linenodiv, .line-numbers") is None:
        return False
    return bool(_SHOWN.match(cell.text()[:_LONGEST_RUN]))


def _code_of(cell: LexborNode) -> str:
    """Return the code that a cell shows, its lines as they are shown."""
    parts: list[str] = []
    for node, opening in _walk(cell):
        if node.is_text_node:
            parts.append(node.text_content or "")
        elif node.tag == "br" if opening else _ends_line(node, parts):
            parts.append("\n")
    return "".join(parts).replace("\xa0", " ")


def _ends_line(node: LexborNode, parts: list[str]) -> bool:
    return node.tag in _LINE_ELEMENTS and not (parts and parts[-1].endswith("\n"))


def _walk(top: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each node within `top` as it opens, and each element again as it closes."""
    waiting = [(child, True) for child in top.iter(include_text=True)][::-1]
    while waiting:
        node, opening = waiting.pop()
        yield node, opening
        if opening and node.is_element_node:
            waiting.append((node, False))
            waiting += [(child, True) for child in node.iter(include_text=True)][::-1]
