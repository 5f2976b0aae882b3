"""Notes that sites set apart in boxes of their own -> callouts, as those of Markdown are.

GitHub's alerts, Sphinx's, MkDocs' and Docusaurus' admonitions, VuePress' containers: an
element of a well-known class with its title in another. Words stay as they are.
"""

from bs4 import BeautifulSoup, Tag

from reader.article.name_sets import names
from reader.article.trees import classes, tags_named, text_of

_BOXES = names("admonition markdown-alert custom-block theme-admonition hint-container")
_TITLES = names(
    "admonition-title markdown-alert-title custom-block-title admonition-heading "
    "hint-container-title"
)
_MOST = 500  # boxes of one post


def settle_boxes(soup: BeautifulSoup, body: Tag, markup: str) -> None:
    """Make callouts of the boxes in `body`, whose markup was `markup`."""
    if not any(name in markup for name in _BOXES):
        return
    boxes = [box for box in tags_named(body, ("div", "aside")) if _BOXES & {*classes(box)}]
    for box in boxes[:_MOST]:
        title = _title(box)
        if title is None:
            continue
        box.name = "blockquote"
        box.attrs = {"class": "callout"}
        title.name = "p"
        title.attrs = {}
        mark = soup.new_tag("strong", attrs={"class": "callout-title"})
        for child in list(title.contents):
            mark.append(child.extract())
        title.append(mark)


def _title(box: Tag) -> Tag | None:
    """Return the box's own title, if it is a line of words."""
    for child in box.children:
        if isinstance(child, Tag) and _TITLES & {*classes(child)}:
            return child if len(text_of(child)) <= 200 and child.find("p") is None else None
    return None
