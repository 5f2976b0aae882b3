"""When hints are acted on."""

from reader.library.coalescing import LONGEST_WAIT, PAUSE, Hints


def test_hints_wait_for_a_pause() -> None:
    hints = Hints()
    assert not hints
    hints.add("a.md", 10.0)
    assert hints.due() == 10.0 + PAUSE
    hints.add("b.md", 10.05)
    assert hints.due() == 10.05 + PAUSE
    assert hints.paths == {"a.md", "b.md"}


def test_a_burst_that_never_pauses_is_seen_to_all_the_same() -> None:
    hints = Hints()
    for step in range(1000):
        hints.add("a.md", 10.0 + step / 100)
    assert hints.due() == 10.0 + LONGEST_WAIT


def test_lost_hints_and_too_many_mean_a_look_at_everything() -> None:
    hints = Hints()
    hints.add(None, 1.0)
    assert hints.whole
    many = Hints()
    for number in range(5000):
        many.add(f"{number}.md", 1.0)
    assert many.whole
    assert len(many.paths) < 5000
