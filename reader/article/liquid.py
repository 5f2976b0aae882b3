"""Liquid, Jekyll's template language, left out quietly: a post is read as it was meant to
look, and nothing here can run a template. Code keeps it: there it is the subject.
"""

import re

_CODE = re.compile(r"(^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|`[^`\n]+`)", re.DOTALL | re.MULTILINE)
_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
_HIGHLIGHT = re.compile(
    r"^[ \t]*\{%-?\s*highlight\s+([\w+#-]+)[^%]*%\}[ \t]*\n?"
    r"(.*?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}",
    re.DOTALL | re.MULTILINE,
)
_LITERAL = re.compile(r"\{\{-?\s*[\"']([^\"'{}]*)[\"']\s*(?:\|[^{}]*)?\}\}")
_TAG = re.compile(r"\{%[^{}]*%\}")
_OUTPUT = re.compile(r"\{\{[^{}]*\}\}")
# kramdown's attribute lists, on lines of their own and right after what they are for.
_ATTRIBUTES = re.compile(r"^[ \t]*\{:[^{}\n]*\}[ \t]*$|(?<=\S)\{:[^{}\n]*\}", re.MULTILINE)


def without_liquid(text: str) -> str:
    """Return Markdown `text` without Liquid and kramdown's attribute lists."""
    if "{%" not in text and "{{" not in text and "{:" not in text:
        return text
    text = _HIGHLIGHT.sub(r"```\1\n\2\n```", text)
    parts: list[str] = []
    done = 0
    for code in _CODE.finditer(text):
        parts += [_stripped(text[done : code.start()]), code[0]]
        done = code.end()
    parts.append(_stripped(text[done:]))
    return "".join(parts)


def _stripped(text: str) -> str:
    text = _COMMENT.sub("", _RAW.sub("", text))
    text = _LITERAL.sub(r"\1", text)
    return _ATTRIBUTES.sub("", _OUTPUT.sub("", _TAG.sub("", text)))
