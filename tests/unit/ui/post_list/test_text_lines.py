import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from reader.library.values import Snippet
from reader.ui.post_list.text_lines import TextLines, lay_out

pytestmark = pytest.mark.usefixtures("qapp")

CHINESE = "中国外长王毅今天应约同美国国务卿布林肯通电话，布林肯在通话中强调维护乌克兰领土完整。"


def font() -> QFont:
    made = QFont(QApplication.font())
    made.setPixelSize(14)
    return made


def laid_out(text: str, *hits: tuple[int, int], width: int = 200, limit: int = 2) -> TextLines:
    return lay_out(Snippet(text, hits), font(), width, limit, 20)


def marked(lines: TextLines) -> list[str]:
    units = lines.layout.text().encode("utf-16-le")
    return [units[2 * a : 2 * (a + n)].decode("utf-16-le") for a, n in lines.hits]


@pytest.mark.parametrize("text", ["Short", "短", "קצר", "", "e\u0301"])
def test_what_fits_is_left_as_it_is(text: str) -> None:
    lines = laid_out(text)
    assert lines.layout.text() == text
    assert lines.count == 1
    assert not lines.cut


@pytest.mark.parametrize(
    "text",
    [
        CHINESE * 3,
        "The quick brown fox jumps over the lazy dog. " * 9,
        "كانت الرسالة طويلة جدا ولم يقرأها أحد حتى النهاية في ذلك اليوم " * 5,
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 4,
        "😀" * 200,
        "العربية and English 和中文 " * 20,
    ],
)
def test_what_does_not_fit_ends_in_an_ellipsis(text: str) -> None:
    lines = laid_out(text)
    shown = lines.layout.text()
    assert lines.count == 2
    assert lines.cut
    assert shown.endswith("…")
    assert text.startswith(shown[:-1].removesuffix("\u200d"))
    last = lines.layout.lineAt(1)
    assert last.textStart() + last.textLength() == len(shown.encode("utf-16-le")) // 2
    assert last.naturalTextWidth() <= 200


def test_lines_stand_on_their_own_grid_whatever_the_font() -> None:
    lines = laid_out("Latin " * 5 + CHINESE, width=150)
    first, second = lines.layout.lineAt(0), lines.layout.lineAt(1)
    baselines = [line.y() + line.ascent() for line in (first, second)]
    assert baselines[1] - baselines[0] == 20


def test_right_to_left_text_begins_at_the_right() -> None:
    lines = laid_out("שלום עולם")
    left = lines.layout.lineAt(0).cursorToX(0)
    assert isinstance(left, tuple)
    assert left[0] > 100


def test_hits_are_marked() -> None:
    assert marked(laid_out("one two three", (4, 7), (8, 13))) == ["two", "three"]


def test_hits_are_counted_in_characters_not_in_qts_units() -> None:
    assert marked(laid_out("😀😀 two 😀 three", (3, 6), (9, 14))) == ["two", "three"]


def test_a_hit_cut_by_the_ellipsis_is_marked_as_far_as_it_shows() -> None:
    lines = laid_out(CHINESE * 2, (0, 2 * len(CHINESE)))
    assert marked(lines) == [lines.layout.text()[:-1]]


@pytest.mark.parametrize("text", [CHINESE, "There was a long sentence before it happened. "])
def test_text_begins_nearer_to_a_hit_that_would_not_show(text: str) -> None:
    lines = laid_out(f"{text * 5}NEEDLE{text * 5}", (5 * len(text), 5 * len(text) + 6))
    assert lines.layout.text().startswith("…")
    assert marked(lines) == ["NEEDLE"]


def test_a_long_text_costs_no_more_than_a_short_one() -> None:
    lines = laid_out("word " * 200_000, limit=2)
    assert len(lines.layout.text()) < 1000
