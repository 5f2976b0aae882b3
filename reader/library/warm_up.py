"""Loading the workers' code before anybody knows what for. Imports nothing else of ours."""

import sys

_PARSERS = ["reader.library.file_work"]


def warm_up() -> None:
    """Start the server that workers come from, without waiting for it. Call it first of all."""
    if sys.platform != "win32":
        from multiprocessing import forkserver, set_forkserver_preload  # noqa: PLC0415

        set_forkserver_preload(_PARSERS)
        forkserver.ensure_running()
