"""Headings have the ids that links in posts lead to."""

import pytest

from reader.article.markdown.parser import to_html


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ("# One Two", "one-two"),
        ("# 一、开始", "一开始"),
        ("# A `b_c` & *d*!", "a-b_c--d"),
        ("# Title {#own}", "own"),
        ("# Title {#own .class}", "own"),
        ("## Title {#own} ##", "own"),
        ("Title {#own}\n=====", "own"),
        ("##没有空格", "没有空格"),
        ("# 1. First", "1-first"),
    ],
)
def test_ids(written: str, given: str) -> None:
    html = to_html(written)
    assert f'id="{given}"' in html
    assert "{" not in html


def test_ids_are_given_once() -> None:
    html = to_html("# a\n\n# a\n\n# a-1\n\n# a")
    assert [html.count(f'id="{one}"') for one in ("a", "a-1", "a-1-1", "a-2")] == [1, 1, 1, 1]


@pytest.mark.parametrize("link", ["#1-first-step", "#first-step", "#1-First-Step"])
def test_links_lead_to_their_heading_however_they_spell_it(link: str) -> None:
    assert 'href="#1-first-step"' in to_html(f"[go]({link})\n\n## 1. First step")


def test_a_class_is_no_part_of_the_title() -> None:
    assert ">Title</h2>" in to_html("## Title {.no_toc}")


@pytest.mark.parametrize("written", ["#tag", "#标签 #两个", "#5 bolt"])
def test_tags_are_no_headings(written: str) -> None:
    assert "<h" not in to_html(written)
