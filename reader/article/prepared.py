"""Markup -> the article's own markup, before the page's shape and the index's text part.

Whatever adds words or takes them away stands here, or before: a search finds what is read.
"""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from reader.article import bounds
from reader.article.captions.attributes import with_attribute_captions
from reader.article.cleaning.clean import clean, serialised
from reader.article.code.formulas import settle_formulas
from reader.article.code.listings import settle_listings
from reader.article.links.embeds import settle_embeds
from reader.article.pictures.early import uncover
from reader.article.urls import host
from reader.posts.post import PostHead


@dataclass(frozen=True, slots=True)
class Prepared:
    """Well-formed markup with the article's words."""

    markup: str
    pictures_left_out: bool  # there were more than are shown


def prepared(tree: LexborHTMLParser, markup: str, head: PostHead, raw: bool = False) -> Prepared:
    """Return what `tree`, parsed from `markup`, holds of the article; all of it if `raw`.

    The tree is changed.
    """
    uncover(tree, markup)
    settle_formulas(tree, markup)
    settle_listings(tree, markup)
    settle_embeds(tree, markup, head.source_url)
    if not raw:
        clean(tree, head, host(head.source_url), markup)
    whole = serialised(tree)
    bounded = bounds.few_pictures(whole)
    return Prepared(
        bounded if raw else with_attribute_captions(bounded, head.title), bounded != whole
    )
