"""Passages set apart: Obsidian's and GitHub's callouts, and `:::` containers.

    > [!tip]- Title        https://help.obsidian.md/callouts (`-` and `+` fold)
    ::: warning Title      VuePress, Docusaurus, Markdown-it

All become `<blockquote class="callout">`, or `<details>` where they fold, under their title;
one without a title is called by its kind, as all of these do.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

_FIRST_LINE = re.compile(
    r"\[!(?P<kind>[\w-]{1,40})(?:\|[^\]\n]{0,60})?\](?P<fold>[+-]?)[ \t]*(?P<title>[^\n]*)\n?"
)
_KINDS = (
    "note|abstract|summary|tldr|info|information|todo|tip|hint|important|success|check|done|"
    "question|help|faq|warning|caution|attention|failure|fail|missing|danger|error|bug|example|"
    "quote|cite|seealso|details|spoiler|collapse|warn|primary|secondary|block|message|alert|"
    "tabs|tab|code-group|code-tabs|center|left|right|columns?|row|col|grid|cards?|steps?|raw|v-pre|"
    "demo|slot|div|section|figure|theorem|lemma|proof|definition|remark|corollary"
)
_CONTAINER = re.compile(
    rf"[ \t]*(?:(?P<kind>{_KINDS})\b(?:[ \t]*\[(?P<label>[^\]\n]*)\])?(?P<title>[^\n]*)"
    r"|\{\.?[\w .#-]*\})[ \t]*\Z",
    re.IGNORECASE,
)
_FOLDING = ("details", "spoiler", "collapse")
_SAID = {"info": "info", "warn": "warning", "alert": "warning"}
# Those that only lay out what they hold.
_LAYOUT = re.compile(
    r"tabs?|code-group|code-tabs|center|left|right|columns?|row|col|grid|cards?|steps?|raw|"
    r"v-pre|demo|slot|div|section|figure",
    re.IGNORECASE,
)
_BRACES = re.compile(r"\{[^{}]*\}")


def callouts(parser: MarkdownIt) -> None:
    """Teach `parser` callouts (a markdown-it plugin)."""
    container_plugin(parser, "callout", ":", lambda words, _marks: bool(_CONTAINER.match(words)))
    parser.core.ruler.before("inline", "callouts", _set_apart)


def _set_apart(state: StateCore) -> None:
    """Make callouts of the quotations and containers that are such."""
    if "[!" not in state.src and ":::" not in state.src:
        return
    tokens: list[Token] = []
    closers: list[Token | None] = []  # of what is open, the callout that it is
    skipped = 0
    for at, token in enumerate(state.tokens):
        if skipped:
            skipped -= 1
            continue
        opened = None
        if token.type == "blockquote_open":
            opened, skipped = _from_quotation(state.tokens, at, tokens)
            closers.append(opened)
        elif token.type == "container_callout_open":
            opened = _from_container(token, tokens)
            closers.append(opened)
        elif token.type in ("blockquote_close", "container_callout_close"):
            if (opener := closers.pop()) is not None:
                token.type, token.tag = "callout_close", opener.tag
            tokens.append(token)
            continue
        if opened is None:
            tokens.append(token)
    state.tokens = tokens


def _from_quotation(
    tokens: Sequence[Token], at: int, written: list[Token]
) -> tuple[Token | None, int]:
    """Write what opens a callout, if the quotation at `at` is one; return it, and what it took."""
    following = [token.type for token in tokens[at + 1 : at + 4]]
    if following != ["paragraph_open", "inline", "paragraph_close"]:
        return None, 0
    inline = tokens[at + 2]
    first = _FIRST_LINE.match(inline.content)
    if first is None:
        return None, 0
    title = first["title"].strip() or first["kind"].replace("-", " ").capitalize()
    opener = _open(title, first["fold"], written)
    rest = inline.content[first.end() :]
    if not rest.strip():
        return opener, 3
    inline.content = rest
    return opener, 0


def _from_container(token: Token, written: list[Token]) -> Token:
    """Write what opens the callout that a container is; return it."""
    said = _CONTAINER.match(token.info)
    kind = (said["kind"] if said else "") or ""
    title = (said["label"] or _BRACES.sub("", said["title"])) if said and kind else ""
    if title.strip().lower() in _SAID:  # Zenn's and Qiita's `:::note warn`
        kind, title = _SAID[title.strip().lower()], ""
    if kind.lower() == "message" and not title.strip():
        kind = ""  # Zenn's note, which no word stands above
    if _LAYOUT.fullmatch(kind) and not title.strip():
        opener = Token("callout_open", "div", 1, block=True)
        written.append(opener)
        return opener
    fold = "-" if kind.lower() in _FOLDING else ""
    return _open(title.strip() or (kind.capitalize() if kind else ""), fold, written)


def _open(title: str, fold: str, written: list[Token]) -> Token:
    """Write the tokens that open a callout, with its title if it has one."""
    opener = Token("callout_open", "details" if fold else "blockquote", 1, block=True)
    if fold == "+":
        opener.attrs = {"open": ""}
    elif not fold:
        opener.attrs = {"class": "callout"}
    written.append(opener)
    if not title and not fold:
        return opener
    inline = Token("inline", "", 0, content=title or "Details", children=[])
    if fold:
        heading = [Token("summary_open", "summary", 1, block=True), inline]
        written += [*heading, Token("summary_close", "summary", -1, block=True)]
        return opener
    mark = Token("callout_title_open", "strong", 1)
    mark.attrs = {"class": "callout-title"}
    written += [Token("paragraph_open", "p", 1), mark, inline]
    written += [Token("callout_title_close", "strong", -1)]
    written.append(Token("paragraph_close", "p", -1, block=True))
    return opener
