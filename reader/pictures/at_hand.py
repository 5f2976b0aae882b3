"""Pictures that can be shown without asking anybody: of the library, or seen before and kept."""

from pathlib import Path

from reader.pictures.album import Album
from reader.pictures.cache import PictureCache
from reader.pictures.kinds import HEAD, kind_of
from reader.pictures.local import find_file

SIZE_LIMIT = 16 * 1024 * 1024  # bytes: more is not read for a thumbnail


def picture_at_hand(library: Path, kept: PictureCache, address: str) -> tuple[str, bytes] | None:
    """Return the media type and bytes of the picture at `address`; None where it is not at hand.

    `address` is a plain path within `library`, or one of the web. Nothing is ever fetched.
    """
    remote = Album.is_remote(address)
    file = kept.file_of(address) if remote else find_file(library, address)
    if file is None:
        return None
    try:
        with file.open("rb") as opened:
            data = opened.read(SIZE_LIMIT + 1)
    except OSError:
        return None
    kind = kind_of(data[:HEAD])
    return (kind, data) if kind and len(data) <= SIZE_LIMIT else None
