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
from reader.ui.json_file import with_changes
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
    def full(*_: object) -> None:
        raise OSError(os.strerror(28))

    monkeypatch.setattr(settings, "save", full)
    keeper = SettingsKeeper(tmp_path / "settings.json")
    for size in (20, 21):
        keeper.change(size=size)
        keeper.keep()
    assert keeper.settings.size == 21
    assert capsys.readouterr().err.count("settings cannot be kept") == 1


def keeper_of(path: Path) -> tuple[SettingsKeeper, list[str]]:
    """Return the settings kept at `path`, and what is said of them."""
    keeper, said = SettingsKeeper(path), list[str]()
    keeper.notice.connect(said.append)
    return keeper, said


def test_what_a_newer_version_wrote_stays_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    newer = {"theme": "neon", "columns": 2, "fonts": {"ar": "Amiri"}, "keys": {"fold": ["Z"]}}
    path.write_text(json.dumps(newer), "utf-8")
    keeper, said = keeper_of(path)
    keeper.change(size=20, fonts={"latin": "Georgia"})
    keeper.keep()
    fonts = {"ar": "Amiri", "latin": "Georgia"}
    assert json.loads(path.read_bytes()) == newer | {"size": 20, "fonts": fonts}
    keeper.change(theme="dark", fonts={}, size=18)
    keeper.keep()
    assert json.loads(path.read_bytes()) == newer | {"theme": "dark"}
    assert not said


def test_what_was_written_by_another_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save(path, Settings(size=20))
    one, _ = keeper_of(path)
    other, _ = keeper_of(path)
    one.change(theme="dark")
    one.keep()
    other.change(size=22)
    other.keep()
    assert load(path) == Settings(theme="dark", size=22)
    path.unlink()
    other.change(width=40)
    other.keep()
    assert load(path) == Settings(size=22, width=40)


def test_a_file_broken_by_hand_is_kept_aside_and_that_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "size": 2O}', "utf-8")
    keeper, said = keeper_of(path)
    keeper.check()
    keeper.check()
    (words,) = said
    assert str(path) in words
    assert "line 1 column 28" in words
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]
    for size in (20, 21):
        keeper.change(size=size)
        keeper.keep()
    assert load(path) == Settings(size=21)
    aside = path.with_name("settings.json.broken")
    assert aside.read_text("utf-8") == '{"theme": "dark", "size": 2O}'
    assert len(said) == 2
    assert str(aside) in said[1]


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    keeper, said = keeper_of(path)
    keeper.check()
    for size in (20, 21):
        keeper.change(size=size)
        keeper.keep()
    assert len(said) == 2
    assert "cannot be read" in said[0]
    assert "cannot be kept" in said[1]
    assert path.is_dir()


def test_a_sound_file_and_none_at_all_are_nothing_to_speak_of(tmp_path: Path) -> None:
    keeper, said = keeper_of(tmp_path / "settings.json")
    keeper.check()
    keeper.change(size=20)
    keeper.keep()
    keeper.check()
    assert not said


def test_half_a_character_is_neither_key_nor_font() -> None:
    read = from_json(json.loads('{"keys": {"next": ["\\ud800"]}, "fonts": {"ja": "\\udc00"}}'))
    assert read == Settings()


KEPT = st.dictionaries(
    st.sampled_from([each.name for each in fields(Settings)]),
    JSON
    | st.sampled_from([*to_json(OTHERS).values(), *to_json(Settings(size=30, line=1.4)).values()])
    | st.dictionaries(st.sampled_from(["latin", "ar", "next", "quit"]), JSON | st.just(["J"])),
)


@given(KEPT, KEPT)
def test_whatever_stands_in_the_file_what_is_preferred_is_read_again(
    kept: dict[str, object], wanted: dict[str, object]
) -> None:
    before, now = from_json(kept), from_json(wanted)
    made = with_changes(kept, to_json(before), to_json(now))
    assert from_json(json.loads(json.dumps(made))) == now
