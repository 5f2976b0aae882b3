from dataclasses import fields

import pytest

from reader.ui.settings import CHOICES
from reader.ui.theme import (
    ACCENTS,
    BLACK,
    DARK,
    LIGHT,
    SEPIA,
    Theme,
    css_variables,
    theme_named,
    theme_of,
)

TEXTS = ("ink", "soft", "faint", "accent")
GROUNDS = ("paper", "side", "list", "selection")


def luminance(colour: str) -> float:
    """As WCAG 2.2 defines relative luminance."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK, SEPIA, BLACK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("accent", CHOICES["accent"])
@pytest.mark.parametrize("choice", ["light", "sepia", "dark", "black"])
def test_every_accent_can_be_read_on_every_ground(choice: str, accent: str) -> None:
    theme = theme_of(choice, accent)
    for ground in GROUNDS:
        assert contrast(theme.accent, getattr(theme, ground)) >= 4.5
    assert contrast(theme.paper, theme.accent) >= 4.5  # the words of a main button


def test_the_first_accent_is_the_themes_own() -> None:
    assert set(CHOICES["accent"]) == {"vermilion", *ACCENTS}
    assert theme_of("sepia", "vermilion") is SEPIA
    assert len({theme_of("dark", accent).accent for accent in CHOICES["accent"]}) == 6


def test_a_theme_is_found_by_its_name_and_anything_else_follows_the_system() -> None:
    assert theme_named("dark") is DARK
    assert theme_named("sepia") is SEPIA
    assert theme_named("black") is BLACK
    assert theme_named("system") in (LIGHT, DARK)
    assert theme_named("no such theme") in (LIGHT, DARK)


def test_the_page_gets_every_colour() -> None:
    css = css_variables(SEPIA)
    for colour in fields(SEPIA):
        if colour.name != "name":
            assert f"--{colour.name}: {getattr(SEPIA, colour.name)};" in css
    assert "color-scheme: light;" in css
    assert "color-scheme: dark;" in css_variables(DARK)
