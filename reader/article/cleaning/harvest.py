"""Tags and categories that a page itself names."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.survey import Survey, survey

# Classes of the lists that WordPress, Drupal, Ghost, Hexo and Hugo put links to them in ...
_CATEGORY_LISTS = frozenset(
    (
        *("cat-links", "post-categories", "entry-categories", "article-category", "post-category"),
        *("taxonomy-category", "field-name-field-category", "field--name-field-category"),
    )
)
_TAG_LISTS = frozenset(
    (
        *("post-tags", "tags-links", "tag-links", "entry-tags", "article-tags", "article-tag"),
        *("tags", "post-full-tags", "field-name-field-tags", "field--name-field-tags"),
    )
)
_TAG_LINKS = frozenset(("gh-article-tag", "p-category"))  # ... and of such links themselves
_RELATION = re.compile(r"rel\s{0,9}=\s{0,9}[\"']?[^\"'>]{0,60}?\b(?:tag|category)\b")
_LONGEST = 60  # characters a tag may have


def harvest(tree: LexborHTMLParser, markup: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags and the categories that `tree`, parsed from `markup`, links to."""
    held = survey(markup)
    tag_lists, category_lists = _lists(_TAG_LISTS, held), _lists(_CATEGORY_LISTS, held)
    tag_lists += [f"a.{name}" for name in _TAG_LINKS & held.names]
    related = "tag" in held.tags or "category" in held.tags
    if related and _RELATION.search(held.tags) is not None:
        tag_lists.append("a[rel~=tag]")
        category_lists.append("a[rel~=category]")
    tags: dict[str, None] = {}
    categories: dict[str, None] = {}
    named: set[int] = set()  # the links to categories, which are often called tags as well
    if category_lists:
        for link in tree.css(", ".join(category_lists)):
            named.add(link.mem_id)
            _add(categories, link)
    if tag_lists:
        for link in tree.css(", ".join(tag_lists)):
            if link.mem_id not in named:
                _add(tags, link)
    return tuple(tags), tuple(categories)


def _lists(names: frozenset[str], held: Survey) -> list[str]:
    """Return selectors of the links in those lists that the page has."""
    return [f".{name} a" for name in names & held.names]


def _add(names: dict[str, None], link: LexborNode) -> None:
    name = " ".join(link.text().split()).lstrip("#").strip()
    if name and len(name) <= _LONGEST:
        names[name] = None
