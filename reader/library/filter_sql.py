"""A filter as SQL: which ids it selects. Pure; runs nothing.

Every value goes in as a parameter. The full-text expression is one parameter too; in it stand
only words of letters and digits, each phrase quoted, so nothing that anybody types can mean
something to FTS5.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from reader.library.post_ids import first_id_of
from reader.library.query import Clause, Day, FacetMatch, Flag, Has, Literal, Query, Words
from reader.library.values import Facet, Filter, Shelf

Parameters = tuple[str | int, ...]
_DAY = timedelta(days=1)

# Filled by `reader.library.reading_marks`.
READ = "SELECT id FROM temp.read_posts"
STARRED = "SELECT id FROM temp.starred_posts"

_WITH_IMAGE = "SELECT id FROM posts INDEXED BY posts_with_image WHERE has_image AND has_image = 1"
_HAVING = "SELECT post_id AS id FROM post_facets WHERE facet_id IN (SELECT value FROM json_each(?))"

FacetIds = Callable[[FacetMatch], Sequence[int]]  # the facet values that match
ChosenIds = Callable[[Facet, Sequence[str]], Sequence[int]]  # the facet values that equal these


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of an id, as SQL in which `{id}` stands for it."""

    sql: str
    parameters: Parameters = ()
    members: tuple[str, Parameters] | None = None  # SELECT of just these ids, where that is cheap
    others: tuple[str, Parameters] | None = None  # SELECT of just all others, likewise


@dataclass(frozen=True, slots=True)
class Selection:
    """The posts of a filter: those that match AND fulfil every condition."""

    match: str | None = None  # an FTS5 expression
    in_title: str | None = None  # the same, with all that is wanted in the title
    phrases: tuple[str, ...] = ()  # what it wants, in its order; any of them alone is one, too
    conditions: tuple[Condition, ...] = ()
    facets: tuple[tuple[Facet, Condition], ...] = ()  # apart, so that counts can leave one out
    days: Condition | None = None  # likewise

    @property
    def is_everything(self) -> bool:
        """Return whether no post is left out."""
        return not (self.match or self.conditions or self.facets or self.days)

    @property
    def all_but(self) -> tuple[str, Parameters] | None:
        """Return a SELECT of just the ids that are left out; None where none is cheap."""
        conditions = self._conditions()
        others = [condition.others for condition in conditions if condition.others is not None]
        if self.match or not others or len(others) < len(conditions):
            return None
        sql = " UNION ".join(f"SELECT id FROM ({each})" for each, _ in others)  # noqa: S608 - our own
        return sql, tuple(value for _, values in others for value in values)

    def without_facet(self, facet: Facet) -> "Selection":
        """Return the posts selected if nothing were chosen of `facet`."""
        facets = tuple(choice for choice in self.facets if choice[0] is not facet)
        return replace(self, facets=facets)

    def without_days(self) -> "Selection":
        """Return the posts selected if no dates were."""
        return replace(self, days=None)

    def with_title(self) -> "Selection":
        """Return the posts selected that have all words searched for in the title."""
        return replace(self, match=self.in_title)

    def ids_sql(self, newest_first: bool = False) -> tuple[str, Parameters]:
        """Return a SELECT of the ids, one column `id`, each once, and its parameters.

        An order counts only where words are searched, where it costs nothing: elsewhere SQLite
        would have to sort.
        """
        if self.match:
            sql, parameters = self.matches_sql()
            return sql + (" ORDER BY words.rowid DESC" if newest_first else ""), parameters
        sql, parameters, conditions = _driver(self._conditions())
        return _with(conditions, sql, parameters, "chosen.id")

    def matches_sql(self, of_each: str = "", *values: int) -> tuple[str, Parameters]:
        """Return a SELECT of something of each match, made of `values`, and of its `id`."""
        column = f"{of_each}, " if of_each else ""
        sql = f"SELECT {column}words.rowid AS id FROM words WHERE words MATCH ?"  # noqa: S608 - our own
        parameters: Parameters = (*values, self.match or "")
        return _with(self._conditions(), sql, parameters, "words.rowid")

    def _conditions(self) -> list[Condition]:
        conditions = [*self.conditions, *(condition for _, condition in self.facets)]
        return [*conditions, self.days] if self.days else conditions


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How names of facet values become ids."""

    matching: FacetIds
    chosen: ChosenIds
    today: date = field(default_factory=date.today)


def selection(wanted: Filter, query: Query, vocabulary: Vocabulary) -> Selection:
    """Return what `wanted` selects; `query` is its query, parsed."""
    match, in_title, phrases, clauses = _full_text(query)
    conditions = [_clause(clause, vocabulary) for clause in clauses]
    conditions += _shelf(wanted.shelf, vocabulary.today)
    conditions += [
        _not(_with_facets(vocabulary.chosen(facet, values)))
        for facet, values in wanted.excluded
        if values
    ]
    facets = tuple(
        (facet, _with_facets(vocabulary.chosen(facet, values)))
        for facet, values in wanted.facets
        if values
    )
    days = _days(wanted.since, wanted.until)
    return Selection(match, in_title, phrases, tuple(conditions), facets, days)


def match_expression(words: Words) -> str:
    """Return `words` as an FTS5 phrase."""
    phrase = f'"{words.words}"' + (" *" if words.prefix else "")
    return f"title : {phrase}" if words.in_title else phrase


def _full_text(query: Query) -> tuple[str | None, str | None, tuple[str, ...], list[Clause]]:
    """Return the FTS5 expression of what it can answer, that of titles, the phrases, the rest."""
    wanted: list[str] = []
    unwanted: list[str] = []
    phrases: list[str] = []
    left: list[Clause] = []
    for clause in query.clauses:
        terms = [literal.term for literal in clause if isinstance(literal.term, Words)]
        if len(terms) == len(clause) and not any(literal.negated for literal in clause):
            wanted.append(f"({_any_of(terms)})")
            phrases += map(match_expression, terms)
        elif len(terms) == len(clause) == 1:
            unwanted.append(_any_of(terms))
        else:
            left.append(clause)
    if not wanted:  # FTS5 cannot say "all but"
        left += [
            (literal,)
            for clause in query.clauses
            for literal in clause
            if len(clause) == 1 and isinstance(literal.term, Words)
        ]
        return None, None, (), left
    match = " AND ".join(wanted)
    without = f" NOT ({' OR '.join(unwanted)})" if unwanted else ""
    in_title = f"(title : ({match})){without}"
    return (f"({match}){without}" if unwanted else match), in_title, tuple(phrases), left


def _any_of(terms: Iterable[Words]) -> str:
    return " OR ".join(map(match_expression, terms))


def _clause(clause: Clause, vocabulary: Vocabulary) -> Condition:
    conditions = [_literal(literal, vocabulary) for literal in clause]
    if len(conditions) == 1:
        return conditions[0]
    return Condition(
        "(" + " OR ".join(condition.sql for condition in conditions) + ")",
        tuple(value for condition in conditions for value in condition.parameters),
    )


def _literal(literal: Literal, vocabulary: Vocabulary) -> Condition:
    condition = _term(literal, vocabulary)
    return _not(condition) if literal.negated else condition


def _not(condition: Condition) -> Condition:
    return Condition(f"NOT {condition.sql}", condition.parameters, others=condition.members)


def _term(literal: Literal, vocabulary: Vocabulary) -> Condition:
    match literal.term:
        case Words() as words:
            found = "SELECT rowid AS id FROM words WHERE words MATCH ?"
            return _in(found, (match_expression(words),))
        case FacetMatch() as facet:
            return _with_facets(vocabulary.matching(facet))
        case Day(day, before):
            return Condition(f"({{id}} {'<' if before else '>='} ?)", (first_id_of(day),))
        case Has(flag):
            return _flag(flag)


def _flag(flag: Flag) -> Condition:
    match flag:
        case Flag.READ:
            return _in(READ)
        case Flag.UNREAD:
            return Condition(f"({{id}} NOT IN ({READ}))", others=(READ, ()))
        case Flag.STARRED:
            return _in(STARRED)
        case Flag.IMAGE:
            return Condition(f"EXISTS ({_WITH_IMAGE} AND id = {{id}})", (), (_WITH_IMAGE, ()))


def _shelf(shelf: Shelf, today: date) -> list[Condition]:
    match shelf:
        case Shelf.ALL:
            return []
        case Shelf.UNREAD:
            return [_flag(Flag.UNREAD)]
        case Shelf.STARRED:
            return [_flag(Flag.STARRED)]
        case Shelf.TODAY:
            days = _days(today, today)
            return [days] if days else []


def _days(since: date | None, until: date | None) -> Condition | None:
    """Return the condition of a post's day. The id follows the moment, so it suffices.

    The index of days finds such posts at once; a day more at each end makes up for its zone.
    """
    parts: list[str] = []
    parameters: list[str | int] = []
    near: list[str] = []
    near_days: list[str] = []
    if since is not None:
        parts.append("{id} >= ?")
        parameters.append(first_id_of(since))
        near.append("local_day >= ?")
        near_days.append((since - min(_DAY, since - date.min)).isoformat())
    if until is not None and until < date.max:
        parts.append("{id} < ?")
        parameters.append(first_id_of(until + _DAY))
        near.append("local_day <= ?")
        near_days.append((until + _DAY).isoformat())
    if not parts:
        return None
    sql = "(" + " AND ".join(parts) + ")"
    members = f"SELECT id FROM posts WHERE {' AND '.join(near)} AND {sql.format(id='+id')}"  # noqa: S608 - our own SQL
    return Condition(sql, tuple(parameters), (members, (*near_days, *parameters)))


def _with_facets(ids: Sequence[int]) -> Condition:
    """Return the condition of having any of these facet values; with none, no post has."""
    each = _HAVING if len(ids) == 1 else _HAVING.replace("SELECT", "SELECT DISTINCT")
    parameters = (json.dumps(list(ids)),)
    return Condition(f"({{id}} IN ({_HAVING}))", parameters, (each, parameters))


def _in(members: str, parameters: Parameters = ()) -> Condition:
    return Condition(f"({{id}} IN ({members}))", parameters, (members, parameters))


def _with(
    conditions: Iterable[Condition], sql: str, parameters: Parameters, column: str
) -> tuple[str, Parameters]:
    for condition in conditions:
        sql += f" AND {condition.sql.format(id=column)}"
        parameters += condition.parameters
    return sql, parameters


def _driver(
    conditions: list[Condition],
) -> tuple[str, Parameters, list[Condition]]:
    """Return a SELECT to which `AND` can be added, its parameters, and the conditions left.

    It starts from the ids of some condition, where one can name them, else from the smallest
    index of the posts: reading the table itself would read every title and excerpt.
    """
    for condition in conditions:
        if condition.members is not None:
            left = [other for other in conditions if other is not condition]
            members, parameters = condition.members
            return f"SELECT id FROM ({members}) AS chosen WHERE 1", parameters, left  # noqa: S608 - our own
    return "SELECT id FROM posts AS chosen INDEXED BY posts_by_day WHERE 1", (), conditions
