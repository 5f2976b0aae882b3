"""What sites embed, by address: `resources/article/embeds.toml`, read when the first embed is met.

A player's address is seldom the page on which people look at what it plays; the table says
which page that is, what the service is called, and of what kind it is. What shows a reader
nothing (trackers, advertising, buttons) is named there too.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast
from urllib.parse import parse_qs, quote, unquote

from reader.article.urls import host

EMBEDS_PATH = Path(__file__).parents[3] / "resources" / "article" / "embeds.toml"
KINDS = ("video", "audio", "post", "map", "chart", "code", "document", "page")

_SCHEME = re.compile(r"https?://(?:[^/?#]*@)?(?:www\.)?", re.IGNORECASE)
_LONGEST = 4000  # characters of an address that patterns look through


@dataclass(frozen=True, slots=True)
class Service:
    """One service whose pages are embedded elsewhere."""

    name: str
    kind: str  # one of KINDS
    pages: tuple[tuple[re.Pattern[str], str], ...]  # what an address begins with -> its page


@dataclass(frozen=True, slots=True)
class Element:
    """Elements that name what they show in an attribute of their own."""

    selector: str
    attribute: str
    address: str  # {0} is the attribute's value, {name} another attribute's


@dataclass(frozen=True, slots=True)
class Quotation:
    """Posts of other services, quoted in full."""

    selector: str
    address: str  # the attribute that names the post, or ""
    links: tuple[str, ...]  # a link to the post holds one of these
    idle: tuple[str, ...]  # words that say nothing


@dataclass(frozen=True, slots=True)
class Table:
    """The whole table."""

    by_host: Mapping[str, Service]
    wrappers: Mapping[str, tuple[str, ...]]  # host -> parameters that hold the address within
    dropped: re.Pattern[str]
    elements: tuple[Element, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Embedded:
    """What an address embeds."""

    page: str  # where it is looked at
    service: str  # its name; "" for one we do not know
    kind: str  # one of KINDS


def embedded_at(address: str) -> Embedded | None:
    """Return what the absolute http(s) `address` embeds; None where it shows nothing."""
    table = embeds()
    address = _unwrapped(address[:_LONGEST], table)
    plain = _plain(address)
    if not host(address) or table.dropped.match(plain):
        return None
    service = _service(plain, host(address), table)
    if service is None:
        return Embedded(address, "", "document" if _is_document(plain) else "page")
    for pattern, page in service.pages:
        if match := pattern.match(plain):
            return Embedded(_page(page, match), service.name, service.kind)
    return Embedded(address, service.name, service.kind)


@cache
def embeds() -> Table:
    """Return the table that ships with the program."""
    return parse_embeds(EMBEDS_PATH.read_text(encoding="utf-8"))


def parse_embeds(text: str) -> Table:
    """Return the table written in `text` (TOML). Raises ValueError where it is not so."""
    tables = cast("Mapping[str, Sequence[Mapping[str, object]]]", tomllib.loads(text))
    dropped = cast("Mapping[str, list[str]]", tables["dropped"])["addresses"]
    return Table(
        by_host={
            name: service
            for table in tables["service"]
            for service in (_service_of(table),)
            for name in _texts(table, "hosts")
        },
        wrappers={
            name: _texts(table, "parameters")
            for table in tables["wrapper"]
            for name in _texts(table, "hosts")
        },
        dropped=re.compile("|".join(f"(?:{each})" for each in dropped), re.IGNORECASE),
        elements=tuple(
            Element(str(table["selector"]), str(table["attribute"]), str(table["address"]))
            for table in tables["element"]
        ),
        quotations=tuple(
            Quotation(
                str(table["selector"]),
                str(table.get("address", "")),
                _texts(table, "links"),
                _texts(table, "idle"),
            )
            for table in tables["quotation"]
        ),
    )


def _service_of(table: Mapping[str, object]) -> Service:
    if table["kind"] not in KINDS:
        raise ValueError(f"There is no kind {table['kind']}")
    pages = cast("Sequence[Sequence[str]]", table.get("pages", ()))
    return Service(
        str(table["name"]),
        str(table["kind"]),
        tuple((re.compile(pattern, re.IGNORECASE), page) for pattern, page in pages),
    )


def _texts(table: Mapping[str, object], name: str) -> tuple[str, ...]:
    return tuple(cast("Sequence[str]", table.get(name, ())))


def _plain(address: str) -> str:
    """Return the address without scheme and "www.", its host in lower case."""
    rest = _SCHEME.sub("", address, count=1)
    name = re.split(r"[/?#]", rest, maxsplit=1)[0]
    return name.lower() + rest[len(name) :]


def _service(plain: str, name: str, table: Table) -> Service | None:
    """Return the service of a host, or of the host and the first part of the path."""
    first = "/".join(re.split(r"[?#]", plain, maxsplit=1)[0].split("/")[:2])
    for known in (first, *_hosts(name)):
        if known in table.by_host:
            return table.by_host[known]
    return None


def _hosts(name: str) -> list[str]:
    """Return a host's name and those it lies under."""
    labels = name.split(".")
    return [".".join(labels[at:]) for at in range(len(labels) - 1)]


def _unwrapped(address: str, table: Table) -> str:
    parameters = table.wrappers.get(host(address))
    if parameters is None:
        return address
    asked = parse_qs(address.partition("?")[2].partition("#")[0], max_num_fields=50)
    for name in parameters:
        inner = asked.get(name, [""])[0]
        inner = "https:" + inner if inner.startswith("//") else inner
        if _SCHEME.match(inner):
            return inner
    return address


def _page(page: str, match: re.Match[str]) -> str:
    groups = [unquote(group or "") for group in match.groups()]
    if page == "{0}":  # the address stands whole within
        whole = groups[0]
        return whole if _SCHEME.match(whole) else "https://" + whole.lstrip("/")
    filled = page.format(*(quote(group, safe="/:@,+-._~=?") for group in groups))
    return filled if all(match.groups()) else filled.rstrip("/")


def _is_document(plain: str) -> bool:
    return re.split(r"[?#]", plain, maxsplit=1)[0].lower().endswith(".pdf")
