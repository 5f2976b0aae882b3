"""What could run, load or leave in markup, as a parser sees it that has no part in making it."""

import re
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

html5lib: Any = import_module("html5lib")  # without types

_FINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr article aside audio b bdi bdo blockquote br caption cite code col colgroup dd del "
        "details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins "
        "kbd li main mark nav ol p pre q rp rt ruby s samp section small span strong sub summary "
        "sup table tbody td tfoot th thead time tr u ul var video wbr",
    )
)
_PLAIN = frozenset(
    re.findall(
        r"\w+",
        "align alt class colspan controls datetime dir height id lang open reversed rowspan scope "
        "span start title type value width",
    )
)
# What the page's own script and stylesheet make: nobody's post may look like it.
_OWN = re.compile(
    r"slot|progress|picture|words|loading|lost|sized|small|alone|beside|contents|shown|facts|byline"
    r"|author|tags|source|note|plain|body|table|passage|ragged|address|stepped|resizing"
)


def faults_of(html: str) -> list[str]:
    """Return what is wrong with an article's markup, read as a fragment and as a whole page."""
    whole = html5lib.parse(f"<article>{html}</article>", namespaceHTMLElements=False)
    body = whole.find("body")
    if list(whole.find("head")) or whole.attrib or body.attrib or len(list(body)) != 1:
        return ["breaks out of the article"]
    fragment = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [*_faults(fragment), *_faults(body[0])]


def _faults(root: Any) -> list[str]:
    found: list[str] = []
    for element in list(root.iter())[1:]:
        if element.tag not in _FINE:
            found.append(f"<{element.tag}>")
            continue
        for name, value in element.attrib.items():
            if not _is_fine(str(name), str(value)):
                found.append(f"{name}={value!r}")
    return found


def _is_fine(name: str, value: str) -> bool:
    if name in ("src", "poster"):
        return re.match(r"picture\?[\x21-\x7e]+\Z", value) is not None
    if name == "href":
        try:
            relative = not urlsplit(value).scheme
        except ValueError:
            return False
        outside = re.match(r"(?:https?://[^/\\]|mailto:)", value, re.IGNORECASE)
        return bool(outside) or (relative and not re.match(r"[\s\\/]{2}|[\s\\]", value))
    if name == "id":
        return value.startswith("post-")
    if name == "class" and any(map(_OWN.fullmatch, value.split())):
        return False
    return name in _PLAIN
