"""What clean-up leaves of a page, as text."""

from reader.article.cleaning.clean import clean, parse
from tests.helpers.articles import post_of


def text_after_cleaning(markup: str) -> str:
    """Return the text that is left of `markup`, its spaces run together."""
    tree = parse(markup)
    clean(tree, post_of(markup).head, "", markup)
    assert tree.body is not None
    return " ".join(tree.body.text(separator=" ").split())


def text_of(markup: str) -> str:
    """Return all the text of `markup`, its spaces run together."""
    body = parse(markup).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())
