from reader.ui.history import History


def visited(*paths: str) -> History:
    history = History()
    for path in paths:
        history.visit(path)
    return history


def test_goes_back_and_forward_as_a_browser_does() -> None:
    history = visited("a", "b", "c")
    assert (history.back(), history.back(), history.back()) == ("b", "a", None)
    assert (history.forward(), history.forward(), history.forward()) == ("b", "c", None)


def test_a_visit_after_going_back_forgets_what_lay_ahead() -> None:
    history = visited("a", "b", "c")
    history.back()
    history.visit("d")
    assert not history.can_go_forward
    assert history.back() == "b"


def test_visiting_the_present_one_again_changes_nothing() -> None:
    history = visited("a", "b")
    history.back()
    history.visit("a")
    assert history.can_go_forward


def test_keeps_no_more_than_it_was_told() -> None:
    history = History(longest=3)
    for number in range(10):
        history.visit(str(number))
    assert history.present == "9"
    assert (history.back(), history.back(), history.back()) == ("8", "7", None)


def test_empty_leads_nowhere() -> None:
    history = visited("a")
    history.clear()
    assert history.present is None
    assert history.back() is None
    assert history.forward() is None
