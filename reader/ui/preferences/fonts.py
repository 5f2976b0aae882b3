"""Which of the installed fonts can set a script."""

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
_ALL_FORMS = frozenset(("SC", "TC", "HK", "JP", "KR"))


def families_for(script: str) -> tuple[str, ...]:
    """Return the installed families that set `script`, of the settings' SCRIPTS, by name."""
    if script == "code":
        every = QFontDatabase.families()
        return tuple(each for each in every if QFontDatabase.isFixedPitch(each) and _shown(each))
    every = QFontDatabase.families(_SYSTEMS[script])
    return suited(script, [each for each in every if _shown(each)])


def suited(script: str, families: Sequence[str]) -> tuple[str, ...]:
    """Return those of `families` whose Han characters have the forms that `script` wants.

    For alphabets none that is made for Han, for it is chosen there.
    """
    wanted = frozenset(_FORMS.get(script, "").split())
    return tuple(
        each for each in families if not (forms := _ALL_FORMS & {*each.split()}) or forms & wanted
    )


def _shown(family: str) -> bool:
    """Return whether a family is one to read in: those with a dot or "@" are the system's own."""
    return not family.startswith((".", "@")) and not QFontDatabase.isPrivateFamily(family)
