"""What reaches the page, while that has time for one thing at a time."""

import re
from collections.abc import Callable

import pytest

from reader.ui.article_view.sending import AHEAD_LIMIT, Sender


class Page:
    """A page that is busy until it is told to be done."""

    def __init__(self) -> None:
        self.is_ready = True
        self.sent: list[str] = []
        self._then: list[Callable[[object], None]] = []

    def run(self, source: str, then: Callable[[object], None] | None = None) -> None:
        self.sent.append(source)
        if then is not None:
            self._then.append(then)

    def done(self) -> list[str]:
        """Be done with what was sent; return what that was, in short."""
        sent, self.sent = self.sent, []
        then, self._then = self._then, []
        for each in then:
            each("")
        return re.findall(r"broadsheet\.(\w+\(\d+)", " ".join(sent))


def article(path: str, html: str = "<p>Text</p>") -> dict[str, object]:
    return {"path": path, "title": path, "html": html}


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def sender(page: Page) -> Sender:
    made = Sender()
    made.begin(page)
    return made


def show(sender: Sender, shown: dict[str, object]) -> None:
    sender.show(sender.sheet_of(shown), 0.0)


def test_what_was_to_be_shown_before_there_was_a_page_is_shown_on_it(page: Page) -> None:
    sender = Sender()
    show(sender, article("a.md"))
    sender.begin(page)
    assert page.done() == ["fill(0", "reveal(0"]


def test_a_busy_page_gets_the_newest_wish_alone(sender: Sender, page: Page) -> None:
    for name in "abc":
        show(sender, article(name))
    assert page.done() == ["fill(0", "reveal(0"]
    assert len(page.sent) == 1
    assert '"c"' in page.sent[0]
    assert sender.showing == 3
    page.done()
    assert page.sent == []


def test_what_was_laid_out_ahead_is_turned_to(sender: Sender, page: Page) -> None:
    first, second = article("a.md"), article("b.md")
    show(sender, first)
    sender.prepare(sender.sheet_of(second))
    assert page.done() == ["fill(0", "reveal(0"]
    sender.send_ahead()
    assert page.done() == ["fill(1"]
    show(sender, second)
    assert page.done() == ["reveal(1"]
    show(sender, first)
    assert page.done() == ["reveal(0"]


def test_a_long_article_waits_for_its_turn(sender: Sender, page: Page) -> None:
    sender.prepare(sender.sheet_of(article("a.md", "x" * (AHEAD_LIMIT + 1))))
    assert page.sent == []


def test_what_twice_brings_the_page_down_is_shown_as_plain_text(sender: Sender, page: Page) -> None:
    show(sender, article("a.md"))
    for _ in range(2):
        sender.page_died("It brought the page down.")
        sender.begin(page)
    assert sender.sheet is not None
    assert sender.sheet.note == "It brought the page down."
    sender.prepare(sender.sheet_of(article("a.md")))
    page.done()
    sender.send_ahead()
    assert page.sent == []


def test_after_a_death_it_is_shown_where_it_was_read_to(sender: Sender, page: Page) -> None:
    sender.show(sender.sheet_of(article("a.md")), 0.1, "note")
    sender.page_died("")
    sender.begin(page)
    assert '0.100000, "note"' in page.sent[-1]  # nothing was read yet
    sender.read_to(0.6)
    sender.page_died("")
    sender.begin(page)
    assert '0.600000, ""' in page.sent[-1]


def test_nothing_is_sent_in_the_end(sender: Sender, page: Page) -> None:
    show(sender, article("a.md"))
    show(sender, article("b.md"))
    sender.end()
    page.done()
    sender.run("broadsheet.anything()")
    assert page.sent == []
