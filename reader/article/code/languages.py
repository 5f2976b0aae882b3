"""In which language code is written: as the page says it, never guessed."""

import re
from collections.abc import Mapping

_PREFIXED = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight-text|highlight|src)-(?P<name>[\w+#.-]+)"
    r"|(?:^|\s)(?:lang|brush):\s*(?P<brush>[\w+#.-]+)",
    re.IGNORECASE,
)
# The highlighter's own class, and the language's after it.
_BESIDE = re.compile(
    r"(?:^|\s)(?:hljs|source-?code|src|prettyprint|syntaxhighlighter|prism|shiki|codehilite|code|"
    r"highlight)\s+(?P<name>[a-z][\w+#.-]*)",
    re.IGNORECASE,
)
_NONE = frozenset(
    re.findall(
        r"[\w-]+",
        "notranslate default none plain text plaintext txt nohighlight no-highlight auto code line "
        "numbered nogutter table block light dark linenums wrap copy raw output highlighter rouge "
        "hljs chroma collapsed figure highlight source example snippet",
    )
)
_NAME = re.compile(r"[\w+#.-]{1,30}\Z")


def language_said(attributes: Mapping[str, object]) -> str:
    """Return the language that an element's classes or data name, in lower case; or "".

    HTML 4.8.3's `language-x`, and what highlighters write: Prism, highlight.js, Pygments,
    Rouge, Chroma, Pandoc, GitHub, SyntaxHighlighter, Crayon, Org, Enlighter.
    """
    for key in ("data-lang", "data-language", "data-enlighter-language"):
        data = str(attributes.get(key) or "")
        if _NAME.match(data) and data.lower() not in _NONE:
            return data.lower()
    written = str(attributes.get("class") or "")
    for pattern in (_PREFIXED, _BESIDE):
        for match in pattern.finditer(written):
            name = (
                match["name"] or match["brush"] if pattern is _PREFIXED else match["name"]
            ).lower()
            if name not in _NONE and _NAME.match(name):
                return name
    return ""
