"""What Zenn, Qiita, HackMD and Docusaurus add: sizes of pictures, cards, names of listings.

![](a.png =250x)            https://zenn.dev/zenn/articles/markdown-guide
@[youtube](id)
```js:app.js                ```js title="app.js"
"""

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from reader.article.templates.media import Arguments, media_of

_PICTURE: Final = re.compile(
    r"!\[(?P<said>[^\[\]\n]{0,500})\]\([ \t]*(?P<source>[^()\s<>]{1,2000})"
    r"(?:[ \t]+\"(?P<title>[^\"\n]{0,500})\")?"
    r"[ \t]+=(?P<width>\d{0,4})(?:px|%)?x(?P<height>\d{0,4})(?:px|%)?[ \t]*\)"
)
_CARD: Final = re.compile(r"@\[(?P<name>[a-z]{1,20})\]\((?P<what>[^()\s]{1,500})\)[ \t]*\Z")
_COLON: Final = re.compile(r"(?P<language>[\w+#.-]{0,30}):(?P<file>[^\s:{}]+)\Z")
_TITLE: Final = re.compile(r"\b(?:title|file(?:name)?|name)[ \t]*=[ \t]*(?:\"([^\"]+)\"|'([^']+)')")
_BRACES: Final = re.compile(r"\{[ \t]*\.(?P<language>[\w+#-]+)|(?P<before>[\w+#-]+)\{")
_LOOKS: Final = ("no-line-numbers", "line-numbers", "collapsed-lines", "no-collapsed-lines")


def zenn(parser: MarkdownIt) -> None:
    """Teach `parser` these."""
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
    parser.block.ruler.before("fence", "card", _card, ends)
    parser.inline.ruler.before("image", "sized_picture", _sized_picture)
    parser.core.ruler.after("block", "listing_names", _name_listings)


def _sized_picture(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("![", state.pos) or " =" not in state.src:
        return False
    found = _PICTURE.match(state.src, state.pos, state.posMax)
    if found is None or not state.md.validateLink(found["source"]):
        return False
    if not silent:
        token = state.push("image", "img", 0)
        token.attrs = {"src": state.md.normalizeLink(found["source"]), "alt": ""}
        for name in ("title", "width", "height"):
            if found[name]:
                token.attrs[name] = found[name]
        token.content = found["said"]
        token.children = []
        state.md.inline.parse(found["said"], state.md, state.env, token.children)
    state.pos = found.end()
    return True


def _card(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith("@[", begin) or state.is_code_block(start):
        return False
    found = _CARD.match(state.src, begin, stop)
    if found is None:
        return False
    what = found["what"]
    piece = media_of(found["name"], Arguments({}, [what], what), None, line=False)
    if piece is None and not what.startswith("http"):
        return False
    if not silent:
        token = state.push("html_block", "", 0)
        token.content = piece.markup if piece else state.md.renderInline(f"<{what}>")
        if piece is None:
            token.content = f"<p>{token.content}</p>"
        token.map = [start, start + 1]
    state.line = start + 1
    return True


def _name_listings(state: StateCore) -> None:
    """Part a listing's language from its file's name, which stands above it."""
    tokens: list[Token] = []
    for token in state.tokens:
        if token.type == "fence" and token.info.strip():
            language, name = _said(token.info.strip())
            token.info = language or token.info
            if name:
                tokens += _heading(name, token.level)
        tokens.append(token)
    state.tokens = tokens


def _said(info: str) -> tuple[str, str]:
    """Return the language and the file's name that stand beside a fence; "" where they do not."""
    first = info.split(maxsplit=1)[0]
    titled = _TITLE.search(info)
    name = (titled[1] or titled[2]) if titled else ""
    if parted := _COLON.match(first):
        file = "" if parted["file"] in _LOOKS else parted["file"]
        return parted["language"] or "text", name or file
    if braced := _BRACES.match(first):
        return braced["language"] or braced["before"], name
    return "", name


def _heading(name: str, level: int) -> list[Token]:
    """Return a bold line."""
    mark = Token("strong_open", "strong", 1)
    said = Token("text", "", 0, content=name)
    children = [mark, said, Token("strong_close", "strong", -1)]
    inline = Token("inline", "", 0, content="", children=children, level=level + 1, block=True)
    opening = Token("paragraph_open", "p", 1, block=True, level=level)
    return [opening, inline, Token("paragraph_close", "p", -1, block=True, level=level)]
