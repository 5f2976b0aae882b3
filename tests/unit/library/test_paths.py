"""Names as text, and back."""

import os
from pathlib import Path

import pytest

from reader.library.paths import file_of, is_ignored, path_of, to_name, to_text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"plain.md", "plain.md"),
        ("中文 标题.md".encode(), "中文 标题.md"),
        ("中文.md".encode("gbk"), r"\xd6\xd0\xce\xc4.md"),
        (b"a\xffb.md", r"a\xffb.md"),
        (rb"really\xff.md", r"really\x5cxff.md"),
        (rb"back\slash.md", r"back\slash.md"),
        (b"two\nlines.md", "two\nlines.md"),
        ("bidi \u202e.md".encode(), "bidi \u202e.md"),
    ],
)
def test_every_name_is_text_and_leads_back(raw: bytes, text: str) -> None:
    assert to_text(os.fsdecode(raw)) == text
    assert os.fsencode(to_name(text)) == raw
    text.encode()


def test_a_name_with_invalid_bytes_leads_to_its_file(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9 \\xe9.md")
    file.write_text("hello", "utf-8")
    assert file_of(tmp_path, path_of(tmp_path, file)).read_text("utf-8") == "hello"


def test_a_path_has_forward_slashes(tmp_path: Path) -> None:
    assert path_of(tmp_path, tmp_path / "a" / "b.md") == "a/b.md"


def test_a_file_elsewhere_has_no_path(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="subpath"):
        path_of(tmp_path / "library", tmp_path / "other.md")


@pytest.mark.parametrize(
    "name",
    [".git", ".obsidian", "_site", "_layouts", "_includes", "node_modules", "._a.md", ".#a.md"],
)
def test_ignored(name: str) -> None:
    assert is_ignored(name)


@pytest.mark.parametrize("name", ["_posts", "site", "a.md", "node_modules.md"])
def test_not_ignored(name: str) -> None:
    assert not is_ignored(name)
