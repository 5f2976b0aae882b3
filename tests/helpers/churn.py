"""Changing a folder as editors, people and sync clients do; the same changes for the same seed."""

import os
import random
import shutil
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.helpers.libraries import post


class Churn:
    """Makes one random change after another."""

    def __init__(self, folder: Path, seed: int, names: int = 40) -> None:
        """`names` bounds how many files there are, so that changes meet each other."""
        self._folder = folder
        self._choose = random.Random(seed)  # noqa: S311 - the same every time is the point
        self._names = names
        self._count = 0
        self._changes: list[Callable[[], object]] = [
            *(self._create, self._create, self._write, self._write, self._save, self._save),
            *(self._save_as_vim, self._swap, self._delete, self._move, self._change_case),
            *(self._keep_times, self._move_folder, self._swap_folders, self._folder_for_file),
        ]

    def once(self) -> None:
        """Make one change. Where it cannot be made, as there is no such file, make none."""
        with suppress(OSError):
            self._choose.choice(self._changes)()

    def make(self, count: int) -> None:
        """Make so many changes."""
        for _ in range(count):
            self.once()

    def _file(self) -> Path:
        number = self._choose.randrange(self._names)
        return self._folder / "abcd"[number % 4] / ("" if number % 3 else "deep") / f"{number}.md"

    def _some(self) -> Path:
        """Return a file that is there, as far as a few attempts find one."""
        files = [self._file() for _ in range(5)]
        return next((file for file in files if file.is_file()), files[0])

    def _text(self) -> str:
        self._count += 1
        words = " ".join(self._choose.choices(("alpha", "beta", "新闻", "news", "gamma"), k=30))
        day = self._choose.randrange(1, 29)
        tags = self._choose.choice(("[one, two]", "[a/b, Two]", "[]"))
        if self._choose.random() < 0.1:
            return words  # no post
        return post(f"Title {self._count}", words, date=f"2022-02-{day:02}", tags=tags)

    def _create(self) -> None:
        file = self._file()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self._text(), "utf-8")

    def _write(self) -> None:
        self._some().write_text(self._text(), "utf-8")

    def _save(self) -> None:
        """Write another file and rename it over the first, as most programs do."""
        file = self._some()
        temporary = file.with_name(f".{file.name}.part")
        temporary.write_text(self._text(), "utf-8")
        temporary.replace(file)

    def _save_as_vim(self) -> None:
        file = self._some()
        probe, backup = file.with_name("4913"), file.with_name(f"{file.name}~")
        probe.touch()
        probe.unlink()
        file.rename(backup)
        file.write_text(self._text(), "utf-8")
        backup.unlink()

    def _swap(self) -> None:
        one, other = self._some(), self._some()
        aside = one.with_name("aside")
        one.rename(aside)
        other.rename(one)
        aside.rename(other)

    def _delete(self) -> None:
        self._some().unlink()

    def _move(self) -> None:
        self._some().rename(self._file())

    def _change_case(self) -> None:
        file = self._some()
        file.rename(file.with_name(file.name.upper()))

    def _keep_times(self) -> None:
        """Write as many bytes as there were, and put the time back."""
        file = self._some()
        status = file.stat()
        text = bytearray(file.read_bytes())
        text[-5:] = self._choose.choice((b"first", b"other"))
        file.write_bytes(text)
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))

    def _a_folder(self) -> Path:
        return self._folder / self._choose.choice("abcd")

    def _move_folder(self) -> None:
        self._a_folder().rename(self._a_folder() / "deep")

    def _swap_folders(self) -> None:
        one, other = self._a_folder(), self._a_folder()
        aside = one.with_name("aside")
        one.rename(aside)
        other.rename(one)
        aside.rename(other)

    def _folder_for_file(self) -> None:
        """Put a folder where a file was, or a file where such a folder was."""
        file = self._file()
        if file.is_dir():
            shutil.rmtree(file)
            self._create()
        else:
            file.unlink()
            file.mkdir()
            (file / "inside.md").write_text(self._text(), "utf-8")


@contextmanager
def churning(churn: Churn) -> Generator[None]:
    """Go on changing, some hundred times a second, for as long as the context lasts."""
    over = threading.Event()

    def change() -> None:
        while not over.wait(0.002):
            churn.once()

    thread = threading.Thread(target=change)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
