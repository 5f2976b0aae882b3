"""The article on paper: black on white whatever the window looks like, and nothing torn apart."""

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from reader.ui.settings import Settings
from reader.ui.theme import BLACK, DARK, Theme
from tests.helpers.article_page import SHOWN, ArticlePageProbe, article
from tests.ui.conftest import Start
from tests.ui.test_article_view import png

pytestmark = pytest.mark.window
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

SENTENCE = "A page of newsprint breathes between its lines, and the reader grows quiet over it. "
LONG = "".join(f"<p>Paragraph {number}. {SENTENCE * 4}</p>" for number in range(30))
LISTING = f"<pre><code>{'x = 1; ' * 60}</code></pre>"
SHEET = QSize(420, 594)  # pixels: one is half a millimetre of A4
Ends = list[tuple[str, bool]]


def asked(page: ArticlePageProbe, file: Path) -> tuple[QPrintDialog, Ends]:
    """Return the dialog, ready to print to `file`, and what will be told in the end."""
    ends: Ends = []

    def note(printed: str, succeeded: bool) -> None:
        ends.append((printed, succeeded))

    page.view.print_article(note)
    dialog = page.view.window().findChildren(QPrintDialog)[-1]
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(file))
    return dialog, ends


def printed(page: ArticlePageProbe, qtbot: QtBot, file: Path) -> QPdfDocument:
    """Return the PDF of what is shown."""
    dialog, ends = asked(page, file)
    dialog.done(QDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: ends == [(str(file), True)], timeout=15_000)
    document = QPdfDocument(page.view)
    document.load(str(file))
    return document


def on_paper(document: QPdfDocument, at: int) -> QImage:
    """Return one page as it lies on white paper."""
    paper = QImage(SHEET, QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(at, SHEET))
    painter.end()
    return paper


def darkness(image: QImage) -> float:
    """Return which share of a page is darker than the middle of grey."""
    places = [(x, y) for x in range(SHEET.width()) for y in range(SHEET.height())]
    dark = sum(image.pixelColor(x, y).lightness() < 110 for x, y in places)
    return dark / len(places)


def pictures_on(image: QImage) -> int:
    """Return how many red fields one below the other stand in a page's middle."""
    middle = [image.pixelColor(SHEET.width() // 2, y) for y in range(SHEET.height())]
    red = [colour.red() > colour.green() + 80 for colour in middle]
    return sum(now and not before for before, now in zip([False, *red], red, strict=False))


def test_a_printed_article_has_its_text_captions_and_address_on_white(
    page: ArticlePageProbe, qtbot: QtBot, tmp_path: Path
) -> None:
    page.view.set_theme(DARK)
    figure = (
        "<figure><img src='picture?https://x.org/a.jpg' width='600' height='400'>"
        "<figcaption>The caption.<small class='credit'>Agency</small></figcaption></figure>"
    )
    folded = "<details><summary>More</summary><p>What was folded.</p></details>"
    page.show(article(html=figure + LONG + folded + LISTING, source_url="https://x.org/%E5%AD%97"))
    dialog, _ = asked(page, tmp_path / "never.pdf")
    assert dialog.isVisible()
    assert dialog.printer().docName() == "Title of a.md"
    dialog.reject()
    document = printed(page, qtbot, tmp_path / "article.pdf")
    assert page.ask(f"getComputedStyle({SHOWN}).backgroundColor") == "rgb(26, 25, 23)"
    assert page.web_view.page().backgroundColor() == QColor(DARK.paper)
    text = " ".join(document.getAllText(at).text() for at in range(document.pageCount()))
    for words in ("Title of a.md", "https://x.org/字", "The caption.", "Paragraph 29."):
        assert words in text
    assert "What was folded." in text
    assert "".join(text.split()).count("x=1;") == 60
    assert "The caption." in document.getAllText(0).text()


@pytest.mark.parametrize("theme", [DARK, BLACK], ids=lambda theme: theme.name)
def test_paper_is_white_and_as_large_as_ever_whatever_the_window_looks_like(
    page: ArticlePageProbe, qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    html = LONG + LISTING + "<blockquote class='callout'><p>Mind.</p></blockquote>"
    page.show(article(html=html))
    usual = printed(page, qtbot, tmp_path / "usual.pdf")
    page.view.set_theme(theme)
    page.view.set_settings(Settings(typeface="serif", size=28, width=24, line=1.9))
    page.view.set_zoom(2.0)
    document = printed(page, qtbot, tmp_path / "article.pdf")
    assert document.pageCount() == usual.pageCount()
    for at in range(document.pageCount()):
        image = on_paper(document, at)
        assert 0 < darkness(image) < 0.2
        assert image.pixelColor(1, 1) == QColor("white")


def test_a_caption_stays_with_its_picture(
    page: ArticlePageProbe, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(png(600, 400))
    (tmp_path / "tall.png").write_bytes(png(300, 1400))
    page.view.set_library(tmp_path)
    kinds = ("<img src='picture?a.png'>", "<img src='picture?tall.png' width='300' height='1400'>")
    html = "".join(
        f"<figure>{kinds[at % 2]}<figcaption>Caption number {at}.</figcaption></figure>"
        + f"<p>{SENTENCE * (3 * at + 1)}</p>"
        for at in range(8)
    )
    page.show(article(html=html))
    loaded = f"[...{SHOWN}.querySelectorAll('.body img')].filter((i) => i.naturalWidth).length"
    qtbot.waitUntil(lambda: page.ask(loaded) == 8, timeout=10_000)
    document = printed(page, qtbot, tmp_path / "article.pdf")
    captions = [
        document.getAllText(at).text().count("Caption number") for at in range(document.pageCount())
    ]
    pictures = [pictures_on(on_paper(document, at)) for at in range(document.pageCount())]
    assert sum(captions) == 8
    assert pictures == captions


def test_a_page_that_dies_while_it_is_printed_is_no_success(
    page: ArticlePageProbe, qtbot: QtBot, tmp_path: Path
) -> None:
    page.view.set_theme(DARK)
    page.show(article(html=LONG * 20))
    dialog, ends = asked(page, tmp_path / "article.pdf")
    dialog.done(QDialog.DialogCode.Accepted)
    os.kill(page.pane.renderer_process(), signal.SIGKILL)
    qtbot.waitUntil(lambda: len(page.painted) == 2, timeout=15_000)
    assert ends == [(str(tmp_path / "article.pdf"), False)]
    assert page.web_view.page().backgroundColor() == QColor(DARK.paper)
    document = printed(page, qtbot, tmp_path / "again.pdf")
    assert "Paragraph 29." in document.getAllText(document.pageCount() - 1).text()


def test_a_page_that_died_before_it_was_to_be_printed_says_so(
    page: ArticlePageProbe, qtbot: QtBot, tmp_path: Path
) -> None:
    page.show(article(html=LONG))
    dialog, ends = asked(page, tmp_path / "article.pdf")
    os.kill(page.pane.renderer_process(), signal.SIGKILL)
    qtbot.waitUntil(lambda: not page.pane.is_ready, timeout=5_000)
    asked_now: Ends = []

    def note(file: str, succeeded: bool) -> None:
        asked_now.append((file, succeeded))

    page.view.print_article(note)
    assert asked_now == [("", False)]
    dialog.done(QDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: bool(ends), timeout=15_000)
    assert ends[0][0] == str(tmp_path / "article.pdf")


def test_two_that_are_printed_at_once_end_by_themselves(
    page: ArticlePageProbe, qtbot: QtBot, tmp_path: Path
) -> None:
    page.show(article(html=LONG))
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    ends: list[Ends] = []
    for file in files:
        dialog, told = asked(page, file)
        ends.append(told)
        dialog.done(QDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: all(ends), timeout=15_000)
    assert [told[0][0] for told in ends] == list(map(str, files))
    assert ends[0] == [(str(files[0]), True)]  # Chromium prints one thing at a time


def test_no_file_is_proposed_in_the_current_folder(
    page: ArticlePageProbe, window: QMainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(library)
    page.show(article())
    page.view.print_article(lambda _file, _succeeded: None)
    dialog = window.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    proposed = [field.text() for field in dialog.findChildren(QLineEdit)]
    assert any(name.endswith(".pdf") for name in proposed)
    assert not any(str(library) in name for name in proposed)
    assert Path.cwd() == library
    dialog.reject()


def test_ctrl_p_asks_where_to_print(start: Start, library: Path) -> None:
    driver = start(library)
    driver.until(lambda: driver.count() > 0)
    driver.press(Qt.Key.Key_J)
    driver.until(driver.shown)
    driver.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    driver.until(lambda: driver.front.window.findChild(QPrintDialog))
    dialog = driver.front.window.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    dialog.reject()
