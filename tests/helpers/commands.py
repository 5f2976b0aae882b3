"""Running `broadsheetctl` as a script would."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-P", "-m", "reader.cli")


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of it."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Return what each line of its output says in JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


def ctl(profile: Path, *arguments: str | Path, environment: Mapping[str, str] | None = None) -> Ran:
    """Run a subcommand with its index and state under `profile`."""
    command = [*COMMAND, "--profile", str(profile), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False, env=environment)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode("utf-8", "replace"))
