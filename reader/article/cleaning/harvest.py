"""Tags and categories that a page itself names."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.survey import Survey, survey

_CATEGORY_LISTS = frozenset(
    ("cat-links", "post-categories", "entry-categories", "article-category")
)
_TAG_LISTS = frozenset(
    ("post-tags", "tags-links", "tag-links", "entry-tags", "article-tags", "tags")
)
_RELATION = re.compile(r"rel\s{0,9}=\s{0,9}[\"']?[^\"'>]{0,60}?\btag\b")
_LONGEST = 60  # characters a tag may have


def harvest(tree: LexborHTMLParser, markup: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags and the categories that `tree`, parsed from `markup`, links to."""
    held = survey(markup)
    tag_lists = _lists(_TAG_LISTS, held)
    if "tag" in held.tags and _RELATION.search(held.tags) is not None:
        tag_lists.append("a[rel~=tag]")
    tags: dict[str, None] = {}
    categories: dict[str, None] = {}
    if tag_lists:
        for link in tree.css(", ".join(tag_lists)):
            relations = (link.attributes.get("rel") or "").split()
            _add(categories if "category" in relations else tags, link)
    if category_lists := _lists(_CATEGORY_LISTS, held):
        for link in tree.css(", ".join(category_lists)):
            _add(categories, link)
    return tuple(tags), tuple(categories)


def _lists(names: frozenset[str], held: Survey) -> list[str]:
    """Return selectors of the links in those lists that the page has."""
    return [f".{name} a" for name in names & held.names]


def _add(names: dict[str, None], link: LexborNode) -> None:
    name = " ".join(link.text().split()).lstrip("#").strip()
    if name and len(name) <= _LONGEST:
        names[name] = None
