"""Pictures that are no <img> yet, and those that are only characters.

On lexbor's tree, before anything is dropped from it, for the page and for the index alike: a
picture of an emoji is a character of the text.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.pictures.media_cards import make_media_cards
from reader.article.survey import survey

_EMOJI_CLASSES = frozenset(
    re.findall(
        r"\S+",
        "emoji wp-smiley smiley smilies emoticon twemoji emojione joypixels w_img_face "
        "bbcodesmileys inline-emoji custom-emoji",
    )
)
_EMOJI_SOURCE = re.compile(
    r"/(?:images/core/emoji|emoji(?:\.php)?|twemoji|emojis|emojione|smil(?:ey|ies)|icons/emoji)"
    r"[/@]|//twemoji\.",
    re.IGNORECASE,
)
_EMOJI_HINTS = ("moji", "moticon", "smil", "Smil", "img_face", "joypixels")  # of the above
_EMBEDDED = frozenset(("input", "object", "embed"))
_CODE_POINTS = re.compile(r"/((?:u?[0-9a-f]{4,5})(?:[-_][0-9a-f]{2,5}){0,9})\.(?:png|svg|gif|webp)")
_SHORTCODE = re.compile(r":[\w+-]+:\Z")
_MOST_LETTERS = 12  # an emoji's alternative text may have
_PICTURE_TYPE = re.compile(r"image/(?!svg)", re.IGNORECASE)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?#]|\Z)", re.IGNORECASE)
TWIN = "data-twin"  # marks what stood in <noscript>: perhaps the same picture a second time


def uncover(tree: LexborHTMLParser, markup: str) -> None:
    """Make characters of emoji, and <img> of other elements that show pictures, in `tree`."""
    held = survey(markup)
    if any(hint in held.tags for hint in _EMOJI_HINTS):
        for image in tree.css("img"):
            if text := _emoji(image):
                image.replace_with(text)
    if not _EMBEDDED.isdisjoint(held.elements):
        for embedded in tree.css("input[type=image i][src], object[data], embed[src]"):
            _uncover_embedded(tree, embedded)
    make_media_cards(tree, markup)
    if "svg" in held.elements:
        for drawing in tree.css("svg"):
            drawing.decompose(recursive=False)


def mark_twins(noscript: LexborNode) -> None:
    """Mark the pictures in `noscript`, which is about to be unwrapped."""
    for image in noscript.css("img"):
        image.attrs[TWIN] = ""  # pyright: ignore[reportIndexIssue]


def _emoji(image: LexborNode) -> str:
    """Return the characters that a picture stands for, "" where it is one to be seen."""
    attributes = image.attributes
    alt = (attributes.get("alt") or "").strip()
    source = attributes.get("src") or ""
    marked = _EMOJI_CLASSES.intersection((attributes.get("class") or "").lower().split())
    if not (marked or _EMOJI_SOURCE.search(source)) or len(alt) > _MOST_LETTERS:
        return ""
    if alt and not _SHORTCODE.match(alt):
        return alt
    found = _CODE_POINTS.search(source.lower())
    if found is None:
        return alt
    points = [int(point, 16) for point in re.split("[-_]", found[1].lstrip("u"))]
    drawn = all(
        point >= 0x20 and not 0xD800 <= point < 0xE000 and point < 0x110000 for point in points
    )
    return "".join(map(chr, points)) if drawn else alt


def _uncover_embedded(tree: LexborHTMLParser, embedded: LexborNode) -> None:
    """Make a picture of an image button, or of an object that holds a picture."""
    name = "data" if embedded.tag == "object" else "src"
    kind, source = (embedded.attributes.get(one) or "" for one in ("type", name))
    shown = _PICTURE_TYPE.match(kind) or (not kind and _PICTURE_FILE.search(source))
    if embedded.tag == "input" or shown:
        _become_picture(tree, embedded, name)


def _become_picture(tree: LexborHTMLParser, node: LexborNode, source: str) -> None:
    """Put an <img> in the stead of `node`, whose attribute `source` names the picture."""
    picture = tree.create_node("img")
    given = node.attributes
    for name, value in (
        ("src", given.get(source)),
        ("alt", given.get("alt") or given.get("title") or node.text().strip()),
        ("width", given.get("width")),
        ("height", given.get("height")),
    ):
        if value:
            picture.attrs[name] = value  # pyright: ignore[reportIndexIssue]
    node.insert_before(picture)
    node.decompose(recursive=False)
