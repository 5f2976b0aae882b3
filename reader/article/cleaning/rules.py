"""The clean-up rules: what of a page is not the article.

They are data, `resources/article/cleanup.toml`: CSS selectors, each with a reason and an
example. General rules come first, then those of single sites. A rule is asked for only in
markup that holds what its selector needs (a class, an id, an attribute, an element), so that a
hundred rules cost what a handful does.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from reader.article.needs import Kind, need_of
from reader.article.survey import Survey, survey

Table = Mapping[str, object]  # as TOML has it

RULES_PATH = Path(__file__).parents[3] / "resources" / "article" / "cleanup.toml"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: everything `selectors` match is dropped."""

    selectors: tuple[str, ...]
    reason: str
    example: str  # markup that the rule empties; the tests hold every rule to it
    hosts: tuple[str, ...] = ()  # () = everywhere; else these hosts and what is under them
    sure: bool = False  # never an article's own, however much of the text it is


@dataclass(frozen=True, slots=True)
class Selectors:
    """What to ask of one page: selector lists, "" where there is nothing to ask."""

    sure: str  # of what goes in any case
    others: str  # of what goes unless it holds too much of the text
    names: frozenset[str]  # the classes and ids that the page uses


@dataclass(frozen=True, slots=True, eq=False)  # told apart at once: they are asked for often
class Rules:
    """Rules in order, ready to be asked."""

    rules: tuple[Rule, ...]

    def selectors_for(self, markup: str, host: str) -> Selectors:
        """Return the selectors of all rules that may apply to `markup` from `host`."""
        held = survey(markup)
        names = " ".join(held.names)
        sure, others = _needs(self, host)
        return Selectors(_chosen(sure, held, names), _chosen(others, held, names), held.names)


@dataclass(frozen=True, slots=True)
class _Needs:
    """Selectors, by what markup must hold for them to match."""

    always: str
    by_element: Mapping[str, str]  # an element's name -> selectors
    by_name: Mapping[str, str]  # a class or id -> selectors
    by_part_of_name: tuple[tuple[str, str], ...]  # a part of a class or id -> selectors
    by_attribute: tuple[tuple[str, str], ...]  # an attribute, or a part of its value -> selectors


@cache
def cleanup_rules() -> Rules:
    """Return the rules that ship with the program."""
    return Rules(parse_rules(RULES_PATH.read_text(encoding="utf-8")))


def parse_rules(text: str) -> tuple[Rule, ...]:
    """Return the rules written in `text` (TOML). Raises ValueError where it is not so."""
    return tuple(map(_rule, _tables(text)["rule"]))


def tables_of(kind: str) -> Sequence[Table]:
    """Return the tables of one kind of rule that ship with the program."""
    return _tables(RULES_PATH.read_text(encoding="utf-8"))[kind]


@cache
def _tables(text: str) -> Mapping[str, Sequence[Table]]:
    return cast("Mapping[str, Sequence[Table]]", tomllib.loads(text))


def _rule(table: Table) -> Rule:
    return Rule(
        selectors=tuple(cast("list[str]", table["drop"])),
        reason=str(table["reason"]),
        example=str(table["example"]),
        hosts=tuple(cast("list[str]", table.get("hosts", []))),
        sure=bool(table.get("sure", False)),
    )


def _chosen(needs: _Needs, held: Survey, names: str) -> str:
    """Return the selectors that may match, of markup with all these `names` in a row."""
    chosen = [needs.always]
    chosen += [needs.by_element[name] for name in needs.by_element.keys() & held.elements.keys()]
    chosen += [needs.by_name[word] for word in needs.by_name.keys() & held.names]
    chosen += [selector for part, selector in needs.by_part_of_name if part in names]
    chosen += [selector for part, selector in needs.by_attribute if part in held.tags]
    return ", ".join(filter(None, chosen))


@cache
def _needs(rules: Rules, host: str) -> tuple[_Needs, _Needs]:
    """Return what the rules for one host need, of the sure ones and of the others."""
    own = [rule for rule in rules.rules if not rule.hosts or _is_under(host, rule.hosts)]
    return (
        _needs_of(rule for rule in own if rule.sure),
        _needs_of(rule for rule in own if not rule.sure),
    )


def _is_under(host: str, hosts: Iterable[str]) -> bool:
    return any(host == own or host.endswith("." + own) for own in hosts)


def _needs_of(rules: Iterable[Rule]) -> _Needs:
    by_element: dict[str, list[str]] = {}
    by_name: dict[str, list[str]] = {}
    by_part: dict[str, list[str]] = {}
    by_attribute: dict[str, list[str]] = {}
    always: list[str] = []
    places = {
        Kind.NAME: by_name,
        Kind.PART_OF_NAME: by_part,
        Kind.ATTRIBUTE: by_attribute,
        Kind.ELEMENT: by_element,
    }
    for selector in (selector for rule in rules for selector in rule.selectors):
        kind, word = need_of(selector)
        if kind is Kind.NOTHING:
            always.append(selector)
        else:
            places[kind].setdefault(word, []).append(selector)
    return _Needs(
        always=", ".join(always),
        by_element=dict(_joined(by_element)),
        by_name=dict(_joined(by_name)),
        by_part_of_name=_joined(by_part),
        by_attribute=_joined(by_attribute),
    )


def _joined(selectors: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((part, ", ".join(all_of_it)) for part, all_of_it in selectors.items())
