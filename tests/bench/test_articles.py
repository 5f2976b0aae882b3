from pathlib import Path

import pytest

from reader.article.extract import extract
from reader.article.source import markup_of
from tests.bench import articles
from tests.bench.stages import stages_timed
from tests.bench.words import difference
from tests.helpers.articles import post_of


def test_a_folder_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\n---\nSome *words*.\n", "utf-8")
    (tmp_path / "b.txt").write_text("no post", "utf-8")
    monkeypatch.setattr("sys.argv", ["articles", str(tmp_path), "--runs", "1", "--profile"])
    articles.main()
    printed = capsys.readouterr().out
    assert "| posts | 1, " in printed
    assert "lacks | 0.0000 % |" in printed
    assert "| render: stage |" in printed


@pytest.mark.parametrize(
    ("found", "wanted", "missing", "extra"),
    [
        ("one two", "Two, one!", 0, 0),
        ("一个字", "一个", 0, 1),
        ("one", "one one", 1, 0),
        ("", "3.5 字", 3, 0),
        ("two", "one", 1, 1),
    ],
)
def test_words_are_counted_whatever_their_order(
    found: str, wanted: str, missing: int, extra: int
) -> None:
    told = difference(found, wanted)
    assert (told.missing, told.extra) == (missing, extra)


def test_stages_are_timed_and_left_as_they_were() -> None:
    before = extract.__globals__["markup_of"]
    with stages_timed() as spent:
        extract(post_of("<p>words</p>"))
    assert {"source.markup_of", "cleaning.clean.parse", "text.text_of"} <= spent.keys()
    assert extract.__globals__["markup_of"] is before is markup_of
