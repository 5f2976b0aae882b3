"""Code in few colours: its words as `<span class="code-…">`, by Pygments, classes only.

Only code whose language the page names; a language is never guessed, and the text stays
exactly as it is. What a site has highlighted itself without naming the language keeps its
own distinctions, under our classes: code-keyword, code-name, code-string, code-number,
code-comment, code-inserted, code-deleted. Pygments is loaded with the first such code.
"""

import re
import time
import zlib
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from reader.article.code.languages import language_said
from reader.article.trees import classes, names, replace, tags_in, tags_named

MAX_BLOCK = 6_000  # characters of one listing; longer ones stay plain
MAX_IN_ALL = 60_000  # characters in one post
MAX_SECONDS = (
    0.3  # of the processor, for all listings of a post; what is not done by then stays plain
)
_GAP = re.compile(r"\s{100}")  # some lexers look from each space of it to its end
_SHORT = 1_000  # characters with which no lexer takes long
_DENSEST = 12  # times that code is longer than what it is compressed to, at most
_MOST = 1_000  # listings of one post
_LONGEST_LINE = 1_000  # characters: what a machine wrote is not read word by word
# What has its own meaning within code: marking words would take it apart.
_OWN = names("div ol ul li table p math a img sub sup mark")
_OUTER = 3  # elements around <pre> that may name its language
# Classes of Pygments, Rouge and Chroma (short names), highlight.js, Prism and GitHub.
_FOREIGN = {
    "comment": "comment quote c c1 cm cs ch cd prolog cdata",
    "string": "string regexp regex char s s1 s2 sb sc sd se sh si sr ss dl pds",
    "keyword": "keyword tag selector-tag k kd kn kp kr kt ow nt cp ent",
    "number": "number literal constant boolean symbol m mf mh mi mo mb il kc no",
    "name": "title function class-name attr attr-name name nf nc na nd fm en",
    "inserted": "addition inserted gi",
    "deleted": "deletion deleted gd",
}
_MEANT = {name: meaning for meaning, known in _FOREIGN.items() for name in known.split()}

_Words = Callable[[str, str, float], Iterator[tuple[str, str]]]


def highlight(soup: BeautifulSoup, body: Tag) -> None:
    """Mark the words of the code in `body` by what they are."""
    listings = [
        (listing, _language(listing))
        for listing in tags_named(body, ("pre",))[:_MOST]
        if not any(outer.name == "pre" for outer in listing.parents)
    ]
    if any(language for _, language in listings):
        from reader.article.code.words import words  # noqa: PLC0415 loads Pygments

        _mark(soup, listings, words)
    for listing, language in listings:
        if not language:
            _rename(listing)


def _mark(soup: BeautifulSoup, listings: list[tuple[Tag, str]], words: _Words) -> None:
    """Put the words of those listings whose language is named into elements."""
    replaced: dict[int, list[PageElement]] = {}
    left = MAX_IN_ALL
    until = time.process_time() + MAX_SECONDS
    for listing, language in listings:
        text = _text(listing) if language else ""
        pieces: list[PageElement] = []
        if len(text) <= min(MAX_BLOCK, left) and time.process_time() < until:
            left -= len(text)
            pieces = _pieces(soup, text, lambda text, named=language: words(text, named, until))
        if pieces:
            first, *others = _innermost(listing).contents
            replaced[id(first)] = pieces
            replaced |= {id(other): [] for other in others}
        elif language:
            _rename(listing)
    if replaced:
        replace(soup, replaced)


def _language(listing: Tag) -> str:
    """Return the language that the listing, what it holds or what is around it names."""
    places = [
        child for child in listing.children if isinstance(child, Tag) and child.name == "code"
    ]
    if len(places) > 1 or any(tag.name in _OWN for tag in tags_in(listing)):
        return ""
    outer: Tag | None = listing
    while outer is not None and outer.name != "body" and len(places) < _OUTER + 2:
        places.append(outer)
        outer = outer.parent
    return next(filter(None, (language_said(place.attrs) for place in places)), "")


def _innermost(listing: Tag) -> Tag:
    """Return the element that holds all of the listing's text: its <code>, if it has one."""
    inner = [child for child in listing.contents if isinstance(child, Tag) or str(child).strip()]
    lone = inner[0] if len(inner) == 1 else None
    return lone if isinstance(lone, Tag) and lone.name == "code" else listing


def _text(listing: Tag) -> str:
    place = _innermost(listing)
    parts = (
        "\n" if isinstance(node, Tag) else str(node)
        for node in place.descendants
        if type(node) is NavigableString or (isinstance(node, Tag) and node.name == "br")
    )
    return "".join(parts)


def _pieces(
    soup: BeautifulSoup, text: str, words: Callable[[str], Iterator[tuple[str, str]]]
) -> list[PageElement]:
    """Return `text` in pieces, words that mean something in elements; [] where it stays plain."""
    if not text.strip() or _GAP.search(text) or _repeats(text):
        return []
    if max(map(len, text.split("\n"))) > _LONGEST_LINE:
        return []
    pieces: list[PageElement] = []
    for name, written in words(text):
        if not name:
            pieces.append(NavigableString(written))
            continue
        span = soup.new_tag("span", attrs={"class": f"code-{name}"})
        span.contents = [NavigableString(written)]
        pieces.append(span)
    return pieces if len(pieces) > 1 else []


def _repeats(text: str) -> bool:
    """Return whether the text says one thing over and over, as no code that is read does.

    Many lexers take quadratic time on such.
    """
    return len(text) > _SHORT and len(zlib.compress(text.encode())) * _DENSEST < len(text)


def _rename(listing: Tag) -> None:
    """Put what the site itself has marked under our classes."""
    for span in tags_named(listing, ("span",)):
        own = next(_meanings(classes(span)), None)
        if own is None:
            span.attrs.pop("class", None)
        else:
            span["class"] = f"code-{own}"


def _meanings(written: list[str]) -> Iterator[str]:
    for name in written:
        bare = name.removeprefix("hljs-").removeprefix("pl-")
        if bare in _MEANT:
            yield _MEANT[bare]
