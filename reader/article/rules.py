"""The clean-up rules: what of a page is not the article.

They are data, `resources/article/cleanup.toml`: CSS selectors, each with a reason and an
example. General rules come first, then those of single sites. A rule is asked for only in
markup that holds one of the words its selector needs (a class, an id), so that a hundred
rules cost what a handful does.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

RULES_PATH = Path(__file__).parents[2] / "resources" / "article" / "cleanup.toml"

# What a selector's last compound asks for: a class, an id, or the start of an attribute.
_NEEDS = re.compile(r"[.#]([\w-]+)|\[[\w-]+[*^$~|]?=[\"']?([^\"'\]]+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: everything `selectors` match is dropped."""

    selectors: tuple[str, ...]
    reason: str
    example: str  # markup that the rule empties; the tests hold every rule to it
    hosts: tuple[str, ...] = ()  # () = everywhere; else these hosts and what is under them


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules in order, ready to be asked."""

    rules: tuple[Rule, ...]

    def selector_for(self, markup: str, host: str) -> str:
        """Return one selector list for all that may apply to `markup` from `host`, or ""."""
        return ", ".join(
            selector for word, selector in _needs(self, host) if not word or word in markup
        )


@cache
def cleanup_rules() -> Rules:
    """Return the rules that ship with the program."""
    return Rules(parse_rules(RULES_PATH.read_text(encoding="utf-8")))


def parse_rules(text: str) -> tuple[Rule, ...]:
    """Return the rules written in `text` (TOML). Raises ValueError where it is not so."""
    tables = cast("Sequence[Mapping[str, object]]", tomllib.loads(text)["rule"])
    return tuple(_rule(table) for table in tables)


def _rule(table: Mapping[str, object]) -> Rule:
    return Rule(
        selectors=tuple(cast("list[str]", table["drop"])),
        reason=str(table["reason"]),
        example=str(table["example"]),
        hosts=tuple(cast("list[str]", table.get("hosts", []))),
    )


@cache
def _needs(rules: Rules, host: str) -> tuple[tuple[str, str], ...]:
    """Return each selector that holds for `host` beside the word it cannot match without."""
    return tuple(
        (_needed_word(selector), selector)
        for rule in rules.rules
        if not rule.hosts or any(host == own or host.endswith("." + own) for own in rule.hosts)
        for selector in rule.selectors
    )


def _needed_word(selector: str) -> str:
    """Return the longest class, id or attribute value that `selector` names, or ""."""
    positive = re.sub(r":not\([^)]*\)", "", selector)
    words = [one or other for one, other in _NEEDS.findall(positive)]
    return max(words, key=len, default="")
