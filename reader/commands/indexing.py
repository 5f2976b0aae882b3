"""Running the indexer: commands come in on standard input, events go out on standard output."""

import argparse
import json
import os
import re
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from types import FrameType

from reader import trace
from reader.commands.printing import harmless
from reader.errors import StoreError
from reader.library import events
from reader.library.database import store_errors
from reader.library.follower import Follower
from reader.library.indexer import Indexer, Library, Run, existing_folder
from reader.library.lock import WriterLock
from reader.library.pool import Stopped
from reader.library.watching import DOUBT, RESCAN, STOP, Messages, Watching
from reader.profile import Profile

_INTERRUPTED = 130
_LONGEST = 64  # bytes; no command is longer
_DOUBT = re.compile(rb"%b \d{1,20}" % DOUBT.encode())
_WORDS = {
    "done": "{posts} posts, {problems} problems; heads after {heads_seconds} s, "
    "bodies after {bodies_seconds} s; index of {index_bytes:,} bytes",
    "changes": "{added} added, {changed} changed, {removed} removed; {posts} posts",
    "polling": "Changes are looked for every few seconds, because {reason}.",
    "folder-lost": "The folder is not there any more; waiting for it.",
    "folder-back": "The folder is back.",
    "other-version": "Another version of Broadsheet has the folder open; waiting until it ends.",
}


def index(asked: argparse.Namespace, profile: Profile) -> int:
    """Index as `broadsheetctl index` was asked to; return the exit code."""
    trace.start("indexer")
    folder = existing_folder(asked.folder)
    teller = _Teller(_json if asked.json else _words)
    this = Run(teller.tell, since=trace.process_start() / 1e9)
    messages: Messages = SimpleQueue()

    def stop() -> None:
        this.stopping.set()
        messages.put(STOP)

    teller.on_nobody = stop
    _on_signals(stop)
    if asked.watch:
        threading.Thread(target=_obey, args=(messages, stop), daemon=True).start()
    library = Library(folder, profile.index_path(folder))
    with store_errors(library.index):
        lock = WriterLock(library.index)
    with lock:
        _index(library, this, lock, messages if asked.watch else None, asked.rebuild)
    if this.stopping.is_set() and not asked.watch:
        return _INTERRUPTED
    return 1 if asked.strict and teller.problems else 0


def _index(
    library: Library, this: Run, lock: WriterLock, messages: Messages | None, rebuild: bool
) -> None:
    """Index once, or with `messages` until told to stop; wait while another process does."""
    if rebuild and not lock.take():
        raise StoreError(f"Another Broadsheet has {library.folder} open; close it to rebuild.")
    while Follower(library, this).stand_by(lock, until_settled=messages is None):
        if messages is not None:
            Watching(library, this, messages, lock).keep(rebuild)
            if this.stopping.is_set():
                return
            rebuild = False
            continue
        with Indexer(library, this) as indexer, suppress(Stopped):
            if rebuild:
                indexer.rebuild()
            indexer.first()
        return


def _on_signals(stop: Callable[[], None]) -> None:
    def handle(number: int, frame: FrameType | None) -> None:
        stop()

    signal.signal(signal.SIGTERM, handle)
    signal.signal(signal.SIGINT, handle)


def _obey(messages: Messages, stop: Callable[[], None]) -> None:
    """Take commands from standard input, and its end for the wish to stop.

    Read without Python's buffers: a thread that holds one cannot be left behind at exit.
    """
    unfinished = b""
    with suppress(OSError):
        while read := os.read(0, 4096):
            *lines, unfinished = (unfinished + read).split(b"\n")
            unfinished = unfinished[:_LONGEST]  # a line of which never more is looked at
            for line in lines:
                if line.strip() == RESCAN.encode():
                    messages.put(RESCAN)
                elif _DOUBT.fullmatch(line):
                    messages.put(line.decode("ascii"))
    stop()


class _Teller:
    """Prints events, and remembers whether any was a problem."""

    def __init__(self, as_text: Callable[[events.Event], str]) -> None:
        self._as_text = as_text
        self.problems = 0
        self.on_nobody: Callable[[], None] | None = None  # nobody reads what we print

    def tell(self, event: events.Event) -> None:
        """Print `event` at once."""
        if event["event"] in ("done", "changes"):
            self.problems = int(str(event["problems"]))
        try:
            sys.stdout.write(self._as_text(event))
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            if self.on_nobody is not None:
                self.on_nobody()


def _json(event: events.Event) -> str:
    return json.dumps(event) + "\n"


def _words(event: events.Event) -> str:
    """Return `event` for a person: one line, or nothing where it is of no interest."""
    if event["event"] == "problem":
        line = event["line"]
        place = str(event["path"]) if line is None else f"{event['path']}:{line}"
        return harmless(f"{place}: {event['reason']}\n")
    words = _WORDS.get(str(event["event"]))
    return words.format_map(event) + "\n" if words else ""
