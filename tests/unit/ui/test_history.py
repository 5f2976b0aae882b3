from reader.ui.history import History, Place


def visited(*paths: str) -> History:
    history = History()
    for path in paths:
        history.visit(path)
    return history


def path_of(place: Place | None) -> str | None:
    return place.path if place is not None else None


def test_goes_back_and_forward_as_a_browser_does() -> None:
    history = visited("a", "b", "c")
    assert [path_of(history.back()) for _ in range(3)] == ["b", "a", None]
    assert [path_of(history.forward()) for _ in range(3)] == ["b", "c", None]


def test_a_visit_after_going_back_forgets_what_lay_ahead() -> None:
    history = visited("a", "b", "c")
    history.back()
    history.visit("d")
    assert not history.can_go_forward
    assert path_of(history.back()) == "b"


def test_visiting_the_present_one_again_changes_nothing() -> None:
    history = visited("a", "b")
    history.back()
    history.visit("a")
    assert history.can_go_forward


def test_keeps_no_more_than_it_was_told() -> None:
    history = History(longest=3)
    for number in range(10):
        history.visit(str(number))
    assert path_of(history.present) == "9"
    assert [path_of(history.back()) for _ in range(3)] == ["8", "7", None]


def test_empty_leads_nowhere() -> None:
    history = visited("a")
    history.clear()
    assert history.present is None
    assert history.back() is None
    assert history.forward() is None


def test_a_jump_within_an_article_can_be_taken_back() -> None:
    history = visited("a", "b")
    history.jump("b", 0.25)
    history.jump("b", 0.5)
    assert history.back(0.9) == Place("b", 0.5)
    assert history.back(0.5) == Place("b", 0.25)
    assert history.back(0.25) == Place("a")
    assert history.forward() == Place("b", 0.25)
    assert history.forward(0.25) == Place("b", 0.5)
    assert history.forward(0.5) == Place("b", 0.9)


def test_a_jump_in_an_article_that_was_not_visited_visits_it() -> None:
    history = visited("a")
    history.jump("b", 0.25)
    assert history.back() == Place("b", 0.25)
    assert history.back() == Place("a")


def test_the_articles_read_last_are_known_once_each_and_the_last_one_first() -> None:
    history = visited("a", "b", "c")
    history.back()
    history.visit("b")
    history.visit("a")
    assert history.recent == ("a", "b", "c")


def test_another_library_has_its_own_recent_articles() -> None:
    history = visited("a")
    history.clear(recent=["x", "y"])
    assert history.recent == ("x", "y")
    history.visit("y")
    assert history.recent == ("y", "x")
    history.clear()
    assert history.recent == ()
