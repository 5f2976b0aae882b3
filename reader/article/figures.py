"""A figure: its pictures, then one caption, with who made the picture set apart."""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from reader.article.trees import classes, is_blank, names, text_of

LONGEST = 400  # characters of a paragraph that may be a caption by its class

CREDIT_CLASSES = names(
    "credit image-credit img-credit photo-credit photocredit picture-credit caption-credit "
    "media-credit aesop-cap-cred image-source img-source photo-source source-credit copyright "
    "field-name-field-image-source"
)
CAPTION_TAGS = ("p", "div", "span", "small", "em", "figcaption", "dd", "td", "center", "cite")
# The last bracket of a caption, and the words by which it names the picture's maker.
_LAST_BRACKET = re.compile(r"\s*[（(\[【]([^（()）\[\]【】]{2,60})[）)\]】]\s*$")
_MAKER = re.compile(
    r"社|图|圖|摄|攝|照片|来源|來源|提供|视觉中国|新华|新華|路透|法新|美联|美聯|资料|資料|档案|檔案|截图|截屏|"
    r"网络|網絡|網路|©|\b(?:AP|AFP|EPA|Reuters|Getty|Xinhua|Photo|Image|via|courtesy|Credit|Source)\b",
    re.IGNORECASE,
)


def is_credit(tag: Tag) -> bool:
    """Return whether the element names, by its class, who made a picture."""
    return bool(CREDIT_CLASSES.intersection(name.lower() for name in classes(tag)))


def figure_around(soup: BeautifulSoup, place: Tag) -> Tag:
    """Return the figure that `place` is, or a new one in its stead with its pictures."""
    figure = place if place.name == "figure" else place.find("figure")
    if isinstance(figure, Tag):
        return figure
    outer = place.find_parent("figure")
    if outer is not None:
        return outer
    figure = soup.new_tag("figure")
    place.replace_with(figure)
    figure.append(place)
    return figure


def add_caption(soup: BeautifulSoup, figure: Tag, caption: Tag) -> None:
    """Add what `caption` says to the figure's one figcaption."""
    present = figure.find("figcaption")
    if present is caption:
        return
    credit = is_credit(caption)
    if not text_of(caption):
        caption.extract()
        return
    if not isinstance(present, Tag):
        present = soup.new_tag("figcaption")
        figure.append(present)
    elif text_of(caption) in text_of(present):
        caption.extract()
        return
    caption.extract()
    if credit:
        small = soup.new_tag("small")
        small["class"] = "credit"
        for child in list(caption.children):
            small.append(child)
        pieces: list[Tag | NavigableString] = [small]
    else:
        pieces = [child for child in caption.children if isinstance(child, Tag | NavigableString)]
    if text_of(present):
        present.append(" ")
    for piece in pieces:
        present.append(piece)


def unframe(soup: BeautifulSoup, table: Tag) -> None:
    """Make a figure of a table that only frames one picture and its caption."""
    cells = table.find_all(["td", "th"])
    if not 1 <= len(cells) <= 3 or table.find("table") is not None:
        return
    pictures = table.find_all("img")
    words = text_of(table)
    if len(pictures) != 1 or len(words) > LONGEST:
        return
    figure = soup.new_tag("figure")
    figure.append(pictures[0].extract())
    if words:
        caption = soup.new_tag("figcaption")
        for cell in cells:
            for child in list(cell.children):
                caption.append(child)
            caption.append(" ")
        figure.append(caption)
    table.replace_with(figure)


_SLANTS = names("em i small font center")


def settle_figure(soup: BeautifulSoup, figure: Tag) -> None:
    """Leave the figure's pictures, then one caption with its credit apart."""
    captions = [
        caption
        for caption in figure.find_all("figcaption")
        if caption.find_parent("figure") is figure
    ]
    if not captions:
        return
    first, *others = captions
    for other in others:
        add_caption(soup, figure, other)
        other.extract()
    for credit in first.find_all(CAPTION_TAGS):
        if is_credit(credit) and credit.name != "small":
            credit.name = "small"
            credit["class"] = "credit"
    if not text_of(first):
        first.extract()
        return
    _unwrap_blocks(first)
    if first.find("small", class_="credit") is None:
        _set_credit_apart(soup, first)
    figure.append(first.extract())


def _unwrap_blocks(caption: Tag) -> None:
    """Make one line of paragraphs within the caption, and drop what slants all of it."""
    shown = [child for child in caption.children if not is_blank(child)]
    lone = shown[0] if len(shown) == 1 else None
    if isinstance(lone, Tag) and lone.name in _SLANTS and "credit" not in classes(lone):
        lone.unwrap()
    for block in caption.find_all(["p", "div", "h4", "h5", "h6", "center", "figcaption"]):
        block.insert_after(" ")
        block.unwrap()
    for empty in caption.find_all("small"):
        if is_blank(empty):
            empty.extract()


def _set_credit_apart(soup: BeautifulSoup, caption: Tag) -> None:
    """Mark a bracket at the caption's end that names who made the picture."""
    texts = [text for text in caption.find_all(string=True) if text.strip()]
    if not texts:
        return
    last = texts[-1]
    match = _LAST_BRACKET.search(last)
    if match is None or not _MAKER.search(match[1]) or not last[: match.start()].strip():
        return
    written = match[0].strip()
    credit = soup.new_tag("small")
    credit["class"] = "credit"
    for piece, bracket in ((written[0], True), (match[1], False), (written[-1], True)):
        if bracket:
            mark = soup.new_tag("span")
            mark["class"] = "bracket"  # the stylesheet hides it; copied and searched it stays
            mark.string = piece
            credit.append(mark)
        else:
            credit.append(piece)
    before = str(last)[: match.start(1) - 1]
    last.replace_with(NavigableString(before), credit)
