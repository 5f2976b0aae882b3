"""Every caption once, under its own picture.

Posts write captions in many ways: a figcaption in the figure, beside it, or in a figure of
its own; a paragraph with a class that says so; a small or slanted paragraph directly under a
picture. All become `<figure><img><figcaption>…</figcaption></figure>`, with who made the
picture set apart: `<small class="credit">`.
"""

import re
from itertools import islice

from bs4 import BeautifulSoup, Tag

from reader.article.figures import (
    CAPTION_TAGS,
    CREDIT_CLASSES,
    LONGEST,
    add_caption,
    figure_around,
    settle_figure,
    unframe,
)
from reader.article.text import visible_text
from reader.article.trees import (
    attribute,
    classes,
    is_blank,
    names,
    only_pictures,
    siblings_after,
    siblings_before,
    tags_named,
    text_of,
)

_LONGEST_GUESS = 160  # of one that may be by its place and look

_CAPTION_CLASSES = names(
    "caption wp-caption-text wp-element-caption image-caption img-caption photo-caption "
    "pic-caption gallery-caption media-caption figure-caption caption-text imagecaption "
    "imgcaption photocaption image-desc img-desc photo-desc pic-desc pictext picdesc "
    "article-img-caption left-caption right-caption tr-caption article-caption "
    "dls-image-capture"
)
_SLANTED = names("em i small cite sub font span a strong b br center")
_SAYS_CAPTION = re.compile(
    r"(?:[▲△↑▼◎●■]\s*\S|[（(]?(?:图|圖|照片|图片|圖片|图源|圖源|图片来源|圖片來源|摄影|攝影|摄|攝|"
    r"资料图|資料圖|图说|圖說|图注|題圖|题图|Photo|Image|Picture|Photograph|Credit|Fig(?:ure|\.))\s*"
    r"\d{0,3}\s*[:：/／|｜︱])",
    re.IGNORECASE,
)


def settle_captions(soup: BeautifulSoup, body: Tag) -> None:
    """Put every caption of `body` into one figure with its picture."""
    images = tags_named(body, ("img",))
    if not images:
        return
    _flatten_figures(body)
    for image in images:
        if image.has_attr("data-caption"):
            _caption_from_attribute(soup, image)
    for table in tags_named(body, ("table",)):
        unframe(soup, table)
    for caption in _captions(body):
        _join(soup, caption)
    for paragraph in tags_named(body, ("p", "div", "center")):
        _join_if_caption_by_look(soup, paragraph)
    for figure in tags_named(body, ("figure",)):
        settle_figure(soup, figure)
    for caption in tags_named(body, ("figcaption",)):
        _drop_echo(caption)


def _flatten_figures(body: Tag) -> None:
    """Leave no figure in another: a gallery dissolves, a figure for a caption alone too."""
    for figure in tags_named(body, ("figure",)):
        outer = figure.find_parent("figure")
        if outer is None:
            continue
        if figure.find("img") is None:
            figure.unwrap()
        else:
            outer.name = "div"


def _captions(body: Tag) -> list[Tag]:
    """Return the elements that are captions by name or class, in order, outermost only."""
    found: list[Tag] = []
    for tag in tags_named(body, CAPTION_TAGS):
        named = tag.name == "figcaption" or ("class" in tag.attrs and not _is_classless(tag))
        if named and not any(outer in found for outer in islice(tag.parents, 4)):
            found.append(tag)
    return found


def _is_classless(tag: Tag) -> bool:
    own = {name.lower() for name in classes(tag)}
    return not own & (_CAPTION_CLASSES | CREDIT_CLASSES) or (
        len(text_of(tag)) > LONGEST or tag.find("img") is not None
    )


def _join(soup: BeautifulSoup, caption: Tag) -> None:
    """Put `caption` into the figure of the picture it stands beside."""
    if caption.parent is None:
        return
    own = caption.find_parent("figure")
    if own is not None and own.find("img") is not None:
        add_caption(soup, own, caption)
        return
    outermost = own if own is not None else caption
    place = _picture_beside(outermost)
    if place is None:
        if own is None and caption.name == "figcaption":
            caption.name = "p"
        return
    figure = figure_around(soup, place)
    add_caption(soup, figure, caption)
    if own is not None and own is not figure and is_blank(own):
        own.extract()


def _picture_beside(tag: Tag) -> Tag | None:
    """Return the element beside `tag`, or beside what it alone fills, that is a picture."""
    place = tag
    for _ in range(4):
        before = next(siblings_before(place), None)
        if before is not None:
            if _is_picture(before):
                return before if isinstance(before, Tag) else None
            after = next(siblings_after(place), None)
            lone = next(islice(siblings_before(before), 1), None) is None
            return (
                after
                if isinstance(after, Tag)
                and lone
                and _is_picture(after)
                and _is_frame(place.parent)
                else None
            )
        after = next(siblings_after(place), None)
        if isinstance(after, Tag) and _is_picture(after):
            return after
        parent = place.parent
        if parent is None or parent.name == "body" or after is not None:
            return None
        place = parent
    return None


def _is_frame(tag: Tag | None) -> bool:
    """Return whether the element was made to hold one picture and its caption."""
    return tag is not None and len(text_of(tag)) <= LONGEST and len(tag.find_all("img")) == 1


def _is_picture(node: object) -> bool:
    """Return whether the node shows pictures only, or is a figure with a caption."""
    if not isinstance(node, Tag):
        return False
    if node.name == "figure":
        return node.find("img") is not None
    return bool(only_pictures(node))


def _caption_from_attribute(soup: BeautifulSoup, image: Tag) -> None:
    written = visible_text(attribute(image, "data-caption")).replace("\n", " ")
    figure = image.find_parent("figure")
    if not written or (figure is not None and figure.find("figcaption") is not None):
        return
    if figure is None:
        figure = soup.new_tag("figure")
        image.replace_with(figure)
        figure.append(image)
    caption = soup.new_tag("figcaption")
    caption.string = written
    figure.append(caption)


def _join_if_caption_by_look(soup: BeautifulSoup, paragraph: Tag) -> None:
    """Take a short paragraph that looks like a caption for the picture right above it."""
    words = text_of(paragraph)
    if not words or len(words) > _LONGEST_GUESS or paragraph.parent is None:
        return
    if paragraph.find("img") is not None:
        if paragraph.name == "p":
            _split_picture_paragraph(soup, paragraph, words)
        return
    if not (_SAYS_CAPTION.match(words) or _is_slanted(paragraph)):
        return
    above = next(siblings_before(paragraph), None)
    if not isinstance(above, Tag) or not _is_picture(above):
        return
    if above.name != "figure" or above.find("figcaption") is None:
        add_caption(soup, figure_around(soup, above), paragraph)


def _split_picture_paragraph(soup: BeautifulSoup, paragraph: Tag, words: str) -> None:
    """Make a figure of a paragraph that holds one picture and, after it, its caption."""
    pictures = paragraph.find_all("img")
    shown = [child for child in paragraph.children if not is_blank(child)]
    if len(pictures) != 1 or not shown or not only_pictures(shown[0]):
        return
    rest = shown[1:]
    slanted = all(isinstance(node, Tag) and node.name in _SLANTED - {"a", "span"} for node in rest)
    if not rest or not (slanted or _SAYS_CAPTION.match(words)):
        return
    paragraph.name = "figure"
    caption = soup.new_tag("figcaption")
    for node in rest:
        caption.append(node)
    paragraph.append(caption)


def _is_slanted(paragraph: Tag) -> bool:
    """Return whether all its text is small or slanted, and nothing but such."""
    shown = [child for child in paragraph.children if not is_blank(child)]
    if not shown or not all(isinstance(child, Tag) for child in shown):
        return False
    outer = [child for child in shown if isinstance(child, Tag)]
    return all(child.name in _SLANTED for child in outer) and any(
        child.name in ("em", "i", "small", "cite", "sub")
        or child.find(["em", "i", "small"]) is not None
        for child in outer
    )


def _drop_echo(caption: Tag) -> None:
    """Drop a paragraph right after the figure that says what the caption says."""
    figure = caption.find_parent("figure")
    if figure is None:
        return
    after = next(siblings_after(figure), None)
    if isinstance(after, Tag) and after.name in ("p", "div") and after.find("img") is None:
        words = text_of(caption)
        if words and text_of(after) == words:
            after.extract()
