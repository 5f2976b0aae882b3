"""Where front matter stands, and what it says.

YAML between `---` lines (Jekyll, Obsidian; with Hexo the first may be missing), TOML between `+++`
(Hugo, Zola), or a JSON object (Hugo). What cannot be read is salvaged line by line, so that a title
with a colon in it does not cost the post its date.
"""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, cast

import yaml
from frontmatter.default_handlers import JSONHandler, YAMLHandler

from reader.posts.plain_values import TooMuch, plain
from reader.posts.plain_yaml import plain_yaml
from reader.posts.problem import Fault
from reader.posts.salvage import salvage_json, salvage_toml, salvage_yaml
from reader.posts.yaml_values import BoundedLoader

MAX_FRONT_MATTER: Final = 65_536  # characters

_OPENING: Final = re.compile(r"\s{0,64}(?<![^\n])(-{3,}|\+{3,})[ \t]*(?:\n|\Z)")
# Hexo needs no line before it (https://github.com/hexojs/hexo-front-matter, `split`). Two keys at
# least, or a heading is meant.
_BARE: Final = re.compile(
    r"\s{0,64}(?<![^\n])(?=(?:title|date|layout|tags|categories|permalink|author|comments|toc):)"
)
_BARE_KEY: Final = re.compile(r"^[a-z_]+:", re.MULTILINE)
_JSON_OPENING: Final = re.compile(r"\s{0,64}(?=\{\s{0,256}[\"}])")
_JSON_CLOSING: Final = re.compile(r"(?:^|\A[^\n]*)\}[ \t]*(?:\n|\Z)", re.MULTILINE)
_FIRST_KEY: Final = re.compile(
    r"(?:[ \t]*(?:#[^\n]*)?\n)*"  # blank lines and comments
    r"(?:[\"']?[^\s\"'#:,<>\[\]{}-][^\n:=]{0,100}?[\"']?[ \t]*[:=](?:[ \t\n]|\Z)|\[[\w.\[]+\]$)",
    re.MULTILINE,
)
_KEY_LINES: Final = re.compile(
    r"(?:(?:[ \t]+[^\s][^\n]*|-[ \t][^\n]*|[\w\"'][^\n:=]{0,100}[:=](?:[ \t][^\n]*)?)(?:\n|\Z))+"
)
# Jekyll ends YAML at `...` too (jekyll/document.rb, YAML_FRONT_MATTER_REGEXP).
_DASHES: Final = re.compile(r"^(-{3,}|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_PLUSES: Final = re.compile(r"^(\+{3,})[ \t]*(?:\n|\Z)", re.MULTILINE)
_OTHER_FENCE: Final = re.compile(r"(?:-{3,}|\+{3,})[ \t]*(?:\n|\Z)")
_TOML_LINE: Final = re.compile(r"at line (\d+)")
# What no YAML parser takes; it says nothing a reader would miss.
_CONTROLS: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_QUOTED: Final = re.compile(r"""\"[^"\n]*"|'[^'\n]*'""")
_BETWEEN_KEYS: Final = re.compile(r"[=,{}\[\]\n]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before a post's body."""

    values: Mapping[str, object]
    end: int  # where in the text the body starts; 0 where there is no front matter
    body_line: int  # 1-based
    faults: tuple[Fault, ...] = ()

    @property
    def found(self) -> bool:
        """Return whether there is any."""
        return self.end > 0


@dataclass(frozen=True, slots=True)
class _Block:
    """Front matter as it stands in the text."""

    language: "_Language"
    text: str
    line: int  # of the text's first line
    start: int
    end: int  # with the closing line
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Language:
    name: str
    load: Callable[[str], object]
    salvage: Callable[[str], dict[str, object]]


def _load_yaml(text: str) -> object:
    values = plain_yaml(text)
    return values if values is not None else _YAML.load(text, Loader=BoundedLoader)


def _load_toml(text: str) -> object:
    # A key of 30,000 dotted parts costs tomllib minutes: it walks them all for each.
    if any(key.count(".") > 64 for key in _BETWEEN_KEYS.split(_QUOTED.sub("", text))):
        raise TooMuch("nested more than 64 deep")
    return plain(tomllib.loads(text))


def _load_json(text: str) -> object:
    return plain(_JSON.load(text))


_YAML: Final = YAMLHandler()
_JSON: Final = JSONHandler()
_YAML_LANGUAGE: Final = _Language("YAML", _load_yaml, salvage_yaml)
_TOML_LANGUAGE: Final = _Language("TOML", _load_toml, salvage_toml)
_JSON_LANGUAGE: Final = _Language("JSON", _load_json, salvage_json)

_NONE: Final = FrontMatter({}, 0, 1)


def read_front_matter(text: str, complete: bool = True) -> FrontMatter:
    """Return what the front matter of `text` (line ends as "\\n") holds. Never raises.

    Where `complete` is False, `text` is a file's beginning, and an end not seen is no fault.
    """
    block = _find(text)
    if block is None or (not block.closed and not _FIRST_KEY.match(block.text)):
        return _NONE
    values, fault = _read(block)
    if values is None:
        return _NONE
    faults = [fault] if fault else []
    if not block.closed and complete:
        faults.insert(0, Fault(block.line, "the front matter is never closed"))
    body_line = text.count("\n", 0, block.end) + 1
    return FrontMatter(values, block.end, body_line, tuple(faults))


def is_open(text: str) -> bool:
    """Return whether `text`, a file's beginning, ends within its front matter."""
    block = _find(text)
    if block is None or block.closed:
        return False
    rest = text[block.start :]
    return block.language is _JSON_LANGUAGE or not rest or _FIRST_KEY.match(rest) is not None


def _find(text: str) -> _Block | None:
    opening = _OPENING.match(text)
    if opening is None:
        return _find_bare(text) or _find_json(text)
    fence = opening[1]
    language = _YAML_LANGUAGE if fence[0] == "-" else _TOML_LANGUAGE
    start = opening.end()
    line = text.count("\n", 0, start) + 1
    closing = _closing(fence, text, start)
    if closing:
        return _Block(language, text[start : closing.start()], line, start, closing.end())
    return _unclosed(text, start, line, language)


def _closing(fence: str, text: str, start: int) -> re.Match[str] | None:
    """Return the next line that is this fence; one of a million signs is no pattern to compile."""
    lines = (_DASHES if fence[0] == "-" else _PLUSES).finditer(text, start)
    return next((line for line in lines if line[1] in (fence, "...")), None)


def _unclosed(text: str, start: int, line: int, language: _Language) -> _Block:
    """Return what must be meant as front matter: every line that may be part of it."""
    found = _KEY_LINES.match(text, start, start + MAX_FRONT_MATTER)
    inner = found[0] if found else ""
    end = start + len(inner)
    other_fence = _OTHER_FENCE.match(text, end)
    end = other_fence.end() if other_fence else end
    return _Block(language, inner, line, start, end, closed=False)


def _find_bare(text: str) -> _Block | None:
    opening = _BARE.match(text)
    if opening is None:
        return None
    start = opening.end()
    found = _KEY_LINES.match(text, start, start + MAX_FRONT_MATTER)
    closing = found and _DASHES.match(text, found.end())
    if not found or not closing or closing[1] == "..." or len(_BARE_KEY.findall(found[0])) < 2:
        return None
    line = text.count("\n", 0, start) + 1
    return _Block(_YAML_LANGUAGE, found[0], line, start, closing.end())


def _find_json(text: str) -> _Block | None:
    opening = _JSON_OPENING.match(text)
    if opening is None:
        return None
    start = opening.end()
    line = text.count("\n", 0, start) + 1
    try:
        end = json.JSONDecoder().raw_decode(text[start : start + MAX_FRONT_MATTER])[1] + start
    except (ValueError, RecursionError):
        closing = _JSON_CLOSING.search(text[start:])
        if closing is None:
            return _Block(_JSON_LANGUAGE, text[start:], line, start, len(text), closed=False)
        end = start + closing.end()
        return _Block(_JSON_LANGUAGE, text[start:end], line, start, end)
    rest = re.compile(r"[ \t]*(?:\n|\Z)").match(text, end)
    if rest is None:  # a line of text that begins with an object
        return None
    return _Block(_JSON_LANGUAGE, text[start:end], line, start, rest.end())


def _read(block: _Block) -> tuple[dict[str, object] | None, Fault | None]:
    """Return what a block holds, or None where it is prose between two rules; and its fault."""
    if len(block.text) > MAX_FRONT_MATTER:
        reason = f"the front matter is over {MAX_FRONT_MATTER // 1024} kB"
        return _salvaged(block, Fault(block.line, reason))
    try:
        value = block.language.load(_CONTROLS.sub("", block.text))
        if value is None:
            return {}, None
        if isinstance(value, dict):
            return cast("dict[str, object]", value), None
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError) as error:
        return _salvaged(block, _fault(error, block))
    except (yaml.YAMLError, TooMuch) as error:
        return _salvaged(block, _fault(error, block))
    return _salvaged(block, Fault(block.line, "the front matter holds no keys with values"), "")


def _salvaged(
    block: _Block, fault: Fault, unless: str = "\n\n"
) -> tuple[dict[str, object] | None, Fault | None]:
    """Return what can be made out; None where nothing can and `unless` shows it to be prose."""
    values = block.language.salvage(_CONTROLS.sub("", block.text[:MAX_FRONT_MATTER]))
    if not values and unless in block.text and not _FIRST_KEY.match(block.text):
        return None, None
    return values, fault


def _fault(error: Exception, block: _Block) -> Fault:
    """Return where and why a block could not be read."""
    where, reason = 0, str(error)
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        where = mark.line if mark else 0
        reason = error.problem or error.context or "it cannot be read"
    elif isinstance(error, json.JSONDecodeError):
        where, reason = error.lineno - 1, error.msg
    elif isinstance(error, tomllib.TOMLDecodeError):
        found = _TOML_LINE.search(reason)
        where = int(found[1]) - 1 if found else 0
        reason = reason.partition(" (at ")[0]
    elif isinstance(error, RecursionError):
        reason = "nested too deep"
    lines = block.text.count("\n")
    reason = " ".join(reason.split())[:200]
    return Fault(block.line + min(where, lines), f"front matter: {reason} ({block.language.name})")
