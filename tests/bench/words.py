"""How one text's words differ from another's."""

import re
from collections import Counter
from dataclasses import dataclass

# A Chinese or Japanese character each, else letters and digits in a row.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u9fff]+")
_EXAMPLES = 6


@dataclass(frozen=True, slots=True)
class Difference:
    """What of the wanted words is not found, and what is found beside them."""

    words: int  # wanted
    missing: int
    extra: int
    example: str


def difference(found: str, wanted: str) -> Difference:
    """Return how the words of `found` differ from those of `wanted`, whatever their order."""
    have, want = words(found), words(wanted)
    missing, extra = want - have, have - want
    told = [f"-{word}" for word in missing] + [f"+{word}" for word in extra]
    return Difference(want.total(), missing.total(), extra.total(), " ".join(told[:_EXAMPLES]))


def words(text: str) -> Counter[str]:
    """Return how often each word stands in `text`."""
    return Counter(_WORD.findall(text.casefold()))
