"""What a file really is, by its first bytes: never by its name, nor by what a server says."""

import re

HEAD = 1024  # bytes that suffice
PICTURES = frozenset(
    f"image/{name}" for name in ("png", "jpeg", "gif", "webp", "avif", "bmp", "x-icon", "svg+xml")
)
# By name: what may be looked for at all.
NAMED = tuple(
    re.findall(
        r"\S+",
        ".png .jpg .jpeg .jfif .gif .webp .avif .bmp .svg .ico .mp3 .ogg .oga .opus .m4a .flac "
        ".wav .weba .mp4 .m4v .webm .ogv .mov .mkv",
    )
)
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"\0\0\1\0", "image/x-icon"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_BRANDS = {b"avif": "image/avif", b"avis": "image/avif", b"M4A ": "audio/mp4", b"M4B ": "audio/mp4"}
# What may stand before the root of an SVG: XML declaration, comments, a document type.
_SVG = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE\s+svg[^>]*>\s*)*<svg[\s>]", re.S)


def kind_of(head: bytes) -> str:
    """Return the media type of a picture, sound or film from its first HEAD bytes; else ""."""
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    return "image/svg+xml" if _SVG.match(head.removeprefix(b"\xef\xbb\xbf")) else ""
