"""One picture: `python -m tests.screenshots.picture STATE --profile P --query WORDS --to FILE`."""

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from tests.screenshots.stage import Stage
from tests.screenshots.states import STATES, Shown


def main() -> int:
    """Bring the window into a state and write what is seen."""
    parser = argparse.ArgumentParser()
    parser.add_argument("state", choices=[state.name for state in STATES])
    parser.add_argument("--profile", type=Path, required=True)
    parser.add_argument("--query", required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    state = next(each for each in STATES if each.name == asked.state)
    stage = Stage(asked.profile, asked.folder, state.size)
    state.scene(stage, asked.query)
    moving = state.shown is Shown.NEW  # and what it shows would be over, were it to stand still
    picture = stage.picture() if moving else stage.still_picture()
    if not picture.save(str(asked.to)):
        raise OSError(asked.to)
    QTimer.singleShot(0, stage.front.window.close)
    stage.application.exec()
    return 0


if __name__ == "__main__":
    sys.exit(main())
