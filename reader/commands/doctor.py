"""`broadsheetctl doctor`: what is here, and what is missing; with FOLDER, whether it is right."""

import argparse
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from reader.commands.printing import print_json, print_words
from reader.commands.system_parts import chinese_fonts, missing_libraries
from reader.library.paths import named_path
from reader.profile import Profile
from reader.version import VERSION

_PACKAGES = (
    *("apsw", "beautifulsoup4", "lxml", "markdown-it-py", "mdit-py-plugins", "nh3"),
    *("OpenCC", "platformdirs", "publicsuffixlist", "Pygments", "python-frontmatter", "PyYAML"),
    *("readability-lxml", "selectolax", "watchdog"),
)


class Finding(NamedTuple):
    """One thing that was looked at."""

    kind: str  # "version", "path", "font" or "missing"
    name: str
    value: str  # of something missing: what to do


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `doctor` takes."""
    parser.add_argument(
        "folder",
        type=named_path,
        nargs="?",
        metavar="FOLDER",
        help="read every post of this folder anew and say in what the index differs, and whether "
        "the reading state and its backups are whole; without it, say what is installed and where "
        "things are kept. Nothing is written into the folder.",
    )
    parser.add_argument(
        "--repair",
        action="store_true",
        help="read anew what differs; index anew where that is not enough, and keep the damaged "
        "index aside. Exits with 0 once nothing differs any more.",
    )
    parser.add_argument("--json", action="store_true", help="print one object a line")
    parser.set_defaults(parser=parser)


def run(asked: argparse.Namespace, profile: Profile) -> int:
    """Say what is wrong; return what `broadsheetctl` exits with."""
    if asked.folder is not None:
        from reader.commands.library_doctor import check  # noqa: PLC0415 - seldom needed

        return check(asked, profile)
    if asked.repair:
        asked.parser.error("--repair needs a FOLDER")
    return _system_findings(asked, profile)


def _system_findings(asked: argparse.Namespace, profile: Profile) -> int:
    """Print every finding; return 3 if something is missing, else 0."""
    findings = [*_versions(), *_paths(profile), *_system()]
    if asked.json:
        for finding in findings:
            print_json(finding._asdict())
    else:
        for finding in findings:
            print_words(f"{finding.kind:8} {finding.name:20} {finding.value}")
    missing = any(finding.kind == "missing" for finding in findings)
    if not asked.json:
        print_words("Something is missing." if missing else "Nothing is missing.")
    return 3 if missing else 0


def _versions() -> Iterator[Finding]:
    yield Finding("version", "Broadsheet", VERSION)
    yield Finding("version", "Python", f"{platform.python_version()} ({sys.executable})")
    yield Finding("version", "system", platform.platform())
    yield from _qt()
    yield from _sqlite()
    for package in _PACKAGES:
        try:
            yield Finding("version", package, version(package))
        except PackageNotFoundError:
            yield _missing_package(package)


def _qt() -> Iterator[Finding]:
    try:
        import PySide6  # noqa: PLC0415 - the window's; whether it loads is the question
        from PySide6.QtCore import qVersion  # noqa: PLC0415
    except ImportError as error:
        yield Finding("missing", "PySide6", f"{error}; run packaging/run")
        return
    yield Finding("version", "PySide6", PySide6.__version__)
    yield Finding("version", "Qt", qVersion())


def _sqlite() -> Iterator[Finding]:
    try:
        import apsw  # noqa: PLC0415 - as above
    except ImportError as error:
        yield Finding("missing", "SQLite", f"{error}; run packaging/run")
        return
    yield Finding("version", "SQLite", apsw.sqlite_lib_version())


def _missing_package(package: str) -> Finding:
    return Finding("missing", package, "a Python package; run packaging/run to install it")


def _paths(profile: Profile) -> Iterator[Finding]:
    named = (
        ("cache", profile.cache),
        ("data", profile.data),
        ("settings", profile.config),
        ("reading state", profile.state_path),
        ("session", profile.session_path),
    )
    for name, path in named:
        there = "" if path.exists() else " (not made yet)"
        yield Finding("path", name, f"{path}{there}")


def _system() -> Iterator[Finding]:
    for library, package in missing_libraries():
        yield Finding("missing", library, f"a system library of Qt; Debian's package is {package}")
    fonts = chinese_fonts()
    if fonts:
        yield Finding("font", "Chinese", ", ".join(fonts))
    else:
        todo = "Chinese text needs one; Debian's package is fonts-noto-cjk"
        yield Finding("missing", "Chinese font", todo)
