"""An article as Markdown, to be pasted elsewhere."""

import re
from collections.abc import Mapping

_MARKS = re.compile(r"([\\`*_\[\]<>#])")


def as_markdown(article: Mapping[str, object]) -> str:
    """Return title, link and text of `article`, which is as `render --json` gives it.

    The text is one paragraph a block; what Markdown would take for a mark is escaped.
    """
    title, url = escaped(str(article.get("title", ""))), article.get("source_url")
    heading = f"# [{title}](<{url}>)" if url else f"# {title}"
    text = str(article.get("text", ""))
    blocks = [escaped(block.strip()) for block in text.split("\n") if block.strip()]
    return "\n\n".join([heading, *blocks]) + "\n"


def escaped(text: str) -> str:
    """Return `text` with a backslash before what Markdown would take for a mark."""
    return _MARKS.sub(r"\\\1", text)
