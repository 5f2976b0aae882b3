"""Trace events, when `BROADSHEET_TRACE=FILE` asks for them.

Every process of one run appends to the same file, in Chrome's JSON array format, whose
closing bracket is optional. It opens in Perfetto. Times are `time.monotonic_ns`, which all
processes of one machine share. Without the variable each call costs one comparison. A trace that
cannot be written is given up, with a word on standard error: it is no reason to end.
"""

import json
import os
import sys
import threading
import time
from contextlib import suppress

_file: int | None = None


def start(process: str) -> None:
    """Open the trace for this process, named `process` in it, and note when it started."""
    global _file  # noqa: PLW0603 - one file a process, as the variable is
    path = os.environ.get("BROADSHEET_TRACE")
    if not path or _file is not None:
        return
    try:
        _file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        if os.fstat(_file).st_size == 0:
            os.write(_file, b"[\n")
    except OSError as error:
        _give_up(error)
        return
    _write({"name": "process_name", "ph": "M", "args": {"name": process}})
    _write({"name": "process-start", "ph": "i", "s": "p", "ts": process_start() / 1000})


def enabled() -> bool:
    """Return whether anybody is looking."""
    return _file is not None


def instant(name: str, **details: object) -> None:
    """Note that `name` happened now, and how much processor time the process has taken (`cpu`)."""
    if _file is not None:
        details["cpu"] = round(time.process_time() * 1000, 1)  # milliseconds
        _write({"name": name, "ph": "i", "s": "p", "ts": now() / 1000, "args": details})


def span(name: str, started: int, **details: object) -> None:
    """Note that `name` lasted from `started` (as `now` gave it) until now."""
    if _file is not None:
        length = (now() - started) / 1000
        _write({"name": name, "ph": "X", "ts": started / 1000, "dur": length, "args": details})


def now() -> int:
    """Return the trace's clock in nanoseconds."""
    return time.monotonic_ns()


def _write(event: dict[str, object]) -> None:
    event |= {"pid": os.getpid(), "tid": threading.get_native_id()}
    if _file is None:
        return
    try:
        os.write(_file, json.dumps(event).encode() + b",\n")
    except OSError as error:
        _give_up(error)


def _give_up(error: OSError) -> None:
    global _file  # noqa: PLW0603 - see `start`
    _file = None
    with suppress(OSError, AttributeError):  # there may be no standard error
        sys.stderr.write(f"The trace cannot be written: {error}\n")


def process_start() -> int:
    """Return when the kernel started this process, in nanoseconds of the trace's clock.

    proc(5): field 22 of /proc/self/stat, in ticks since boot. Elsewhere: now.
    """
    try:
        with open("/proc/self/stat", "rb") as stat:
            ticks = int(stat.read().rpartition(b")")[2].split()[19])
    except (OSError, ValueError, IndexError):
        return now()
    since_boot = ticks * 1_000_000_000 // os.sysconf("SC_CLK_TCK")
    return now() - (time.clock_gettime_ns(time.CLOCK_BOOTTIME) - since_boot)
