import os
import re
from pathlib import Path

from tests.helpers.commands import ctl


def test_names_versions_and_paths(tmp_path: Path) -> None:
    ran = ctl(tmp_path, "doctor", "--json")
    found = {(finding["kind"], finding["name"]): finding["value"] for finding in ran.objects}
    for name in ("Broadsheet", "Python", "PySide6", "Qt", "SQLite", "apsw", "selectolax", "PyYAML"):
        assert found["version", name]
    assert found["path", "reading state"].startswith(str(tmp_path / "data" / "state.db"))
    missing = [name for kind, name in found if kind == "missing"]
    assert ran.code == (3 if missing else 0)


def test_every_package_that_broadsheet_runs_on_is_looked_for(tmp_path: Path) -> None:
    wanted = Path(__file__).parents[3] / "packaging" / "requirements.in"
    names = set(re.findall(r"^[\w-]+", wanted.read_text("utf-8").lower(), re.MULTILINE))
    names -= {"pyside6-essentials", "pyside6-addons", "setuptools", "soupsieve"}
    found = {finding["name"].lower() for finding in ctl(tmp_path, "doctor", "--json").objects}
    assert names <= found


def test_what_is_missing_is_3_and_says_what_to_do(tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    listing, libraries = tools / "fc-list", tools / "ldd"
    listing.write_text("#!/bin/sh\n")
    libraries.write_text("#!/bin/sh\necho '\tlibxcb-cursor.so.0 => not found'\n")
    for tool in (listing, libraries):
        tool.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
    ran = ctl(tmp_path, "doctor", "--json", environment=environment)
    missing = {f["name"]: f["value"] for f in ran.objects if f["kind"] == "missing"}
    assert ran.code == 3
    assert "libxcb-cursor0" in missing["libxcb-cursor.so.0"]
    assert "fonts-noto-cjk" in missing["Chinese font"]
    assert "Something is missing." in ctl(tmp_path, "doctor", environment=environment).out
