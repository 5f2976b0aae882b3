"""Values of front matter, made safe to pass on."""

import re
from typing import Final, cast

MAX_DEPTH: Final = 64
MAX_VALUES: Final = 10_000
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


class TooMuch(Exception):  # noqa: N818 - a limit, caught in front_matter.py
    """Front matter beyond what any post needs."""


def plain(value: object) -> object:
    """Return a copy with text for keys, and no lone surrogate (JSON's `"\\ud800"`) anywhere.

    Raises TooMuch beyond `MAX_DEPTH` and `MAX_VALUES`.
    """
    return _Copier().copy(value, 0)


class _Copier:
    def __init__(self) -> None:
        self._values = 0

    def copy(self, value: object, depth: int) -> object:
        self._values += 1
        if self._values > MAX_VALUES:
            raise TooMuch(f"more than {MAX_VALUES} values")
        if isinstance(value, str):
            return value if value.isascii() else _SURROGATES.sub("\ufffd", value)
        if not isinstance(value, dict | list):
            return value
        if depth == MAX_DEPTH:
            raise TooMuch(f"nested more than {MAX_DEPTH} deep")
        if isinstance(value, list):
            return [self.copy(item, depth + 1) for item in cast("list[object]", value)]
        mapping = cast("dict[object, object]", value)
        return {
            _SURROGATES.sub("\ufffd", str(key)): self.copy(item, depth + 1)
            for key, item in mapping.items()
        }
