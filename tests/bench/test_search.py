from pathlib import Path

import pytest

from tests.bench import search
from tests.bench.search import compared, contains, folded, page_text
from tests.helpers.libraries import post, write
from tests.helpers.sample import PRESENT, drawn, sample

POSTS = {
    "a.md": post("战争与和平", "<p>烏克蘭的戰爭，還在繼續。Don’t <b>Stop</b>ping now.</p>"),
    "b.md": post("Café", "Straße and e-mail, GDP of 1,000.<br>新的一年。", tags="[VPN服务]"),
    "c.md": post("和平", "ＡＢＣ words\n\nof an Ünicode world, climate change", author="王毅"),
}


def test_the_index_finds_what_a_plain_scan_does(tmp_path: Path) -> None:
    for path, text in POSTS.items():
        write(tmp_path / "library", path, text)
    told = compared(tmp_path / "library", tmp_path, queries=90, seed=1)
    assert sum(each.wanted for each in told) > 90
    assert [each for each in told if each.missing] == []
    assert sum(len(each.extra) for each in told) <= 0.05 * sum(each.wanted for each in told)


@pytest.mark.skipif(not PRESENT, reason="BROADSHEET_CORPUS is not set")
def test_the_index_finds_what_a_plain_scan_does_in_real_posts(tmp_path: Path) -> None:
    for chosen in drawn(sample(), 40, seed=2):
        (tmp_path / "library").mkdir(exist_ok=True)
        text = f"---\ntitle: {chosen.head.title!r}\n---\n{chosen.body}"
        (tmp_path / "library" / Path(chosen.head.path).name).write_text(text, "utf-8")
    told = compared(tmp_path / "library", tmp_path, queries=200, seed=2)
    wanted = sum(each.wanted for each in told)
    assert sum(len(each.missing) for each in told) <= 0.01 * wanted
    assert sum(len(each.extra) for each in told) <= 0.05 * wanted


def test_figures_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, text in POSTS.items():
        write(tmp_path, path, text)
    monkeypatch.setattr("sys.argv", ["search", str(tmp_path), "--queries", "18"])
    search.main()
    printed = capsys.readouterr().out
    assert "| missing | 0.00% |" in printed


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("war", "The War.", True),
        ("war", "warm", False),
        ("war", "VPN战争war服务", True),
        ("戰爭", "战争", True),
        ("战争", "战、争", False),
        ("e-mail", "an E‑Mail", True),
    ],
)
def test_a_plain_scan_finds_words(words: str, text: str, found: bool) -> None:
    assert contains(words)(folded(text)) is found


def test_the_text_of_a_page_breaks_where_blocks_do() -> None:
    assert page_text("<p>a <b>b</b>c</p><ul><li>d</li></ul>e<!-- f -->") == "a bc\nd\ne"
