"""Dataclasses whose methods are compiled when they are first called.

`@dataclass` writes six methods as text and compiles each, 0.6 ms a class at every start; of most
classes a start calls one, or none.

WORKAROUND: Python has no setting for this. Where a later one makes the methods otherwise, they
are simply compiled as ever.
"""

import builtins
import dataclasses
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from typing import Any


@contextmanager
def lazy_dataclasses() -> Generator[None]:
    """Let dataclasses that are made meanwhile compile their methods later."""
    if hasattr(dataclasses, "_create_fn"):
        dataclasses.exec = _compile_later  # pyright: ignore[reportAttributeAccessIssue]
    try:
        yield
    finally:
        if hasattr(dataclasses, "exec"):
            delattr(dataclasses, "exec")


def _compile_later(text: str, namespace: dict[str, Any], made: dict[str, Any]) -> None:
    made["__create_fn__"] = partial(_method, text, namespace)


def _method(text: str, namespace: dict[str, Any], **local: Any) -> Callable[..., Any]:
    """Return what, first called, becomes the method that `text` makes within `local`."""
    name = text.rpartition(" ")[2]
    compiled: list[Callable[..., Any]] = []

    def method(self: object, *given: Any, **named: Any) -> Any:
        if not compiled:
            made: dict[str, Any] = {}
            builtins.exec(text, namespace, made)  # noqa: S102 - as dataclasses does
            compiled.append(made["__create_fn__"](**local))
            compiled[0].__qualname__ = method.__qualname__
            for owner in type(self).__mro__:
                if vars(owner).get(name) is method:
                    setattr(owner, name, compiled[0])
        return compiled[0](self, *given, **named)

    method.__name__ = name
    return method
