"""`broadsheet`: the window."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from reader import trace
from reader.lazy_dataclasses import lazy_dataclasses
from reader.lazy_signatures import lazy_signatures
from reader.version import VERSION


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window; return the exit code: 0, or 2 for wrong usage or a missing display."""
    trace.start("window")
    gc.disable()  # until the first frame: start-up makes much and drops little
    parser = argparse.ArgumentParser(
        prog="broadsheet", description="Read folders of posts. Nothing is ever written into them."
    )
    parser.add_argument("path", nargs="?", type=Path, help="a folder of posts, or one post")
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", help="keep index, reading state and settings in DIR"
    )
    parser.add_argument("--version", action="version", version=f"Broadsheet {VERSION}")
    asked = parser.parse_args(arguments)
    with lazy_dataclasses():
        with lazy_signatures():
            from reader.app import run  # noqa: PLC0415 - `--help` needs no Qt

        return run(asked.path, asked.profile)


if __name__ == "__main__":
    sys.exit(main())
