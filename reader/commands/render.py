"""`broadsheetctl render`: posts to articles."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reader.article.values import Article, to_json
from reader.commands.rendering import RenderError, render_file
from reader.errors import FolderError
from reader.library.paths import file_of, path_of
from reader.library.scan import Scanner
from reader.posts.parse import NotAPost
from reader.profile import Profile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `render` takes."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="posts, or folders")
    parser.add_argument("--raw", action="store_true", help="as written, only made safe")
    parser.add_argument("--json", action="store_true", help="print one object a line")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a post had problems")
    parser.add_argument(
        "--serve", action="store_true", help="answer requests on standard input, for the window"
    )


def run(asked: argparse.Namespace, profile: Profile) -> int:
    """Render; return the exit code."""
    del profile  # rendering keeps nothing
    if asked.serve:
        from reader.commands.render_server import serve  # noqa: PLC0415 - not for a script's render

        return serve(sys.stdin.buffer, sys.stdout.buffer)
    if not asked.paths:
        print("broadsheetctl: render: name a post or a folder", file=sys.stderr)
        return 2
    troubled = False
    for folder, path in _posts(asked.paths):
        try:
            article = render_file(folder, path, asked.raw)
        except NotAPost as error:
            if _was_named(asked.paths, folder, path):
                troubled = True
                print(f"broadsheetctl: {path}: {error}", file=sys.stderr)
            continue
        except RenderError as error:
            troubled = True
            print(f"broadsheetctl: {path}: {error}", file=sys.stderr)
            continue
        troubled = troubled or bool(article.problems)
        _print(article, asked.json)
    return 1 if troubled and asked.strict else 0


def _posts(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """Yield the library and the path in it of each post named, or found in a folder named."""
    for named in paths:
        place = named.absolute()
        if place.is_dir():
            folder = place.resolve()
            for file in sorted(Scanner(folder, _enter).whole().files):
                yield folder, file.path
        elif place.exists() or place.is_symlink():
            folder = place.parent.resolve()
            yield folder, path_of(folder, folder / place.name)
        else:
            raise FolderError(f"There is no file or folder {named}.")


def _enter(path: str, system_path: str) -> None:
    """Do nothing: a folder rendered is not watched."""


def _was_named(paths: list[Path], folder: Path, path: str) -> bool:
    return any(file_of(folder, path) == named.absolute() for named in paths)


def _print(article: Article, as_json: bool) -> None:
    if as_json:
        print(json.dumps(to_json(article), ensure_ascii=True))
        return
    head = article.head
    below = (", ".join(head.authors), head.date.moment.strftime("%Y-%m-%d %H:%M"), head.source)
    print(head.title, " · ".join(word for word in below if word), "", article.text, "", sep="\n")
    for problem in article.problems:
        named = replace(problem, path=problem.path or head.path)
        print(f"{named.path}:{named.line or ''}: {named.reason}", file=sys.stderr)
