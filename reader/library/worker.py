"""What a worker process of `reader.library.pool` does."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

_MEMORY_BYTES = 4 << 30  # a post that wants more takes its worker down, and nothing else


def serve(work: Callable[[Any], Any], connection: "Connection[Any, Any]") -> None:
    """Answer each message with what `work` makes of it, until the connection ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the indexer's, which ends us
    os.dup2(2, 1)  # standard output carries the indexer's events
    _bound_memory()
    with suppress(EOFError, OSError):
        connection.send(None)  # ready
        while True:
            connection.send(work(connection.recv()))


def _bound_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - only there
    except ImportError:  # on Windows
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, resource.RLIM_INFINITY))
