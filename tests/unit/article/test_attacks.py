"""Attacks of every known kind, in every place of a post, leave nothing dangerous."""

from itertools import islice

import pytest

from tests.fuzz.attacks import attacks, check
from tests.fuzz.markup import faults_of


@pytest.mark.parametrize("seed", range(4))
def test_attacks_leave_nothing_dangerous(seed: int) -> None:
    different = {check(attack) for attack in islice(attacks(seed), 150)}
    assert len(different) > 90  # or they would prove little


@pytest.mark.parametrize(
    "dangerous",
    [
        "<script>1</script>",
        "</article><p>x</p>",
        '<p onclick="x">x</p>',
        '<p id="location">x</p>',
        '<p class="slot">x</p>',
        '<img src="https://e.example/x.png">',
        '<a href="javascript:x">x</a>',
        '<a href="//e.example">x</a>',
        '<p style="color:red">x</p>',
        "<svg></svg>",
    ],
)
def test_what_is_dangerous_would_be_seen(dangerous: str) -> None:
    assert faults_of(dangerous)
    assert faults_of('<p id="post-x"><a href="https://e.example">x</a></p>') == []
