"""Places within the article: notes, their references, and whatever else its links lead to.

Layout leaves plain blocks, so a place named on a wrapper (`<div id="fn1">`), or by an old
`<a name>`, would be lost; it moves to where the wrapper's first words stand.
"""

from collections.abc import Callable, Iterable
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from reader.article.trees import BLOCKS, attribute, is_blank, names, tags_in
from reader.posts.identity import normalized_url
from reader.posts.link_names import link_name

# Elements that layout keeps as they are, ids and all.
_KEPT = names(
    "h1 h2 h3 h4 h5 h6 li blockquote dd dt td th pre figcaption table ul ol dl tr sup sub a"
)
_FORMATTING = names("b strong i em u s small mark cite q code")


def same_page(source_url: str | None, path: str) -> Callable[[str], bool]:
    """Return what tells whether an address, without its fragment, is the article's own.

    `path` is the post's, for relative ones: a site writes links to a page of its own in full.
    """
    own = normalized_url(source_url) if source_url else None
    known: dict[str, bool] = {"": True}

    def is_same(page: str) -> bool:
        if page not in known:
            if "://" in page:
                known[page] = own is not None and normalized_url(page) == own
            else:
                known[page] = own is None and link_name(page) == link_name(path)
        return known[page]

    return is_same


def settle_anchors(soup: BeautifulSoup, body: Tag, links: Iterable[Tag]) -> None:
    """Keep every place of `body` that one of its own `links` leads to ("#place")."""
    wanted = {
        name
        for link in links
        if (target := attribute(link, "href")).startswith("#")
        for name in (target[1:], unquote(target[1:]))
    }
    by_name: dict[str, str] = {}
    for tag in list(tags_in(body)):
        name, place = attribute(tag, "name") if tag.name == "a" else "", attribute(tag, "id")
        if name and not place:
            tag["id"] = place = name
        elif name and name != place and name in wanted:
            by_name[name] = place
        if place and place in wanted and tag.name not in _KEPT and tag.name not in _FORMATTING:
            del tag["id"]
            _plant(soup, tag, place)
    if by_name:
        for link in links:
            target = attribute(link, "href")
            if target[1:] in by_name and target.startswith("#"):
                link["href"] = "#" + by_name[target[1:]]


def _plant(soup: BeautifulSoup, wrapper: Tag, place: str) -> None:
    """Put the id `place` where the first words of `wrapper` stand."""
    holder = wrapper
    while True:
        first = next((child for child in holder.children if not is_blank(child)), None)
        if not isinstance(first, Tag) or first.name not in BLOCKS:
            break
        if first.name in _KEPT and not first.has_attr("id"):
            first["id"] = place
            return
        holder = first
    anchor = soup.new_tag("a", id=place)
    holder.insert(0, anchor)
