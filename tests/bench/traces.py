"""Programs run for their trace, and what a trace says."""

import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Event = dict[str, Any]


def traced(
    command: Sequence[str], until: str, patience: float = 60, after: float = 0
) -> list[Event]:
    """Run `command` until the event `until` is in its trace; return the trace."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "trace.json"
        environment = os.environ | {"BROADSHEET_TRACE": str(file)}
        with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
            deadline = time.monotonic() + patience
            while time.monotonic() < deadline:
                time.sleep(0.02)
                if file.exists() and f'"{until}"' in file.read_text():
                    break
            time.sleep(after)
            process.terminate()
            process.wait(10)
        return json.loads(file.read_text().rstrip(",\n") + "]")


def since_start(events: list[Event], name: str) -> float:
    """Return the milliseconds from the first process's start to the last event `name`."""
    started = next(event["ts"] for event in events if event["name"] == "process-start")
    return ([event["ts"] for event in events if event["name"] == name][-1] - started) / 1000


def taken(events: list[Event], name: str) -> float:
    """Return the milliseconds of processor time until the first event `name`."""
    return next(event["args"]["cpu"] for event in events if event["name"] == name)


def spread(figures: Iterable[float]) -> str:
    """Return median, 95th percentile and count in words."""
    ordered = sorted(figures)
    if not ordered:
        return "nothing measured"
    late = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return f"median {statistics.median(ordered):.0f} ms, p95 {late:.0f} ms, n {len(ordered)}"
