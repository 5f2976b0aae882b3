"""Folders of posts, written for a test."""

from pathlib import Path


def write_post(
    folder: Path, name: str, *, title: str, day: str, tags: str = "", body: str = ""
) -> Path:
    """Write one post into `folder` and return its file."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"---\ntitle: {title}\ndate: {day} 12:00:00 +0800\ntags: [{tags}]\n"
        f"url: https://example.org/{name}\n---\n\n{body or title}\n",
        encoding="utf-8",
    )
    return file


def write_library(folder: Path) -> Path:
    """Write a small library of five posts, the newest being `e.md`, and return `folder`."""
    long = "\n\n".join(f"Paragraph {number}. " + "Many words. " * 60 for number in range(40))
    write_post(folder, "a.md", title="Alpha", day="2022-01-01", tags="red", body="apples")
    write_post(folder, "b.md", title="Beta", day="2022-01-02", tags="red, blue", body="互联网维稳")
    write_post(folder, "sub/c.md", title="Gamma", day="2022-01-03", tags="blue", body="cherries")
    write_post(folder, "d.md", title="Delta", day="2022-01-04", body=long)
    write_post(folder, "e.md", title="Epsilon", day="2022-01-05", tags="red", body="elderberries")
    return folder
