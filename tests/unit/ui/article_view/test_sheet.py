import json

from reader.ui.article_view.sheet import Sheet, script_value

SEPARATORS = "\u2028\u2029</script><!--"


def test_a_sheet_becomes_plain_ascii_that_means_the_same() -> None:
    article = {"title": "题", "html": f"<p>{SEPARATORS}\ud800字</p>", "text": "x"}
    source = Sheet("a.md", article).source(pictures=True)
    assert source.isascii()
    assert json.loads(source)["html"] == article["html"]
    assert json.loads(source)["pictures"] is True


def test_a_plain_sheet_carries_its_text_and_a_word() -> None:
    parts = json.loads(Sheet("a.md", plain="<b>", title="T", note="why").source(pictures=False))
    assert (parts["title"], parts["plain"], parts["note"]) == ("T", "<b>", "why")
    assert "html" not in parts


def test_an_article_can_be_shown_as_its_plain_text() -> None:
    sheet = Sheet("a.md", {"title": "T", "html": "<p>x</p>", "text": "x"}).as_plain("why")
    parts = json.loads(sheet.source(pictures=False))
    assert (parts["title"], parts["plain"], parts["note"]) == ("T", "x", "why")


def test_what_an_article_lacks_stands_above_it() -> None:
    lacking = Sheet("a.md", {"title": "T", "html": "", "lacks": ["One.", 2, "Two."]})
    assert json.loads(lacking.source(pictures=False))["note"] == "One.\nTwo."
    assert json.loads(Sheet("a.md", {"lacks": None}).source(pictures=False))["note"] == ""


def test_two_sheets_of_equal_content_are_not_the_same() -> None:
    assert Sheet("a.md", {}) != Sheet("a.md", {})


def test_a_value_is_a_javascript_expression() -> None:
    assert script_value({"a": "\u2028"}) == '{"a": "\\u2028"}'


def test_a_sheet_says_which_hosts_are_behind_proxies() -> None:
    addresses = [
        "https://i0.wp.com/news.example/a.jpg",
        "https://news.example/b.jpg",
        "images/c.jpg",
    ]
    article = {"path": "a.md", "html": "", "pictures": [{"url": url} for url in addresses]}
    said = json.loads(Sheet("a.md", article).source(pictures=False))
    assert said["origins"] == {addresses[0]: "news.example"}
