"""Every state of the window that is photographed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from tests.screenshots import scenes
from tests.screenshots.scenes import Scene

_LIGHT: Mapping[str, object] = MappingProxyType({"theme": "light"})
_DENSE: Mapping[str, object] = MappingProxyType({"thumbnails": True, "density": "compact"})
# Posts of the sample library, by how their paths end. Another library shows its first post.
_CAPTION = "the-caption-belongs-to-the-picture.md"
_NIGHT, _HEADINGS = "a-harbour-between-two-and-four.md", "the-newsstand-at-platform-4.md"
_TABLE, _CODE = "why-broadsheets-were-broad.md", "a-post-is-only-a-file.md"
_SIMPLIFIED, _TRADITIONAL = "yi-hu-cha.md", "qian-zi.md"


class Shown(StrEnum):
    """What is opened."""

    NOTHING = "nothing"
    LIBRARY = "library"  # the folder asked for
    NEW = "new"  # one that was not read before, and takes a while
    LOST = "lost"  # one that may be taken away
    BROKEN = "broken"  # one with problems


@dataclass(frozen=True, slots=True)
class State:
    """One picture and how to come to it."""

    name: str
    scene: Scene
    settings: Mapping[str, object] = field(default_factory=lambda: _LIGHT)
    language: str = "en_GB"  # a locale's name
    size: tuple[int, int] = (1440, 900)
    shown: Shown = Shown.LIBRARY


STATES = (
    State("welcome", scenes.welcome, shown=Shown.NOTHING),
    State("welcome-dark", scenes.welcome, {"theme": "dark"}, shown=Shown.NOTHING),
    State("indexing", scenes.index, shown=Shown.NEW),
    State("light", scenes.read()),
    State("sepia", scenes.read(_TRADITIONAL), {**_DENSE, "theme": "sepia"}, language="zh_TW"),
    State("dark", scenes.read(_SIMPLIFIED), {"theme": "dark"}),
    State("black", scenes.read(_CODE), {"theme": "black"}),
    State("dark-pictures", scenes.read(_NIGHT), {**_DENSE, "theme": "dark"}),
    State("simplified", scenes.read(_SIMPLIFIED), language="zh_CN"),
    State("traditional", scenes.read(_TRADITIONAL), language="zh_TW"),
    State("search", scenes.search),
    State("search-dark", scenes.search, {"theme": "dark"}),
    State("search-simplified", scenes.search_for("报纸"), language="zh_CN"),
    State("search-in-vain", scenes.typed("zeppelin 飞艇")),
    State("completion", scenes.typed("tag:")),
    State("find", scenes.find),
    State("filters", scenes.narrow_down),
    State("timeline", scenes.timeline),
    State("selection", scenes.select),
    State("keyboard", scenes.walk_panes),
    State("thumbnails", scenes.read(_TABLE), {"theme": "light", "thumbnails": True}),
    State("compact", scenes.read(_TABLE), {**_DENSE, "theme": "light"}),
    State("titles", scenes.read(_TABLE), {"theme": "light", "density": "titles"}),
    State("untouched", scenes.command("toggle-raw", _CAPTION)),
    State("contents", scenes.command("contents", _HEADINGS)),
    State("alone", scenes.command("distraction-free", _HEADINGS)),
    State("narrow", scenes.read(), size=(724, 500)),
    State("narrow-search", scenes.search, size=(724, 500)),
    State("small", scenes.read(_TRADITIONAL), size=(1024, 640)),
    State("go-to", scenes.go_to("")),
    State("go-to-typed", scenes.go_to("re")),
    State("go-to-simplified", scenes.go_to("zc"), {"theme": "dark"}, language="zh_CN"),
    State("keys", scenes.command("shortcuts")),
    State("keys-simplified", scenes.command("shortcuts"), {"theme": "dark"}, language="zh_CN"),
    State("keys-traditional", scenes.command("shortcuts"), language="zh_TW"),
    State("appearance", scenes.preferences(0)),
    State("reading", scenes.preferences(1), language="zh_CN"),
    State("own-keys", scenes.preferences(2), {"theme": "dark"}),
    State("privacy", scenes.preferences(3), language="zh_TW"),
    State("problems", scenes.problems, shown=Shown.BROKEN),
    State("problems-dark", scenes.problems, {"theme": "dark"}, "zh_CN", shown=Shown.BROKEN),
    State("lost", scenes.lose, shown=Shown.LOST),
)
