"""Hostile posts without end: attacks of every known kind, disguised, in every place of a post.

`python -m tests.fuzz.attacks [COUNT] [SEED]` renders that many and checks what comes out.
The same seed gives the same posts. The kinds are those of the cheat sheets on script injection
and of the published bypasses of other sanitizers; no text is taken from them.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from reader.article.render import render_article
from reader.article.sanitize import sanitize
from reader.posts.post import BodyFormat
from tests.fuzz.markup import faults_of
from tests.helpers.articles import post_of

_PIECES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("pieces.toml").read_text("utf-8"))
_FORMATS = (BodyFormat.MARKDOWN, BodyFormat.MARKDOWN, BodyFormat.HTML)
_BLANKS = "\t\n\r\f \0\x0b\x1f\xa0\xad\u200b\u200e\u2028\u2029\u202e\u2060\ufeff\ufffd"
_REFERENCES = {":": ("&colon;", "&#58;", "&#x3a;", "&#0058"), "(": ("&lpar;",), "\t": ("&Tab;",)}


@dataclass(frozen=True, slots=True)
class Attack:
    """A post's body, how it is to be read, and whether untouched."""

    body: str
    format: BodyFormat
    raw: bool


def attacks(seed: int) -> Iterator[Attack]:
    """Yield attacks for ever."""
    random = Random(seed)  # noqa: S311 - for tests
    while True:
        body = place(random, payload(random))
        yield Attack(body, random.choice(_FORMATS), random.random() < 0.3)


def payload(random: Random) -> str:
    """Return one attack, disguised or nested in what confuses parsers."""
    kind = random.random()
    if kind < 0.35:
        written = _piece(random, "runs")
    elif kind < 0.65:
        written = _piece(random, "targets").replace("@", address(random))
    elif kind < 0.75:
        written = address(random)
    else:
        name = _piece(random, "names")
        written = _piece(random, "named").replace("@", name)
    for _ in range(random.choice((0, 0, 1, 1, 2, 3))):
        written = _piece(random, "nests").replace("@", written)
    for _ in range(random.choice((0, 0, 0, 1, 2))):
        written = disguised(random, written)
    return written


def address(random: Random) -> str:
    """Return an address that must not be followed, asked for, or run, disguised."""
    scheme, rest = random.choice(_PIECES["schemes"])
    letters = list(scheme)
    for _ in range(random.choice((0, 0, 1, 2))):
        at = random.randrange(len(letters) + 1)
        how = random.randrange(6)
        if how == 0:
            letters.insert(at, random.choice(_BLANKS))
        elif how == 1:
            letters.insert(at, f"&#{ord(random.choice(_BLANKS)) or 9};")
        elif at == len(letters):
            continue
        elif how == 2:
            letters[at] = f"&#x{ord(letters[at][0]):0{random.randrange(1, 8)}x};"
        elif how == 3:
            letters[at] = f"%{ord(letters[at][0]) % 256:02X}"
        elif how == 4:
            letters[at] = random.choice(_REFERENCES.get(letters[at], (letters[at].upper(),)))
        else:
            letters[at] = "\\" + letters[at]
    return "".join(letters) + rest


def _piece(random: Random, kind: str) -> str:
    return random.choice(_PIECES[kind])


def place(random: Random, written: str) -> str:
    """Return a body that holds the attack in one of a post's places, or in several."""
    slot = _piece(random, "slots")
    while "@" in slot:
        slot = slot.replace("@", written, 1) if random.random() < 0.8 else slot.replace("@", "", 1)
        if len(slot) > 20_000:
            break
    return slot


def disguised(random: Random, written: str) -> str:
    """Return the attack changed as a tired filter would overlook it."""
    at = random.randrange(len(written) + 1)
    how = random.randrange(10)
    changed = written[:at] + random.choice(_BLANKS) + written[at:]
    if how == 1:
        changed = "".join(random.choice((c.upper(), c.lower())) for c in written)
    elif how == 2:
        changed = written.replace(" ", random.choice(("/", "\n", "\t", "\f", "/ /", "\0 ")))
    elif how == 3:
        changed = written[:at] + random.choice(("<!--", "-->", "--!>", "<![CDATA[", "]]>", "<!-->"))
        changed += written[at:]
    elif how == 4:
        changed = written[:at]
    elif how == 5:
        changed = written.replace('"', random.choice(("'", "`", "&quot;", "")))
    elif how == 6:
        changed = written.replace("<", random.choice(("<<", "&lt;", "\\<", "<\\", "%3C", "<!<")))
    elif how == 7:
        changed = written.replace(">", random.choice(("", "\n", "&gt;", " <", ">>", '">')))
    elif how == 8:
        changed = written[:at] + _piece(random, "nests") + written[at:]
    elif how == 9:
        changed = written + written[at:]
    return changed


def check(attack: Attack) -> str:
    """Return the article's markup. Raises AssertionError where it could run, load or leave."""
    about = "https://e.example/2020/a.html"
    post = post_of(attack.body, title="x", body_format=attack.format, source_url=about)
    html = render_article(post, attack.raw).html
    assert faults_of(html) == [], (attack, html)
    assert sanitize(html) == html, (attack, html)
    return html


def main() -> None:
    """Render, check, and say how many there were."""
    count, seed = (int(given) for given in (*sys.argv[1:], "2000", "1")[:2])
    seen: set[str] = set()
    faults = 0
    for number, attack in enumerate(attacks(seed)):
        if number >= count:
            break
        try:
            seen.add(check(attack))
        except AssertionError as error:
            faults += 1
            print(repr(error)[:3000], flush=True)
    print(f"{count} posts, {len(seen)} different articles, {faults} with faults")


if __name__ == "__main__":
    main()
