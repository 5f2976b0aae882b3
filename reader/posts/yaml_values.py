"""YAML as front matter uses it, within bounds.

PyYAML's C parser hands out events without recursion, so nothing nested can overrun the stack;
the values are built here, where depth, number and aliases are counted. No tag is obeyed: what
`!ruby/object` names is read as plain data.
"""

import re
from typing import Final

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

MAX_DEPTH: Final = 64
MAX_VALUES: Final = 10_000  # with every alias counted as what it stands for

# Keys that hold text by their meaning: `title: 007` and `tags: [no, 1.10]` stay as written.
TEXT_KEYS: Final = frozenset(
    {
        *("title", "subtitle", "excerpt", "description", "summary"),
        *("author", "authors", "byline", "creator"),
        *("tag", "tags", "category", "categories", "keyword", "keywords", "taxonomies"),
        *("source", "source_name", "from", "url", "link", "original_url", "canonical"),
        *("canonical_url", "site", "site_name", "publisher", "publication"),
        *("date", "lang", "language", "locale"),
    }
)
NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS: Final = {
    word: truth
    for words, truth in (("true yes on", True), ("false no off", False))
    for lower in words.split()
    for word in (lower, lower.capitalize(), lower.upper())
}
_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT: Final = re.compile(r"[-+]?[0-9]{1,17}\.[0-9]{1,17}")


class _Frame:
    """A list or mapping that is being built."""

    __slots__ = ("anchor", "key", "mapping", "sequence", "size", "text")

    def __init__(self, is_mapping: bool, anchor: str | None, text: bool) -> None:
        self.mapping: dict[str, object] | None = {} if is_mapping else None
        self.sequence: list[object] = []
        self.key: str | None = None  # of a mapping, when its value comes next
        self.anchor = anchor
        self.text = text  # scalars below stay as written
        self.size = 1  # values within, aliases written out


class BoundedLoader(yaml.CSafeLoader):
    """A safe loader that stops at `MAX_DEPTH` and `MAX_VALUES` with a `yaml.YAMLError`."""

    def get_single_data(self) -> object:
        """Return the first document's value; None for an empty one.

        Timestamps, octal and sexagesimal numbers stay text: a post's title or date means what
        its author wrote. Raises `yaml.YAMLError`.
        """
        return _Builder(self).build()


class _Builder:
    """Builds one document's value from the parser's events."""

    def __init__(self, loader: yaml.CSafeLoader) -> None:
        self._loader = loader
        self._stack: list[_Frame] = []
        self._anchors: dict[str, tuple[object, int]] = {}
        self._open_anchors: set[str] = set()
        self._values = 0
        self._result: object = None

    def build(self) -> object:
        next_event = self._loader.get_event
        while (event := next_event()) is not None:
            if isinstance(event, ScalarEvent):
                value = self._scalar(event)
                self._add(value, 1, event)
                if event.anchor is not None:
                    self._anchors[event.anchor] = (value, 1)
            elif isinstance(event, CollectionStartEvent):
                self._open(event)
            elif isinstance(event, CollectionEndEvent):
                self._close(event)
            elif isinstance(event, AliasEvent):
                self._add(*self._aliased(event), event)
            elif isinstance(event, DocumentEndEvent):
                break
        return self._result

    def _open(self, event: CollectionStartEvent) -> None:
        if len(self._stack) == MAX_DEPTH:
            raise _fault(f"nested more than {MAX_DEPTH} deep", event)
        is_mapping = isinstance(event, MappingStartEvent)
        self._stack.append(_Frame(is_mapping, event.anchor, self._wants_text()))
        if event.anchor is not None:
            self._open_anchors.add(event.anchor)

    def _close(self, event: Event) -> None:
        frame = self._stack.pop()
        value = frame.sequence if frame.mapping is None else frame.mapping
        if frame.anchor is not None:
            self._open_anchors.discard(frame.anchor)
            self._anchors[frame.anchor] = (value, frame.size)
        self._add(value, frame.size, event, counted=frame.size - 1)

    def _add(self, value: object, size: int, event: Event, counted: int = 0) -> None:
        self._values += size - counted
        if self._values > MAX_VALUES:
            raise _fault(f"more than {MAX_VALUES} values", event)
        if not self._stack:
            self._result = value
            return
        frame = self._stack[-1]
        frame.size += size
        if frame.mapping is None:
            frame.sequence.append(value)
        elif frame.key is None:
            frame.key = _key(value, event)
        else:
            frame.mapping[frame.key] = value
            frame.key = None

    def _aliased(self, event: AliasEvent) -> tuple[object, int]:
        if event.anchor in self._open_anchors:
            raise _fault(f"the alias *{event.anchor} holds itself", event)
        if event.anchor not in self._anchors:
            raise _fault(f"nothing is named &{event.anchor}", event)
        return self._anchors[event.anchor]

    def _scalar(self, event: ScalarEvent) -> object:
        text = event.value
        if not event.implicit[0]:  # quoted, or of a tag of its own
            return text
        if self._stack and self._is_key():
            return None if text in NULLS else text
        return plain_value(text, self._wants_text())

    def _is_key(self) -> bool:
        frame = self._stack[-1]
        return frame.mapping is not None and frame.key is None

    def _wants_text(self) -> bool:
        if not self._stack:
            return False
        frame = self._stack[-1]
        return frame.text or (frame.key is not None and frame.key.lower() in TEXT_KEYS)


def plain_value(text: str, as_text: bool) -> object:
    """Return what an unquoted scalar stands for; `as_text` where only nothing is no text."""
    if text in NULLS:
        return None
    if as_text:
        return text
    truth = _BOOLEANS.get(text)
    if truth is not None:
        return truth
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _key(value: object, event: Event) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    raise _fault("a key must be text", event)


def _fault(reason: str, event: Event) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=reason, problem_mark=event.start_mark)
