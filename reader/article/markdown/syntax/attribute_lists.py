"""kramdown's attribute lists: `{: .class #id key="value"}` after or before a block, and right
after a span; `{:name: …}` defines a list for others to name. None of them is ever shown.

https://kramdown.gettalong.org/syntax.html#attribute-list-definitions and what follows there.
Hugo (goldmark) and Pandoc write the same without the colon, on a line of its own.
"""

import re
from collections.abc import Sequence
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

_VALUE = r"\"(?:\\.|[^\"\\])*+\"|'(?:\\.|[^'\\])*+'"
_ITEM = re.compile(
    rf"(?<!\S)(?:(?P<key>[\w:-]+)=(?P<value>{_VALUE}|[^\s\"'{{}}]+)"
    r"|(?P<marks>(?:[.#][^\s.#{}\"'=]+)++)|(?P<name>[\w-]+))(?!\S)"
)
_MARK = re.compile(r"([.#])([^.#]+)")
_LINE = re.compile(
    r"\{:(?![:/])(?:(?P<defines>[\w-]+):(?=[ \t}]))?(?P<list>(?:\\\}|[^}\n])*+)\}[ \t]*\Z"
)
_PLAIN = re.compile(
    rf"\{{[ \t]*(?P<list>(?:(?:[.#][\w-]+|[\w-]+=(?:{_VALUE}|[\w-]+))[ \t]*)++)\}}[ \t]*\Z"
)
_SPAN = re.compile(r"\{:(?![:/])(?P<list>(?:\\\}|[^}\n])*+)\}")
_LEADING = re.compile(r"\{:(?![:/])(?P<list>(?:\\\}|[^}\n])*+)\}[ \t]+")
_TAG = re.compile(r"\s*<[a-zA-Z][\w-]*")
_PLACEHOLDERS = frozenset(("toc", "footnotes"))  # lists kramdown puts something in place of
_BLOCK, _SPANNED = "attribute_list", "attribute_span"
_DEFINED = "attribute_lists"  # in a parse's environment: name -> what it stands for
_DEEPEST = 3  # names that stand for names
_MOST_DEFINITIONS = 5  # of one name

Attributes = dict[str, str]


def attribute_lists(parser: MarkdownIt) -> None:
    """Teach `parser` kramdown's attribute lists."""
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("table", _BLOCK, _block, ends)
    parser.core.ruler.after("block", _BLOCK, _apply_blocks)
    parser.inline.ruler.before("link", _SPANNED, _span)
    parser.inline.ruler2.before("fragments_join", _SPANNED, _apply_spans)


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if begin >= stop or state.src[begin] != "{" or state.is_code_block(start):
        return False
    line = state.src[begin:stop]
    found = _LINE.match(line) or _PLAIN.match(line)
    if found is None:
        return False
    if silent:
        return True
    state.line = start + 1
    defines = found.groupdict().get("defines")
    if defines:
        _defined(state.env).setdefault(defines, []).append(found["list"])
        return True
    token = state.push(_BLOCK, "", 0)
    token.content = found["list"]
    token.hidden = True
    token.meta = {
        "after": start > 0 and not state.isEmpty(start - 1),
        "before": start + 1 < end and not state.isEmpty(start + 1),
    }
    return True


def _apply_blocks(state: StateCore) -> None:
    """Give the blocks their attributes, and drop the lists, and what they replace."""
    if not any(token.type == _BLOCK or token.content[:2] == "{:" for token in state.tokens):
        return
    kept: list[Token] = []
    opened: list[int] = []  # the places of the blocks that are open
    before: list[int | None] = [None]  # on each level, the place of the block just before
    waiting: Attributes = {}
    for token in state.tokens:
        if token.type == _BLOCK:
            waiting = _settled(token, kept, before, waiting, state.env)
            continue
        if token.type == "inline":
            _take_leading(kept, token, state.env)
        else:
            if token.nesting >= 0:
                _give(token, waiting)
                waiting = {}
            _walk(token, len(kept), opened, before)
        kept.append(token)
    state.tokens = kept


def _settled(
    token: Token,
    kept: list[Token],
    before: list[int | None],
    waiting: Attributes,
    environment: object,
) -> Attributes:
    """Give a list's attributes to the block before it; return those that wait for the next."""
    found, names = _read(token.content, environment)
    at = before[-1]
    if at is None or waiting or not token.meta["after"]:
        for key, value in found.items():
            _add(waiting, key, value)
        return waiting if token.meta["before"] else {}
    if names.isdisjoint(_PLACEHOLDERS):
        _give(kept[at], found)
    else:
        del kept[at:]
        before[-1] = None
    return {}


def _walk(token: Token, place: int, opened: list[int], before: list[int | None]) -> None:
    """Keep account of what is open, and of the block just before."""
    if token.nesting == 1:
        opened.append(place)
        before.append(None)
    elif token.nesting == -1 and opened:
        before.pop()
        before[-1] = opened.pop()
    else:
        before[-1] = place


def _take_leading(before: Sequence[Token], inline: Token, environment: object) -> None:
    """Give a list item or a term the attributes written before its text."""
    if inline.content[:2] != "{:" or not before:  # a line read by itself stands in no block
        return
    found = _LEADING.match(inline.content)
    owner = before[-1] if before[-1].type == "dt_open" else before[-2] if len(before) > 1 else None
    if found and owner is not None and owner.type in ("dt_open", "list_item_open"):
        _give(owner, _read(found["list"], environment)[0])
        inline.content = inline.content[found.end() :]


def _span(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    found = _SPAN.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push(_SPANNED, "", 0)
        token.content = found[0]
    state.pos = found.end()
    return True


def _apply_spans(state: StateInline) -> None:
    """Give spans their attributes; what follows no span is text, as in kramdown."""
    if "{:" not in state.src:
        return
    kept: list[Token] = []
    for token in state.tokens:
        if token.type != _SPANNED:
            kept.append(token)
            continue
        last = len(kept) - 1
        while last >= 0 and kept[last].type == "text" and not kept[last].content:
            last -= 1
        owner = _span_ending_at(kept, last)
        if owner is None:
            token.type = "text"
            kept.append(token)
        else:
            found = _SPAN.match(token.content)
            _give(owner, _read(found["list"] if found else "", state.env)[0])
    state.tokens[:] = kept


def _span_ending_at(tokens: Sequence[Token], last: int) -> Token | None:
    if last < 0 or tokens[last].type in ("text", "softbreak", "hardbreak", "text_special"):
        return None
    closing = tokens[last]
    if closing.nesting >= 0:
        return closing
    wanted = closing.type.replace("_close", "_open")
    depth = 0
    for token in reversed(tokens[: last + 1]):
        depth += (token.type == closing.type) - (token.type == wanted)
        if depth == 0:
            return token
    return None


def _give(token: Token, attributes: Attributes) -> None:
    """Give a token attributes; an HTML block's first tag gets them; code its language."""
    if token.type == "html_block":
        if opening := _TAG.match(token.content):
            given = "".join(
                f' {key}="{value}"' for key, value in attributes.items() if '"' not in value
            )
            token.content = opening[0] + given + token.content[opening.end() :]
        return
    for key, value in attributes.items():
        if key != "class":
            token.attrSet(key, value)
            continue
        for name in dict.fromkeys(value.split()):
            if token.type in ("code_block", "fence") and name.startswith("language-"):
                token.type, token.tag = "fence", "code"
                token.info = token.info or name.removeprefix("language-")
            else:
                token.attrJoin("class", name)


def _read(text: str, environment: object, depth: int = 0) -> tuple[Attributes, set[str]]:
    """Return the attributes a list gives, those of lists it names included, and the names."""
    attributes: Attributes = {}
    names: set[str] = set()
    for item in _ITEM.finditer(text):
        if name := item["name"]:
            names.add(name)
            if depth < _DEEPEST:
                _add_named(attributes, name, environment, depth)
        elif item["marks"]:
            for mark, value in _MARK.findall(item["marks"]):
                _add(attributes, "id" if mark == "#" else "class", value)
        else:
            value = item["value"]
            quoted = value[0] in "\"'"
            value = re.sub(r"\\(.)", r"\1", value[1:-1]) if quoted else value
            _add(attributes, item["key"], value)
    return attributes, names


def _add_named(attributes: Attributes, name: str, environment: object, depth: int) -> None:
    for definition in _defined(environment).get(name, ())[:_MOST_DEFINITIONS]:
        for key, value in _read(definition, environment, depth + 1)[0].items():
            _add(attributes, key, value)


def _add(attributes: Attributes, key: str, value: str) -> None:
    before = attributes.get(key, "") if key == "class" else ""
    attributes[key] = f"{before} {value}".strip()


def _defined(environment: object) -> dict[str, list[str]]:
    notes = cast("dict[str, dict[str, list[str]]]", environment)
    return notes.setdefault(_DEFINED, {})
