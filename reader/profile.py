"""Where everything of one user lives: cache, data and settings.

The cache may be deleted at any time; the data is precious; `--profile DIR` puts all three
under one folder, for tests and portable use. Nothing is ever written into a library.
"""

from dataclasses import dataclass
from pathlib import Path

try:
    from _blake2 import blake2b  # hashlib's own, without loading OpenSSL at each start
except ImportError:
    from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class Profile:
    """Three folders, and the files in them. A folder is made by whoever writes into it."""

    cache: Path
    data: Path
    config: Path

    @classmethod
    def under(cls, folder: Path) -> "Profile":
        """Return the profile kept whole under `folder`."""
        folder = folder.absolute()
        return cls(folder / "cache", folder / "data", folder / "config")

    @classmethod
    def of_user(cls) -> "Profile":
        """Return the profile in the places this platform keeps such things."""
        from platformdirs import PlatformDirs  # noqa: PLC0415 - 30 ms a start with --profile saves

        places = PlatformDirs("broadsheet", appauthor=False, roaming=False)
        return cls(places.user_cache_path, places.user_data_path, places.user_config_path)

    def index_path(self, library: Path) -> Path:
        """Return where the index of `library` (an absolute, resolved folder) lives."""
        digest = blake2b(str(library).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        return self.cache / "libraries" / digest / "index.db"

    @property
    def state_path(self) -> Path:
        """Return where the reading state of every library lives."""
        return self.data / "state.db"

    @property
    def session_path(self) -> Path:
        """Return where the window keeps its geometry, filters and recent folders."""
        return self.config / "session.json"

    @property
    def settings_path(self) -> Path:
        """Return where the window keeps what the user prefers."""
        return self.config / "settings.json"
