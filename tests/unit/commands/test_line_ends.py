"""Whose line ends are kept."""

import json
from pathlib import Path

import pytest

from reader.commands.line_ends import keeps_lines
from reader.commands.rendering import render_file

POEM = "First line\nsecond line\n\nAnother."


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("library", ["", "notes", "notes/2024/spring"])
def test_a_vault_of_obsidian_does_unless_it_is_strict(tmp_path: Path, library: str) -> None:
    settings = tmp_path / ".obsidian/app.json"
    write(tmp_path, {f"{library}/a.md": POEM, ".obsidian/app.json": "{}"})
    assert keeps_lines(tmp_path / library)
    settings.write_text(json.dumps({"strictLineBreaks": False}))
    assert keeps_lines(tmp_path / library)
    settings.write_text(json.dumps({"strictLineBreaks": True}))
    assert not keeps_lines(tmp_path / library)


@pytest.mark.parametrize(
    "package", [{"hexo": {"version": "7.0.0"}}, {"dependencies": {"hexo": ""}}]
)
def test_a_site_of_hexo_does(tmp_path: Path, package: object) -> None:
    write(tmp_path, {"_config.yml": "", "package.json": json.dumps(package)})
    write(tmp_path, {"source/_posts/2024/a.md": POEM})
    assert keeps_lines(tmp_path / "source/_posts/2024")


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"_config.yml": "title: A site of Jekyll"},
        {"_config.yml": "", "package.json": "["},
        {"_config.yml": "", "package.json": "[]"},
        {"_config.yml": "", "package.json": '{"dependencies": 7}'},
        {"package.json": '{"hexo": {}}'},
        {".obsidian": "a file"},
    ],
)
def test_nobody_else_does(tmp_path: Path, files: dict[str, str]) -> None:
    write(tmp_path, files)
    assert not keeps_lines(tmp_path)


def test_there_the_article_has_the_lines_of_its_source(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": POEM})
    joined = render_file(tmp_path, "a.md", raw=False)
    write(tmp_path, {".obsidian/app.json": "{}"})
    kept = render_file(tmp_path, "a.md", raw=False)
    assert "<br" not in joined.html
    assert "First line<br" in kept.html
    assert kept.text.split() == joined.text.split()
