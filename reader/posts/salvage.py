"""What can still be read of front matter that no parser takes."""

import re
from typing import Final

import yaml

from reader.posts.yaml_values import TEXT_KEYS, BoundedLoader

_MAX_KEYS: Final = 256
_YAML_KEY: Final = re.compile(
    r"""^(["']?)(?P<key>[^\s"'#:,\[\]{}-][^:\n]{0,80}?)\1[ \t]*:(?:[ \t]+(?P<value>[^\n]*))?$""",
    re.MULTILINE,
)
# `title:text`: no YAML, but there is no doubt what was meant.
_TIGHT_KEY: Final = re.compile(
    rf"^(?P<key>{'|'.join(sorted(TEXT_KEYS))})[ \t]*[:：][ \t]*(?P<value>[^\n]*)$",
    re.MULTILINE | re.IGNORECASE,
)
_TOML_KEY: Final = re.compile(
    r"^[ \t]*[\"']?(?P<key>[\w.-]{1,80})[\"']?[ \t]*=[ \t]*(?P<value>[^\n]*)$", re.MULTILINE
)
_JSON_KEY: Final = re.compile(
    r'^[ \t{]*"(?P<key>[^"\n]{1,80})"[ \t]*:[ \t]*(?P<value>[^\n]*?),?[ \t]*$', re.MULTILINE
)
_ITEM: Final = re.compile(r"^[ \t]*-[ \t]+([^\n]*)$", re.MULTILINE)


def salvage_yaml(text: str) -> dict[str, object]:
    """Return each top-level key with its value: as YAML where that reads, else as it stands."""
    keys = list(_YAML_KEY.finditer(text))[:_MAX_KEYS]
    values: dict[str, object] = {}
    for number, key in enumerate(keys):
        end = keys[number + 1].start() if number + 1 < len(keys) else len(text)
        values.setdefault(key["key"], _yaml_value(key, text[key.start() : end]))
    for key in list(_TIGHT_KEY.finditer(text))[:_MAX_KEYS]:
        values.setdefault(key["key"], _as_written(key["value"]))
    return values


def _yaml_value(key: re.Match[str], chunk: str) -> object:
    for attempt in (chunk, chunk.replace("\t", "  ")):
        try:
            value: object = yaml.load(attempt, Loader=BoundedLoader)  # noqa: S506 - a safe loader
        except (yaml.YAMLError, ValueError):
            continue
        if isinstance(value, dict) and key["key"] in value:
            return value[key["key"]]  # pyright: ignore[reportUnknownVariableType]
    if key["value"]:
        return _as_written(key["value"])
    return [_as_written(item) for item in _ITEM.findall(chunk)] or None


def salvage_toml(text: str) -> dict[str, object]:
    """Return each key with its value as it stands."""
    return _lines(_TOML_KEY, text)


def salvage_json(text: str) -> dict[str, object]:
    """Return each key that starts a line with its value as it stands."""
    return _lines(_JSON_KEY, text)


def _lines(pattern: re.Pattern[str], text: str) -> dict[str, object]:
    values: dict[str, object] = {}
    for key in list(pattern.finditer(text))[:_MAX_KEYS]:
        values.setdefault(key["key"], _as_written(key["value"]))
    return values


def _as_written(value: str) -> object:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(item) for item in value[1:-1].split(",") if item.strip()]
    return _unquoted(value) or None


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
