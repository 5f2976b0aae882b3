"""Small questions that every shaping step asks of the BeautifulSoup tree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from reader.article.name_sets import names

BLOCKS = names(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div "
    "dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li "
    "main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
MEDIA = names("img video audio iframe picture")


def body_of(soup: BeautifulSoup) -> Tag:
    """Return the element that holds the article."""
    return soup.body or soup


def tags_in(top: Tag) -> Iterator[Tag]:
    """Yield every element within `top`, in order; many times faster than `find_all`."""
    last: PageElement = top
    while isinstance(last, Tag) and last.contents:
        last = last.contents[-1]
    end = last.next_element
    node = top.next_element if top.contents else end
    while node is not end and node is not None:
        following = node.next_element
        if isinstance(node, Tag):
            yield node
        node = following


def tags_named(top: Tag, names: Iterable[str]) -> list[Tag]:
    """Return the elements within `top` of any of these names, in order."""
    wanted = frozenset(names)
    return [tag for tag in tags_in(top) if tag.name in wanted]


def ancestor(tag: PageElement, name: str) -> Tag | None:
    """Return the nearest element of this name around `tag`; ten times faster than `find_parent`."""
    outer = tag.parent
    while outer is not None and outer.name != name:
        outer = outer.parent
    return outer


def first_named(top: Tag, name: str) -> Tag | None:
    """Return the first element of this name within `top`; ten times faster than `find`."""
    return next((tag for tag in tags_in(top) if tag.name == name), None)


def holds(top: Tag, names: frozenset[str]) -> bool:
    """Return whether any element within `top` has one of these names."""
    return any(tag.name in names for tag in tags_in(top))


def replace(soup: Tag, replaced: Mapping[int, Sequence[PageElement]]) -> None:
    """Put others, or nothing, in the stead of many nodes, given by their `id`.

    In one walk: `replace_with` and `extract` look for the node among all its siblings.
    Replaced nodes are not looked into, and are of no use afterwards.
    """
    last: PageElement = soup
    waiting: list[PageElement] = []  # what comes next in the document stands last

    def enter(tag: Tag) -> None:
        if replaced and not replaced.keys().isdisjoint(map(id, tag.contents)):
            tag.contents = [
                new for child in tag.contents for new in replaced.get(id(child), (child,))
            ]
        before: PageElement | None = None
        for child in tag.contents:
            child.parent, child.previous_sibling, child.next_sibling = tag, before, None
            if before is not None:
                before.next_sibling = child
            before = child
        waiting.extend(reversed(tag.contents))

    enter(soup)
    while waiting:
        node = waiting.pop()
        last.next_element, node.previous_element = node, last
        last = node
        if isinstance(node, Tag):
            enter(node)
    last.next_element = None


def unwrap(soup: BeautifulSoup, wrappers: Sequence[Tag]) -> None:
    """Leave of each of `wrappers`, in the order of the document, what it holds."""
    if not wrappers:
        return
    unwrapped: dict[int, list[PageElement]] = {}
    for wrapper in reversed(wrappers):  # the inner ones first
        unwrapped[id(wrapper)] = [
            inner for child in wrapper.contents for inner in unwrapped.get(id(child), (child,))
        ]
    replace(soup, unwrapped)


def text_of(element: PageElement) -> str:
    """Return the element's text on one line."""
    return " ".join(words_of_run((element,)).split())


def words_of_run(run: Iterable[PageElement]) -> str:
    """Return the text of nodes side by side, spaces as they are; faster than `get_text`."""
    pieces: list[str] = []
    for node in run:
        inner = node.descendants if isinstance(node, Tag) else (node,)
        pieces += [text for text in inner if type(text) is NavigableString]
    return "".join(pieces)


def attribute(tag: Tag, name: str) -> str:
    """Return the attribute's value as text, "" where there is none."""
    value = tag.attrs.get(name)
    return value if isinstance(value, str) else ""


def classes(tag: Tag) -> list[str]:
    """Return the element's classes."""
    return attribute(tag, "class").split()


def is_blank(node: PageElement) -> bool:
    """Return whether the node shows nothing: space, a comment, a break, an empty element."""
    if isinstance(node, Tag):
        return node.name not in _SHOWN and all(map(is_blank, node.children))
    return not isinstance(node, NavigableString) or not node.strip()


def siblings_before(node: PageElement) -> Iterator[PageElement]:
    """Yield what stands before `node` and shows something, the nearest first."""
    near = islice(node.previous_siblings, _LOOKED_AT)
    return (sibling for sibling in near if not is_blank(sibling))


def siblings_after(node: PageElement) -> Iterator[PageElement]:
    """Yield what stands after `node` and shows something, the nearest first."""
    near = islice(node.next_siblings, _LOOKED_AT)
    return (sibling for sibling in near if not is_blank(sibling))


def only_pictures(node: PageElement) -> list[Tag]:
    """Return the pictures of an element that shows nothing else; [] of any other."""
    if not isinstance(node, Tag) or node.name in ("figcaption", "pre"):
        return []
    if node.name == "img":
        return [node]
    pictures: list[Tag] = []
    for inner in node.descendants:
        if isinstance(inner, Tag):
            if inner.name == "img":
                pictures.append(inner)
            elif inner.name in _SHOWN and inner.name != "picture":
                return []
        elif inner.get_text().strip():
            return []
    return pictures


_SHOWN = MEDIA | {"hr"}
_LOOKED_AT = 40  # siblings, so that thousands of empty ones cost nothing
