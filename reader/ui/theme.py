"""The colours of the window and of the article's page.

Each text colour (ink, soft, faint, accent) keeps a contrast of at least 4.5:1 on paper, side,
list and selection, and so does every accent that can be chosen.
"""

from dataclasses import dataclass, fields, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, each as "#rrggbb"."""

    name: str
    paper: str  # the article, and fields to type into
    side: str  # toolbar, sidebar and status bar
    list: str  # the list of posts
    hairline: str
    ink: str  # text
    soft: str  # text beside the text: sources, dates, captions
    faint: str  # the least that must still be readable: counts, headings
    accent: str  # active, unread, starred, a link; nothing else
    selection: str
    placeholder: str  # a picture not yet loaded

    @property
    def dark(self) -> bool:
        """Return whether light text stands on a dark ground."""
        return QColor(self.paper).lightness() < 128


LIGHT = Theme(
    name="light",
    paper="#fdfcfa",
    side="#f3f1ec",
    list="#faf8f4",
    hairline="#e4e0d8",
    ink="#1f1d1a",
    soft="#5f5a52",
    faint="#6b655c",
    accent="#a93c26",
    selection="#ece6da",
    placeholder="#efece5",
)
DARK = Theme(
    name="dark",
    paper="#1a1917",
    side="#131210",
    list="#171614",
    hairline="#2c2a27",
    ink="#d8d3ca",
    soft="#aaa399",
    faint="#978f85",
    accent="#e2806a",
    selection="#2a2723",
    placeholder="#24221f",
)
SEPIA = Theme(
    name="sepia",
    paper="#f7efdf",
    side="#eadfc9",
    list="#f1e7d3",
    hairline="#dccfb5",
    ink="#3b3024",
    soft="#665842",
    faint="#695b42",
    accent="#914419",
    selection="#e3d5b8",
    placeholder="#ede2cc",
)
BLACK = Theme(
    name="black",
    paper="#000000",
    side="#0b0a09",
    list="#050504",
    hairline="#262421",
    ink="#cbc5bb",
    soft="#a19a90",
    faint="#928a80",
    accent="#e2806a",
    selection="#211f1c",
    placeholder="#151412",
)
_NAMED = {theme.name: theme for theme in (LIGHT, SEPIA, DARK, BLACK)}
# By theme; what is not here is the theme's own. Hue and chroma are the same throughout, each as
# light as it must be.
ACCENTS = {
    "ochre": {"light": "#885b06", "sepia": "#7b5100", "dark": "#ce9c51", "black": "#c69349"},
    "moss": {"light": "#486e31", "sepia": "#3e6326", "dark": "#87b170", "black": "#7ea868"},
    "sea": {"light": "#006f74", "sepia": "#0c6468", "dark": "#5ab2b7", "black": "#51aaae"},
    "blue": {"light": "#1f66ab", "sepia": "#115ba0", "dark": "#64a9f3", "black": "#5ca0ea"},
    "plum": {"light": "#8e4c89", "sepia": "#83427e", "dark": "#d48dcd", "black": "#cb85c5"},
}


def theme_of(choice: str, accent: str) -> Theme:
    """Return the theme of `choice` with that accent, both as the settings name them."""
    theme = theme_named(choice)
    colour = ACCENTS.get(accent, {}).get(theme.name)
    return replace(theme, accent=colour) if colour else theme


def theme_named(choice: str) -> Theme:
    """Return the theme of `choice`; "system" and anything unknown follow the system.

    That needs a QGuiApplication; without one it is the light theme.
    """
    if choice in _NAMED:
        return _NAMED[choice]
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        return LIGHT
    return DARK if application.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def css_variables(theme: Theme) -> str:
    """Return the colours as declarations for a `:root` rule: `--paper: #fdfcfa; --side: …`."""
    colours = [field.name for field in fields(theme) if field.name != "name"]
    declarations = [f"--{name}: {getattr(theme, name)};" for name in colours]
    return " ".join([*declarations, f"color-scheme: {'dark' if theme.dark else 'light'};"])


def palette(theme: Theme) -> QPalette:
    """Return the palette that every widget of the window inherits."""
    role = QPalette.ColorRole
    made = QPalette()
    for colours in (
        {role.Window: theme.side, role.Base: theme.paper, role.AlternateBase: theme.list},
        {role.WindowText: theme.ink, role.Text: theme.ink, role.ButtonText: theme.ink},
        {role.Button: theme.side, role.Highlight: theme.selection, role.HighlightedText: theme.ink},
        {role.PlaceholderText: theme.soft, role.Link: theme.accent, role.LinkVisited: theme.accent},
        {role.ToolTipBase: theme.paper, role.ToolTipText: theme.ink, role.Accent: theme.accent},
        {role.Mid: theme.hairline, role.Midlight: theme.hairline, role.Dark: theme.hairline},
    ):
        for which, colour in colours.items():
            made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.faint))
    return made
