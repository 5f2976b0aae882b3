"""Where the time of making articles goes, by the steps that `extract` and `render` name."""

import inspect
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from functools import wraps
from types import ModuleType

_LISTS = (
    "reader.article.extract",
    "reader.article.prepared",
    "reader.article.render",
    "reader.article.source",
)
_STEPS_OF = ("reader.article.", "selectolax.")


@contextmanager
def stages_timed() -> Generator[Mapping[str, float]]:
    """Yield the seconds spent in each step; what a step spends in another counts there."""
    spent: dict[str, float] = defaultdict(float)
    inner: list[float] = [0.0]
    changed: list[tuple[ModuleType, str, object]] = []
    for name in _LISTS:
        module = sys.modules[name]
        for step, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__.startswith(_STEPS_OF):
                changed.append((module, step, function))
                setattr(module, step, _timed(function, spent, inner))
    try:
        yield spent
    finally:
        for module, step, function in changed:
            setattr(module, step, function)


def _timed(
    function: Callable[..., object], spent: dict[str, float], inner: list[float]
) -> Callable[..., object]:
    stage = f"{function.__module__.removeprefix('reader.article.')}.{function.__name__}"

    @wraps(function)
    def timed(*arguments: object, **named: object) -> object:
        inner.append(0.0)
        began = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            took = time.perf_counter() - began
            spent[stage] += took - inner.pop()
            inner[-1] += took

    return timed
