"""The renderer: a child process that turns posts into articles.

Paths go in, articles come out, a JSON line each. Posts are hostile, so whatever happens in there
- a post that never ends, one that brings the process down, lines that are no answer - costs that
one post its looks: it is shown as plain text, and the process is replaced.
"""

import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from reader.ui.child import broadsheetctl, end
from reader.ui.render_queue import Job, Rendered, RenderQueue

PATIENCE = 5_000  # ms for one post
START_PATIENCE = 15_000  # ms for the first, while the process is still loading
IMPATIENCE = 700  # ms to wait behind a post that nobody waits for
PAUSES = (0, 200, 1_000, 5_000)  # ms before each new start, while none ever answered
LARGE = 200_000  # bytes of an answer from which on it is parsed off the window's thread
LINE_LIMIT = 64 * 1024 * 1024  # bytes without a line's end: that is no renderer of ours
PLAIN_LIMIT = 2 * 1024 * 1024  # bytes of a file shown as plain text
_log = logging.getLogger(__name__)


def serving(parent: QObject) -> QProcess:
    """Return the renderer's process, not yet started."""
    return broadsheetctl(("render", "--serve"), parent)


class RendererClient(QObject):
    """Asks the renderer for articles, the newest request first, and keeps the last ones."""

    rendered = Signal(object)  # Rendered: what `request` asked for last, and only that
    prepared = Signal(object)  # Rendered: a neighbour, ready ahead
    _parsed = Signal(int, object)  # generation of the process, the answer or None
    _read = Signal(object)  # Rendered from a file's plain text

    def __init__(
        self, new_process: Callable[[QObject], QProcess] = serving, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._new_process = new_process
        self._folder: Path | None = None
        self._chinese = ""
        self._queue = RenderQueue()
        self._process: QProcess | None = None
        self._generation = 0  # of the process
        self._answered = False  # by the present process
        self._fruitless = 0  # processes in a row that died before any answer
        self._output = bytearray()
        self._pool = ThreadPoolExecutor(1, "renderer's answers")
        self._overdue = self._timer(self._on_overdue)
        self._impatient = self._timer(self._on_impatient)
        self._pause = self._timer(self._start)
        self._parsed.connect(self._on_parsed)
        self._read.connect(self._finish)

    @property
    def folder(self) -> Path | None:
        """Return the library whose posts are rendered."""
        return self._folder

    def open(self, folder: Path) -> None:
        """Render posts of `folder` from now on. Starts the process."""
        self._folder = folder
        self._queue.clear()
        self._stop()
        self._fruitless = 0
        self._start()

    def request(self, path: str, raw: bool = False) -> None:
        """Ask for one post; `rendered` follows, at once if it is there already."""
        done = self._queue.want(self._job(path, raw))
        if done is not None:
            self.rendered.emit(done)
        else:
            if self._queue.running not in (None, self._queue.wanted):
                self._impatient.start(IMPATIENCE)
            self._next()

    def prepare(self, paths: Sequence[str]) -> None:
        """Render these afterwards, as they come; `prepared` follows for each."""
        jobs = [self._job(path) for path in paths]
        self._queue.look_ahead(jobs)
        for job in jobs:
            done = self._queue.peek(job)
            if done is not None:
                self.prepared.emit(done)
        self._next()

    def show_chinese(self, script: str) -> None:
        """Have Chinese shown in `script`, of `reader.article.chinese`, from the next request on."""
        self._chinese = script

    def forget(self, paths: Iterable[str]) -> None:
        """Render these anew when they are asked for again: their files changed."""
        self._queue.forget(paths)

    def close(self) -> None:
        """Stop the process."""
        self._folder = None
        self._queue.clear()
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._stop()

    def process_id(self) -> int:
        """Return the process's id, 0 while there is none."""
        return self._process.processId() if self._process is not None else 0

    # ---- the process ----

    def _start(self) -> None:
        if self._process is not None or self._folder is None:
            return
        self._generation += 1
        self._answered = False
        self._output.clear()
        process = self._new_process(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        process.start()
        self._next()

    def _stop(self) -> None:
        """End the present process without asking it."""
        process, self._process = self._process, None
        self._overdue.stop()
        self._impatient.stop()
        self._pause.stop()
        if process is None:
            return
        process.readyReadStandardOutput.disconnect(self._on_output)
        process.finished.disconnect(self._on_finished)
        process.errorOccurred.disconnect(self._on_error)
        end(process)

    def _replace(self) -> None:
        """Start anew, the later the longer none has answered."""
        self._stop()
        self._pause.start(PAUSES[min(self._fruitless, len(PAUSES) - 1)])

    def _on_finished(self) -> None:
        self._fail(self.tr("The program that prepares articles ended at this post."))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fail(self.tr("The program that prepares articles does not start."))

    def _fail(self, why: str) -> None:
        """Replace the process, and let the post it was at (or is waited for) be plain text."""
        self._fruitless = 0 if self._answered else self._fruitless + 1
        blamed = self._queue.running or (self._queue.wanted if self._fruitless > 1 else None)
        self._replace()
        if blamed is not None:
            self._read_plain(blamed, why)

    def _on_overdue(self) -> None:
        self._fail(self.tr("This post takes too long to prepare."))

    def _on_impatient(self) -> None:
        """Somebody waits behind a post that nobody waits for: a new process is quicker."""
        if self._queue.wanted is not None and self._queue.running != self._queue.wanted:
            self._queue.drop()
            self._stop()
            self._start()

    # ---- questions and answers ----

    def _job(self, path: str, raw: bool = False) -> Job:
        return Job(path, raw, "" if raw else self._chinese)

    def _next(self) -> None:
        if self._process is None or self._folder is None:
            return
        job = self._queue.start()
        if job is None:
            return
        question = {
            "id": self._generation,
            "folder": str(self._folder),
            "path": job.path,
            "raw": job.raw,
            "chinese": job.chinese,
        }
        self._process.write(json.dumps(question).encode() + b"\n")
        self._overdue.start(PATIENCE if self._answered else START_PATIENCE)

    def _on_output(self) -> None:
        if self._process is None:
            return
        came = bytes(self._process.readAllStandardOutput().data())
        begin = 0
        while (end := came.find(b"\n", begin)) >= 0:
            self._output += came[begin:end]
            line = bytes(self._output)
            self._output.clear()
            begin = end + 1
            self._on_line(line)
        self._output += came[begin:]
        if len(self._output) > LINE_LIMIT:
            self._fail(self.tr("This post becomes too large an article."))

    def _on_line(self, line: bytes) -> None:
        if len(line) < LARGE:
            self._on_parsed(self._generation, answer_of(line))
        else:
            self._pool.submit(self._parse, self._generation, line)

    def _parse(self, generation: int, line: bytes) -> None:
        self._parsed.emit(generation, answer_of(line))

    def _on_parsed(self, generation: int, answer: object) -> None:
        job = self._queue.running
        if generation != self._generation or job is None:
            return
        if not isinstance(answer, dict):
            _log.warning("The renderer said something that is no answer")
            return
        said = cast("Mapping[str, object]", answer)
        if said.get("id") != generation:
            return
        self._answered = True
        self._fruitless = 0
        self._overdue.stop()
        self._finish(rendered_of(job, said))

    def _finish(self, rendered: Rendered) -> None:
        if self._queue.running not in (None, rendered.job):
            return
        if self._queue.finish(rendered):
            self._impatient.stop()
            self.rendered.emit(rendered)
        else:
            self.prepared.emit(rendered)
        self._next()

    def _read_plain(self, job: Job, why: str) -> None:
        """Have the file read as it is; nothing else is begun before."""
        self._queue.running = job
        if self._folder is not None:
            self._pool.submit(self._read_file, self._folder, job, why)

    def _read_file(self, folder: Path, job: Job, why: str) -> None:
        self._read.emit(_rendered(job, None, plain_text(folder / job.path), why))

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer


def answer_of(line: bytes) -> object:
    """Return the JSON value of `line`, or None where it is none."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def rendered_of(job: Job, answer: Mapping[str, object]) -> Rendered:
    """Return the renderer's `answer` to `job`."""
    article = answer.get("article")
    if isinstance(article, dict):
        return _rendered(job, cast("Mapping[str, object]", article))
    text, why = answer.get("text"), answer.get("error")
    plain = text if isinstance(text, str) else None
    return _rendered(job, None, plain, why if isinstance(why, str) else "")


def _rendered(
    job: Job, article: Mapping[str, object] | None, plain: str | None = None, why: str = ""
) -> Rendered:
    return Rendered(job.path, job.raw, article, plain, why, job.chinese)


def plain_text(file: Path) -> str | None:
    """Return the beginning of `file` as text, as well as can be; None if it cannot be read."""
    try:
        with file.open("rb") as opened:
            data = opened.read(PLAIN_LIMIT)
    except OSError:
        return None
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return data.decode(encoding, "replace").replace("\0", "\ufffd")
