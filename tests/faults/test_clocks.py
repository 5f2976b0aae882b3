"""Times that tell nothing, or lies: no changed post is missed."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.profile import Profile
from tests.helpers.indexing import Indexing
from tests.helpers.libraries import post, write
from tests.helpers.same_index import differences, differences_in_the_end

DAY = 86_400
TIMES = {  # of modification, in seconds since 1970
    "1970": 0,
    "2100": 4_102_444_800,
    "negative": -1_000_000_000,
    "before 1902": -2_147_483_648,
    "this moment": None,
}
_CLOCK = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static long shift(void) {  /* seconds, as the file says at this moment */
    long seconds = 0;
    FILE *file = fopen(getenv("CLOCK_SHIFT"), "r");
    if (file) {
        if (fscanf(file, "%ld", &seconds) != 1) seconds = 0;
        fclose(file);
    }
    return seconds;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(clock, now);
    if (clock == CLOCK_REALTIME) now->tv_sec += shift();
    return result;
}

time_t time(time_t *where) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (where) *where = now.tv_sec;
    return now.tv_sec;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    struct timespec precise;
    clock_gettime(CLOCK_REALTIME, &precise);
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
    return 0;
}
"""


@pytest.fixture(autouse=True)
def odd_times(folder: Path) -> None:
    for name, seconds in TIMES.items():
        set_time(write(folder, f"{name}.md", post(name, "first")), seconds)


def set_time(file: Path, seconds: int | None) -> None:
    if seconds is not None:
        os.utime(file, (seconds, seconds))


def write_unseen(folder: Path, word: str) -> None:
    """Write every post anew, as many bytes as before, and put its time back."""
    assert len(word) == 5
    for name in TIMES:
        file = folder / f"{name}.md"
        status = file.stat()
        write(folder, file.name, post(name, word))
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert (file.stat().st_size, file.stat().st_mtime_ns) == (
            status.st_size, status.st_mtime_ns
        )  # fmt: skip


def swap_unseen(folder: Path, word: str) -> None:
    """Rename other files over the posts, as large and as old as those."""
    for name in TIMES:
        file = folder / f"{name}.md"
        status = file.stat()
        other = write(folder, "other.part", post(name, word))
        os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
        other.replace(file)


def check(profile: Path, folder: Path, scratch: Path) -> None:
    assert differences(Profile.under(profile).index_path(folder), folder, scratch) == []


def check_in_the_end(profile: Path, folder: Path, scratch: Path) -> None:
    index = Profile.under(profile).index_path(folder)
    assert differences_in_the_end(index, folder, scratch) == []


@pytest.mark.parametrize("change", [write_unseen, swap_unseen])
def test_a_change_that_leaves_size_and_time_is_noticed(
    profile: Path, folder: Path, tmp_path: Path, change: Callable[[Path, str], None]
) -> None:
    with Indexing(profile, folder) as indexing:
        indexing.wait("done", posts=len(TIMES))
        change(folder, "other")
        check_in_the_end(profile, folder, tmp_path / "watched")
        assert indexing.end("stdin")[0] == 0
    change(folder, "third")  # while nobody watches
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        check(profile, folder, tmp_path / "began")
        indexing.end("stdin")


def test_odd_times_are_not_taken_for_changes(profile: Path, folder: Path) -> None:
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        indexing.settle()
        indexing.say("rescan")
        assert indexing.quiet(1.0) == []


@pytest.fixture
def clock(tmp_path: Path) -> tuple[tuple[str, ...], Path]:
    """Return a command that runs another by a clock of its own, and the file that shifts it."""
    if shutil.which("cc") is None:
        pytest.skip("no compiler here")
    source, library, shift = tmp_path / "clock.c", tmp_path / "clock.so", tmp_path / "shift"
    source.write_text(_CLOCK, "ascii")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    shift.write_text("0", "ascii")
    return ("env", f"LD_PRELOAD={library}", f"CLOCK_SHIFT={shift}"), shift


@pytest.mark.parametrize("shifts", [(0, -DAY), (0, DAY), (-DAY, -DAY), (DAY, DAY), (DAY, -3600)])
def test_a_clock_that_is_off_or_set_anew_hides_no_change(
    profile: Path,
    folder: Path,
    tmp_path: Path,
    clock: tuple[tuple[str, ...], Path],
    shifts: tuple[int, int],
) -> None:
    (inside, shift), (began, then) = clock, shifts
    shift.write_text(str(began), "ascii")
    with Indexing(profile, folder, inside) as indexing:
        indexing.wait("done", posts=len(TIMES))
        write_unseen(folder, "other")
        indexing.wait("changes")
        shift.write_text(str(then), "ascii")
        write_unseen(folder, "third")
        write(folder, "new.md")
        indexing.wait("changes", added=1)
        check_in_the_end(profile, folder, tmp_path / "before the swap")
        swap_unseen(folder, "fifth")
        check_in_the_end(profile, folder, tmp_path / "after it")
        assert indexing.complaints == ""
        assert indexing.end("stdin")[0] == 0


def test_the_clock_of_these_tests_is_off(clock: tuple[tuple[str, ...], Path]) -> None:
    inside, shift = clock
    shift.write_text(str(-DAY), "ascii")
    told = subprocess.run([*inside, "date", "+%s"], check=True, capture_output=True)
    true = subprocess.run(["date", "+%s"], check=True, capture_output=True)
    assert abs(int(true.stdout) - DAY - int(told.stdout)) < 60
