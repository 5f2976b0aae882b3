"""The text that markup shows, one block a line.

Works on serialised HTML (attributes in double quotes, as lexbor and nh3 write it) with a
few regular expressions: fast enough for the index, and the same for the article, so that
a search finds what the reader sees.
"""

import re
from html import unescape

# What a browser starts on a line of its own.
_BLOCK = (
    "address|article|aside|blockquote|body|br|caption|center|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|main|menu|nav|ol|"
    "option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio"
)
_REST_OF_TAG = r"(?:\s[^>\"]*+(?:\"[^\"]*+\"[^>\"]*+)*+)?/?>"
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK}){_REST_OF_TAG}", re.IGNORECASE)
_ANY_TAG = re.compile(rf"<!--.*?-->|</?[a-zA-Z][^\s/>]*+{_REST_OF_TAG}", re.DOTALL)
_UNSEEN = re.compile(
    r"<(script|style|template|title|iframe|noscript|noembed|noframes|xmp|svg|math|textarea|select|button)\b.*?</\1>",
    re.DOTALL | re.IGNORECASE,
)
_PREFORMATTED = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_AROUND_LINES = re.compile(r" ?(?:\n ?)+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff\u00ad"))


def visible_text(markup: str) -> str:
    """Return what serialised `markup` shows: a block a line, spaces run together."""
    if "<pre" in markup:
        markup = _PREFORMATTED.sub(lambda match: match[0].replace("\n", "<br>"), markup)
    markup = _UNSEEN.sub("", markup)
    markup = _SPACE.sub(" ", markup)
    markup = _BLOCK_TAG.sub("\n", markup)
    markup = _ANY_TAG.sub("", markup)
    text = unescape(markup).translate(_INVISIBLE)
    return _AROUND_LINES.sub("\n", _SPACE_KEEPING_LINES.sub(" ", text)).strip()


_SPACE_KEEPING_LINES = re.compile(r"[ \t\r\f\xa0]+")
