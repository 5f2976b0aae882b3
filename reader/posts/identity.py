"""What makes a post the same post, wherever it has moved."""

import re
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

_WEB: Final = frozenset(("http", "https"))
_PORTS: Final = {"http": 80, "https": 443}
_HOST_PREFIX: Final = re.compile(
    r"^(?:(?:www\d?|m|mobile|amp|wap|touch|3g)\.(?=[^.]+\.)|([a-z-]+\.)m\.(?=wik))"
)
_TRACKING: Final = re.compile(
    r"utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|spm"
    r"|ref|ref_src|ref_url|referrer|from_source|share|share_from|cmpid|ocid|ncid|smid|xtor|amp"
    r"|outputtype|_gl|si|feature|gbraid|twclid|ttclid|igsh|mkt_tok|vero_id|scm|share_\w+|from_\w+"
    r"|usqp|amp_js_v|amp_gsa|isappinstalled|nsukey|scene|sharesource",
    re.IGNORECASE,
)
_AMP_PATH: Final = re.compile(r"/amp(?:\.html)?/?$|^/amp(?=/.)|\.amp(?=\.html$|$)")
_AMP_CACHE: Final = re.compile(
    r"https?://(?:[^/]+\.cdn\.ampproject\.org/(?:wp/|[a-z]/)|(?:www\.)?google\.[a-z.]+/amp/)"
    r"(s/)?(?=[^/]+\.)",
    re.IGNORECASE,
)
_INDEX: Final = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
# As nearly all are written: nothing of it is to be unquoted, and it asks for nothing.
_PLAIN: Final = re.compile(r"(https?)://([a-z0-9-]+(?:\.[a-z0-9-]+)+)(/[\w./~-]*)?", re.ASCII)
_PLAIN_PATH: Final = re.compile(r"[\w./~-]*", re.ASCII)
_UNSAFE: Final = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")


def content_hash(data: bytes) -> bytes:
    """Return 16 bytes that no two different files share."""
    return blake2b(data, digest_size=16).digest()


def web_url(text: str) -> str | None:
    """Return `text` as an absolute http or https URL, None where it is none."""
    text = text.strip().strip("<>")
    if text[:4].lower() != "http" or _UNSAFE.search(text):
        return None
    return text if _split(text) else None


def host_of(url: str) -> str:
    """Return the host that `url` names, without "www." or a final dot; "" where there is none."""
    parts = _split(url)
    host = parts.host if parts else ""
    return host.removeprefix("www.").rstrip(".")


def normalized_url(url: str) -> str | None:
    """Return what all addresses of one page share; None where `url` is no web address.

    Without scheme, `www.`, `m.`, `amp`, usual port, tracking parameters, fragment, `index.html`
    and final slash; the other parameters in alphabetic order. For comparing only, not for
    opening.
    """
    url = url.strip()
    if "/amp/" in url or "ampproject" in url:
        url = _AMP_CACHE.sub("https://", url)
    parts = _split(url)
    if parts is None:
        return None
    host = _HOST_PREFIX.sub(r"\1", _in_ascii(parts.host.rstrip(".")))
    if parts.port is not None and parts.port != _PORTS[parts.scheme]:
        host += f":{parts.port}"
    path = parts.path
    if not _PLAIN_PATH.fullmatch(path):
        path = quote(unquote(path), safe="/:@!$&'()*+,;=~-._")
    if "amp" in path:
        path = _AMP_PATH.sub("", path)
    if "." in path:
        path = _INDEX.sub("", path)
    query = _query(parts.query) if parts.query else ""
    return host + path.rstrip("/") + query


def _query(query: str) -> str:
    """Return what a query asks for, beginning with "?"; "" where it only says who asks."""
    asked = sorted(
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name) and (name != "from" or value.isdigit())
    )
    return f"?{urlencode(asked)}" if asked else ""


def _in_ascii(host: str) -> str:
    """Return the host as the network knows it."""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


class _Parts(NamedTuple):
    """An address of the web."""

    scheme: str
    host: str  # in lower case
    port: int | None
    path: str
    query: str


@lru_cache(maxsize=8)  # one post's address is asked about four times
def _split(url: str) -> _Parts | None:
    if plain := _PLAIN.fullmatch(url):
        return _Parts(plain[1], plain[2], None, plain[3] or "", "")
    try:
        parts = urlsplit(url)
        port = parts.port  # raises where it is no number
    except ValueError:
        return None
    host = parts.hostname
    if not host or parts.scheme not in _WEB:
        return None
    return _Parts(parts.scheme, host, port, parts.path, parts.query)
