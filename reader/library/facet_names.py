"""Names of facet values: which are spellings of one, and which are nested in others.

Values that differ by case, by full and half width, or by how an accented letter is composed are
spellings of one value; so are authors that differ by spaces beside a Chinese, Japanese or Korean
character, and hosts with and without `www.`. Traditional and Simplified are two spellings of one
word to a search, but two values here: which of them a writer chose may be their name.

Tags and categories nest at each `/` between characters that are no spaces: `war/europe` is in
`war`, while `war / peace` is one name. Whether `AC/DC` is in an `AC` cannot be told from the name:
`reader.library.facet_tree` shows a parent only where it earns it. Months are in years.
"""

import re
import unicodedata
from functools import cache

DEEPEST = 6  # names that a tag holds at most; slashes after that belong to the last

_CJK = "[\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U000323af]"
_WIDE = "[\u3000\uff01-\uffee]+"
_SLASH = r"(?<=[^\s/／])[/／](?=[^\s/／])"
_MONTH = r"(\d{4,})\s*[-/.年]\s*(\d{1,2})\s*月?"
_HOST = r"(?:[\w-]+\.)+[\w-]{2,}"


def term_key(text: str) -> str:
    """Return what all spellings of a tag or category share."""
    if text.isascii() or unicodedata.is_normalized("NFKC", text):
        return text.casefold().strip()
    narrow = _compiled(_WIDE).sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), text)
    return unicodedata.normalize("NFC", narrow).casefold().strip()


def person_key(text: str) -> str:
    """Return what all spellings of an author share."""
    key = term_key(text)
    return key if key.isascii() else _compiled(rf"\s+(?={_CJK})|(?<={_CJK})\s+").sub("", key)


def source_key(text: str) -> str:
    """Return what all spellings of a source share, its address among them."""
    key = term_key(text)
    if "://" in key:
        from reader.posts.identity import host_of  # noqa: PLC0415 - only what is typed has it

        key = host_of(key) or key
    key = key.removeprefix("www.")
    if key.isascii() and "xn--" not in key:
        return key
    return _host_key(key) if _compiled(_HOST).fullmatch(key) else key


def _host_key(host: str) -> str:
    """Return the letters of a host, however they are encoded."""
    from reader.posts.addresses import shown_host  # noqa: PLC0415 - few hosts need it

    return shown_host(host)


def time_key(text: str) -> str:
    """Return the year, or the month as "2022-02"."""
    month = _compiled(_MONTH).fullmatch(text.strip())
    return f"{month[1]}-{int(month[2]):02}" if month else text.strip().removesuffix("年")


def names_above(text: str) -> tuple[str, ...]:
    """Return the tags that the tag `text` is in, the outermost first; often none."""
    if "/" not in text and "／" not in text:
        return ()
    slashes = [found.start() for found in _compiled(_SLASH).finditer(text)]
    return tuple(text[:slash] for slash in slashes[: DEEPEST - 1])


def year_above(text: str) -> tuple[str, ...]:
    """Return the year that a month is in."""
    year, dash, _ = text.partition("-")
    return (year,) if dash else ()


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    """Compile when first needed: the window imports this before it shows."""
    return re.compile(pattern)
