"""The archive of real posts that `BROADSHEET_CORPUS` names, and a fair draw of it."""

import os
import tarfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from reader.article.urls import host
from reader.posts.parse import parse_post
from reader.posts.post import Post

ARCHIVE = Path(os.environ.get("BROADSHEET_CORPUS", ""), "news-posts.tar.xz")
PRESENT = "BROADSHEET_CORPUS" in os.environ
_MODIFIED = datetime(2026, 1, 1, tzinfo=UTC)


@cache
def sample() -> tuple[Post, ...]:
    """Return every post of the archive, by its path within it."""
    return tuple(sorted(_posts(), key=lambda post: post.head.path))


def _posts() -> Iterator[Post]:
    with tarfile.open(ARCHIVE) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".md") else None
            if file is not None:
                path = PurePosixPath(member.name).relative_to("news-posts").as_posix()
                yield parse_post(file.read(), path, _MODIFIED)


def drawn(posts: Iterable[Post], count: int, seed: int) -> list[Post]:
    """Return `count` of the posts, every site's turn in a row.

    A site that reprints others has a folder for each of them: no folder gets a second post
    before each has one.
    """
    queues = [_by_turns(site, seed) for site in _grouped(posts, _site)]
    longest = max(map(len, queues))
    turns = [queue[turn] for turn in range(longest) for queue in queues if turn < len(queue)]
    return turns[:count]


def _by_turns(posts: list[Post], seed: int) -> list[Post]:
    folders = _grouped(sorted(posts, key=lambda post: _lot(post, seed)), _folder)
    placed = [
        (turn, _lot(post, seed), post) for folder in folders for turn, post in enumerate(folder)
    ]
    return [post for _, _, post in sorted(placed, key=lambda one: one[:2])]


def _grouped(posts: Iterable[Post], key: Callable[[Post], str]) -> list[list[Post]]:
    groups: dict[str, list[Post]] = {}
    for post in posts:
        groups.setdefault(key(post), []).append(post)
    return [groups[name] for name in sorted(groups)]


def _lot(post: Post, seed: int) -> bytes:
    return sha256(f"{seed} {post.head.path}".encode()).digest()


def _site(post: Post) -> str:
    return host(post.head.source_url)


def _folder(post: Post) -> str:
    return "/".join(urlsplit(post.head.source_url or "").path.split("/")[1:-1][:2])
