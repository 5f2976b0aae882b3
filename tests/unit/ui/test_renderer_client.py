"""The renderer's client, against real processes: one that behaves, and many that do not."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess
from pytestqt.qtbot import QtBot

from reader.ui import renderer_client
from reader.ui.renderer_client import Rendered, RendererClient

# A renderer whose behaviour is the post's name.
FAKE = r"""
import json, os, sys, time
for line in sys.stdin:
    asked = json.loads(line)
    path = asked["path"]
    with open(os.path.join(asked["folder"], "log"), "a") as log:
        log.write(path + "\n")
    if path.startswith("die"): os._exit(1)
    if path.startswith("hang"): time.sleep(60)
    if path.startswith("slow"): time.sleep(0.3)
    if path.startswith("garbage"): print("}{ nothing\n[1]\n\"x\"\n{\"id\": \"no\"}", flush=True)
    if path.startswith("flood"):
        while True: sys.stdout.write("x" * 1_000_000)
    size = 3_000_000 if path.startswith("huge") else 3
    article = {"path": path, "html": "字" * size, "raw": asked["raw"]}
    if asked["chinese"]: article["chinese"] = asked["chinese"]
    answer = {"id": asked["id"], "article": article}
    if path.startswith("missing"):
        answer = {"id": asked["id"], "error": "no such file", "text": None}
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()
"""


class Answers:
    """Collects what a client says."""

    def __init__(self, client: RendererClient) -> None:
        self.client = client
        self.rendered: list[Rendered] = []
        self.prepared: list[Rendered] = []
        client.rendered.connect(self.rendered.append)
        client.prepared.connect(self.prepared.append)


def python(source: str) -> Callable[[QObject], QProcess]:
    def make(parent: QObject) -> QProcess:
        process = QProcess(parent)
        process.setProgram(sys.executable)
        process.setArguments(["-X", "utf8", "-c", source])
        return process

    return make


@pytest.fixture
def answers(qtbot: QtBot, tmp_path: Path) -> Iterator[Answers]:
    for name in ("die.md", "hang.md", "flood.md"):
        (tmp_path / name).write_text(f"plain text of {name}", encoding="utf-8")
    client = RendererClient(python(FAKE))
    client.open(tmp_path)
    yield Answers(client)
    client.close()


def asked_of_renderer(folder: Path) -> list[str]:
    return (folder / "log").read_text().split()


def test_a_post_asked_for_comes_as_an_article(qtbot: QtBot, answers: Answers) -> None:
    answers.client.request("a.md", raw=True)
    qtbot.waitUntil(lambda: len(answers.rendered) == 1)
    answer = answers.rendered[0]
    assert (answer.path, answer.raw, answer.why) == ("a.md", True, "")
    assert answer.article == {"path": "a.md", "html": "字字字", "raw": True}


def test_a_post_asked_for_again_comes_at_once(qtbot: QtBot, answers: Answers) -> None:
    answers.client.request("a.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 1)
    answers.client.request("a.md")
    assert len(answers.rendered) == 2
    assert answers.rendered[0].article is answers.rendered[1].article


def test_a_changed_post_is_rendered_anew(qtbot: QtBot, answers: Answers, tmp_path: Path) -> None:
    answers.client.request("a.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 1)
    answers.client.forget(["a.md"])
    answers.client.request("a.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 2)
    assert asked_of_renderer(tmp_path) == ["a.md", "a.md"]


def test_only_the_newest_request_is_answered(
    qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    for number in range(20):
        answers.client.request(f"{number}.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 1)
    qtbot.wait(200)
    assert [answer.path for answer in answers.rendered] == ["19.md"]
    assert asked_of_renderer(tmp_path) == ["0.md", "19.md"]


def test_neighbours_come_after_the_post_itself(
    qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    answers.client.request("slow0.md")
    answers.client.prepare(["1.md", "2.md"])
    answers.client.request("0.md")
    qtbot.waitUntil(lambda: len(answers.prepared) == 3)
    assert asked_of_renderer(tmp_path) == ["slow0.md", "0.md", "1.md", "2.md"]
    answers.client.prepare(["1.md"])
    assert answers.prepared[-1].path == "1.md"


@pytest.mark.parametrize("name", ["die.md", "flood.md"])
def test_a_post_that_breaks_the_renderer_is_plain_text(
    qtbot: QtBot, answers: Answers, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(renderer_client, "LINE_LIMIT", 3_000_000)
    before = answers.client.process_id()
    answers.client.request(name)
    qtbot.waitUntil(lambda: len(answers.rendered) == 1)
    assert answers.rendered[0].article is None
    assert answers.rendered[0].plain_text == f"plain text of {name}"
    assert answers.rendered[0].why
    answers.client.request("next.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 2)
    assert answers.rendered[1].article
    assert answers.client.process_id() != before


def test_a_post_that_takes_too_long_is_plain_text(
    qtbot: QtBot, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers.client.request("first.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 1)
    monkeypatch.setattr(renderer_client, "PATIENCE", 300)
    answers.client.request("hang.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 2)
    assert answers.rendered[1].plain_text == "plain text of hang.md"
    assert "long" in answers.rendered[1].why


def test_nobody_waits_long_behind_a_post_that_hangs(qtbot: QtBot, answers: Answers) -> None:
    answers.client.request("first.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 1)
    answers.client.prepare(["hang.md"])
    answers.client.request("wanted.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 2, timeout=3000)
    assert answers.rendered[1].article


def test_lines_that_are_no_answer_are_passed_over(
    qtbot: QtBot, answers: Answers, caplog: pytest.LogCaptureFixture
) -> None:
    answers.client.request("garbage.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 1)
    assert answers.rendered[0].article
    assert "no answer" in caplog.text


def test_a_file_that_is_gone_says_so(qtbot: QtBot, answers: Answers) -> None:
    answers.client.request("missing.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 1)
    assert answers.rendered[0] == Rendered("missing.md", False, None, None, "no such file")


def test_a_huge_article_comes_whole(qtbot: QtBot, answers: Answers) -> None:
    answers.client.request("huge.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 1)
    article = answers.rendered[0].article
    assert article is not None
    assert article["html"] == "字" * 3_000_000


def test_a_renderer_that_never_runs_still_leaves_plain_text(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("words")
    client = RendererClient(python("raise SystemExit(3)"))
    answers = Answers(client)
    client.open(tmp_path)
    client.request("a.md")
    qtbot.waitUntil(lambda: len(answers.rendered) == 1)
    assert answers.rendered[0].plain_text == "words"
    client.close()


def test_closing_takes_no_time_even_while_a_post_hangs(qtbot: QtBot, answers: Answers) -> None:
    answers.client.request("hang.md")
    qtbot.wait(100)
    started = time.monotonic()
    answers.client.close()
    assert time.monotonic() - started < 0.3
    assert answers.client.process_id() == 0


def test_another_script_is_asked_for_anew_and_the_first_is_kept(
    qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    for count, script in enumerate(("", "tw", ""), start=1):
        answers.client.show_chinese(script)
        answers.client.request("a.md")
        qtbot.waitUntil(lambda wanted=count: len(answers.rendered) == wanted)
    scripts = [(answer.article or {}).get("chinese", "") for answer in answers.rendered]
    assert scripts == ["", "tw", ""]
    assert asked_of_renderer(tmp_path) == ["a.md", "a.md"]


def test_an_answer_in_the_script_of_before_is_not_what_is_waited_for(
    qtbot: QtBot, answers: Answers
) -> None:
    answers.client.request("slow.md")
    answers.client.show_chinese("hk")
    answers.client.request("slow.md")
    qtbot.waitUntil(lambda: bool(answers.rendered))
    assert [answer.chinese for answer in answers.rendered] == ["hk"]


def test_a_post_as_written_is_asked_for_without_a_script(qtbot: QtBot, answers: Answers) -> None:
    answers.client.show_chinese("hk")
    answers.client.request("a.md", raw=True)
    qtbot.waitUntil(lambda: bool(answers.rendered))
    assert "chinese" not in (answers.rendered[0].article or {})
