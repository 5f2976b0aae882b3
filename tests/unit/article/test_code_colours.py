"""Every colour that code is shown in can be read on the grounds that code stands on."""

import re
from pathlib import Path

import pytest

from reader.ui.theme import BLACK, DARK, LIGHT, SEPIA, Theme

_CSS = Path("resources/article/article.css").read_text(encoding="utf-8")
_MIXED = re.compile(
    r"--(code-\w+): color-mix\(in srgb, light-dark\((#\w+), (#\w+)\) (\d+)%, var\(--ink\)\);"
)
_USED = re.compile(r"\.(code-[\w-]+)(?=[ ,{])")
_Colour = tuple[float, float, float]


def channels(colour: str) -> _Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def luminance(colour: _Colour) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: _Colour, other: _Colour) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK, SEPIA, BLACK], ids=lambda theme: theme.name)
def test_colours_have_contrast(theme: Theme) -> None:
    found = _MIXED.findall(_CSS)
    assert len(found) >= 4
    for name, light, dark, percent in found:
        share = int(percent) / 100
        own, ink = channels(dark if theme.dark else light), channels(theme.ink)
        red, green, blue = (share * a + (1 - share) * b for a, b in zip(own, ink, strict=True))
        for ground in (theme.list, theme.paper):
            assert contrast((red, green, blue), channels(ground)) >= 4.5, (name, ground)


def test_the_sanitizer_lets_every_class_through() -> None:
    from reader.article.sanitize import sanitize  # noqa: PLC0415

    for name in set(_USED.findall(_CSS)) | {"callout", "callout-title", "math"}:
        assert f'class="{name}"' in sanitize(f'<code class="{name}">x</code>')
    assert "class" not in sanitize('<code class="code-x codex code-keyword-x">x</code>')
