"""Mathematics as pages show it -> the TeX it was written in, once, as text.

MathJax and KaTeX put a formula into the page two or three times over: drawn, as MathML for
screen readers, and as its source. What is left is `<code class="math">`, in a block of its
own where the page displayed it so. MathML itself is not let into the page: its elements
switch parsers between HTML and XML rules, which is how markup slips past sanitizers. Where a
formula exists as MathML alone it is written in a line. Works on lexbor's tree, for the page
and for the index alike.
"""

import re
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.code.mathml import in_a_line
from reader.article.survey import survey

_HINTS = ("<math", "math/", "mwe-math", "MathJax", "mjx-", "katex", "latex", "?tex=", "cht=tx")
_DISPLAYED = re.compile(r"katex-display|(?:MathJax(?:_SVG)?|MJXc)[_-][Dd]isplay")
# Around the formula, the outermost first: what is replaced as a whole.
_FRAMES = (
    ".katex-display, .katex, mjx-container, .mwe-math-element, .MathJax_Display, "
    ".MathJax_SVG_Display, .MathJax, .MathJax_SVG, .MathJax_CHTML, .mjx-chtml"
)
_PICTURES = (
    "img.latex, img.mwe-math-fallback-image-inline, img.mwe-math-fallback-image-display, "
    "img[src*='latex.codecogs.com'], img[src*='zhihu.com/equation'], img[src*='latex.php?'], "
    "img[src*='chart.googleapis.com/chart?cht=tx']"
)
_CDATA = re.compile(r"\A(?:% ?)?<!\[CDATA\[|(?:% ?)?\]\]>\Z")
_MOST = 3_000  # formulas of one post
_LONGEST = 20_000  # characters of MathML in an attribute
_STYLE = re.compile(r"^\s*\{\\(?:displaystyle|textstyle)\s*(.*)\}\s*$", re.DOTALL)


def settle_formulas(tree: LexborHTMLParser, markup: str) -> None:
    """Leave of every formula in `tree`, parsed from `markup`, its source alone."""
    tags = survey(markup).tags
    if not any(hint in tags for hint in _HINTS):
        return
    for script in tree.css("script[type^='math/tex'], script[type^='math/asciimath']")[:_MOST]:
        _drop_drawing_before(script)
        display = "mode=display" in (script.attributes.get("type") or "")
        _replace(tree, script, script.text(), display)
    for frame in tree.css(_FRAMES)[:_MOST]:
        if frame.parent is not None:
            _settle_frame(tree, frame)
    for formula in tree.css("math")[:_MOST]:
        if not _is_within(formula, "math"):
            display = (formula.attributes.get("display") or "") == "block"
            _replace(tree, formula, _source_of(formula), display)
    for picture in tree.css(_PICTURES)[:_MOST]:
        if picture.parent is not None and (source := _source_of_picture(picture)):
            _replace(tree, picture, source, False)


def _drop_drawing_before(script: LexborNode) -> None:
    """Drop what MathJax 2 drew of a script's formula: it stands right before it."""
    before = script.prev
    while before is not None:
        earlier = before.prev
        if before.is_element_node and _is_drawing(before):
            before.decompose(recursive=False)
        elif not (before.is_text_node and not (before.text_content or "").strip()):
            return
        before = earlier


def _is_within(node: LexborNode, name: str) -> bool:
    """Return whether the node stands in an element of this name, or no more in the page."""
    outer = node.parent
    while outer is not None and outer.tag not in (name, "body"):
        outer = outer.parent
    return outer is None or outer.tag == name


def _is_drawing(node: LexborNode) -> bool:
    names = (node.attributes.get("class") or "").split()
    return any(name.startswith(("MathJax", "mjx-chtml")) for name in names)


def _settle_frame(tree: LexborHTMLParser, frame: LexborNode) -> None:
    """Replace a formula with its twins by its source; leave alone what holds none."""
    source, says = "", frame.attributes
    formula = frame.css_first("math")
    written = says.get("data-mathml") or ""
    if formula is None and written and len(written) < _LONGEST:
        formula = LexborHTMLParser(written).css_first("math")
    if formula is not None:
        source = _source_of(formula)
    elif (picture := frame.css_first("img")) is not None:
        source = _source_of_picture(picture)
    if not source:
        return
    displayed = says.get("display") or (formula.attributes.get("display") if formula else "")
    of_its_own = displayed in ("true", "block") or _DISPLAYED.search(says.get("class") or "")
    _replace(tree, frame, source, bool(of_its_own))


def _source_of(formula: LexborNode) -> str:
    """Return a <math>'s TeX where it is noted, else the formula itself in a line."""
    for note in formula.css("annotation"):
        if "tex" in (note.attributes.get("encoding") or "").lower():
            return note.text()
    return formula.attributes.get("alttext") or in_a_line(formula)


def _source_of_picture(picture: LexborNode) -> str:
    """Return the TeX of a formula drawn as a picture: its text, or in its address; or ""."""
    said = (picture.attributes.get("alt") or "").strip()
    if said and said.lower() not in ("equation", "formula", "latex", "math", "[公式]"):
        return said
    address = urlsplit((picture.attributes.get("src") or "").replace("&amp;", "&"))
    fields = parse_qs(address.query, max_num_fields=20) if len(address.query) < 4_000 else {}
    return next((fields[key][0] for key in ("tex", "latex", "chl", "eq") if fields.get(key)), "")


def _replace(tree: LexborHTMLParser, node: LexborNode, source: str, display: bool) -> None:
    """Put the formula's source in the stead of `node`; drop it where there is none."""
    styled = _STYLE.match(source)
    source = (styled[1] if styled else source).strip()
    source = _CDATA.sub("", source).strip()
    if source:
        code = tree.create_node("code")
        code.attrs["class"] = "math"  # pyright: ignore[reportIndexIssue]
        code.insert_child(source)
        if display:
            block = tree.create_node("pre")
            block.insert_child(code)
            node.insert_before(block)
        else:
            node.insert_before(code)
    node.decompose(recursive=False)
