"""What a worker process of `reader.library.pool` does.

The indexer imports this to hand it over, so the parsers are imported where they are used.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from reader.library.outcome import Outcome
from reader.library.scan import FileStat
from reader.library.scan_plan import Reread

# The exit code of a process that its `seconds` ended; no process has it where none are counted.
OVERDUE_CODE = -signal.SIGPROF if sys.platform != "win32" else None
_GARBAGE = 20_000  # objects, before any is looked for
_MEMORY_BYTES = 4 << 30  # a post that wants more takes its worker down, and nothing else


def read_files(folder: str, items: tuple[FileStat | Reread, ...]) -> list[Outcome]:
    """Return what came out of each file, as `reader.library.file_work.read_files` does."""
    from reader.library import file_work  # noqa: PLC0415 - see above

    return file_work.read_files(folder, items)


def serve(work: Callable[[Any], Any], connection: "Connection[Any, Any]", seconds: float) -> None:
    """Answer each message with what `work` makes of it, until the connection ends.

    Where the system can count it, `seconds` of a processor for one message end the process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the indexer's, which ends us
    os.dup2(2, 1)  # standard output carries the indexer's events
    _bound_memory()
    gc.freeze()  # what is loaded stays; looking through it again and again takes a twentieth
    gc.set_threshold(_GARBAGE, 20, 50)
    with suppress(EOFError, OSError):
        connection.send(None)  # ready
        while True:
            message = connection.recv()
            _allow(seconds)
            answer = work(message)
            _allow(0)
            connection.send(answer)


def _allow(seconds: float) -> None:
    """Let this process have so many seconds of a processor from now on; 0: any number."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _bound_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - only there
    except ImportError:  # on Windows
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, resource.RLIM_INFINITY))
