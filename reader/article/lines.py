"""Line ends between Chinese or Japanese characters are no spaces.

Formatters break lines and indent within paragraphs. A browser shows each break as a space,
which is right between words and wrong between characters of scripts that use none.
"""

import re

# Han, kana, and the punctuation and full-width forms that go with them. Not Hangul.
_CJK = "\u2018\u2019\u201c\u201d\u2026\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_INLINE = r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|u|wbr)(?:\s[^>\"]*+(?:\"[^\"]*+\"[^>\"]*+)*+)?>"
_BREAK = re.compile(rf"(?<=[{_CJK}])(?:{_INLINE})*+\s*\n(?:\s|{_INLINE})*+(?=[{_CJK}])")
_SPACE = re.compile(r"\s*\n\s*")
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def join_lines(markup: str) -> str:
    """Return serialised `markup` without line ends inside Chinese or Japanese sentences."""
    if "<pre" not in markup:
        return _BREAK.sub(_joined, markup)
    parts = _PREFORMATTED.split(markup)
    return "".join(part if at % 2 else _BREAK.sub(_joined, part) for at, part in enumerate(parts))


def _joined(match: re.Match[str]) -> str:
    return _SPACE.sub("", match[0])
