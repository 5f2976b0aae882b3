"""Takes a picture of every state of the window; `packaging/screenshots` gives it a screen.

Each picture is of a window in a process of its own, over the real indexer and renderer, with a
profile and a home of its own, so that nothing of whoever takes it is seen.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from reader.profile import Profile
from tests.helpers.commands import ctl
from tests.screenshots import libraries
from tests.screenshots.states import STATES, Shown, State

_PLACE = Path(__file__).parents[2] / "build" / "screenshots"
_QUERY = "paper"  # which the sample library holds
_LASTS = 180  # seconds at most


class Studio:
    """Libraries and profiles under one scratch folder."""

    def __init__(self, scratch: Path, folder: Path | None, query: str) -> None:
        self._scratch, self._folder, self._query = scratch, folder, query
        self._profiles: dict[tuple[Path, str], Path] = {}  # by library and zone, which is indexed
        self._made: dict[Shown, Path] = {}

    def take(self, state: State, place: Path) -> None:
        """Write the picture of `state` into `place`. Raises CalledProcessError where that fails."""
        folder, environment = self._folder_of(state.shown), self._environment(state)
        profile = self._profile(folder if state.shown is not Shown.NEW else None, environment)
        path = Profile.under(profile).settings_path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(dict(state.settings)), encoding="utf-8")
        command = [sys.executable, "-P", "-m", "tests.screenshots.picture", state.name]
        command += ["--profile", str(profile), "--query", self._query]
        command += ["--to", str(place / f"{state.name}.png")]
        command += ["--folder", str(folder)] if folder is not None else []
        done = subprocess.run(
            command, env=environment, capture_output=True, timeout=_LASTS, check=False
        )
        shutil.rmtree(profile)
        if done.returncode:
            sys.stderr.write(done.stderr.decode("utf-8", "replace"))
        done.check_returncode()

    def _folder_of(self, shown: Shown) -> Path | None:
        makers: Mapping[Shown, Callable[[Path], Path]] = {
            Shown.LIBRARY: libraries.sample,
            Shown.NEW: libraries.archive,
            Shown.LOST: libraries.sample,
            Shown.BROKEN: libraries.with_problems,
        }
        if shown is Shown.NOTHING:
            return None
        if self._folder is not None and shown in {Shown.LIBRARY, Shown.NEW}:
            return self._folder
        if shown not in self._made:
            self._made[shown] = makers[shown](self._scratch / shown.value)
        return self._made[shown]

    def _profile(self, indexed: Path | None, environment: Mapping[str, str]) -> Path:
        """Return a profile for one window, in which that library was read before."""
        profile = Path(tempfile.mkdtemp(dir=self._scratch))
        if indexed is not None:
            read = indexed, environment["TZ"]  # in another zone all would be read again
            if read not in self._profiles:
                self._profiles[read] = Path(tempfile.mkdtemp(dir=self._scratch))
                ctl(self._profiles[read], "index", indexed, environment=environment)
            shutil.copytree(self._profiles[read], profile, dirs_exist_ok=True)
        return profile

    def _environment(self, state: State) -> Mapping[str, str]:
        locale = f"{state.language}.UTF-8"
        zone = "Asia/Taipei" if state.language.startswith("zh") else "UTC"
        own = {"HOME": str(self._scratch), "TZ": zone, "LC_ALL": locale}
        return {**os.environ, **own, "LANGUAGE": state.language}


def main() -> int:
    """Take the pictures asked for."""
    names = [state.name for state in STATES]
    parser = argparse.ArgumentParser(
        prog="packaging/screenshots",
        description=(__doc__ or "").split("\n", maxsplit=1)[0],
        epilog=f"The states: {', '.join(names)}.",
    )
    parser.add_argument("folder", type=Path, nargs="?", help="instead of the sample library")
    parser.add_argument("--to", type=Path, default=_PLACE, help="where the pictures go")
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="NAME")
    parser.add_argument("--query", default=_QUERY, help=f"what is searched, {_QUERY!r} if nothing")
    asked = parser.parse_args()
    folder = asked.folder.resolve() if asked.folder is not None else None
    place = asked.to.resolve()
    place.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        studio = Studio(Path(scratch), folder, asked.query)
        for state in STATES:
            if state.name not in asked.only:
                continue
            try:
                studio.take(state, place)
                print(place / f"{state.name}.png")
            except (subprocess.SubprocessError, OSError) as error:
                failed += 1
                print(f"{state.name}: {error}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
