"""A picture as it is handed over."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands at one address. Without a type there is nothing to be shown."""

    address: str
    type: str = ""  # its media type
    data: bytes = b""
    file: Path | None = None  # a sound or film, to be read from where it lies
    why: str = ""  # why there is nothing
