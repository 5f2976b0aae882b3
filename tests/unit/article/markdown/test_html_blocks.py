"""HTML in Markdown, as kramdown reads it."""

from reader.article.markdown.html_blocks import closing_lines
from reader.article.markdown.parser import to_html


def test_a_blank_line_does_not_end_an_html_block() -> None:
    html = "<div>\n<p>one</p>\n\n    <p>two</p>\n\n*three*\n</div>\n"
    assert to_html(html) == html


def test_after_the_block_markdown_goes_on() -> None:
    assert to_html("<div>\n\n<p>a</p>\n</div>\n*b*") == (
        "<div>\n\n<p>a</p>\n</div>\n<p><em>b</em></p>\n"
    )


def test_nested_elements_of_the_same_name_are_counted() -> None:
    html = "<div>\n<div>\n\nx\n</div>\n\n    y\n</div>\n"
    assert to_html(html) == html


def test_an_opening_tag_alone_before_a_blank_line_opens_markdown() -> None:
    assert to_html("<div>\n\n*a*\n\n</div>") == "<div>\n<p><em>a</em></p>\n</div>"


def test_markdown_is_read_where_asked_for() -> None:
    html = to_html('<div markdown="1">\n\n*a*\n\n</div>')
    assert "<em>a</em>" in html


def test_a_block_ends_with_its_list_item() -> None:
    html = to_html("- <div>\n  a\n\n  b\n  </div>\n- c")
    assert html.count("<li>") == 2
    assert "</div>" in html


def test_an_element_never_closed_is_left_to_commonmark() -> None:
    assert "<em>b</em>" in to_html("<div>\na\n\n*b*")


def test_comments_hide_tags() -> None:
    assert closing_lines("<div>\n<!-- </div> -->\n</div>\n") == {0: 2}


def test_two_blocks_close_on_their_own_lines() -> None:
    assert closing_lines("<p>a\n</p>\n<p>b</p>") == {0: 1, 2: 2}


def test_a_second_element_on_the_line_is_part_of_the_block() -> None:
    html = "<p>a</p><div>\n\n    x</div>\n"
    assert to_html(html) == html


def test_tags_indented_below_html_are_no_code() -> None:
    assert "<pre>" not in to_html("<div>\n\n    <p>never closed\n\ntext")
    assert "<pre>" in to_html("text\n\n    <p>code</p>")


def test_details_hold_markdown_below_their_summary() -> None:
    html = to_html("<details>\n<summary>More</summary>\n\n- *a*\n\n</details>")
    assert "<li><em>a</em></li>" in html
