"""What the user chose of the page's looks, as the rules that its stylesheet leaves open.

`resources/article/article.css` has a usual value for each, which these rules come after; so the
page is restyled by replacing them, and nothing is loaded again. No Qt but the colours' names.
"""

from reader.ui.settings import Settings
from reader.ui.theme import Theme, css_variables

DESIGNED = 18  # pixels: the size of text that all others in the stylesheet go with
_LATIN_LINE = 0.2  # by how much lines of an alphabet stand closer, in sizes
_LATIN_WIDTH = 34 / 38  # how wide they are beside those of ideographs
_CLOSEST = 1.3
_LANGUAGES = {
    "latin": ":root",
    "hans": "[lang]:lang(zh)",
    "hant": "[lang]:lang(zh-Hant), [lang]:lang(zh-TW), [lang]:lang(zh-HK)",
    "ja": "[lang]:lang(ja)",
    "ko": "[lang]:lang(ko)",
}


def page_style(theme: Theme, settings: Settings) -> str:
    """Return the rules of `theme` and `settings`."""
    measures = {
        "size": f"{settings.size}px",
        "scale": f"{settings.size / DESIGNED:.4g}",
        "leading": f"{settings.line:.4g}",
        "leading-latin": f"{max(_CLOSEST, settings.line - _LATIN_LINE):.4g}",
        "measure": f"{settings.width}em",
        "measure-latin": f"{settings.width * _LATIN_WIDTH:.4g}em",
        "column": f"{settings.width * settings.size}px",
        "align": "start" if settings.justify == "never" else "justify",
        "align-latin": "justify" if settings.justify == "always" else "start",
    }
    code = settings.fonts.get("code")
    if code:
        measures["code"] = f"{_quoted(code)}, var(--mono)"
    own = " ".join(f"--{name}: {value};" for name, value in measures.items())
    rules = [f":root {{ {css_variables(theme)} {own} }}"]
    for script, selector in _LANGUAGES.items():
        family = settings.fonts.get(script)
        chosen = f"{_quoted(family)}, " if family else ""
        rules.append(f"{selector} {{ --text: {chosen}var(--{settings.typeface}); }}")
    return "\n".join(rules)


def _quoted(family: str) -> str:
    """Return a font's name as CSS writes text, whatever it is made of (CSS Syntax 3, 4.3.5)."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in family) + '"'
