"""`broadsheetctl render`: posts to articles."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import reader.article.lean_soup  # noqa: F401 - first # pyright: ignore[reportUnusedImport]
from reader.article.pictures.shelf import Shelf
from reader.article.values import Article, to_json
from reader.commands.printing import complain, print_json, print_words
from reader.commands.rendering import RenderError, render_file, shelf_of
from reader.errors import FolderError
from reader.library.paths import named_path, path_of
from reader.library.scan import Scanner
from reader.posts.parse import NotAPost
from reader.posts.problem import Problem
from reader.posts.titles import title_from_name
from reader.profile import Profile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `render` takes."""
    parser.add_argument(
        "paths", nargs="*", type=named_path, metavar="PATH", help="posts, or folders"
    )
    parser.add_argument("--raw", action="store_true", help="as written, only made safe")
    parser.add_argument("--json", action="store_true", help="print one object a line")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a post had problems")
    parser.add_argument(
        "--serve",
        action="store_true",
        help="answer requests on standard input, one JSON object a line, for the window",
    )


def run(asked: argparse.Namespace, profile: Profile) -> int:
    """Render; return the exit code."""
    if asked.serve:
        from reader.commands.render_server import serve  # noqa: PLC0415 - not for a script's render

        return serve(sys.stdin.buffer, sys.stdout.buffer, profile.cache)
    if not asked.paths:
        complain("render: name a post or a folder")
        return 2
    for named in asked.paths:
        _check(named)
    troubled = False
    for named in asked.paths:
        for folder, path in _posts(named):
            try:
                shelf = shelf_of(folder, profile.cache, whole=named.is_dir())
                problems = _render(folder, path, asked, shelf)
            except NotAPost as error:
                if named.is_dir():
                    continue  # it is there for another purpose
                complain(str(error))
                problems = 1
            troubled = troubled or bool(problems)
    return 1 if troubled and asked.strict else 0


def _check(named: Path) -> None:
    """Raise FolderError where `named` is nothing that could be read."""
    try:
        named.resolve(strict=True)
    except FileNotFoundError as error:
        raise FolderError(f"There is no file or folder {named}.") from error
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        raise FolderError(f"{named} cannot be read: {error}.") from error


def _posts(named: Path) -> Iterator[tuple[Path, str]]:
    """Yield the library and the path in it of a post named, or of each in a folder named."""
    place = named.resolve()
    if not place.is_dir():
        yield place.parent, path_of(place.parent, place)
        return
    try:
        files = sorted(Scanner(place, _pass_by).whole().files)
    except OSError as error:
        raise FolderError(f"The folder {named} cannot be read: {error.strerror}.") from error
    for file in files:
        yield place, file.path


def _pass_by(path: str, system_path: str) -> None:
    """Do nothing: a folder rendered is not watched."""


def _render(folder: Path, path: str, asked: argparse.Namespace, shelf: Shelf) -> int:
    """Print one post; return how many problems it had. Raises NotAPost."""
    try:
        article = render_file(folder, path, asked.raw, shelf)
    except RenderError as error:
        problem = Problem(path, None, str(error))
        complain(str(problem))
        if asked.json:
            print_json(_unreadable(problem))
        return 1
    if asked.json:
        print_json(to_json(article))
    else:
        _print_words(article)
    return len(article.problems)


def _unreadable(problem: Problem) -> dict[str, object]:
    """Return what is printed for a post that cannot be rendered: its name, and why not."""
    return {
        "path": problem.path,
        "title": title_from_name(problem.path),
        "date": None,
        "authors": [],
        "source": "",
        "source_url": None,
        "tags": [],
        "categories": [],
        "lang": None,
        "html": "",
        "text": "",
        "pictures": [],
        "contents": [],
        "problems": [{"path": problem.path, "line": problem.line, "reason": problem.reason}],
    }


def _print_words(article: Article) -> None:
    head = article.head
    below = (", ".join(head.authors), f"{head.date.moment:%Y-%m-%d %H:%M}", head.source)
    print_words(f"{head.title}\n{' · '.join(word for word in below if word)}\n\n{article.text}\n")
    for problem in article.problems:
        complain(str(problem))
