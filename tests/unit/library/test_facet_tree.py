from collections.abc import Iterable, Mapping

from reader.library.facet_names import names_above
from reader.library.facet_tree import Nesting, nesting


def nested(posts: Mapping[str, int]) -> Nesting:
    """Return the nesting of tags with so many posts; all that is above them is among them."""

    def counts(values: Iterable[str]) -> Mapping[str, int]:
        return {value: posts[value] for value in values}

    return nesting({tag: above[-1] for tag in posts if (above := names_above(tag))}, counts)


def test_a_parent_with_two_children_is_shown() -> None:
    made = nested({"war": 5, "war/asia": 2, "war/europe": 3})
    assert made == Nesting({"war/asia": "war", "war/europe": "war"})


def test_a_parent_with_posts_of_its_own_is_shown() -> None:
    assert nested({"war": 4, "war/europe": 3}) == Nesting({"war/europe": "war"})


def test_a_parent_that_is_nothing_but_its_child_is_not() -> None:
    assert nested({"AC": 7, "AC/DC": 7}) == Nesting({}, frozenset({"AC"}))


def test_what_is_nested_in_a_hidden_parent_stands_under_the_next() -> None:
    made = nested({"a": 5, "a/b": 3, "a/b/c": 3})
    assert made == Nesting({"a/b": "a", "a/b/c": "a"}, frozenset({"a/b"}))


def test_a_chain_of_only_children_is_one_row() -> None:
    made = nested({"a": 3, "a/b": 3, "a/b/c": 3, "x": 1})
    assert made == Nesting({}, frozenset({"a", "a/b"}))


def test_values_that_are_nested_in_nothing_stay_out_of_it() -> None:
    assert nested({"x": 1, "y": 1}) == Nesting()
