"""`packaging/screenshots` takes pictures on which there is something to see."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.screenshots.states import STATES

ROOT = Path(__file__).parents[2]
STATE_NAMES = [state.name for state in STATES]


def taken(place: Path, *names: str) -> list[Path]:
    """Return the pictures of the states named, which are taken now."""
    command = [sys.executable, "-P", "-m", "tests.screenshots.take", "--to", str(place)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, "--only", *names],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Path(line) for line in done.stdout.splitlines()]


def colours(image: QImage, left: float, right: float) -> int:
    """Return how many colours there are between two shares of the width."""
    columns = range(int(image.width() * left), int(image.width() * right), 3)
    return len({image.pixel(x, y) for x in columns for y in range(0, image.height(), 3)})


def test_states_have_names_of_their_own() -> None:
    assert len(set(STATE_NAMES)) == len(STATE_NAMES)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, QImage]:
    place = tmp_path_factory.mktemp("pictures")
    return {path.stem: QImage(str(path)) for path in taken(place, "welcome", "light")}


def test_the_pictures_asked_for_are_taken(pictures: dict[str, QImage]) -> None:
    assert set(pictures) == {"welcome", "light"}
    sizes = {(image.width(), image.height()) for image in pictures.values()}
    assert sizes == {(1440, 900)}


def test_the_welcome_page_stands_in_the_middle(pictures: dict[str, QImage]) -> None:
    assert colours(pictures["welcome"], 0.35, 0.65) > 20


def test_sidebar_list_and_article_are_seen(pictures: dict[str, QImage]) -> None:
    for left, right in ((0, 0.15), (0.16, 0.41), (0.5, 0.95)):
        assert colours(pictures["light"], left, right) > 20
