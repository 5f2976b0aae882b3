"""The icon in the menu: installed, right wherever the checkout stands, and taken away again."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ICONS = ROOT / "resources" / "icons"
LINUX = ROOT / "packaging" / "linux"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="of Linux desktops")


def checkout(folder: Path) -> Path:
    """Return a checkout of only what the script needs, at `folder`."""
    shutil.copytree(LINUX, folder / "packaging" / "linux")
    shutil.copytree(ICONS, folder / "resources" / "icons")
    run = folder / "packaging" / "run"
    run.write_text('#!/bin/sh\nprintf "%s" "$1" >"$HOME/started"\n')
    run.chmod(0o755)
    return folder


def install(root: Path, home: Path, *arguments: str) -> None:
    home.mkdir(exist_ok=True)
    environment = {"PATH": os.environ["PATH"], "HOME": str(home)}
    command = [str(root / "packaging" / "linux" / "install-desktop"), *arguments]
    subprocess.run(command, env=environment, check=True, capture_output=True)


def command_of(entry: Path) -> list[str]:
    """Return the arguments of an Exec line as the Desktop Entry Specification reads it."""
    line = next(line for line in entry.read_text().splitlines() if line.startswith("Exec="))
    value = re.sub(r"\\(.)", r"\1", line.removeprefix("Exec="))
    found = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', value)
    words = [re.sub(r"\\(.)", r"\1", quoted) if quoted else bare for quoted, bare in found]
    return [word.replace("%%", "%") for word in words]


@pytest.mark.parametrize("name", ["plain", "with space", "报纸", 'a "b" $c `d` %f 100% \\e'])
def test_the_entry_starts_this_checkout_wherever_it_stands(tmp_path: Path, name: str) -> None:
    root = checkout(tmp_path / name)
    install(root, tmp_path / "home")
    entry = tmp_path / "home" / ".local" / "share" / "applications" / "broadsheet.desktop"
    assert command_of(entry) == [str(root / "packaging" / "run"), "%f"]


def test_removing_leaves_nothing_of_ours(tmp_path: Path) -> None:
    root, home = checkout(tmp_path / "checkout"), tmp_path / "home"
    install(root, home, "--desktop")
    ours = [path for path in home.rglob("*broadsheet*") if path.is_file()]
    assert len(ours) == 1 + 1 + 1 + 8 + 1  # entry, desktop icon, metainfo, PNGs, SVG
    install(root, home, "--remove")
    assert [path for path in home.rglob("*broadsheet*") if path.is_file()] == []


def test_no_program_loses_its_place_as_what_opens_folders(tmp_path: Path) -> None:
    if shutil.which("xdg-mime") is None:
        pytest.skip("needs xdg-utils")
    root, home = checkout(tmp_path / "checkout"), tmp_path / "home"
    applications = home / ".local" / "share" / "applications"
    applications.mkdir(parents=True)
    files = "Type=Application\nName=Files\nExec=sh %f\nMimeType=inode/directory;\n"
    (applications / "zfiles.desktop").write_text(f"[Desktop Entry]\n{files}")

    def default() -> str:
        query = ["xdg-mime", "query", "default", "inode/directory"]
        environment = {"PATH": os.environ["PATH"], "HOME": str(home)}
        return subprocess.check_output(query, env=environment, text=True).strip()

    before = default()
    install(root, home)
    assert default() == before == "zfiles.desktop"


def test_every_size_of_the_icon_is_there_and_is_that_size() -> None:
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        header = (ICONS / f"broadsheet-{size}.png").read_bytes()[:24]
        assert header[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(header[16:20]) == int.from_bytes(header[20:24]) == size


def test_the_entry_is_valid() -> None:
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("needs desktop-file-utils")
    command = ["desktop-file-validate", str(LINUX / "broadsheet.desktop")]
    subprocess.run(command, check=True)
