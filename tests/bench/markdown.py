"""How far Markdown goes: python -m tests.bench.markdown [--failed]

Reads the test-suites of CommonMark, GFM, kramdown and markdown-it's plugins from the folder
that `BROADSHEET_VECTORS` names. Prints a table in Markdown, and why some examples are read
otherwise on purpose; with --failed, also what failed. What counts is the HTML before it is
made safe, as a browser sees it: how an attribute is quoted, or a footnote's mark is written,
is no difference.
"""

import argparse
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from reader.article.bounds import TooComplexError
from reader.article.markdown.parser import markdown_parser
from tests.bench.markdown_reasons import REASONS, reason_for

SETS = {
    "md_commonmark_spec": "CommonMark",
    "md_gfm_spec": "GFM",
    "md_gfm_extensions": "GFM, extensions",
    "md_gfm_regression": "GFM, regressions",
    "md_kramdown": "kramdown",
    "md_mdit_py_plugins": "markdown-it's plugins",
}
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br center dd details dialog div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre script "
        "section style summary table tbody td tfoot th thead tr ul",
    )
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADING = re.compile(r"<h[1-6][ >]")
_ID_OF_HEADING = re.compile(r"<h[1-6] id=")
_VOID = frozenset(("br", "hr", "img", "input"))
_WRAPPERS = (
    "div.highlighter-rouge, div.highlight, section.footnotes, div.footnotes, pre span, "
    "code.highlighter-rouge span, pre:has(> code.math)"
)
_DROPPED = "hr.footnotes-sep, a.footnote-backref, a.reversefootnote, a[data-footnote-backref]"
_REFERENCES = "sup.footnote-ref, sup:has(> a.footnote)"
_CLASSES = frozenset(
    re.findall(
        r"[\w-]+",
        "contains-task-list task-list-item task footnotes-list footnote-item highlight "
        "highlighter-rouge math inline block callout callout-title",
    )
)


@dataclass(slots=True)
class Score:
    """How the examples of one set went: their ids."""

    name: str
    passed: list[str] = field(default_factory=list[str])
    different: list[str] = field(default_factory=list[str])
    failed: list[str] = field(default_factory=list[str])

    @property
    def examples(self) -> int:
        return len(self.passed) + len(self.different) + len(self.failed)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--failed", action="store_true", help="show what failed, and how")
    asked = parser.parse_args()
    folder = Path(os.environ["BROADSHEET_VECTORS"])
    scores = [scored(folder, name) for name in SETS]
    print("| set | examples | passed | different on purpose | failed |")
    print("|---|---|---|---|---|")
    for score in scores:
        counts = map(len, (score.passed, score.different, score.failed))
        print(f"| {score.name} | {score.examples} |", *(f"{count} |" for count in counts))
    for reason, text in REASONS.items():
        ids = [one for score in scores for one in score.different if reason_for(one) == reason]
        print(f"\n{text} ({len(ids)}): {', '.join(ids)}")
    if asked.failed:
        for name in SETS:
            show_failed(folder, name)


def examples(folder: Path, name: str) -> list[Mapping[str, str]]:
    """Return the examples of a set, `payload` and `expected` each."""
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def scored(folder: Path, name: str) -> Score:
    """Return how the examples of a set go."""
    score = Score(SETS[name])
    for example in examples(folder, name):
        found, wanted = both(example)
        if found == wanted:
            score.passed.append(example["id"])
        else:
            kind = score.different if reason_for(example["id"]) else score.failed
            kind.append(example["id"])
    return score


def show_failed(folder: Path, name: str) -> None:
    """Print what of a set failed, as differences."""
    failed = set(scored(folder, name).failed)
    for example in examples(folder, name):
        if example["id"] in failed:
            print(f"\n### {example['id']}\n{example['payload']}\n---")
            found, wanted = both(example)
            print("\n".join(unified_diff(wanted.split("\n"), found.split("\n"), lineterm="")))


def both(example: Mapping[str, str]) -> tuple[str, str]:
    """Return what we make of an example, and what is expected, to be compared."""
    wanted = example["expected"]
    if wanted == "<IGNORE>\n":
        return "", ""  # nothing is expected but an end
    ids_count = len(_HEADING.findall(wanted)) == len(_ID_OF_HEADING.findall(wanted))
    return canonical(html_of(example), ids_count), canonical(wanted, ids_count)


def html_of(example: Mapping[str, str]) -> str:
    """Return what we make of an example; typography only where kramdown's is meant."""
    parser = markdown_parser(typographic=example["id"].startswith("kd-"))
    try:
        return parser.render(example["payload"])
    except TooComplexError as error:
        return f"<p>{error}</p>"


def canonical(markup: str, heading_ids: bool) -> str:
    """Return markup without the differences that no reader sees, one element a line."""
    soup = BeautifulSoup(markup, "html.parser")
    for tag in soup.select(_REFERENCES):
        tag.replace_with(f"[{tag.get_text().strip('[]').partition(':')[0]}]")
    for tag in soup.select(_DROPPED):
        tag.decompose()
    for tag in soup.select(_WRAPPERS):
        tag.unwrap()
    for tag in soup.select("div.admonition, div.markdown-alert"):
        _settle_admonition(tag)
    for tag in soup.find_all(True):
        _settle(tag, heading_ids)
    for tag in soup.find_all("p"):
        if not tag.contents and not tag.attrs:
            tag.decompose()
    lines: list[str] = []
    _write(soup, lines, preformatted=False)
    return "\n".join(line.strip("\x00 ") for line in lines if line.strip("\x00 \xa0"))


def _settle_admonition(tag: Tag) -> None:
    folded = "is-collapsible" in tag.get_attribute_list("class")
    opened = "collapsible-open" in tag.get_attribute_list("class")
    tag.name, tag.attrs = "details" if folded else "blockquote", {"open": ""} if opened else {}
    for title in tag.select("p.admonition-title, p.markdown-alert-title"):
        title.name, title.attrs = "summary" if folded else "strong", {}
        if not folded:
            title.wrap(BeautifulSoup("<p></p>", "html.parser").p or title)


def _settle(tag: Tag, heading_ids: bool) -> None:
    """Write a tag as we would where only the way of writing differs."""
    if tag.name == "s":
        tag.name = "del"
    elif tag.name == "input" and tag.get("type") == "checkbox":
        tag.replace_with("☑" if tag.has_attr("checked") else "☐")
    elif "math" in tag.get_attribute_list("class") or "kdmath" in tag.get_attribute_list("class"):
        tag.name, tag.attrs = "code", {}
        tag.string = tag.get_text().strip().strip("$")
    if tag.name in _HEADINGS and not heading_ids:
        del tag["id"]
    if tag.name == "li" and str(tag.get("id", "")).startswith("fn"):
        del tag["id"]
    style = str(tag.get("style", "")).replace(" ", "")
    if style.startswith("text-align:"):
        del tag["style"]
        tag["align"] = style.removeprefix("text-align:").rstrip(";")
    classes = [
        name
        for name in map(str, tag.get_attribute_list("class"))
        if name not in _CLASSES and not name.startswith("language-") and name != "None"
    ]
    if classes:
        tag["class"] = " ".join(sorted(classes))
    else:
        del tag["class"]


def _write(parent: Tag, lines: list[str], *, preformatted: bool) -> None:
    for node in parent.children:
        if isinstance(node, Tag):
            attributes = "".join(f' {key}="{node.attrs[key]}"' for key in sorted(node.attrs))
            block = node.name in _BLOCKS
            _add(lines, f"<{node.name}{attributes}>", block)
            _write(node, lines, preformatted=preformatted or node.name in ("pre", "textarea"))
            if node.name not in _VOID:
                _add(lines, f"</{node.name}>", block)
        elif type(node) is NavigableString:
            text = str(node) if preformatted else " ".join(f"x{node}x".split())[1:-1]
            _add(lines, text.replace("\n", "\x00"), False)
        else:
            _add(lines, f"<!{str(node).strip()}>", True)


def _add(lines: list[str], text: str, block: bool) -> None:
    """Add to the current line, or, for a block's tag, make a line of its own."""
    if block:
        lines.extend((text, ""))
    elif lines:
        joined = lines[-1] + text
        lines[-1] = joined.replace("  ", " ") if "\x00" not in joined else joined
    else:
        lines.append(text)


if __name__ == "__main__":
    main()
