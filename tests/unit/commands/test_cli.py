import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from reader.version import VERSION
from tests.helpers.commands import COMMAND, ctl

SUBCOMMANDS = ("index", "list", "search", "facets", "render", "doctor")


def test_says_its_version(tmp_path: Path) -> None:
    ran = ctl(tmp_path, "--version")
    assert (ran.code, ran.out) == (0, f"Broadsheet {VERSION}\n")


@pytest.mark.parametrize("subcommand", SUBCOMMANDS)
def test_documents_each_subcommand_and_the_exit_codes(subcommand: str, tmp_path: Path) -> None:
    ran = ctl(tmp_path, subcommand, "--help")
    assert ran.code == 0
    assert "--json" in ran.out
    words = " ".join(ran.out.split())
    assert "Exit codes: 0; 1 some posts had problems (with --strict), or doctor" in words


@pytest.mark.parametrize(
    "arguments",
    [
        *(
            (),
            ("nonsense",),
            ("list",),
            ("search", "."),
            ("render",),
            ("list", "--limit", "-1", "."),
        ),
        *((name, "") for name in ("index", "list", "facets", "render", "doctor")),
        ("--profile", "", "doctor"),
        ("search", ".", "word", "--sort", "title"),
    ],
)
def test_wrong_use_is_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    ran = ctl(tmp_path, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


@pytest.mark.parametrize("subcommand", ["index", "list", "facets", "render", "search"])
def test_no_such_folder_is_2(subcommand: str, tmp_path: Path) -> None:
    more = ("word",) if subcommand == "search" else ()
    ran = ctl(tmp_path, subcommand, tmp_path / "missing", *more)
    assert (ran.code, ran.out) == (2, "")
    assert "missing" in ran.err
    assert "Traceback" not in ran.err


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# A")
    ran = ctl(tmp_path, "list", file)
    assert ran.code == 2
    assert "is not a folder" in ran.err


def test_a_profile_that_cannot_be_written_is_3(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    library = tmp_path / "library"
    library.mkdir()
    ran = ctl(tmp_path / "file", "list", library)
    assert ran.code == 3
    assert "Traceback" not in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_3(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A")
    with Path("/dev/full").open("wb") as full:
        command = [*COMMAND, "--profile", str(tmp_path / "p"), "list", str(tmp_path)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes are different")
def test_whoever_reads_the_output_may_stop(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.md").write_text("# A long enough title\n" + "word " * 200)
    command = [*COMMAND, "render", "--json", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.wait(60) == 0
        assert running.stderr.read() == b""


@pytest.mark.skipif(os.name != "posix", reason="a shell is different")
@pytest.mark.parametrize(
    ("closed", "command", "code"),
    [
        (">&-", "list", 0),
        ("2>&-", "list", 0),
        ("<&- >&- 2>&-", "index --watch", 0),
        (">&-", "no", 2),
    ],
)
def test_output_that_is_closed_is_like_one_nobody_reads(
    closed: str, command: str, code: int, tmp_path: Path
) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "a.md").write_text("# A")
    shell = f'exec "$@" {closed}'
    program = [
        *COMMAND,
        "--profile",
        str(tmp_path / "p"),
        *command.split(),
        str(tmp_path / "library"),
    ]
    done = subprocess.run(
        ["sh", "-c", shell, "sh", *program], capture_output=True, timeout=120, check=False
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (code, False)
    assert b"indexing" not in done.stdout  # which is no place for diagnostics


@pytest.mark.skipif(os.name != "posix", reason="no such names there")
def test_a_name_cannot_move_the_cursor(tmp_path: Path) -> None:
    ran = ctl(tmp_path, "list", tmp_path / "a\x1b[31mb")
    assert ran.code == 2
    assert "a\ufffd[31mb" in ran.err


@pytest.mark.skipif(os.name != "posix", reason="signals are different")
def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    command = [*COMMAND, "render", "--serve"]
    ignored = signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a background job
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        signal.signal(signal.SIGINT, ignored)
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(b"{}\n")
        running.stdin.flush()
        running.stdout.readline()  # it has started
        time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 130
        assert running.stderr.read() == b""


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1", "zh_CN.GB18030"])
def test_prints_whatever_the_locale(locale: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# 布林肯 ☂ naïve\n", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "", "PYTHONUTF8": "0"}
    ran = ctl(tmp_path / "p", "render", "--json", tmp_path / "a.md", environment=environment)
    assert ran.code == 0
    assert ran.objects[0]["title"] == "布林肯 ☂ naïve"
    assert ctl(tmp_path / "p", "list", tmp_path / "x", environment=environment).code == 2
