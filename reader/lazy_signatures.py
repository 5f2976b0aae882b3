"""PySide without what it prepares for stub files and error messages, until that is asked for.

PySide carries a package of Python in source form, `shibokensupport`, which knows the signatures of
all Qt's functions, and compiles and runs it at each start: 35 ms, a third of its import. Only a
call with wrong arguments and `help()` need it. So its larger modules are made empty here, and
filled when one of their names is first asked for.

WORKAROUND: PySide has no setting for this. Modules that a later version names otherwise, or
brings compiled, are simply loaded as ever.
"""

import builtins
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

_ROOM = "shibokensupport/signature/"
_LATER = (
    *("errorhandler", "layout", "mapping", "parser"),
    *("lib/enum_sig", "lib/pyi_generator", "lib/tool"),
)
_EMPTY = f"""
def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from {__name__} import fill
    return fill(globals(), name)
def update_mapping():  # of the module `mapping`, in which C looks it up
    return __getattr__("update_mapping")()
"""

_compile: Callable[..., Any] = builtins.compile
_sources: dict[str, bytes] = {}  # by the module's name
_filling = threading.RLock()


@contextmanager
def lazy_signatures() -> Generator[None]:
    """Let what imports PySide for the first time import it without these modules."""
    builtins.compile = _compile_later
    try:
        yield
    finally:
        builtins.compile = _compile


def fill(module: dict[str, Any], name: str) -> object:
    """Run what was left out of `module`; return what it calls `name`, or raise AttributeError."""
    with _filling:
        source = _sources.pop(module["__name__"], None)
        if source is not None:
            del module["__getattr__"]
            exec(_compile(source, module["__file__"], "exec"), module)  # noqa: S102 - PySide's own
    try:
        return module[name]
    except KeyError:
        raise AttributeError(name) from None


def _compile_later(source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
    name = str(filename).removesuffix(".py")
    if name.removeprefix(_ROOM) not in _LATER or not name.startswith(_ROOM):
        return _compile(source, filename, mode, *more, **named)
    _sources[name.replace("/", ".")] = source
    return _compile(_EMPTY, filename, "exec")
