from markdown_it import MarkdownIt

from reader.ui.markdown import as_markdown


def test_title_links_to_the_original_and_each_block_is_a_paragraph() -> None:
    article = {
        "title": "布林肯与王毅通话",
        "source_url": "https://example.org/a?b=1&c=(2)",
        "text": "第一段。\n第二段。\n",
    }
    assert as_markdown(article) == (
        "# [布林肯与王毅通话](<https://example.org/a?b=1&c=(2)>)\n\n第一段。\n\n第二段。\n"
    )


def test_without_an_original_the_title_stands_alone() -> None:
    assert as_markdown({"title": "T", "source_url": None, "text": ""}) == "# T\n"


def test_what_looks_like_markup_stays_text() -> None:
    text = "[a](javascript:x) *b* `c` <i>d</i> # e"
    html = MarkdownIt().render(as_markdown({"title": "*T*", "source_url": None, "text": text}))
    assert html == ("<h1>*T*</h1>\n<p>[a](javascript:x) *b* `c` &lt;i&gt;d&lt;/i&gt; # e</p>\n")
