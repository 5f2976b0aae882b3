"""The text that markup shows, one block a line.

Works on serialised HTML (attributes in double quotes, as lexbor and nh3 write it) with a
few regular expressions: fast enough for the index, and the same for the article, so that
a search finds what the reader sees.
"""

import re
from html import unescape

from reader.article.lines import CJK, CLOSING

# What a browser starts on a line of its own.
_BLOCK = (
    "address|article|aside|blockquote|body|br|caption|center|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|main|menu|nav|ol|"
    "option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio"
)
# In small letters, as lexbor and nh3 write names: matching either case takes thrice the time.
_REST_OF_TAG = r"[^>\"]*+(?:\"[^\"]*+\"[^>\"]*+)*+>"
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK})(?=[\s/>]){_REST_OF_TAG}")
_ANY_TAG = re.compile(rf"<!--.*?-->|</?[a-zA-Z]{_REST_OF_TAG}", re.DOTALL)
_UNSEEN = re.compile(
    r"<(script|style|template|title|iframe|noscript|noembed|noframes|xmp|svg|math|textarea|"
    r"select|button)\b.*?</\1>",
    re.DOTALL,
)
_PREFORMATTED = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_TAG_IN_VALUE = re.compile(r"=\"[^\"<]*+<")
_RAW = "script|style|xmp|iframe|noembed|noframes|plaintext|noscript"
_PLAIN_REST = r"[^<>\"]*+(?:\"[^<\"]*+\"[^<>\"]*+)*+>"
# All texts and tags in a row that stay as they are; else one tag.
_SAME_OR_TAG = re.compile(
    rf"((?:[^<]++|<(?:/|(?!(?:{_RAW})\b)[a-zA-Z]){_PLAIN_REST})++"
    rf"|<(?P<raw>{_RAW})\b.*?(?:</(?P=raw)>|\Z))|<!--.*?(?:-->|\Z)|<[a-zA-Z]{_REST_OF_TAG}",
    re.DOTALL,
)
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff\u00ad"
# Not over the mark of a block (`_LINE`).
_BREAK = re.compile(rf"\n(?<=[{CJK}]\n)[^\S\v]*+(?=[{CJK}])|\n[^\S\v]*+(?=[{CLOSING}])")
_LONG_RUN = re.compile(r"\n\s{30,}+")  # each of its line ends would look to the run's end
_LINE = "\v"  # marks where a block starts or ends; source lines end in "\n"


def with_plain_values(markup: str) -> str:
    """Return serialised `markup` with `<` in attributes escaped: what looks for tags finds tags.

    Parsers write it as it is; each would be looked at as the beginning of a tag, to the end.
    """
    if _TAG_IN_VALUE.search(markup) is None:
        return markup
    return _SAME_OR_TAG.sub(
        lambda match: match[0] if match[1] else "<" + match[0][1:].replace("<", "&lt;"), markup
    )


def visible_text(markup: str) -> str:
    """Return what serialised `markup` shows: a block a line, spaces run together."""
    return text_of(with_plain_values(markup))


def text_of(markup: str) -> str:
    """Return what serialised `markup` `with_plain_values` shows, as `visible_text` does."""
    if "<pre" in markup:
        markup = _PREFORMATTED.sub(lambda match: match[0].replace("\n", "<br>"), markup)
    markup = _UNSEEN.sub("", markup)
    markup = _ANY_TAG.sub("", _BLOCK_TAG.sub(_LINE, markup))
    text = unescape(markup.replace("&nbsp;", "\xa0"))
    shown: list[str] = []
    for line in text.split(_LINE):
        line = line.strip()  # noqa: PLW2901
        if line and ("  " in line or not line.isprintable()):
            line = _settled(line)  # noqa: PLW2901
        if line:
            shown.append(line)
    return "\n".join(shown)


def _settled(line: str) -> str:
    """Return a line that may hold line ends, spaces of other kinds, and what is never seen."""
    shown = " ".join(line.split())
    if shown.isascii() or (shown.isprintable() and "\n" not in line):
        return shown
    if not shown.isprintable():
        for character in _INVISIBLE:
            line = line.replace(character, "")
    if "\n" in line:
        line = _BREAK.sub("", _LONG_RUN.sub("\n", line))
    return " ".join(line.split())
