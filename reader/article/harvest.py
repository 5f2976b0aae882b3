"""Tags and categories that a page itself names."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.needs import may_match
from reader.article.survey import survey

_CATEGORY_LISTS = ".cat-links a, .post-categories a, .entry-categories a, .article-category a"
_TAG_LISTS = ".post-tags a, .tags-links a, .tag-links a, .entry-tags a, .article-tags a, .tags a"
_RELATION = re.compile(r"rel\s{0,9}=\s{0,9}[\"']?[^\"'>]{0,60}?\btag\b")
_LONGEST = 60  # characters a tag may have


def harvest(tree: LexborHTMLParser, markup: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags and the categories that `tree`, parsed from `markup`, links to."""
    held = survey(markup)
    lists = may_match(f"{_TAG_LISTS}, {_CATEGORY_LISTS}", held)
    if not lists and _RELATION.search(held.tags) is None:
        return (), ()
    tags: dict[str, None] = {}
    categories: dict[str, None] = {}
    for link in tree.css(f"a[rel~=tag], {_TAG_LISTS}"):
        relations = (link.attributes.get("rel") or "").split()
        _add(categories if "category" in relations else tags, link)
    for link in tree.css(_CATEGORY_LISTS):
        _add(categories, link)
    return tuple(tags), tuple(categories)


def _add(names: dict[str, None], link: LexborNode) -> None:
    name = " ".join(link.text().split()).lstrip("#").strip()
    if name and len(name) <= _LONGEST:
        names[name] = None
