from reader.ui.article_view.crashes import AFTERMATH, PAUSES, Crashes


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_an_article_that_kills_the_page_twice_is_given_up() -> None:
    crashes = Crashes(Clock())
    for _ in range(2):
        assert not crashes.gave_up("bad")
        crashes.laid_out("bad")
        crashes.died()
    assert crashes.gave_up("bad")
    assert crashes.suspects("bad")


def test_a_page_killed_while_nothing_happens_blames_nobody() -> None:
    clock = Clock()
    crashes = Crashes(clock)
    for _ in range(50):
        crashes.laid_out("good")
        clock.now += AFTERMATH + 0.1
        crashes.died()
    assert not crashes.suspects("good")


def test_new_starts_come_slower_while_deaths_come_fast() -> None:
    clock = Clock()
    crashes = Crashes(clock)
    pauses: list[int] = []
    for _ in range(6):
        crashes.died()
        pauses.append(crashes.pause)
    assert pauses == [*PAUSES, PAUSES[-1], PAUSES[-1]]
    clock.now += 60
    crashes.died()
    assert crashes.pause == 0


def test_a_page_that_had_done_its_work_starts_again_at_once_however_often_it_dies() -> None:
    clock = Clock()
    crashes = Crashes(clock)
    pauses: list[int] = []
    for _ in range(50):
        crashes.laid_out("good")
        clock.now += AFTERMATH + 0.1
        crashes.died()
        pauses.append(crashes.pause)
    assert pauses == [0] * 50
    clock.now += AFTERMATH
    crashes.died()  # before it had laid out anything
    assert crashes.pause > 0
