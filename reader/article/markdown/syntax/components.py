"""MDX, as Docusaurus and Astro have it: imports are left out, components show what they hold.

    import Tabs from '@theme/Tabs';
    <TabItem value="a" label="One">        https://mdxjs.com/docs/what-is-mdx

Only in posts that import something: elsewhere `<T` is a type, and `import` the subject.
"""

import re
from typing import Final, cast

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

IMPORT: Final = re.compile(
    r"^import[ \t]+(?:(?:[A-Z]\w*|\*|\{[^{}\n]{0,300}\})[^\"'\n]{0,300}[ \t]from[ \t]+)?"
    r"(?:\"[^\"\n]{1,300}\"|'[^'\n]{1,300}');?[ \t]*$",
    re.MULTILINE,
)
_EXPORT: Final = re.compile(r"export[ \t]+(?:const|let|default|function)\b[^\n]*[;})][ \t]*\Z")
_COMPONENT: Final = re.compile(
    r"</?(?P<name>[A-Z][\w.]*)(?P<attributes>(?:[^<>{}\"']|\"[^\"]*+\"|'[^']*+'"
    r"|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\})*+)>[ \t]*(?=\n|\Z)"
)
_TAG_START: Final = re.compile(r"</?[A-Z]")
_LABEL: Final = re.compile(r"\b(?:label|title)=(?:\{?\"([^\"\n]+)\"|\{?'([^'\n]+)')")
_LONGEST: Final = 4_000  # characters of a tag
_IMPORTS: Final = "imports"  # in a parse's environment


def components(parser: MarkdownIt) -> None:
    """Teach `parser` to leave out imports and the tags of components."""
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
    parser.block.ruler.before("html_block", "component", _component, ends)
    parser.block.ruler.before("paragraph", "import", _import)


def _is_mdx(state: StateBlock) -> bool:
    notes = cast("dict[str, bool]", state.env)
    if _IMPORTS not in notes:
        notes[_IMPORTS] = "import " in state.src and IMPORT.search(state.src) is not None
    return notes[_IMPORTS]


def _import(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave out a row of imports and exports."""
    at = start
    while at < end and not state.isEmpty(at) and state.sCount[at] == state.blkIndent:
        line = state.src[state.bMarks[at] + state.tShift[at] : state.eMarks[at]]
        if not line.startswith(("import", "export")) or not _is_mdx(state):
            break
        if not (IMPORT.match(line) or _EXPORT.match(line)):
            break
        at += 1
    if at == start or (at < end and not state.isEmpty(at)):
        return False
    if not silent:
        state.line = at
    return True


def _component(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave out a component's tag, over several lines as it may be; keep its label."""
    begin = state.bMarks[start] + state.tShift[start]
    if not _TAG_START.match(state.src, begin):
        return False
    if state.is_code_block(start) or not _is_mdx(state):
        return False
    tag = _COMPONENT.match(state.src, begin, min(begin + _LONGEST, len(state.src)))
    if tag is None:
        return False
    last = start + state.src.count("\n", begin, tag.end())
    if last >= end:
        return False
    if not silent:
        label = _LABEL.search(tag["attributes"])
        if label is not None:
            state.push("paragraph_open", "p", 1)
            inline = state.push("inline", "", 0)
            inline.content, inline.children = f"**{label[1] or label[2]}**", []
            state.push("paragraph_close", "p", -1)
        state.line = last + 1
    return True
