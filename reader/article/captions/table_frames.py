"""Tables that only frame pictures and their captions.

One picture with its words in the cells around it (Blogger, LaTeX2HTML), or rows of pictures
with a row of captions under each. A table of data that happens to hold pictures stays.
"""

from bs4 import Tag
from bs4.element import PageElement

from reader.article.captions.figures import Figure, Run
from reader.article.captions.picture_places import LONGEST, Places
from reader.article.trees import names, tags_in

_MOST_CELLS = 3  # of a frame around one picture
_MOST_GRID = 60
_LONGEST_CELL = 200
_PARTS = names("table tbody thead tfoot tr td th caption colgroup")


def table_figures(places: Places, body: Tag) -> list[Figure]:
    """Return the figures that tables of `body` frame; those tables become plain boxes."""
    figures: list[Figure] = []
    for table in tags_in(body):
        shown = places.of(table)
        if table.name == "table" and shown.images and not (shown.heavy or shown.others):
            found = _framed(places, table)
            if found is not None:
                places.settled.update(map(id, (table, *tags_in(table))))
                for figure in found:
                    inside = (figure.place, *tags_in(figure.place))
                    places.frames.update((id(tag), figure.place) for tag in inside)
                _unframe(table)
                figures += found
    return figures


def _framed(places: Places, table: Tag) -> list[Figure] | None:
    """Return the figures a table frames; None of a table that is one."""
    inner = list(tags_in(table))
    cells = [tag for tag in inner if tag.name in ("td", "th") and places.shows(tag)]
    shown = places.of(table)
    if places.frames.get(id(table)) is not None or any(tag.name == "figure" for tag in inner):
        return None
    if shown.images == 1 and len(cells) <= _MOST_CELLS and shown.letters <= LONGEST:
        return [Figure(table, _runs(places, table), framed=True)]
    if shown.images > 1 and len(cells) <= _MOST_GRID:
        rows = [tag for tag in inner if tag.name == "tr"]
        return _grid(places, [_cells(places, row) for row in rows])
    return None


def _cells(places: Places, row: Tag) -> list[Tag]:
    return [cell for cell in row.contents if isinstance(cell, Tag) and places.shows(cell)]


def _grid(places: Places, rows: list[list[Tag]]) -> list[Figure] | None:
    """Return a figure for every picture of a grid, None where it is none."""
    figures: list[Figure] = []
    above: list[Tag] = []  # pictures still without a caption
    for row in filter(None, rows):
        kinds = {_kind(places, cell) for cell in row}
        if kinds == {"words"} and len(row) == len(above):
            figures += [Figure(picture, [[cell]]) for picture, cell in zip(above, row, strict=True)]
            above = []
        elif kinds == {"picture"}:
            above = row
        elif kinds == {"both"}:
            figures += [Figure(cell, _runs(places, cell), framed=True) for cell in row]
        else:
            return None
    return figures


def _kind(places: Places, cell: Tag) -> str:
    shown = places.of(cell)
    if shown.letters > _LONGEST_CELL or shown.images > 1:
        return "other"
    if not shown.images:
        return "words"
    return "both" if shown.letters else "picture"


def _runs(places: Places, top: Tag) -> list[Run]:
    return runs_beside(places, top, frozenset())


def runs_beside(
    places: Places, top: Tag, without: frozenset[int], around: frozenset[int] = frozenset()
) -> list[Run]:
    """Return what `top` shows beside its pictures, in runs of nodes side by side.

    Nodes whose ids are `without` are passed over, and so are other media; those whose ids are
    `around` hold such.
    """
    runs: list[Run] = []
    run: Run = []
    for child in top.contents:
        shown = places.of(child)
        parted = id(child) in without or id(child) in around
        whole = not (shown.images or shown.others or parted)
        if whole and _is_inline(child):
            run.append(child)
            continue
        runs.append(run)
        run = []
        if whole and isinstance(child, Tag):
            runs.append([child])
        elif isinstance(child, Tag) and shown.letters and id(child) not in without:
            runs += runs_beside(places, child, without, around)
    return [one for one in (*runs, run) if any(map(places.shows, one))]


_INLINE = names("a abbr b bdi br cite code em font i mark q s small span strong sub sup time u")


def _is_inline(node: PageElement) -> bool:
    return not isinstance(node, Tag) or (
        node.name in _INLINE and not any(tag.name not in _INLINE for tag in tags_in(node))
    )


def _unframe(table: Tag) -> None:
    for tag in (table, *tags_in(table)):
        if tag.name in _PARTS:
            tag.name = "div"
