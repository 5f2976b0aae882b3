"""What Liquid's expressions come to, as far as the post itself tells.

Of the site nothing is known: its address and folder are "", so that what they are put before
becomes a path from the site's root.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

_LITERAL = re.compile(r"\s*(?:\"([^\"]*)\"|'([^']*)'|(-?\d+(?:\.\d+)?)(?![\w.]))\s*\Z")
_PATH = re.compile(r"\s*([A-Za-z_][\w-]*)((?:\.[\w-]+|\[\d+\]|\[['\"][\w -]+['\"]\])*)\s*\Z")
_STEP = re.compile(r"[\w -]+")
_PART = re.compile(r"(?:[^|\"']|\"[^\"]*\"|'[^']*'|[\"'])+")
_COMPARED = re.compile(r"(.+?)\s*(==|!=)\s*(.+)", re.DOTALL)
_POST = ("page", "post", "frontmatter")
# What templates know and we do not: it comes to nothing.
_SITE = ("site", "include", "layout", "content", "paginator", "jekyll", "theme", "forloop")
_SITE_TOO = ("config", "collections", "seo_tag", "excerpt", "hexo")


@dataclass(frozen=True, slots=True)
class PostValues:
    """What a template may ask of its post, and what it has set itself so far."""

    front_matter: Mapping[str, object]
    title: str
    date: str = ""  # as YYYY-MM-DD
    assigned: dict[str, str] = field(default_factory=dict[str, str])

    def look_up(self, path: str) -> object:
        """Return what `page.a.b` or a name set before holds; None where it holds nothing.

        Raises KeyError where only the site could tell, LookupError where nobody could.
        """
        match = _PATH.match(path)
        if match is None:
            raise LookupError(path)
        root, steps = match[1], _STEP.findall(match[2])
        if root in self.assigned and not steps:
            return self.assigned[root]
        if root in _SITE or root in _SITE_TOO:
            raise KeyError(path)
        if root not in _POST or not steps:
            raise LookupError(path)
        if steps == ["title"]:
            return self.title
        if steps == ["date"]:
            return self.date
        value: object = self.front_matter
        for step in steps:
            value = _part(value, step)
        return value


def _part(value: object, name: str) -> object:
    """Return what a mapping or a list of the front matter holds by this name or number."""
    if isinstance(value, Mapping):
        return cast("Mapping[str, object]", value).get(name)
    if isinstance(value, list) and name.isdigit() and len(name) < 6:
        items = cast("list[object]", value)
        return items[int(name)] if int(name) < len(items) else None
    return None


def output(expression: str, values: PostValues) -> str | None:
    """Return what `{{ expression }}` shows; None where no template's value is meant."""
    parts = [part.strip() for part in _PART.findall(expression)]
    if not parts:
        return ""
    try:
        shown = text_of_value(parts[0], values)
    except KeyError:
        shown = ""
    except LookupError:
        return None
    for part in parts[1:]:
        shown = _filtered(shown, part, values)
    return shown


def text_of_value(written: str, values: PostValues) -> str:
    """Return a literal's or a name's text. Raises as `PostValues.look_up` does."""
    literal = _LITERAL.match(written)
    if literal is not None:
        return next(group for group in literal.groups() if group is not None)
    value = values.look_up(written)
    return str(value) if isinstance(value, str | int | float) and value is not False else ""


def holds(condition: str, values: PostValues) -> bool | None:
    """Return whether an `{% if %}`'s condition holds; None where the post cannot tell."""
    condition = condition.strip()
    if re.search(r"\s(?:and|or|contains)\s|[<>]", condition):
        return None
    try:
        if compared := _COMPARED.match(condition):
            same = text_of_value(compared[1], values) == text_of_value(compared[3], values)
            return same == (compared[2] == "==")
        if condition in ("true", "false"):
            return condition == "true"
        value = values.look_up(condition)
        return value is not None and value is not False
    except LookupError:
        return None


def _as_html(text: str) -> str:
    """Return Markdown as HTML; as it is where it is too complex."""
    from reader.article.bounds import TooComplexError  # noqa: PLC0415
    from reader.article.markdown.parser import to_html  # noqa: PLC0415 - seldom needed

    try:
        return to_html(text).strip()
    except TooComplexError:
        return text


def _filtered(shown: str, written: str, values: PostValues) -> str:
    """Return `shown` after one filter, so far as it changes text; most only escape it."""
    name, _, argument = (part.strip() for part in written.partition(":"))
    try:
        added = text_of_value(argument, values) if argument else ""
    except LookupError:
        added = ""
    if name in ("relative_url", "absolute_url", "url_for", "asset_url", "img_url", "url"):
        rooted = not shown or shown.startswith(("/", "http://", "https://", "#"))
        return shown if rooted else "/" + shown
    if name == "prepend":
        return added + shown
    if name == "append":
        return shown + added
    if name == "default":
        return shown or added
    if name == "markdownify":
        return _as_html(shown)
    changed = {"upcase": str.upper, "downcase": str.lower, "capitalize": str.capitalize}.get(name)
    return changed(shown) if changed else shown
