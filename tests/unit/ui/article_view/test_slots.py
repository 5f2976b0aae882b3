from reader.ui.article_view.slots import Slots


def test_what_lies_in_a_slot_is_found() -> None:
    slots = Slots(3)
    slot = slots.take("a")
    assert slots.find("a") == slot
    assert slots.find("b") is None


def test_the_shown_slot_is_never_taken() -> None:
    slots = Slots(3)
    shown = slots.take("shown")
    slots.show(shown)
    for key in "abcdef":
        assert slots.take(key) != shown
    assert slots.find("shown") == shown


def test_the_longest_unused_slot_is_taken() -> None:
    slots = Slots(3)
    for key in "abc":
        slots.show(slots.take(key))
    slots.take("d")
    assert slots.find("a") is None
    assert slots.find("b") is not None


def test_a_new_page_holds_nothing() -> None:
    slots = Slots(3)
    slots.show(slots.take("a"))
    slots.forget()
    assert slots.keys == (None, None, None)
