"""What template tags of both languages wrap text in: notes, folded passages, quotations, code."""

import re
from html import escape
from urllib.parse import quote

from reader.article.templates.looks import title_of, without_looks
from reader.article.templates.media import Arguments, in_line
from reader.article.templates.placing import Piece, callout, listing, quotation


def _words(written: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", written))


# Kinds of notes as themes name them; a tag named so is one, and "notice" and its like say which.
_KINDS = _words(
    "note tip info warning warn caution danger important error success question hint example "
    "abstract summary todo bug attention failure primary secondary default light dark aside "
    "seealso faq"
)
_NOTES = _words(
    "notice admonition callout alert admon alertbox callouts message msg panel note-box "
    "infobox hint tipbox box blocktip notification"
)
_PLAIN = _words("primary secondary default light dark aside panel box message")
_FOLDED = _words(
    "details expand collapse collapsible spoiler fold folding accordion toggle hidetoggle "
    "hide accordion-item folding foldable"
)
_QUOTES = _words("blockquote quote cq centerquote pullquote epigraph testimonial")
_CODE = _words("highlight code codeblock code-block listing mermaid plantuml")
_FORMULAS = dict.fromkeys(_words("math katex mathjax tex latex"), "$$") | dict.fromkeys(
    _words("eq imath inline-math math-inline inlinemath"), "$"
)
_WEB = re.compile(r"(?:https?://|/|#|\.{1,2}/|mailto:)\S*\Z", re.I)
_POST_SUFFIX = re.compile(r"\.(?:md|markdown|mdown|mkd|html?|txt|adoc|org)(?=#|\Z)", re.I)
_TITLES = ("title", "header", "heading", "summary", "name", "label")
_TEXTS = ("text", "content", "body", "message")


def wrapped(name: str, arguments: Arguments, inner: str | None, markdown: bool) -> Piece | None:
    """Return what a tag that wraps text stands for, or None where its name tells nothing."""
    name = name.lower().rpartition("/")[2]
    if inner is not None and name in _CODE:
        language = arguments.first("lang", "language", "type")
        return listing(inner, language or _language(name, arguments), _file(arguments), markdown)
    if inner is not None and (mark := _FORMULAS.get(name)):
        shown = f"{mark}{inner.strip()}{mark}"
        return Piece(shown if markdown else f"\\({escape(inner.strip())}\\)")
    if inner is not None and (name in _QUOTES or name.endswith("-quote")):
        return quotation(inner, _quoted(arguments, markdown), markdown)
    if name in _FOLDED and inner is not None:
        return _folded(arguments, inner, markdown)
    if name in _KINDS or name in _NOTES:
        return _note(name, arguments, inner, markdown)
    return None


def _folded(arguments: Arguments, inner: str, markdown: bool) -> Piece:
    """Return a folded passage under its title; a row of such passages as it is."""
    title = arguments.first(*_TITLES)
    if not title and not arguments.named:
        quoted = arguments.written[:1] in "\"'`“"
        title = without_looks(arguments.plain) if quoted else title_of(arguments.written)
    if not title and ("[!details]-" in inner or "<details" in inner):
        return Piece(inner)
    return callout("details", title or "Details", inner, markdown, folded=True)


def post_address(name: str) -> str:
    """Return the link to the post that a template names: its path from the site's root.

    The library finds it by the end of its path, whatever its folder and suffix really are;
    "./x" and "../x" are taken from the post's own folder.
    """
    path, mark, place = name.strip().partition("#")
    if path and not _POST_SUFFIX.search(path) and not re.search(r"\.\w{1,5}\Z", path):
        path = path.rstrip("/") + ".md"
    if path and not path.startswith(("/", "./", "../")):
        path = "/" + path
    return quote(path, safe="/.~%()!,'") + mark + quote(place, safe="-_.~%")


def link(target: str, words: str, markdown: bool) -> Piece:
    """Return a link; only its words where it leads nowhere."""
    shown = in_line(words or target, markdown)
    return Piece(f'<a href="{escape(target)}">{shown}</a>' if target else shown)


def linked(arguments: Arguments, inner: str | None, markdown: bool) -> Piece | None:
    """Return the link that a button or a reference stands for, by its arguments; or None."""
    target = arguments.first("href", "url", "link", "relref", "ref", "to", "page")
    target = target or next((word for word in arguments.plain if _WEB.match(word)), "")
    others = [word for word in arguments.plain if word != target and " " in word]
    words = inner or arguments.first(*_TEXTS, *_TITLES) or next(iter(others), "")
    if not target or not words.strip() or "\n\n" in words.strip():
        return None
    return link(target, words.strip(), markdown)


def _language(name: str, arguments: Arguments) -> str:
    """Return the language of a listing by its tag: Hugo and Jekyll name it first."""
    if name in ("mermaid", "plantuml"):
        return name
    return next((word for word in arguments.plain[:1] if re.fullmatch(r"[\w+#.-]+", word)), "")


def _file(arguments: Arguments) -> str:
    return arguments.first("title", "file", "filename", "caption", "name")


def _note(name: str, arguments: Arguments, inner: str | None, markdown: bool) -> Piece | None:
    plain = list(arguments.plain)
    kind = arguments.first("type", "class", "level", "color", "colour", "style", "context")
    if not kind and plain and plain[0].lower() in _KINDS:
        kind = plain.pop(0)
    words = [word for word in kind.lower().split() if word in _KINDS]
    kind = words[0] if words else (name if name in _KINDS else "note")
    if kind in _PLAIN:
        kind = "note"
    title = arguments.first(*_TITLES)
    if inner is None:
        inner = arguments.first(*_TEXTS) or " ".join(plain)
        return callout(kind, title, inner, markdown) if " " in inner else None
    return callout(kind, title or without_looks(plain), inner, markdown)


def _quoted(arguments: Arguments, markdown: bool) -> str:
    """Return who is quoted, and where; Octopress and Hexo write it in a row."""
    who = arguments.first("author", "name", "cite", "by")
    where = arguments.first("source", "title", "caption", "where")
    target = arguments.first("link", "url", "href", "attrlink")
    target = target or next((word for word in arguments.plain if _WEB.match(word)), "")
    words = "" if arguments.named else arguments.written.replace(target, "").strip(" \"'")
    if "," in words:
        who, _, where = (part.strip(" \"'") for part in words.partition(","))
    said = ", ".join(filter(None, (who or ("" if where else words), where)))
    said = in_line(said, markdown) if said else ""
    return f'<a href="{escape(target)}">{said or escape(target)}</a>' if target else said
