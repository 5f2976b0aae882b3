"""When hints are acted on."""

from reader.library.coalescing import GRACE, LONGEST_WAIT, PAUSE, Hints


def test_hints_wait_for_a_pause() -> None:
    hints = Hints()
    assert not hints
    hints.add(["a.md"], 10.0)
    assert hints.due() == 10.0 + PAUSE
    hints.add(["b.md"], 10.02)
    assert hints.due() == 10.02 + PAUSE
    assert hints.take(hints.due()) == {"a.md", "b.md"}
    assert not hints


def test_a_burst_that_never_pauses_is_seen_to_all_the_same() -> None:
    hints = Hints()
    for step in range(1000):
        hints.add(["a.md"], 10.0 + step / 100)
    assert hints.due() == 10.0 + LONGEST_WAIT


def test_what_is_not_settled_has_longer() -> None:
    hints = Hints()
    hints.add(["gone.md"], 10.0, settled=False)
    assert hints.due() == 10.0 + GRACE
    hints.add(["saved.md"], 10.1)
    assert hints.due() == 10.1 + PAUSE
    assert hints.take(hints.due()) == {"saved.md"}
    assert hints.due() == 10.0 + GRACE
    assert hints.take(hints.due()) == {"gone.md"}


def test_a_file_that_is_gone_and_back_is_looked_at_once_it_is_back() -> None:
    hints = Hints()
    hints.add(["a.md"], 10.0, settled=False)
    hints.add(["a.md"], 10.01)
    assert hints.due() == 10.01 + PAUSE
    assert hints.take(hints.due()) == {"a.md"}


def test_both_ends_of_a_move_are_looked_at_together() -> None:
    hints = Hints()
    hints.add(["from.md"], 10.0, settled=False)
    hints.add(["from.md", "to.md"], 10.0)
    assert hints.take(hints.due()) == {"from.md", "to.md"}


def test_who_moves_and_is_replaced_is_looked_at_with_where_it_went() -> None:
    hints = Hints()
    hints.add(["from.md", "to.md"], 10.0)
    hints.add(["from.md"], 10.01, settled=False)
    assert hints.take(10.05) == {"from.md", "to.md"}


def test_a_file_that_never_settles_is_looked_at_all_the_same() -> None:
    hints = Hints()
    for step in range(1000):
        hints.add(["a.md"], 10.0 + step / 100, settled=step % 2 == 0)
    hints.add(["a.md"], 20.0, settled=False)
    assert hints.due() <= 10.0 + LONGEST_WAIT
    assert hints.take(20.0) == {"a.md"}


def test_lost_hints_and_too_many_mean_a_look_at_everything() -> None:
    hints = Hints()
    hints.doubt(1.0)
    assert hints.due() == 1.0 + PAUSE
    assert not hints.take_paths(2.0)
    assert hints.take(2.0) is None
    assert not hints
    for number in range(5000):
        hints.add([f"{number}.md"], 1.0)
    assert hints.take(2.0) is None
