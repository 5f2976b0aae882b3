"""Which hosts belong together: the registrable domain above each.

By the public suffix list (publicsuffix.org) as its package ships it; nothing is ever fetched. Its
private part counts too: what is below github.io or blogspot.com is somebody's of their own.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def domain_above(host: str) -> str | None:
    """Return the domain that somebody registered and `host` is below: bbc.co.uk of news.bbc.co.uk.

    `host` is in lower case, its labels in letters or `xn--…`; so is what is returned. None where
    it is such a domain itself, a suffix, an address, or no host's name.
    """
    labels = host.split(".")
    if len(labels) < 3 or not labels[-1] or " " in host:
        return None
    suffix = _suffixes().publicsuffix(".".join(map(_in_letters, labels)))
    if not suffix:
        return None
    length = suffix.count(".") + 2
    return ".".join(labels[-length:]) if length < len(labels) else None


@cache
def _suffixes() -> "PublicSuffixList":
    """Return the list: 25 ms to read, so only where some host has three labels."""
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - see above

    return PublicSuffixList(accept_unknown=False, accept_encoded_idn=False)


def _in_letters(label: str) -> str:
    """Return a label as the list has it."""
    if label.startswith("xn--"):
        try:
            return label[4:].encode("ascii").decode("punycode").lower()
        except (UnicodeError, OverflowError):
            return label
    return label
