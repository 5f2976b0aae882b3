import json
import os
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from reader.article.chinese import Script
from reader.ui import settings
from reader.ui.settings import CHOICES, RANGES, Settings, from_json, load, save, to_json
from reader.ui.settings_keeper import SettingsKeeper

OTHERS = Settings(
    theme="black",
    accent="moss",
    typeface="sans",
    fonts={"latin": "Georgia", "hant": "Noto Serif CJK TC"},
    size=21,
    line=1.7,
    width=44,
    justify="never",
    chinese="tw",
    keys={"next": ("L", "Down"), "quit": ()},
    read_when="end",
    at_end="stay",
    read_stay=False,
    pictures="never",
    density="compact",
    thumbnails=True,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    save(path, OTHERS)
    assert load(path) == OTHERS
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


def test_only_what_is_preferred_otherwise_is_written() -> None:
    assert to_json(Settings()) == {}
    assert set(to_json(OTHERS)) == {each.name for each in fields(Settings)}
    assert to_json(Settings(size=20)) == {"size": 20}


def test_a_missing_file_is_a_first_start(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b'"text"', b"[1]"])
def test_a_broken_file_is_a_first_start(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(broken)
    assert load(path) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "neon"),
        ("theme", ["dark"]),
        ("accent", None),
        ("size", 4),
        ("size", True),
        ("size", "18"),
        ("line", float("nan")),
        ("width", 1e9),
        ("read_stay", 1),
        ("chinese", "klingon"),
        ("fonts", ["Georgia"]),
        ("fonts", {"latin": 3, "klingon": "Georgia", "ja": "a\nb"}),
        ("keys", {"next": "J"}),
        ("keys", {"next": [1]}),
    ],
)
def test_one_broken_value_costs_that_value_alone(name: str, value: object) -> None:
    read = from_json(json.loads(json.dumps(to_json(OTHERS) | {name: value})))
    assert getattr(read, name) == getattr(Settings(), name)
    for other in {each.name for each in fields(Settings)} - {name}:
        assert getattr(read, other) == getattr(OTHERS, other)


@given(st.dictionaries(st.sampled_from([each.name for each in fields(Settings)]), JSON) | JSON)
def test_anything_at_all_becomes_settings(kept: object) -> None:
    read = from_json(kept)
    assert from_json(json.loads(json.dumps(to_json(read)))) == read


def test_what_holds_at_first_is_among_what_can_be_chosen() -> None:
    for name, choices in CHOICES.items():
        assert getattr(Settings(), name) in choices
    for name, (least, most) in RANGES.items():
        assert least <= getattr(Settings(), name) <= most
    assert set(CHOICES["chinese"]) == {script.value for script in Script}


def test_a_change_is_told_and_kept_a_moment_later(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = SettingsKeeper(tmp_path / "settings.json")
    told: list[tuple[Settings, Settings]] = []

    def hear(before: Settings, now: Settings) -> None:
        told.append((before, now))

    keeper.changed.connect(hear)
    keeper.change(size=20)
    keeper.change(size=20)
    assert told == [(Settings(), Settings(size=20))]
    qtbot.waitUntil(lambda: load(tmp_path / "settings.json") == Settings(size=20))


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    SettingsKeeper(tmp_path / "settings.json").keep()
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_takes_nothing_is_complained_about_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _settings: Settings) -> None:
        raise OSError(os.strerror(28))

    monkeypatch.setattr(settings, "save", full)
    keeper = SettingsKeeper(tmp_path / "settings.json")
    for size in (20, 21):
        keeper.change(size=size)
        keeper.keep()
    assert keeper.settings.size == 21
    assert capsys.readouterr().err.count("settings cannot be kept") == 1
