"""Spaces in markup: those that show, and those that only lay out the source.

Formatters break lines and indent, within paragraphs too. A browser shows a line end as a
space, which is right between words and wrong between characters of scripts that use none.
"""

import re

# Han, kana, and the punctuation and full-width forms that go with them. Not Hangul.
CJK = (
    "\u2018\u2019\u201c\u201d\u2026\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff00-\uffef\U00020000-\U0003ffff"
)
# Never after a space.
CLOSING = "\u3001\u3002\uff0c\uff1b\uff1a\uff1f\uff01\u300d\u300f\uff09\u300b\u2026"
_INLINE_NAMES = (
    "a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|u|wbr"
)
_INLINE = rf"</?(?:{_INLINE_NAMES})(?:\s[^>\"]*+(?:\"[^\"]*+\"[^>\"]*+)*+)?>"
_BLOCK_NAMES = (
    "address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|figcaption|"
    "figure|footer|form|h[1-6]|header|hr|li|main|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
# Each starts with a line end, which is found fast, and looks from there, never far: line ends
# may stand in thousands, in attributes too.
_BEFORE_BLOCK = re.compile(rf"\n\s{{0,60}}+(?=</?(?:{_BLOCK_NAMES})[\s>])")
_BREAK = re.compile(
    rf"\n(?:(?<=[{CJK}>]\n)(?:\s|{_INLINE}){{0,60}}+(?=[{CJK}])"
    rf"|(?:\s|{_INLINE}){{0,60}}+(?=[{CLOSING}]))"
)
_ENDS_IN_CJK = re.compile(rf"[{CJK}](?:{_INLINE})+\Z")
_BREAK_RUN = re.compile(r"<br>(?:<br>){2,}+")
_SPACE = re.compile(r"\s*\n\s*")
_LOOKED_BACK = 400  # characters of inline tags
# Each of thousands of line ends would look to the end of the run. Tags are matched to be left.
_LONG_RUN = re.compile(r"<[^>\"]*+(?:\"[^\"]*+(?:\"|\Z)[^>\"]*+)*+(?:>|\Z)|(\n\s{30,}+)")
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def settle_spaces(markup: str) -> str:
    """Return serialised `markup` without spaces that show nothing, or only by mistake."""
    if "<pre" not in markup:
        return _settled(markup)
    parts = _PREFORMATTED.split(markup)
    return "".join(part if at % 2 else _settled(part) for at, part in enumerate(parts))


def _settled(markup: str) -> str:
    if any(_LONG_RUN.findall(markup)):
        markup = _LONG_RUN.sub(lambda match: "\n" if match[1] else match[0], markup)
    markup = _BREAK.sub(_joined, _BEFORE_BLOCK.sub("", markup))
    return _BREAK_RUN.sub("<br><br>", markup)


def _joined(match: re.Match[str]) -> str:
    """Return the break without its spaces, if what stands before it is Chinese or Japanese."""
    start = match.start()
    if match.string[match.end()] in CLOSING:
        return _SPACE.sub("", match[0])
    if match.string[start - 1] == ">" and not _ENDS_IN_CJK.search(
        match.string, max(0, start - _LOOKED_BACK), start
    ):
        return match[0]
    return _SPACE.sub("", match[0])
