"""Markup -> the article's own markup: chrome, repeated title and byline, twins dropped.

Works on lexbor's tree, for the page and for the index alike. lexbor reads markup as browsers
do, so what leaves here is well formed, whatever came in.
"""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.cleaning.guard import Guard
from reader.article.cleaning.names import doomed_by_name
from reader.article.cleaning.openings import drop_opening
from reader.article.cleaning.passage_lines import first_lines
from reader.article.cleaning.passages import drop_passages
from reader.article.cleaning.rules import cleanup_rules
from reader.article.pictures.early import mark_twins
from reader.article.text import with_plain_values
from reader.posts.post import PostHead

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_COMMENT_IN_VALUE = re.compile(r"=\"[^\"]*<!--")
_COMMENT_OR_TAG = re.compile(r"<!--.*?-->|(<[^>\"]*+(?:\"[^\"]*+\"[^>\"]*+)*+>)", re.DOTALL)


# Characters that show nothing, pasted along; not between letters of scripts without spaces,
# where they say where a line may break.
_JUNK = re.compile("(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])[\u200b\ufeff]")


def parse(markup: str) -> LexborHTMLParser:
    """Return lexbor's tree of `markup`, a whole page or a part of one, as a browser reads it.

    The body is opened first: what may stand in a head, too, would else be taken for one.
    """
    return LexborHTMLParser("<body>" + markup)


def clean(tree: LexborHTMLParser, head: PostHead, host: str, markup: str) -> None:
    """Drop from `tree`, parsed from `markup`, what is not the article's own.

    `host` is the source's, for the rules of single sites; "" where it is unknown.
    """
    body = tree.body
    if body is None:
        return
    asked = cleanup_rules().selectors_for(markup, host)
    if asked.sure:
        _drop(tree.css(asked.sure))
    guard = Guard(body)
    if asked.others:
        _drop(guard.passed(tree.css(asked.others)))
    _drop(guard.passed(doomed_by_name(tree, asked.names)))
    if "<noscript" in markup:
        for noscript in tree.css("noscript"):
            _settle_noscript(noscript)
    start = first_lines(body)
    drop_opening(start, head)
    drop_passages(body, start, guard)


def serialised(tree: LexborHTMLParser) -> str:
    """Return the markup of `tree`'s body, without comments and characters that show nothing."""
    body = tree.body
    markup = (body.inner_html or "") if body is not None else ""
    if "<!--" in markup and _COMMENT_IN_VALUE.search(markup) is None:
        markup = _COMMENT.sub("", markup)
    elif "<!--" in markup:
        markup = _COMMENT_OR_TAG.sub(lambda match: match[1] or "", markup)
    if "\u200b" in markup or "\ufeff" in markup:
        markup = _JUNK.sub("", markup)
    return with_plain_values(markup)


def _drop(nodes: Iterable[LexborNode]) -> None:
    for node in nodes:
        node.decompose(recursive=False)  # taken out, not taken apart: the next may be inside it


def _settle_noscript(noscript: LexborNode) -> None:
    """Keep of a lazy picture and its twin in <noscript> the twin: its source is the real one."""
    picture = noscript.css_first("img")
    if picture is None:
        _drop([noscript])
        return
    twin = _picture_before(noscript)
    if twin is not None:
        for name in ("width", "height", "alt"):
            value = twin.attributes.get(name)
            if value and not picture.attributes.get(name):
                picture.attrs[name] = value  # pyright: ignore[reportIndexIssue]
        _drop([twin])
    mark_twins(noscript)
    noscript.unwrap()


def _picture_before(node: LexborNode) -> LexborNode | None:
    """Return the picture that ends the element just before `node`, if it is one alone."""
    before = node.prev
    while before is not None and before.tag in ("-text", "-comment"):
        if before.tag == "-text" and (before.text_content or "").strip():
            return None
        before = before.prev
    if before is None:
        return None
    if before.tag == "img":
        return before
    pictures = before.css("img")
    return pictures[0] if len(pictures) == 1 and not before.text().strip() else None
