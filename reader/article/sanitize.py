"""The last step: markup -> markup that cannot run, load or leave.

nh3 with an allow-list kept as data, and a filter over every attribute that holds an address
or a name. What leaves here goes into the page unchanged; what came in need not be trusted.
Remote pictures are only named (`picture?https://…`), which is relative, so nothing loads by
itself. Classes are those that our own stylesheet knows; names get a prefix, so that they shadow
nothing.
"""

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import unquote

import nh3

_MANY_REFERENCES = 5_000
_MOST_PASSES = 8
ID_PREFIX = "post-"
PICTURE = "picture?"

_TAGS = set(
    re.findall(
        r"\w+",
        "a abbr article aside audio b bdi bdo blockquote br caption cite code col colgroup dd del "
        "details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins "
        "kbd li main mark nav ol p pre q rp rt ruby s samp section small span strong sub summary "
        "sup table tbody td tfoot th thead time tr u ul var video wbr",
    )
)
# Dropped with all they hold; of anything else not allowed the content stays.
_DROPPED_WHOLE = set(
    re.findall(
        r"\w+",
        "script style template title noscript noembed noframes iframe object embed applet xmp "
        "plaintext textarea select option button svg math canvas",
    )
)
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "dir", "id", "class"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "audio": {"src", "controls"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"start", "type", "reversed"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "time": {"datetime"},
    "video": {"src", "controls", "poster", "width", "height"},
}
_CLASSES = re.compile(
    r"(?:credit|bracket|gallery|footnotes|math|task|callout(?:-title)?"
    r"|embed(?:-(?:video|audio|post|map|chart|code|document|page))?"
    r"|code-(?:keyword|name|string|number|comment|inserted|deleted)|language-[\w+#.-]{1,40})\Z"
)
_PICTURE_ADDRESS = re.compile(r"picture\?[A-Za-z0-9\-._~:/?@!$&()*+,;=%\[\]]+\Z")
_ABSOLUTE = re.compile(r"https?://[^\s\\/?#][^\s\\]*\Z", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s\\<>\"]+\Z", re.IGNORECASE)
_ATTACHES = re.compile(r"[?&;]\s*attach", re.IGNORECASE)
_UNPRINTABLE = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff]"
)
_TEXT = re.compile(
    r"<[^>\"]*+(?:\"[^\"]*+(?:\"|\Z)[^>\"]*+)*+(?:>|\Z)"
    r"|[^<&\xa0]*+(?:[&\xa0][^<&\xa0]*+){1,500}+|[^<&\xa0]++"
)
_CLEAR_AMPERSAND = re.compile("&amp;(?![a-zA-Z0-9#])")
_TAG_NAME = re.compile(r"<([a-zA-Z][^\s/>]*+)")
_NUMBER = re.compile(r"\d{1,5}\Z")
_WORDS = re.compile(r"[\w :.+-]{1,64}\Z", re.ASCII)


def sanitize(markup: str) -> str:
    """Return `markup` with only what is allowed left. Doing it again changes nothing.

    Where an element goes and its content stays, elements may come to stand in one another that
    cannot when the result is read (`<a><marquee><a>`): that is read anew, until it stays as it is.
    """
    safe = _cleaner.clean(_divided(markup))
    if _TAGS.issuperset(map(str.lower, _TAG_NAME.findall(markup))):
        return safe
    for _ in range(_MOST_PASSES):
        before, safe = safe, _cleaner.clean(_divided(safe))
        if safe == before:
            break
    return safe


def _divided(markup: str) -> str:
    """Return `markup` with long texts divided by comments, which are dropped.

    nh3 puts a text together anew at each `&` and no-break space, which takes quadratic time.
    A reference by number is read twice as fast as one by name, a bare `&` four times.
    """
    if markup.count("&") + markup.count("\xa0") < _MANY_REFERENCES:
        return markup
    markup = markup.replace("&nbsp;", "\xa0").replace("&gt;", ">").replace("&lt;", "&#60;")
    markup = _CLEAR_AMPERSAND.sub("&", markup).replace("&amp;", "&#38;")
    return _TEXT.sub(lambda match: match[0] + "<!---->" * (match[0][0] != "<"), markup)


def _allowed(_tag: str, attribute: str, value: str) -> str | None:
    """Return the value an attribute may have, or None where it may not stand at all."""
    return _FILTERS.get(attribute, _plain_words)(value)


def _address(value: str) -> str | None:
    return value if _PICTURE_ADDRESS.match(value) else None


def _class_names(value: str) -> str | None:
    return " ".join(filter(_CLASSES.match, value.split())) or None


def _number(value: str) -> str | None:
    return value if _NUMBER.match(value) else None


def _plain_words(value: str) -> str | None:
    return value if _WORDS.match(value) else None


def _identifier(value: str) -> str | None:
    """Return an id that shadows nothing in the page, or None where it holds no name."""
    if not value or _UNPRINTABLE.search(value):
        return None
    return value if value.startswith(ID_PREFIX) else ID_PREFIX + value


def _link(value: str) -> str | None:
    """Return where a link may lead: http, https, mailto, this article, or another post."""
    if value.startswith("#"):
        name = _identifier(value[1:])
        return name and "#" + name
    if _MAIL.match(value):  # a mail program must not be told to take a file along
        return None if _ATTACHES.search(unquote(unescape(value))) else value
    if _ABSOLUTE.match(value):
        return value
    return value if _is_relative(value) else None


def _is_relative(value: str) -> bool:
    """Return whether the address is relative even to a reader that decodes it twice."""
    plain = _UNPRINTABLE.sub("", unquote(unescape(unescape(value))))
    first = re.split(r"[/?#]", plain, maxsplit=1)[0]
    return bool(plain) and not (
        ":" in first or "\\" in plain or plain.startswith("//") or _UNPRINTABLE.search(value)
    )


# Attributes not named here may hold plain words only.
_FILTERS: dict[str, Callable[[str], str | None]] = {
    "src": _address,
    "poster": _address,
    "href": _link,
    "id": _identifier,
    "class": _class_names,
    "alt": str,
    "title": str,
    **dict.fromkeys(("width", "height", "colspan", "rowspan", "span", "start", "value"), _number),
    **dict.fromkeys(("controls", "open", "reversed"), lambda _: ""),
}
_cleaner = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_DROPPED_WHOLE,
    attributes=_ATTRIBUTES,
    attribute_filter=_allowed,
    strip_comments=True,
    link_rel=None,  # a link never opens inside; nothing refers
    url_schemes={"http", "https", "mailto"},
)
