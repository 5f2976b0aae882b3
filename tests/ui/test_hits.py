"""Hits of a search, as they are marked in a real page and walked."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from reader.ui.article_view.marking import Sought, sought_by
from reader.ui.theme import DARK
from tests.helpers.article_page import SHOWN, ArticlePageProbe, article

Counts = list[tuple[int, int]]
TEXTS = """(name => [...CSS.highlights.get(name)].map(hit => {
    const range = document.createRange();
    range.setStart(hit.startContainer, hit.startOffset);
    range.setEnd(hit.endContainer, hit.endOffset);
    return range.toString();
}))"""
LONG = "".join(f"<p>Paragraph {at}. {'Many words. ' * 60}</p>" for at in range(40))


@pytest.fixture
def view_size() -> QSize:
    return QSize(844, 700)


@pytest.fixture
def counts(page: ArticlePageProbe) -> Counts:
    counts: Counts = []

    def note(at: int, count: int) -> None:
        counts.append((at, count))

    page.view.hits_counted.connect(note)
    return counts


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda condition: qtbot.waitUntil(condition, timeout=10_000)


Until = Callable[[Callable[[], bool]], None]


def marked(page: ArticlePageProbe, name: str = "hits") -> list[str]:
    return cast("list[str]", page.ask(f"{TEXTS}('{name}')"))


def test_hits_of_the_search_are_marked_and_walked(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    page.view.seek(sought_by("互联网"))
    page.show(article(html=f"<p>互聯網</p>{LONG}<p>互<b>联</b>网</p>"))
    until(lambda: counts == [(0, 2)])
    assert marked(page) == ["互聯網", "互联网"]
    assert marked(page, "hit") == []
    for direction, at in ((1, 1), (1, 2), (1, 1), (-1, 2)):
        page.view.step_hit(direction)
        until(lambda at=at: counts[-1] == (at, 2))
        assert marked(page, "hit") == [["互聯網", "互联网"][at - 1]]
        top = (
            f"{SHOWN}.querySelector('{'b' if at == 2 else '.body p'}').getBoundingClientRect().top"
        )
        assert 0 <= float(str(page.ask(top))) < 700


def test_nothing_of_the_document_is_changed(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    page.show(article(html="<p>needle in <i>hay</i></p>"))
    before = page.ask("document.documentElement.outerHTML")
    page.view.seek(sought_by('"needle in hay"'))
    until(lambda: counts == [(0, 1)])
    assert page.ask("document.documentElement.outerHTML") == before


def test_title_authors_and_tags_are_searched_and_the_pages_own_words_are_not(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    page.view.seek(sought_by('title OR "somebody" OR two OR example OR picture OR min'))
    picture = '<p><img src="picture?https://example.com/a.jpg" alt="two"></p>'
    page.show(article(html=f"{picture}<p>words</p>", tags=["one", "two"]))
    until(lambda: bool(counts))
    assert marked(page) == ["Title", "Somebody", "two"]


def test_words_apart_in_two_blocks_are_two_words(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    page.view.seek(Sought(text="ab"))
    page.show(article(html="<p>a</p><p>b</p><ul><li>a</li><li>b</li></ul>a<br>b <u>a</u>b"))
    until(lambda: bool(counts))
    assert marked(page) == ["ab"]


def test_the_next_article_is_marked_when_it_is_painted(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    ahead = article("b.md", "<p>needle, needle</p>")
    page.view.seek(sought_by("needle"))
    page.show(article(html="<p>needle</p>"))
    page.view.prepare_article(ahead)
    until(lambda: counts == [(0, 1)])
    page.show(ahead)
    until(lambda: counts == [(0, 1), (0, 2)])
    assert marked(page) == ["needle", "needle"]
    page.show(article("c.md", "<p>hay</p>"))
    until(lambda: counts[-1] == (0, 0))
    assert marked(page) == []


def test_a_key_pressed_before_the_marks_are_there_still_counts(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    page.show(article(html="<p>needle, needle</p>"))
    page.view.seek(sought_by("needle"))
    page.view.step_hit(1)
    until(lambda: counts[-1:] == [(1, 2)])


def test_a_key_pressed_for_one_article_moves_nothing_in_the_next(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    page.show(article(html="<p>needle, needle</p>"))
    page.view.seek(sought_by("needle"))
    page.view.step_hit(1)
    page.show(article("b.md", f"{LONG}<p>needle</p>"))
    until(lambda: counts != [])
    assert marked(page) == ["needle"]
    assert marked(page, "hit") == []


def test_what_is_sought_after_the_end_is_no_trouble(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    page.view.seek(sought_by("needle"))
    page.show(article(html="<p>needle</p>"))
    until(lambda: counts == [(0, 1)])
    page.view.shut_down()
    page.view.seek(sought_by("hay"))


def test_marks_go_with_the_search(page: ArticlePageProbe, counts: Counts, until: Until) -> None:
    page.view.seek(sought_by("needle"))
    page.show(article(html="<p>needle</p>"))
    until(lambda: bool(counts))
    page.view.seek(None)
    until(lambda: marked(page) == [])


def test_marks_stay_when_the_colours_change(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    page.view.seek(sought_by("needle"))
    page.show(article(html="<p>needle</p>"))
    until(lambda: bool(counts))
    page.view.set_theme(DARK)
    assert marked(page) == ["needle"]
    assert page.ask("getComputedStyle(document.body, '::highlight(hits)').backgroundColor") != ""


def test_marks_are_there_again_after_the_page_died(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    page.view.seek(sought_by("needle"))
    page.show(article(html="<p>needle</p>"))
    until(lambda: counts == [(0, 1)])
    page.pane.load()
    until(lambda: counts == [(0, 1), (0, 1)])
    assert marked(page) == ["needle"]


def test_typing_goes_to_the_first_from_where_one_is_and_stays_there(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    page.show(article(html=f"<p>needle</p>{LONG}<p>needle</p>{LONG}"))
    page.view.scroll_to(0.2)
    for typed in ("n", "need", "needle"):
        page.view.seek(Sought(text=typed), go=True)
    until(lambda: counts[-1:] == [(2, 2)])
    page.view.seek(Sought(text="needl"), go=True)
    until(lambda: len(counts) > 1 and counts[-1] == (2, 2))


def test_a_hit_in_what_is_folded_or_scrolls_aside_is_brought_into_sight(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    wide = f"<pre>{'x' * 400} needle</pre>"
    page.view.seek(sought_by("needle"))
    page.show(article(html=f"<details><summary>More</summary><p>needle</p></details>{wide}"))
    until(lambda: counts == [(0, 2)])
    page.view.step_hit(1)
    until(lambda: counts[-1] == (1, 2))
    assert page.ask(f"{SHOWN}.querySelector('details').open") is True
    page.view.step_hit(1)
    until(lambda: counts[-1] == (2, 2))
    assert float(str(page.ask(f"{SHOWN}.querySelector('pre').scrollLeft"))) > 1000


def test_a_thousand_hits_of_a_huge_article(
    page: ArticlePageProbe, counts: Counts, until: Until
) -> None:
    page.view.seek(sought_by("歷史"))
    body = "".join(f"<p>{'很長的一句話。' * 40}历史 {at}</p>" for at in range(1000))
    page.show(article(html=body))
    until(lambda: counts == [(0, 1000)])
    page.view.step_hit(-1)
    until(lambda: counts[-1][1] == 1000)


def test_half_a_letter_is_no_trouble(page: ArticlePageProbe, counts: Counts, until: Until) -> None:
    page.view.seek(sought_by("needle"))
    page.show(article(html="<p>\ud83d needle 😀 needle \udc00</p>"))
    until(lambda: bool(counts))
    assert marked(page) == ["needle", "needle"]
