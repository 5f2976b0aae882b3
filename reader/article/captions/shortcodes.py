"""WordPress's captions, where an archiver took the source for the page.

`[caption id="…" width="300"]<img …> Words[/caption]`, and as it was before WordPress 3.4,
with the words in the brackets: `[caption caption="Words"]<img …>[/caption]`.
"""

import re
from html import escape, unescape

_OPENING, _CLOSING = "[caption", "[/caption]"
_LONGEST = 20_000  # characters of one shortcode
_PICTURE = re.compile(
    r"\A\s*((?:<a\s[^>]*+>\s*)?(?:<img\s[^>]*+>|!\[[^\]]*+\]\([^)]*+\))(?:\s*</a>)?"
    r"|\[!\[[^\]]*+\]\([^)]*+\)\]\([^)]*+\))(.*)\Z",
    re.DOTALL,
)
# As converters to Markdown write them.
_ESCAPED = re.compile(r"\\\[(/?caption\b[^\[\]\\\n]*+)\\\]")
_WORDS = re.compile(r"\scaption=(?:\"([^\"]*+)\"|'([^']*+)'|”([^”]*+)”)")


def with_shortcode_captions(body: str) -> str:
    """Return `body` with every such shortcode around a picture as a figure."""
    if _OPENING not in body:
        return body
    if "\\" + _OPENING in body:
        body = _ESCAPED.sub(r"[\1]", body)
    pieces: list[str] = []
    done = start = 0
    while (start := body.find(_OPENING, start)) >= 0:
        content = body.find("]", start) + 1
        end = body.find(_CLOSING, content)
        if not content or end < 0:
            break
        figure = _figure(body[start:content], body[content:end]) if end - start < _LONGEST else ""
        if figure:
            pieces += [body[done:start], figure]
            done = start = end + len(_CLOSING)
        else:
            start = content
    return "".join((*pieces, body[done:]))


def _figure(opening: str, content: str) -> str:
    """Return the figure that a shortcode means; "" where it is around no picture."""
    picture = _PICTURE.match(content)
    if picture is None:
        return ""
    words = picture[2].strip()
    if not words and (given := _WORDS.search(opening)):
        words = escape(unescape(given[1] or given[2] or given[3] or ""), quote=False)
    words = " ".join(words.split())
    if picture[1].startswith(("!", "[")):
        caption = f'<figcaption markdown="span">{words}</figcaption>' if words else ""
        return f'\n\n<figure markdown="1">\n{picture[1]}\n{caption}\n</figure>\n\n'
    caption = f"<figcaption>{words}</figcaption>" if words else ""
    return f"<figure>{picture[1]}{caption}</figure>"
