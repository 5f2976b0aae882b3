"""The page of a bare web view: one article as Broadsheet shows it, and a function to swap it."""

from typing import Any

# What Broadsheet's page shows just now, as an object; and a page that shows nothing else.
SHOWN = """({
    style: [...document.styleSheets, ...document.adoptedStyleSheets]
        .map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join("\\n")).join("\\n"),
    article: document.querySelector(".slot.shown").outerHTML,
    box: document.querySelector(".slot.shown").innerHTML,
    body: document.body.className,
    width: innerWidth,
    height: innerHeight,
})"""
_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>{style}</style></head>
<body class="{body}">{article}<script>
function present() {{
    requestAnimationFrame(() => {{
        console.log("bare: begun");
        requestAnimationFrame(() => console.log("bare: made"));
    }});
}}
function swap(html) {{
    document.querySelector("main").innerHTML = html;
    present();
}}
present();
</script></body></html>"""


def page_of(shown: dict[str, Any]) -> str:
    """Return the page that shows what `SHOWN` answered."""
    return _PAGE.format(**shown)
