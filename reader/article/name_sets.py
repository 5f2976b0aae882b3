"""Sets of names, as they are written down: kept apart from what needs a parser."""


def names(written: str) -> frozenset[str]:
    """Return the names written in a row, with spaces between."""
    return frozenset(written.split())
