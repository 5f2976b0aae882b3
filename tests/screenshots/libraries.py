"""The folders that are photographed: the sample library, or what is made of it."""

import random
import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
_MANY = 5000
# Each is read as far as it goes, and told of.
_BROKEN = {
    "2026-11-21-the-comma.md": '---\ntitle: "The comma\ndate: 2026-11-21\n---\nIt came late.\n',
    "2026-11-18-a-day-too-many.md": "---\ntitle: A day too many\ndate: 2026-02-31\n---\nAt last.\n",
    "2026-10-30-tags.md": "---\ntitle: Tags in a row\ntags: [ink, paper\n---\nNo end of them.\n",
    "2026-09-09-open.md": "---\ntitle: Left open\ndate: 2026-09-09 08:00:00 +0000\nIt goes on.\n",
}


def sample(place: Path) -> Path:
    """Return a copy of the sample library at `place`."""
    shutil.copytree(SAMPLE, place)
    return place


def with_problems(place: Path) -> Path:
    """Return a copy of the sample library in which some posts cannot be read fully."""
    folder = sample(place) / "_posts"
    for name, text in _BROKEN.items():
        (folder / name).write_text(text, encoding="utf-8")
    return place


def archive(place: Path) -> Path:
    """Return a library large enough to be seen being read: the sample's posts, over and over."""
    chance = random.Random(1712)  # noqa: S311 - to come out the same again
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.rglob("*.md"))]
    shutil.copytree(SAMPLE / "assets", place / "assets")
    last = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
    for number in range(_MANY):
        day = last - timedelta(minutes=chance.randrange(6 * 365 * 24 * 60))
        text = re.sub(
            r"^date: .*$", f"date: {day.isoformat()}", chance.choice(texts), count=1, flags=re.M
        )
        folder = place / str(day.year)
        folder.mkdir(exist_ok=True)
        (folder / f"{day:%Y-%m-%d}-{number}.md").write_text(text, encoding="utf-8")
    return place
