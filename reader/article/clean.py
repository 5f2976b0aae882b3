"""Markup -> the article's own markup: chrome, repeated title and byline, twins dropped.

Works on lexbor's tree, for the page and for the index alike. lexbor reads markup as browsers
do, so what leaves here is well formed, whatever came in.
"""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.guard import Guard
from reader.article.rules import cleanup_rules
from reader.posts.post import PostHead

_HEADINGS = "h1, h2, h3, h4, h5, h6"
_OPENING = "h1, h2, h3, h4, h5, h6, p"
_LOOKED_AT = 6  # how many of them the opening is: title, standfirst, byline stand there
_LONGEST_BYLINE = 60  # characters
_BYLINE_WORDS = re.compile(
    r"^(?:written\s+)?(?:by|author|source|text|words|作者|文|撰文|采写|採寫|采访|记者|記者|来源|來源)"
    r"\s*[:：/／|｜︱丨 ]\s*",
    re.IGNORECASE,
)
_SENTENCE_ENDS = (".", "。", "!", "！", "?", "？", "…", "”", "」")
_NOT_LETTERS = re.compile(r"[\W_]+")
_COMMENT_OR_TAG = re.compile(r"<!--.*?-->|(<[^>\"]*+(?:\"[^\"]*+\"[^>\"]*+)*+>)", re.DOTALL)


def parse(markup: str) -> LexborHTMLParser:
    """Return lexbor's tree of `markup`, a whole page or a part of one, as a browser reads it.

    The body is opened first: what may stand in a head, too, would else be taken for one.
    """
    return LexborHTMLParser("<body>" + markup)


def clean(tree: LexborHTMLParser, head: PostHead, host: str, markup: str) -> None:
    """Drop from `tree`, parsed from `markup`, what is not the article's own.

    `host` is the source's, for the rules of single sites; "" where it is unknown.
    """
    asked = cleanup_rules().selectors_for(markup, host)
    if asked.sure:
        _drop(tree.css(asked.sure))
    if asked.others and tree.body is not None:
        _drop(Guard(tree.body).passed(tree.css(asked.others)))
    if "<noscript" in markup:
        for noscript in tree.css("noscript"):
            _settle_noscript(noscript)
    _drop_opening(tree, head)


def serialised(tree: LexborHTMLParser) -> str:
    """Return the markup of `tree`'s body, without comments."""
    body = tree.body
    markup = (body.inner_html or "") if body is not None else ""
    if "<!--" in markup:
        markup = _COMMENT_OR_TAG.sub(lambda match: match[1] or "", markup)
    return markup


def same_words(one: str, other: str) -> bool:
    """Return whether two lines say the same, whatever their spaces and punctuation."""
    return bool(one) and bool(other) and _letters(one) == _letters(other)


def is_title(text: str, title: str) -> bool:
    """Return whether `text` is the title, with or without the site's name after it."""
    if same_words(text, title):
        return True
    for longer, shorter in ((title, text), (text, title)):
        name, mark, _ = longer.rpartition(" - ")
        if not mark:
            name, mark, _ = longer.rpartition(" | ")
        if mark and same_words(name, shorter):
            return True
    return False


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold() or text.strip()


def _drop(nodes: Iterable[LexborNode]) -> None:
    for node in nodes:
        node.decompose(recursive=False)  # taken out, not taken apart: the next may be inside it


def _drop_opening(tree: LexborHTMLParser, head: PostHead) -> None:
    """Drop the title and the byline where the article's first lines repeat them."""
    names = {_letters(name) for name in (*head.authors, head.source)} - {""}
    titled = False
    for node in tree.css(_OPENING)[:_LOOKED_AT]:
        text = node.text().strip()
        if not text:
            continue
        if not titled and node.tag != "p" and is_title(text, head.title):
            _drop([node])
            titled = True
        elif len(text) <= _LONGEST_BYLINE and not text.endswith(_SENTENCE_ENDS):
            if _letters(_BYLINE_WORDS.sub("", text)) in names and node.css_first("img") is None:
                _drop([node])
        elif node.tag == "p":
            return  # the article has begun


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
