"""What a long list costs the window: python -m tests.bench.list_memory INDEX

The list of an index, with everything that is asked for it, in a process of its own, beside the
same over an index of no posts: listed, counted, searched and scrolled through.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from reader.library.values import Filter, Sort
from reader.ui.catalog_client import CatalogClient
from reader.ui.post_list.view import PostList
from reader.ui.theme import LIGHT
from tests.bench.memory import held
from tests.helpers.indexes import write_index

_STEPS = 30
_FILTERS = (
    Filter(),
    Filter(query="is:unread"),
    Filter(query="的"),
    Filter(query="the", sort=Sort.RELEVANCE),
    Filter(),
)


def main() -> None:
    """Print the memory of the list of `sys.argv[1]`, over that of an empty list."""
    index = Path(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="broadsheet-bench-") as scratch:
        empty = Path(scratch, "index.db")
        write_index(empty, ())
        without, then = _measured(empty), _measured(index)
    print(f"| the list of {index} | {(then - without) / 1e6:.0f} MB over an empty one |")


def _measured(index: Path) -> int:
    line = [sys.executable, "-m", "tests.bench.list_memory", str(index), "--show"]
    return int(subprocess.run(line, check=True, capture_output=True, text=True).stdout)


def show(index: Path) -> None:
    """Show the list, go through it, and print how many bytes this process holds."""
    application = QApplication([])
    client = CatalogClient()
    client.open(index, index.with_name("no-state.db"), Path("/library"))
    view = PostList(client, LIGHT)
    client.listed.connect(view.show_listing)
    view.resize(372, 780)
    view.show()
    for wanted in _FILTERS:
        client.list(wanted)
        _wait(client.counted)
    bar = view.verticalScrollBar()
    for step in range(_STEPS):
        bar.setValue(bar.maximum() * step // _STEPS)
        application.processEvents()
        _wait(client.summarized)
    print(held())
    client.close()


def _wait(signal: SignalInstance) -> None:
    """Wait until the signal, or five seconds."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(5000, loop.quit)
    loop.exec()


if __name__ == "__main__":
    if sys.argv[2:] == ["--show"]:
        show(Path(sys.argv[1]))
    else:
        main()
