"""Addresses that wrap another picture's: proxies that resize, cache or convert.

Pure, and free of any parser: the window's process asks, too, where a wrapper fails.
"""

import re
from urllib.parse import parse_qs, unquote, urlsplit

_MOST = 4  # wrappers in one another
_LONGEST = 8_000  # characters
_HOST = re.compile(r"[a-z0-9][a-z0-9.-]{0,252}\.[a-z][a-z0-9-]{1,62}\Z", re.IGNORECASE)
_PHOTON = re.compile(r"i[0-3]\.wp\.com\Z")
_EMBEDDED = re.compile(r"https?(?::/{1,2}|%3a%2f%2f|%253a%252f%252f)", re.IGNORECASE)
# By the query: where the path says so, one of these names holds the address.
_QUERY_HOSTS = re.compile(
    r"(?:.*\.)?(?:images\.weserv\.nl|wsrv\.nl|googleusercontent\.com|"
    r"image\.baidu\.com|imageproxy\.pimg\.tw|external[.\w-]*\.fbcdn\.net)\Z"
)
_QUERY_PATHS = re.compile(
    r"(?:/_next/image|/_image|/_vercel/image|/_ipx/[^?]*|/safe_image\.php|/proxy|/image-?proxy|"
    r"/img-?proxy|/cdn-cgi/image/[^?]*|/\.netlify/images|/gadgets/proxy|/thumb(?:nail)?\.php|"
    r"/timthumb\.php|/resize(?:r)?)/?\Z",
    re.IGNORECASE,
)
_QUERY_NAMES = ("url", "src", "u", "image", "image_url", "href")
# By the path: what stands after these words is the address.
_PATH_MARKS = re.compile(
    r"/(?:image/fetch|fetch|image-?proxy|cdn-cgi/image|unsafe|insecure|proxy|resize|plain|ipx)/",
    re.IGNORECASE,
)


def origin_of(url: str) -> str | None:
    """Return the address of the picture that `url` only passes on, or None where it is none.

    Known are Jetpack's `i0.wp.com/host/path`, jsDelivr's and Statically's, services with
    the address in the query (weserv, Next.js, Google's proxy) or in the path (Cloudinary's
    and Substack's `fetch`, imageproxy, Cloudflare).
    """
    if len(url) > _LONGEST:
        return None
    found = url
    for _ in range(_MOST):
        inner = _unwrapped(found)
        if inner is None:
            break
        found = inner
    return found if found != url else None


def _unwrapped(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        inner = (
            _photon(host, parts.path, parts.query)
            or _statically(host, parts.path)
            or _repository(host, parts.path)
            or _in_query(host, parts.path, parts.query, url)
            or _in_path(url.partition("#")[0])
        )
        return inner if inner and inner != url and _is_address(inner, host) else None
    except ValueError:
        return None


def _photon(host: str, path: str, query: str) -> str:
    if not _PHOTON.match(host):
        return ""
    secure = "http" if "ssl=0" in query else "https"
    name, _, rest = path.lstrip("/").partition("/")
    return f"{secure}://{name}/{rest}" if _HOST.match(name) and rest else ""


def _statically(host: str, path: str) -> str:
    """Return what `cdn.statically.io/img/HOST/f=auto,w=600/PATH` passes on."""
    if host != "cdn.statically.io" or not path.startswith("/img/"):
        return ""
    name, _, rest = path.removeprefix("/img/").partition("/")
    settings, _, after = rest.partition("/")
    if after and re.fullmatch(r"[a-z]+=[\w.-]+(?:,[a-z]+=[\w.-]+)*", settings):
        rest = after
    return f"https://{name}/{rest}" if _HOST.match(name) and rest else ""


def _repository(host: str, path: str) -> str:
    """Return where GitHub itself has what `cdn.jsdelivr.net/gh/USER/REPO@REF/PATH` passes on."""
    match = None
    if host.endswith(".jsdelivr.net"):
        match = re.match(r"/gh/([\w.-]+)/([\w.-]+)(?:@([\w./-]+?))?/(.+)", path)
    elif host == "cdn.statically.io":
        match = re.match(r"/gh/([\w.-]+)/([\w.-]+)/([\w.-]+)/(.+)", path)
    if match is None:
        return ""
    user, repository, reference, file = match.groups()
    if not reference or reference == "latest":
        reference = "HEAD"
    return f"https://raw.githubusercontent.com/{user}/{repository}/{reference}/{file}"


def _in_query(host: str, path: str, query: str, url: str) -> str:
    if not query or not (_QUERY_HOSTS.match(host) or _QUERY_PATHS.search(path)):
        return ""
    values = parse_qs(query, max_num_fields=50)
    given = [values[name][0].strip() for name in _QUERY_NAMES if name in values]
    return next(filter(None, (_completed(one, url) for one in given)), "")


def _completed(given: str, url: str) -> str:
    """Return an address given in the query of `url` as an absolute one, "" where it is none."""
    own = urlsplit(url)
    for start, before in (
        ("ssl:", "https://"),  # weserv's older way
        ("//", "https://"),
        ("/", f"{own.scheme}://{own.netloc}/"),  # of the wrapper's own site
    ):
        if given.startswith(start):
            return before + given.removeprefix(start).lstrip("/")
    if _EMBEDDED.match(given):
        return given
    return "https://" + given if _HOST.match(given.partition("/")[0]) and "/" in given else ""


def _in_path(url: str) -> str:
    """Return the address that stands after a proxy's word in the path."""
    mark = _PATH_MARKS.search(url, url.find("://") + 3)
    if mark is None:
        return ""
    inner = _EMBEDDED.search(url, mark.end() - 1)
    if inner is None:
        return ""
    address = url[inner.start() :]
    for _ in range(2):
        if re.match(r"https?%", address, re.IGNORECASE):
            address = unquote(address)
    return re.sub(r"\A(https?):/(?!/)", r"\1://", address, flags=re.IGNORECASE)


def _is_address(url: str, wrapper: str) -> bool:
    """Return whether `url` may be asked in the stead of one at the host `wrapper`.

    A bare number or a name without a dot is a machine of the reader's own network: nobody's
    origin, unless the wrapper stands there itself.
    """
    parts = urlsplit(url)
    named = bool(_HOST.match(parts.hostname or "")) or parts.hostname == wrapper
    plain = not parts.username and not re.search(r"[\s\\]", url)
    return parts.scheme.lower() in ("http", "https") and named and plain and bool(parts.path)
