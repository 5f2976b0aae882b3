"""Lists of posts to be taken elsewhere: their titles, links, sources and dates. Pure."""

import html
import os
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.library.values import PostSummary
from reader.ui.markdown import escaped

_STYLE = (
    "body{font:16px/1.6 system-ui,sans-serif;max-width:44em;margin:3em auto;padding:0 1em;"
    "color:#1f1d1a;background:#fdfcfa}li{margin:0 0 1em}a{color:#a93c26}"
    "small{color:#5f5a52;display:block}"
)


class Form(StrEnum):
    """What a list is written as; the value ends the file's name."""

    MARKDOWN = "md"
    HTML = "html"
    PLAIN = "txt"

    @classmethod
    def of(cls, file: Path) -> "Form":
        """Return the form that a file's name asks for; MARKDOWN where it names none of these."""
        ending = file.suffix.lower().lstrip(".")
        ending = "html" if ending == "htm" else ending
        return cls(ending) if ending in list(cls) else cls.MARKDOWN


def file_for(name: str, form: Form) -> Path:
    """Return the file that a name typed means: with the form's ending where it has none of ours.

    Such a file is none that is there: whoever typed the name was not asked about that one.
    """
    file = Path(name)
    if Form.of(file) is not Form.MARKDOWN or file.suffix.lower() == f".{Form.MARKDOWN}":
        return file
    completed, number = Path(f"{name}.{form}"), 2
    while os.path.lexists(completed):
        completed, number = Path(f"{name} {number}.{form}"), number + 1
    return completed


def written(posts: Iterable[PostSummary], form: Form) -> str:
    """Return the lines of these posts, each ending with a line's end."""
    return "".join(_WRITTEN[form](post) for post in posts)


def links(posts: Iterable[PostSummary]) -> str:
    """Return the addresses of these posts, a line each; nothing for those that name none."""
    return "".join(f"{post.source_url}\n" for post in posts if post.source_url)


def whole(lines: str, form: Form, title: str) -> str:
    """Return the document that holds `lines`, of posts written in the same form."""
    match form:
        case Form.MARKDOWN:
            return f"# {escaped(title)}\n\n{lines}"
        case Form.PLAIN:
            return lines
        case Form.HTML:
            name = html.escape(title)
            return (
                f'<!doctype html>\n<meta charset="utf-8">\n<title>{name}</title>\n'
                f"<style>{_STYLE}</style>\n<h1>{name}</h1>\n<ul>\n{lines}</ul>\n"
            )


def is_within(file: Path, folder: Path) -> bool:
    """Return whether `file`, which need not exist, would lie in `folder`, through whatever links.

    What cannot be told counts as within.
    """
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return True


def _as_markdown(post: PostSummary) -> str:
    title = escaped(_title(post))
    linked = f"[{title}](<{_url(post)}>)" if post.source_url else title
    return f"- {linked}{_after(post, escaped)}\n"


def _as_html(post: PostSummary) -> str:
    title = html.escape(_title(post))
    url = _url(post)
    safe = url.lower().startswith(("http://", "https://"))
    linked = f'<a href="{html.escape(url)}" rel="noreferrer">{title}</a>' if safe else title
    lang = f' lang="{html.escape(post.lang)}"' if post.lang else ""
    excerpt = f"<p>{html.escape(post.excerpt.text)}</p>" if post.excerpt.text else ""
    beside = html.escape(" · ".join(_beside(post)))
    return f'<li{lang} dir="auto">{linked}<small>{beside}</small>{excerpt}</li>\n'


def _as_text(post: PostSummary) -> str:
    url = f"\n{_url(post)}" if post.source_url else ""
    return f"{_title(post)}{_after(post, str)}{url}\n\n"


_WRITTEN = {Form.MARKDOWN: _as_markdown, Form.HTML: _as_html, Form.PLAIN: _as_text}


def _title(post: PostSummary) -> str:
    return post.title.text or QCoreApplication.translate("PostList", "Untitled")


def _url(post: PostSummary) -> str:
    """Return the address, without what would end a link in Markdown or begin a line."""
    url = "".join((post.source_url or "").split())
    return url.replace("<", "%3C").replace(">", "%3E")


def _beside(post: PostSummary) -> list[str]:
    who = post.source or ", ".join(post.authors)
    return [part for part in (who, post.date.date().isoformat()) if part]


def _after(post: PostSummary, escape: Callable[[str], str]) -> str:
    return f" ({escape(', '.join(_beside(post)))})"
