"""`broadsheetctl index` as a real process, with its events."""

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

Event = dict[str, Any]
ROOT = Path(__file__).parents[2]


def command(profile: Path, *arguments: str) -> list[str]:
    """Return the command line of `broadsheetctl` with `arguments`."""
    start = [sys.executable, "-P", "-m", "reader.cli", "--profile", str(profile)]
    return [*start, *arguments]


def environment(**more: str) -> dict[str, str]:
    """Return an environment in which `reader` is found, as the window gives its children."""
    return os.environ | {"PYTHONPATH": str(ROOT)} | more


class Indexing:
    """An `index --watch` that runs; a context manager that ends it."""

    def __init__(self, profile: Path, folder: Path, inside: Sequence[str] = ()) -> None:
        """Start it; `inside` is a command that runs another, as `unshare` does."""
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        self.process = subprocess.Popen(
            [*inside, *command(profile, "index", str(folder), "--watch", "--json")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env=environment(),
        )
        self.events: list[Event] = []
        self._arrived: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.kill()
        self._complaints.close()

    def kill(self) -> None:
        """Kill it; return once none of its children holds its standard output any more."""
        self.process.kill()
        self.process.wait()
        self._listener.join()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            with suppress(BrokenPipeError):
                pipe.close()

    @property
    def complaints(self) -> str:
        """What it wrote to standard error."""
        self._complaints.seek(0)
        return self._complaints.read().decode()

    def wait(self, name: str, seconds: float = 60, **wanted: object) -> Event:
        """Return the next event of this name that has what is wanted. Raises TimeoutError."""
        return self.wait_until(
            lambda event: event["event"] == name and wanted.items() <= event.items(), seconds
        )

    def wait_until(self, accept: Callable[[Event], bool], seconds: float = 60) -> Event:
        """Return the next event that is accepted. Raises TimeoutError."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                event = self._arrived.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise TimeoutError(f"got only {self.events[-5:]}") from None
            if event is None:
                raise TimeoutError(f"ended after {self.events[-5:]}")
            if accept(event):
                return event

    def quiet(self, seconds: float) -> list[Event]:
        """Return what is told during so many seconds."""
        count = len(self.events)
        time.sleep(seconds)
        return self.events[count:]

    def settle(self, quiet: float = 3.0) -> float:
        """Wait until nothing was told for so many seconds; return when the last was, monotonic.

        That is longer than a rescan after a burst of changes waits.
        """
        last, count = time.monotonic(), len(self.events)
        while time.monotonic() - last < quiet:
            time.sleep(0.05)
            if len(self.events) > count:
                last, count = time.monotonic(), len(self.events)
        return last

    def say(self, line: str) -> None:
        """Write a line to its standard input."""
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def end(self, how: str) -> tuple[int, float]:
        """End it by "stdin", "SIGTERM" or "SIGINT"; return its exit code and how long it took."""
        began = time.monotonic()
        if how == "stdin":
            assert self.process.stdin is not None
            self.process.stdin.close()
        else:
            self.process.send_signal(getattr(signal, how))
        code = self.process.wait(30)
        return code, time.monotonic() - began

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event = json.loads(line)
            self.events.append(event)
            self._arrived.put(event)
        self._arrived.put(None)
