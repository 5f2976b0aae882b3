"""Files in portions: for the workers, and for transactions."""

from collections.abc import Iterable, Iterator

from reader.library.scan import FileStat
from reader.library.scan_plan import Reread

FIRST_SCREEN = 200  # posts; committed at once, so that the window has something to show

_FIRST_CHUNK, _CHUNK = 25, 100
_BODY_CHUNK = 50
_BYTES = 1 << 20  # of files in a chunk, so that none takes long
_PATH_CHARACTERS = 16_000  # in a chunk, so that handing it over never fills the pipe


def head_chunks(files: Iterable[FileStat]) -> Iterator[tuple[FileStat, ...]]:
    """Yield `files` in portions, small ones first."""
    chunk: list[FileStat] = []
    given = characters = 0
    for file in files:
        limit = _FIRST_CHUNK if given < FIRST_SCREEN else _CHUNK
        if chunk and (len(chunk) >= limit or characters + len(file.path) > _PATH_CHARACTERS):
            yield tuple(chunk)
            given += len(chunk)
            chunk, characters = [], 0
        chunk.append(file)
        characters += len(file.path)
    if chunk:
        yield tuple(chunk)


def body_chunks(files: Iterable[Reread]) -> Iterator[tuple[Reread, ...]]:
    """Yield `files` in portions that take about the same time."""
    chunk: list[Reread] = []
    size = characters = 0
    for reread in files:
        more, longer = reread.file.size, len(reread.file.path)
        full = size + more > _BYTES or characters + longer > _PATH_CHARACTERS
        if chunk and (len(chunk) >= _BODY_CHUNK or full):
            yield tuple(chunk)
            chunk, size, characters = [], 0, 0
        chunk.append(reread)
        size += more
        characters += longer
    if chunk:
        yield tuple(chunk)
