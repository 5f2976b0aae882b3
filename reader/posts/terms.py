"""Tags, categories and authors, in every form that people write them."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Final, cast

_MAX_TERMS: Final = 256
_MAX_LENGTH: Final = 200  # characters of a term
_MAX_SOURCE: Final = 500  # ... and of what it is read from: patterns backtrack
_REMEMBERED: Final = 4096  # terms, and authors; the posts of a library share most of theirs
_COMMAS: Final = re.compile(r"[,，、;；\n]")
_AUTHOR_BREAKS: Final = re.compile(r"[;；、\n|]")
_SPACES: Final = re.compile(r"\s+")
_NOTHING: Final = frozenset(("", "~", "null", "nil", "none", "false", "true", "[]"))
_WIKI_LINK: Final = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_ADDRESS: Final = re.compile(r"\s*[<(][^<>()@\s]+@[^<>()\s]+[>)]")
_LINKED: Final = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_BY: Final = re.compile(r"(?:by\s+|作者\s*[:：]\s*|文\s*[/／]\s*)", re.IGNORECASE)
_NAME_KEYS: Final = ("name", "display_name", "title", "label", "slug", "id")
_CJK: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# Where a whole site lies in a folder of its repository: Hexo's, and two that Jekyll's users choose.
_SITES: Final = frozenset(("source", "src", "docs"))


def tags_of(front_matter: Mapping[str, object]) -> tuple[str, ...]:
    """Return the tags of lower-case keyed `front_matter`: `tags`, `tag`, `keywords`."""
    return _terms(front_matter, ("tags",), ("tag", "keywords", "keyword"))


def categories_of(front_matter: Mapping[str, object], path: str = "") -> tuple[str, ...]:
    """Return the categories of lower-case keyed `front_matter`: `categories`, `category`.

    And the folders of `path` in which Jekyll's `_posts` lies: `films/_posts/a.md` is of `films`
    (https://jekyllrb.com/docs/posts/#categories).
    """
    written = _terms(front_matter, ("categories",), ("category",))
    above = _above_posts(path)
    return _distinct(chain(written, above), _clean_term) if above else written


def authors_of(front_matter: Mapping[str, object]) -> tuple[str, ...]:
    """Return the authors of lower-case keyed `front_matter`, each once."""
    for key in ("author", "authors", "byline", "creator"):
        value = front_matter.get(key)
        if value is not None:
            authors = _distinct(_flat(value, _split_authors), _clean_author)
            if authors:
                return authors
    return ()


def _terms(
    front_matter: Mapping[str, object], plural: tuple[str, ...], singular: tuple[str, ...]
) -> tuple[str, ...]:
    """Return each term once, those of Hugo's and Zola's `taxonomies` too.

    Text of a plural key without commas is split at spaces, of a singular one it is not
    (jekyll/utils.rb, pluralized_array_from_hash).
    """
    found: list[str] = []
    taxonomies = front_matter.get("taxonomies")
    places = [front_matter]
    if isinstance(taxonomies, Mapping):
        places.append(cast("Mapping[str, object]", taxonomies))
    for values in places:
        for keys, split in ((plural, _split_words), (singular, _split_commas)):
            for key in keys:
                if key in values:
                    found.extend(_flat(values[key], split))
    return _distinct(iter(found), _clean_term)


def _above_posts(path: str) -> list[str]:
    """Return the folders of a site in which its `_posts` lies."""
    above, posts, _ = path.partition("/_posts/")
    if not posts:
        return []
    folders = above.split("/")
    sites = [place for place, folder in enumerate(folders, 1) if folder in _SITES]
    return folders[max(sites, default=0) :]


def _flat(value: object, split: Callable[[str], list[str]], depth: int = 0) -> Iterator[str]:
    """Yield the texts of a list in a list in a mapping; only text of the outermost is split."""
    if isinstance(value, str):
        yield from split(value) if depth == 0 else (value,)
    elif isinstance(value, Mapping):
        yield from _flat_mapping(cast("Mapping[str, object]", value), split, depth)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in cast("list[object]", value):
            if isinstance(item, str):
                yield item
            else:
                yield from _flat(item, split, depth + 1)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def _flat_mapping(
    value: Mapping[str, object], split: Callable[[str], list[str]], depth: int
) -> Iterator[str]:
    for key in _NAME_KEYS:
        if isinstance(value.get(key), str | int | float):
            yield str(value[key])
            return
    for key, item in value.items():
        if item is None or isinstance(item, bool):
            yield key
        else:
            yield from _flat(item, split, depth + 1)


def _split_words(text: str) -> list[str]:
    return _COMMAS.split(text) if _COMMAS.search(text) else text.split()


def _split_commas(text: str) -> list[str]:
    return _COMMAS.split(text)


def _split_authors(text: str) -> list[str]:
    """Return the people in a line: "Doe, John" is one, "John Doe, Jane Roe" and "张三,李四" two."""
    parts = [part.strip() for part in _AUTHOR_BREAKS.split(text)]
    names: list[str] = []
    for part in parts:
        pieces = re.split("[,，]", part)
        several = all(" " in piece.strip() or _CJK.search(piece) for piece in pieces)
        names.extend(pieces if several else (part,))
    return names


@lru_cache(_REMEMBERED)
def _clean_author(text: str) -> str:
    text = _LINKED.sub(r"\1", _ADDRESS.sub("", text[:_MAX_SOURCE]))
    text = _clean_term(text)
    by = _BY.match(text)
    return text[by.end() :].strip() if by else text


@lru_cache(_REMEMBERED)
def _clean_term(text: str) -> str:
    text = text[:_MAX_SOURCE]
    text = _WIKI_LINK.sub(r"\1", text) if "[[" in text else text
    text = _SPACES.sub(" ", text).strip().strip("\"'").strip()
    if text.startswith("#") and len(text) > 1:
        text = text[1:].strip()
    text = "".join(filter(str.isprintable, text)) if not text.isprintable() else text
    return text[:_MAX_LENGTH]


def _distinct(texts: Iterator[str], clean: Callable[[str], str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        term = clean(text)
        if term.lower() not in _NOTHING:
            found[term] = None
            if len(found) == _MAX_TERMS:
                break
    return tuple(found)
