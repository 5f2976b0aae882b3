"""Bare addresses in Markdown become links (GFM 6.9), before `_` and `*` in them are read.

Chinese and Japanese text follows an address without a space: an address ends before it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, cast

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import StateInline

from reader.article.bounds import MAX_LINKED

# General punctuation (curly quotes, dashes, dots) and what CJK text is written with.
_CJK = "\u2010-\u206f\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_IS_CJK = re.compile(f"[{_CJK}]")
_LABEL = "[A-Za-z0-9_-]++"
_ANY_LABEL = "[A-Za-z0-9_\u00a1-\u1fff\U0001f000-\U0001faff-]++"  # international ones, too
_WEB = re.compile(
    rf"(?:https?://|(?=www\.\w))(?P<host>{_ANY_LABEL}(?:\.{_ANY_LABEL}){{0,20}}+)(?::\d+)?"
    rf"(?:[/?#][^\s<\x00{_CJK}]{{0,2000}}+)?",
    re.IGNORECASE,
)
_LOCAL = r"[A-Za-z0-9.+_-]{1,64}+"
_MAIL = re.compile(rf"(?P<scheme>mailto:|xmpp:)?{_LOCAL}@(?P<host>{_LABEL}(?:\.{_LABEL}){{1,20}}+)")
_ROOM = re.compile(r"/[A-Za-z0-9@.]++")  # what may follow the host in an xmpp address
# What our rules begin with. markdown-it stops at more, for plugins that we have not.
_MARK = re.compile(r"[\n!$%&*<=\[\]\\^_`{~]")
_WEB_START = re.compile(r"(?<![A-Za-z0-9])(?:https?://|www\.)", re.IGNORECASE)
_MAIL_START = re.compile(
    rf"(?<![A-Za-z0-9.+_-])(?:mailto:|xmpp:)?(?={_LOCAL}@[A-Za-z0-9-]{{1,63}}+\.[A-Za-z0-9])"
)
# A scraper that lost line breaks glues the next line's word to a host.
_GLUED = re.compile(r"(https?://[a-z0-9.-]+\.(?:com|org|net|io|tv|cn|tw|hk))(?=[A-Z][a-z])")
_AFTER = "?!.,:*_~'\"[]"  # these belong to the sentence, not to the address
_ENTITY = re.compile(r"&[A-Za-z0-9]{1,32}+;\Z")
_LEFT = "addresses_left"  # in a parse's environment: how many more to link
_STARTS = "address_starts"  # there, too: the text in hand, and where an address may begin


def autolinks(parser: MarkdownIt) -> None:
    """Teach `parser` to link bare web and mail addresses."""
    parser.inline.ruler.at("text", _text)
    parser.inline.ruler.after("text", "address", _address)


def _text(state: StateInline, silent: bool) -> bool:
    """Skip to what may be markup, or an address."""
    end = state.posMax
    if starts := _starts(state):
        at = bisect_left(starts, state.pos)
        end = min(end, starts[at]) if at < len(starts) else end
    if found := _MARK.search(state.src, state.pos, end):
        end = found.start()
    if end == state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def _starts(state: StateInline) -> Sequence[int]:
    """Return where in the text an address may begin."""
    notes = cast("dict[str, Any]", state.env)
    text, starts = notes.get(_STARTS, ("", ()))
    if notes.get(_LEFT) == 0:
        return ()
    if text is not state.src:
        text = state.src
        starts = list[int]()
        if "://" in text or "www." in text:
            starts += (match.start() for match in _WEB_START.finditer(text))
        if "@" in text:
            starts += (match.start() for match in _MAIL_START.finditer(text))
            starts.sort()
        notes[_STARTS] = (text, starts)
    return starts


def _address(state: StateInline, silent: bool) -> bool:
    starts = _starts(state)
    at = bisect_left(starts, state.pos)
    if silent or state.linkLevel or at == len(starts) or starts[at] != state.pos:
        return False
    notes = cast("dict[str, int]", state.env)
    left = notes.get(_LEFT, MAX_LINKED)
    if not left:
        return False
    address, target = _web_address(state) or _mail_address(state) or ("", "")
    target = state.md.normalizeLink(target)
    if not address or not state.md.validateLink(target):
        return False
    notes[_LEFT] = left - 1
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": target}
    opening.markup, opening.info = "autolink", "auto"
    state.push("text", "", 0).content = address
    closing = state.push("link_close", "a", -1)
    closing.markup, closing.info = "autolink", "auto"
    state.pos += len(address)
    return True


def _web_address(state: StateInline) -> tuple[str, str] | None:
    """Return the address at the state's position as written, and where it leads."""
    found = _WEB.match(state.src, state.pos, state.posMax)
    if found is None or "_" in "".join(found["host"].split(".")[-2:]):
        return None
    glued = _GLUED.match(found[0])
    address = glued[1] if glued else _trimmed(found[0])
    return address, address if "://" in address else "http://" + address


def _mail_address(state: StateInline) -> tuple[str, str] | None:
    before = state.src[state.pos - 1] if state.pos else " "
    if before in ".+-_/" or (before.isalnum() and not _IS_CJK.match(before)):
        return None
    found = _MAIL.match(state.src, state.pos, state.posMax)
    if found is None or not found[0][-1].isalpha():
        return None
    address = found[0]
    if found["scheme"] == "xmpp:" and (room := _ROOM.match(state.src, found.end(), state.posMax)):
        address += room[0].rstrip(".@")
    return address, address if found["scheme"] else "mailto:" + address


def _trimmed(address: str) -> str:
    """Return the address without what ends the sentence around it (GFM 6.9)."""
    unopened = address.count(")") - address.count("(")
    end = len(address)
    while end:
        last = address[end - 1]
        if last == ")" and unopened > 0:
            unopened -= 1
        elif last == ";" and (entity := _ENTITY.search(address, max(0, end - 34), end)):
            end = entity.start()
            continue
        elif last not in _AFTER and last != ";":
            break
        end -= 1
    return address[:end]
