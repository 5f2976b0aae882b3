"""Which of the installed fonts can set a script."""

import re
from collections.abc import Sequence

from PySide6.QtGui import QFontDatabase

_SYSTEMS = {
    "latin": QFontDatabase.WritingSystem.Latin,
    "hans": QFontDatabase.WritingSystem.SimplifiedChinese,
    "hant": QFontDatabase.WritingSystem.TraditionalChinese,
    "ja": QFontDatabase.WritingSystem.Japanese,
    "ko": QFontDatabase.WritingSystem.Korean,
}
# Fonts that hold every Han character say in their name whose forms those are.
_FORMS = {"hans": "SC", "hant": "TC HK", "ja": "JP", "ko": "KR"}
_FOUNDRY = re.compile(r" \[[^\]]*\]$")
_ALL_FORMS = frozenset(("SC", "TC", "HK", "JP", "KR"))


def families_for(script: str) -> tuple[str, ...]:
    """Return the installed families that set `script`, of the settings' SCRIPTS, by name."""
    if script == "code":
        every = [each for each in QFontDatabase.families() if QFontDatabase.isFixedPitch(each)]
    else:
        every = QFontDatabase.families(_SYSTEMS[script])
    return suited(script, without_foundries([each for each in every if _shown(each)]))


def without_foundries(families: Sequence[str]) -> tuple[str, ...]:
    """Return the names of `families`, each once.

    Where several foundries have one of that name, Qt adds theirs in brackets: so no page knows it.
    """
    return tuple(dict.fromkeys(_FOUNDRY.sub("", each) for each in families))


def suited(script: str, families: Sequence[str]) -> tuple[str, ...]:
    """Return those of `families` whose Han characters have the forms that `script` wants.

    For alphabets none that is made for Han, for it is chosen there.
    """
    wanted = frozenset(_FORMS.get(script, "").split())
    return tuple(
        each for each in families if not (forms := _ALL_FORMS & {*each.split()}) or forms & wanted
    )


def _shown(family: str) -> bool:
    """Return whether a family is one to read in.

    Those with a dot or "@" are the system's own, and those of symbols have no letters.
    """
    if family.startswith((".", "@")) or QFontDatabase.isPrivateFamily(family):
        return False
    return QFontDatabase.WritingSystem.Symbol not in QFontDatabase.writingSystems(family)
