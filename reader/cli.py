"""`broadsheetctl`: the engine without a window, for scripts and for the window's children.

Each subcommand's module is loaded only when it is called, so that a child process starts in
a blink. Exit codes: 0; 1 some posts had problems (with --strict), or doctor found an index that
is not right; 2 wrong use, or no such folder; 3 something this machine should have is missing.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from reader.errors import BroadsheetError, MissingPartError, StoreError
from reader.lazy_dataclasses import lazy_dataclasses
from reader.library.paths import named_path
from reader.profile import Profile
from reader.version import VERSION

COMMANDS = {
    "index": "read a folder into its index, and watch it",
    "list": "list a folder's posts, newest first",
    "search": "search a folder's posts",
    "facets": "count tags, categories, authors, sources and years",
    "render": "turn posts into clean, safe articles",
    "doctor": "say what is here and what is missing, or whether a folder's index is right",
}
_EPILOG = (
    "Results go to standard output, diagnostics to standard error. Exit codes: 0; 1 some posts "
    "had problems (with --strict), or doctor found an index that is not right; 2 wrong use, or no "
    "such folder; 3 something this machine should have is missing, or cannot be used."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `broadsheetctl`; return its exit code."""
    with lazy_dataclasses():
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    _fill_what_is_closed()
    parser = argparse.ArgumentParser(
        prog="broadsheetctl", description="Broadsheet without a window.", epilog=_EPILOG
    )
    parser.add_argument("--version", action="version", version=f"Broadsheet {VERSION}")
    parser.add_argument(
        "--profile",
        type=named_path,
        metavar="DIR",
        help="keep index, reading state and settings in DIR",
    )
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    given = list(sys.argv[1:] if arguments is None else arguments)
    for name, words in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=words, description=words, epilog=_EPILOG)
        if name in given:  # a subcommand not named needs no module
            import_module(f"reader.commands.{name}").add_arguments(subparser)
    asked = parser.parse_args(given)
    _take_any_text()
    try:
        profile = Profile.under(asked.profile) if asked.profile else Profile.of_user()
        code = import_module(f"reader.commands.{asked.command}").run(asked, profile)
        sys.stdout.flush()
    except (MissingPartError, StoreError) as error:
        return _complain(error, 3)
    except BroadsheetError as error:
        return _complain(error, 2)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as error:  # what a subcommand did not expect of this machine, or of its output
        return _complain(error, 3)
    except KeyboardInterrupt:
        return 130
    return code


def _fill_what_is_closed() -> None:
    """Let standard input, output and errors be there, though we were started without (`>&-`).

    Else the next file that is opened would be what is printed into.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _take_any_text() -> None:
    """Print what the locale cannot say as `?` or an escape, instead of failing."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:  # not so where a test has taken its place
        reconfigure(errors="replace")


def _complain(error: Exception, code: int) -> int:
    from reader.commands.printing import complain  # noqa: PLC0415 - seldom needed

    with suppress(OSError):
        complain(str(error))
    if isinstance(error, OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left to print cannot be
    return code


if __name__ == "__main__":
    sys.exit(main())
