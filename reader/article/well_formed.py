"""Well-formed markup -> BeautifulSoup's tree, many times faster than its own parsers.

lexbor has settled what nests where and written it out: every element closed, every value in
double quotes. One expression finds its tags; nothing is left to decide. BeautifulSoup's own
builders decide anew, and take quadratic time on pictures among paragraphs.
"""

import re
from collections import Counter
from html import unescape

from bs4 import BeautifulSoup, Tag
from bs4.builder._htmlparser import HTMLParserTreeBuilder  # pyright: ignore[reportPrivateUsage]
from bs4.element import AttributeValueList, NavigableString, PageElement

from reader.article.name_sets import names

_SPACES = " \t\n\r\f"
_NAME = rf"=?[^{_SPACES}/>=]++"
# Matches whatever follows a name, so that no place is looked at twice.
_TOKEN = re.compile(
    rf"<(?:!--.*?(?:-->|\Z)|(/?)([a-zA-Z][^{_SPACES}/>]*+)"
    rf"((?:[{_SPACES}/]++(?:{_NAME})?|=\"[^\"]*+(?:\"|\Z)|=|{_NAME})*+)(?:>|\Z))",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(rf"[{_SPACES}/]++({_NAME})(?:=\"([^\"]*+)\")?")
_VOID = names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr"
)
# What they hold is no markup; the sanitizer drops it, whatever it is.
_UNREAD = names("script style xmp iframe noembed noframes plaintext")
_REFERENCES = (("&nbsp;", "\xa0"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'))
_SPACED = names("pre textarea")


class _Element(Tag):
    """An element; what is the same for all of them stands in the class."""

    parser_class = None
    namespace = None
    _namespaces: dict[str, str] = {}  # noqa: RUF012 - never changed
    prefix = None
    sourceline = None
    sourcepos = None
    known_xml = False
    can_be_empty_element = False
    cdata_list_attributes = None
    preserve_whitespace_tags = set(_SPACED)  # noqa: RUF012
    interesting_string_types = Tag.MAIN_CONTENT_STRING_TYPES
    attribute_value_list_class = AttributeValueList

    def __init__(self, name: str, written: str) -> None:  # pyright: ignore[reportMissingSuperCall]
        """Make an element without a place, with its attributes as `written`."""
        self.name = name
        self.attrs = {}
        if written:
            self.attrs.update(_attributes(written))
        self.contents = []
        self.next_element = self.next_sibling = None


class _Void(_Element):
    """An element that holds nothing."""

    can_be_empty_element = True


def parsed(markup: str) -> BeautifulSoup:
    """Return the tree of well-formed `markup`, whose top is `body`."""
    soup = BeautifulSoup("", builder=HTMLParserTreeBuilder(multi_valued_attributes=None))
    reading = _Reading(soup)
    done = at = 0
    while match := _TOKEN.search(markup, at):
        start, at = match.span()
        if done < start:
            reading.text(markup[done:start])
        closing, name, written = match.groups()
        if closing:
            reading.close(name)
        elif name:
            reading.open(name, written)
            if name in _UNREAD:
                at = _start_of_end(name, markup, at)
        done = at
    if done < len(markup):
        reading.text(markup[done:])
    return soup


class _Reading:
    """A tree in the making: what is open, and what came last."""

    def __init__(self, soup: BeautifulSoup) -> None:
        """Begin with an empty body in `soup`."""
        self._last: PageElement = soup
        self._open: list[Tag] = [soup]
        self._spaced = 0  # open elements whose spaces are their own
        self._names: Counter[str] = Counter()  # of what is open within the body
        self.open("body", "")
        self._names.clear()

    def text(self, written: str) -> None:
        """Put a text at the end. One of spaces alone shows one at most."""
        if "&" in written:
            written = _read(written)
        if not self._spaced and not written.strip(_SPACES):
            written = "\n" if "\n" in written else " "
        self._put(NavigableString(written))

    def open(self, name: str, written: str) -> None:
        """Open an element, whose attributes are `written`."""
        if name in _VOID:
            self._put(_Void(name, written))
            return
        tag = _Element(name, written)
        self._put(tag)
        self._open.append(tag)
        self._names[name] += 1
        self._spaced += name in _SPACED

    def close(self, name: str) -> None:
        """Close the innermost element of this name, and what is open in it."""
        if not self._names[name]:
            return
        closed = ""
        while closed != name:
            closed = self._open.pop().name
            self._names[closed] -= 1
            self._spaced -= closed in _SPACED

    def _put(self, node: PageElement) -> None:
        parent, last = self._open[-1], self._last
        siblings = parent.contents
        node.parent = parent
        node.previous_element = last
        last.next_element = node
        node.previous_sibling = before = siblings[-1] if siblings else None
        if before is not None:
            before.next_sibling = node
        siblings.append(node)
        self._last = node


def _start_of_end(name: str, markup: str, start: int) -> int:
    """Return where the tag stands that closes what begins at `start` and holds no markup."""
    found = markup.find(f"</{name}>", start)
    return len(markup) if found < 0 else found


def _attributes(written: str) -> dict[str, str]:
    found: dict[str, str] = dict(_ATTRIBUTE.findall(written))
    if "&" in written:
        found = {name: _read(value) for name, value in found.items()}
    return found


def _read(written: str) -> str:
    """Return a text in which a few characters are written as references, as it reads."""
    plain = written
    for reference, character in _REFERENCES:
        plain = plain.replace(reference, character)
    if plain.count("&") == plain.count("&amp;"):
        return plain.replace("&amp;", "&")
    return unescape(written)
