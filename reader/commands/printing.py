"""What goes to standard output and standard error, and how."""

import json
import re
import sys

# `str.splitlines` ends a line at these, and JSON need not escape them.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
# A post or a file's name must not move the cursor, change colours or retitle the terminal.
_CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def json_line(value: object) -> str:
    """Return `value` as JSON in exactly one line, with its line end, that any encoder takes."""
    text = json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)
    return text.encode("utf-8", "replace").decode() + "\n"


def print_json(value: object) -> None:
    """Print `value` in one line of UTF-8, whatever the locale."""
    sys.stdout.buffer.write(json_line(value).encode())


def print_words(text: str) -> None:
    """Print `text` for a person, without anything that a terminal would obey."""
    sys.stdout.write(harmless(text) + "\n")


def complain(text: str) -> None:
    """Print a diagnostic to standard error."""
    print(f"broadsheetctl: {harmless(text)}", file=sys.stderr)


def harmless(text: str) -> str:
    """Return `text` with line ends and tabs, but no other control characters."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
