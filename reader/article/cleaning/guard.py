"""How much of a page's text an element holds, so that no rule drops the article itself."""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

_MOST = 3  # never a third of the text
_KNOWN = 1_000  # elements; a page with more that go is no real one
_LOOKED_AT = 5_000_000  # characters
_FEW = 60  # letters too few to be the article, as long as there are others


class Guard:
    """What may go from one page. Counts the letters of its text once it is first asked."""

    def __init__(self, body: LexborNode) -> None:
        """Guard `body`, from which what is never text (scripts, hidden elements) is gone."""
        self._body = body
        self._total: int | None = None
        self._gone = 0  # letters

    @property
    def total(self) -> int:
        """Return how many letters the page had when this was first asked."""
        if self._total is None:
            self._total = letters(self._body.text())
        return self._total

    def allows(self, size: int) -> bool:
        """Return whether an element with `size` letters of text may go."""
        return size == 0 or (size < self.total and (size <= _FEW or self.is_little(size)))

    def is_little(self, size: int) -> bool:
        """Return whether `size` letters are at most a third of the text, however few."""
        return _MOST * size <= self.total

    def passed(self, nodes: list[LexborNode]) -> list[LexborNode]:
        """Return those of `nodes` that may go; none where most of a text would be gone then."""
        passed: list[LexborNode] = []
        ids: set[int] = set()
        going = 0
        for node, text in bounded(nodes):
            if 0 < len(ids) <= _KNOWN and _is_within(node, ids):
                continue  # goes with what it is in
            size = letters(text)
            if not self.allows(size) and not self.allows(size := size - linked(node)):
                continue
            passed.append(node)
            ids.add(node.mem_id)
            going += size
        if self._is_most(self._gone + going):
            return []
        self._gone += going
        return passed

    def _is_most(self, size: int) -> bool:
        return size > _FEW and 5 * size > 3 * self.total


def _is_within(node: LexborNode, ids: set[int]) -> bool:
    outer = node.parent
    while outer is not None and outer.mem_id not in ids:
        outer = outer.parent
    return outer is not None


def bounded(nodes: Iterable[LexborNode]) -> Iterator[tuple[LexborNode, str]]:
    """Yield nodes with their texts, until these would take too long to look at."""
    looked_at = 0
    for node in nodes:
        text = node.text()
        yield node, text
        looked_at += len(text)
        if looked_at > _LOOKED_AT:
            return


def letters(text: str) -> int:
    """Return how many characters `text` has without its spaces and line ends."""
    return len(text) - text.count(" ") - text.count("\n") - text.count("\t")


def prose(node: LexborNode) -> int:
    """Return how many letters of an element's text are not links."""
    size = letters(node.text())
    return size - linked(node) if size else 0


def linked(node: LexborNode) -> int:
    """Return how many letters of an element's text are links."""
    return sum(letters(link.text()) for link in node.css("a"))
