import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.library.values import PostSummary, Snippet
from reader.ui.exporter import write
from reader.ui.exporting import Form, file_for, is_within, links, whole, written

POST = PostSummary(
    id=1,
    path="a.md",
    title=Snippet("Tea & [biscuits]"),
    date=datetime(2022, 2, 3, 4, 5, tzinfo=UTC),
    authors=("Somebody",),
    source="example.org",
    source_url="https://example.org/tea",
    lang="en",
    excerpt=Snippet("All about <tea>."),
    read=True,
    starred=False,
)


def test_a_post_is_a_line_of_markdown() -> None:
    line = "- [Tea & \\[biscuits\\]](<https://example.org/tea>) (example.org, 2022-02-03)\n"
    assert written([POST], Form.MARKDOWN) == line


def test_without_a_link_there_is_a_title() -> None:
    post = replace(POST, source_url=None, source="")
    assert written([post], Form.MARKDOWN) == "- Tea & \\[biscuits\\] (Somebody, 2022-02-03)\n"


def test_plain_text_is_for_pasting_anywhere() -> None:
    text = "Tea & [biscuits] (example.org, 2022-02-03)\nhttps://example.org/tea\n\n"
    assert written([POST], Form.PLAIN) == text


def test_a_web_page_escapes_what_posts_say() -> None:
    page = whole(written([POST], Form.HTML), Form.HTML, "<News>")
    assert "Tea &amp; [biscuits]</a>" in page
    assert "All about &lt;tea&gt;." in page
    assert "<h1>&lt;News&gt;</h1>" in page
    assert 'lang="en"' in page


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "/tea"])
def test_a_web_page_links_to_the_web_only(url: str) -> None:
    assert "href" not in written([replace(POST, source_url=url)], Form.HTML)


def test_an_address_cannot_leave_its_place_in_markdown() -> None:
    line = written([replace(POST, source_url="https://e.org/>)\n# x")], Form.MARKDOWN)
    assert line.count("\n") == 1
    assert "<https://e.org/%3E)#x>" in line


def test_links_alone_are_of_those_that_have_one() -> None:
    assert links([POST, replace(POST, source_url=None)]) == "https://example.org/tea\n"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.md", Form.MARKDOWN),
        ("a.HTML", Form.HTML),
        ("a.htm", Form.HTML),
        ("a.txt", Form.PLAIN),
        ("a", Form.MARKDOWN),
        ("a.doc", Form.MARKDOWN),
    ],
)
def test_the_file_s_ending_names_the_form(name: str, form: Form) -> None:
    assert Form.of(Path(name)) is form


def test_no_file_within_the_library_is_written(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (tmp_path / "link").symlink_to(library)
    assert is_within(library / "list.md", library)
    assert is_within(library / "sub" / ".." / "list.md", library)
    assert is_within(tmp_path / "link" / "list.md", library)
    assert not is_within(tmp_path / "list.md", library)
    assert not is_within(tmp_path / "library-2" / "list.md", library)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "list.md"
    assert write(file, "- a\n") == ""
    assert file.read_text(encoding="utf-8") == "- a\n"
    assert write(tmp_path / "nowhere" / "list.md", "x")
    assert [each.name for each in tmp_path.iterdir()] == ["list.md"]


def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    link = tmp_path / "list.md"
    link.symlink_to(tmp_path / "kept" / "list.md")
    for text in ("- a\n", "- b\n"):
        assert write(link, text) == ""
        assert link.is_symlink()
        assert (tmp_path / "kept" / "list.md").read_text(encoding="utf-8") == text


def test_a_link_that_leads_back_to_itself_is_said_to_be_wrong(tmp_path: Path) -> None:
    link = tmp_path / "list.md"
    link.symlink_to(link)
    assert write(link, "x")
    assert link.is_symlink()


def test_the_longest_name_a_folder_allows_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / f"{'a' * 252}.md"
    assert write(file, "- a\n") == ""
    assert file.exists()


def test_a_file_that_may_not_be_written_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "list.md"
    file.write_text("mine", encoding="utf-8")

    def refused(place: Path, mode: int) -> bool:
        return place != file

    monkeypatch.setattr(os, "access", refused)
    assert write(file, "x") == "Permission denied"
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_name_without_an_ending_gets_one_and_replaces_nothing(tmp_path: Path) -> None:
    def named(name: str) -> str:
        return file_for(str(tmp_path / name), Form.HTML).name

    assert named("Posts.htm") == "Posts.htm"
    assert named("Posts.MD") == "Posts.MD"
    assert named("News 2026.01") == "News 2026.01.html"
    assert named("Posts") == "Posts.html"
    (tmp_path / "Posts.html").touch()
    (tmp_path / "Posts 2.html").touch()
    assert named("Posts") == "Posts 3.html"
    (tmp_path / "Posts 3.html").symlink_to(tmp_path / "nowhere")
    assert named("Posts") == "Posts 4.html"
