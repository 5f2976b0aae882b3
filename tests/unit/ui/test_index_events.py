import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.index_events import (
    Bodies,
    Changes,
    FolderGone,
    Heads,
    OtherVersion,
    Polling,
    ProblemFound,
    Settled,
    read_event,
)


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ('{"event":"heads","posts":5,"done":5,"total":9}', Heads(5, 9, False)),
        ('{"event":"heads","posts":9,"done":9,"total":9,"complete":true}', Heads(9, 9, True)),
        (
            '{"event":"bodies","done":3,"total":9,"rate":1690.5,"complete":false}',
            Bodies(3, 9, 1690.5, False),
        ),
        ('{"event":"done","posts":9,"problems":2,"index_bytes":4096}', Settled(9, 2)),
        (
            '{"event":"changes","added":1,"paths":["a.md",7,"b.md"],"posts":10,"problems":2}',
            Changes(("a.md", "b.md"), 10, 2),
        ),
        ('{"event":"problem","path":"a.md","line":3,"reason":"bad YAML"}', ProblemFound()),
        ('{"event":"folder-lost"}', FolderGone(True)),
        ('{"event":"folder-back"}', FolderGone(False)),
        ('{"event":"polling","reason":"too many folders","share":false}', Polling(False)),
        ('{"event":"polling","reason":"it is on a network share","share":true}', Polling(True)),
        ('{"event":"other-version"}', OtherVersion()),
        ('{"event":"heads","done":"many","total":-3}', Heads(0, 0, False)),
        ('{"event":"from the future"}', None),
        ('{"event":{}}', None),
        ("[]", None),
        ("not JSON", None),
        ("", None),
    ],
)
def test_reads_what_the_indexer_says(line: str, event: object) -> None:
    assert read_event(line.encode()) == event


def test_no_depth_breaks_it() -> None:
    assert read_event(b'{"event":' * 200_000) is None


@given(st.binary())
def test_no_bytes_break_it(line: bytes) -> None:
    read_event(line)


@given(
    st.dictionaries(
        st.sampled_from(["done", "total", "rate", "complete", "paths", "posts", "problems"]),
        st.none() | st.booleans() | st.floats() | st.text() | st.lists(st.text()),
    ),
    st.sampled_from(["heads", "bodies", "done", "changes", "problem", "polling"]),
)
def test_no_value_breaks_it(said: dict[str, object], name: str) -> None:
    assert read_event(json.dumps(said | {"event": name}).encode()) is not None
