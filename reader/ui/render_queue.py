"""Which post the renderer is given next, and what it made of the last ones.

One post at a time, the one the reader waits for first, then its neighbours. What was asked for
and is not wanted any more is never begun.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

KEPT = 32  # articles


@dataclass(frozen=True, slots=True)
class Job:
    """One post to be rendered: cleaned, or as it came."""

    path: str
    raw: bool = False
    chinese: str = ""  # the script it is shown in, "" for as it is written


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of one post: an article, or its plain text and a word about why."""

    path: str
    raw: bool
    article: Mapping[str, object] | None
    plain_text: str | None = None
    why: str = ""
    chinese: str = ""

    @property
    def job(self) -> Job:
        """Return what was asked for."""
        return Job(self.path, self.raw, self.chinese)


class RenderQueue:
    """Decides; does nothing itself."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._done: OrderedDict[Job, Rendered] = OrderedDict()
        self._ahead: list[Job] = []
        self.wanted: Job | None = None  # what the reader waits for
        self.running: Job | None = None

    def want(self, job: Job) -> Rendered | None:
        """Make `job` the one to be waited for; return it if it is there already."""
        done = self.peek(job)
        self.wanted = None if done is not None else job
        return done

    def peek(self, job: Job) -> Rendered | None:
        """Return what became of `job`, or None."""
        done = self._done.get(job)
        if done is not None:
            self._done.move_to_end(job)
        return done

    def look_ahead(self, jobs: Iterable[Job]) -> None:
        """Do these afterwards, in this order, instead of what was to be done ahead before."""
        self._ahead = [job for job in jobs if job not in self._done]

    def start(self) -> Job | None:
        """Return the next job and note that it runs; None while one runs, or all is done."""
        if self.running is not None:
            return None
        if self.wanted is not None:
            self.running = self.wanted
            return self.running
        while self._ahead:
            job = self._ahead.pop(0)
            if job not in self._done:
                self.running = job
                return job
        return None

    def finish(self, rendered: Rendered) -> bool:
        """Note what became of the running job; return whether the reader waits for it."""
        job = rendered.job
        if self.running == job:
            self.running = None
        self._done[job] = rendered
        self._done.move_to_end(job)
        while len(self._done) > self._kept:
            self._done.popitem(last=False)
        waited = self.wanted == job
        if waited:
            self.wanted = None
        return waited

    def drop(self) -> None:
        """Note that the running job was stopped, without a result."""
        self.running = None

    def forget(self, paths: Iterable[str]) -> None:
        """Forget what became of the posts of `paths`: their files changed."""
        changed = set(paths)
        for job in [job for job in self._done if job.path in changed]:
            del self._done[job]

    def clear(self) -> None:
        """Forget everything: another folder is open."""
        self._done.clear()
        self._ahead.clear()
        self.wanted = self.running = None
