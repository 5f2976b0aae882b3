"""Worker processes: their work, their deaths, their end."""

import os
import signal
import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from multiprocessing import forkserver

import pytest

from reader.errors import MissingPartError
from reader.library.pool import Lost, Pool, Stopped
from tests.helpers.works import Unstartable, double

Outcomes = list[int | Lost[int]]


@contextmanager
def pool(
    seconds: float = 30.0, stopping: threading.Event | None = None
) -> Generator[Pool[int, int]]:
    stop = stopping or threading.Event()
    made = Pool[int, int](double, stopping=stop.is_set, workers=2, chunk_seconds=seconds)
    try:
        yield made
    finally:
        made.close()


def run(made: Pool[int, int], *chunks: tuple[int, ...]) -> Outcomes:
    return [each for outcomes in made.results(chunks) for each in outcomes]


def lost(outcomes: Outcomes) -> list[int]:
    return [each.item for each in outcomes if isinstance(each, Lost)]


def kept(outcomes: Outcomes) -> list[int]:
    return sorted(each for each in outcomes if isinstance(each, int))


def test_everything_is_done() -> None:
    with pool() as made:
        chunks = [tuple(range(start, start + 7)) for start in range(0, 700, 7)]
        assert kept(run(made, *chunks)) == list(range(0, 1400, 2))


def test_nothing_to_do_starts_nothing() -> None:
    with pool() as made:
        assert run(made) == []


@pytest.mark.parametrize("killer", [-1, -3])
def test_an_item_that_kills_its_worker_costs_only_itself(killer: int) -> None:
    with pool() as made:
        outcomes = run(made, (1, 2, killer, 3), (4, 5), (6,), (7, killer, 8), (9,))
    assert lost(outcomes) == [killer, killer]
    assert kept(outcomes) == list(range(2, 20, 2))


def test_the_reason_names_the_signal() -> None:
    with pool() as made:
        (death,) = run(made, (-1,))
    assert isinstance(death, Lost)
    assert "signal 11" in death.reason


@pytest.mark.parametrize(
    ("hanging", "seconds", "surely"),
    [
        pytest.param(-4, 1.0, True, id="busy"),
        pytest.param(-2, 0.2, False, id="waiting"),
    ],
)
def test_an_item_that_hangs_is_given_up(hanging: int, seconds: float, surely: bool) -> None:
    with pool(seconds=seconds) as made:
        began = time.monotonic()
        outcomes = run(made, (1, hanging, 2), (3,), (4,))
    assert lost(outcomes) == [hanging]
    assert kept(outcomes) == [2, 4, 6, 8]
    assert time.monotonic() - began < 20
    (death,) = [each for each in outcomes if isinstance(each, Lost)]
    assert f"{seconds:.0f} second" in death.reason
    assert death.surely is surely


def test_waiting_for_a_processor_is_no_fault_of_an_item() -> None:
    with pool(seconds=0.3) as made:
        assert kept(run(made, (-6,), (2,))) == [-12, 4]


@pytest.mark.parametrize(("killer", "surely"), [(-1, True), (-5, False)])
def test_what_was_killed_from_outside_is_worth_another_try(killer: int, surely: bool) -> None:
    with pool() as made:
        (death,) = run(made, (killer,))
    assert isinstance(death, Lost)
    assert death.surely is surely


def test_workers_work_again_after_a_rest() -> None:
    with pool() as made:
        assert kept(run(made, (1,))) == [2]
        made.rest()
        assert kept(run(made, (2,))) == [4]


@pytest.mark.skipif(sys.platform == "win32", reason="no server there")
def test_workers_start_though_their_server_was_killed() -> None:
    with pool() as made:
        for _ in range(5):
            assert kept(run(made, (1, 2), (3,), (4,))) == [2, 4, 6, 8]
            made.close()
            os.kill(forkserver._forkserver._forkserver_pid, signal.SIGKILL)  # pyright: ignore


def test_giving_up_ends_at_once_though_a_worker_hangs() -> None:
    stopping = threading.Event()
    with pool(stopping=stopping) as made:
        threading.Timer(0.5, stopping.set).start()
        began = time.monotonic()
        with pytest.raises(Stopped):
            run(made, (-2,), (1,))
    assert time.monotonic() - began < 5


def test_a_pool_left_halfway_does_the_next_work_right() -> None:
    with pool() as made:
        results = made.results([(number,) for number in range(100)])
        next(results)
        results.close()
        assert kept(run(made, (1,), (2,))) == [2, 4]


def test_workers_that_cannot_start_are_a_fault_of_the_machine() -> None:
    made = Pool[int, int](Unstartable(), stopping=threading.Event().is_set, workers=2)
    with pytest.raises(MissingPartError):
        run(made, (1,), (2,), (3,))
