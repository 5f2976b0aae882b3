"""How the dialog's controls look: the theme's tones, hairlines, and a ring for the keyboard."""

from reader.ui.theme import ACCENTS, Theme, theme_named

_RING = "border: 2px solid {accent}"


def sheet(theme: Theme) -> str:
    """Return the dialog's style sheet."""
    ring = _RING.format(accent=theme.accent)
    return f"""
    QDialog, QScrollArea, QWidget#page {{ background: {theme.paper}; }}
    QLabel {{ color: {theme.ink}; }}
    QLabel[soft="true"] {{ color: {theme.soft}; }}
    QPushButton {{ background: {theme.paper}; color: {theme.ink}; padding: 3px 12px;
        min-height: 20px; border: 1px solid {theme.hairline}; border-radius: 6px; }}
    QPushButton:hover {{ background: {theme.side}; }}
    QPushButton:disabled {{ color: {theme.faint}; background: {theme.side}; }}
    QPushButton:checked {{ background: {theme.selection}; border-color: {theme.faint}; }}
    QPushButton:focus {{ {ring}; padding: 2px 11px; }}
    QWidget#tabs {{ background: {theme.side}; }}
    QWidget#tabs QPushButton {{ background: {theme.side}; color: {theme.soft}; border: 0;
        border-bottom: 2px solid {theme.side}; border-radius: 0; padding: 9px 16px 7px; }}
    QWidget#tabs QPushButton:hover {{ color: {theme.ink}; }}
    QWidget#tabs QPushButton:checked {{ color: {theme.ink}; border-bottom-color: {theme.accent}; }}
    QWidget#tabs QPushButton:focus {{ border: 2px solid {theme.accent}; border-radius: 6px;
        padding: 7px 14px; }}
    QComboBox, QLineEdit {{ background: {theme.paper}; color: {theme.ink}; padding: 3px 8px;
        min-height: 20px; border: 1px solid {theme.hairline}; border-radius: 6px;
        selection-background-color: {theme.selection}; selection-color: {theme.ink}; }}
    QComboBox:focus, QLineEdit:focus {{ {ring}; padding: 2px 7px; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox::drop-down {{ border: 0; width: 20px; }}
    QComboBox QAbstractItemView {{ background: {theme.paper}; color: {theme.ink}; outline: 0;
        border: 1px solid {theme.hairline}; selection-background-color: {theme.selection};
        selection-color: {theme.ink}; }}
    QComboBox QAbstractItemView::item {{ min-height: 24px; padding: 0 8px; color: {theme.ink}; }}
    QComboBox QAbstractItemView::item:selected {{ background: {theme.selection}; }}
    QSlider {{ min-height: 26px; border: 2px solid transparent; border-radius: 6px; }}
    QSlider:focus {{ border-color: {theme.accent}; }}
    QSlider::groove:horizontal {{ height: 2px; background: {theme.hairline}; }}
    QSlider::sub-page:horizontal {{ height: 2px; background: {theme.faint}; }}
    QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -6px 0; border-radius: 7px;
        background: {theme.ink}; }}
    QRadioButton, QCheckBox {{ color: {theme.ink}; padding: 3px 6px 3px 1px; spacing: 8px;
        border: 2px solid transparent; border-radius: 6px; }}
    QRadioButton:focus, QCheckBox:focus {{ border-color: {theme.accent}; }}
    QRadioButton::indicator, QCheckBox::indicator {{ width: 12px; height: 12px;
        border: 1px solid {theme.faint}; background: {theme.paper}; }}
    QRadioButton::indicator {{ border-radius: 7px; }}
    QCheckBox::indicator {{ border-radius: 3px; }}
    QRadioButton::indicator:checked {{ border: 4px solid {theme.accent}; width: 6px; height: 6px; }}
    QCheckBox::indicator:checked {{ border-color: {theme.accent}; background: {theme.accent}; }}
    QTreeView {{ background: {theme.paper}; color: {theme.ink}; outline: 0;
        border: 1px solid {theme.hairline}; border-radius: 6px; }}
    QTreeView:focus {{ {ring}; }}
    QTreeView::item {{ height: 26px; padding: 0 8px; color: {theme.ink}; }}
    QTreeView::item:disabled {{ color: {theme.soft}; }}
    QTreeView::item:selected {{ background: {theme.selection}; }}
    """


def theme_button(choice: str, theme: Theme) -> str:
    """Return the style of the button that chooses a theme: in that theme's own colours."""
    own = theme_named(choice)
    return f"""
    QPushButton {{ background: {own.paper}; color: {own.ink}; padding: 7px 0; }}
    QPushButton:hover {{ background: {own.side}; }}
    QPushButton:checked {{ background: {own.paper}; border: 2px solid {own.ink};
        padding: 6px 0; font-weight: bold; }}
    QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 6px 0; }}
    """


def accent_button(accent: str, theme: Theme) -> str:
    """Return the style of the button that chooses an accent: a dot of that colour."""
    colour = ACCENTS.get(accent, {}).get(theme.name) or theme_named(theme.name).accent
    return f"""
    QPushButton {{ background: {colour}; border: 5px solid {theme.paper}; border-radius: 15px;
        padding: 0; min-width: 20px; max-width: 20px; min-height: 20px; max-height: 20px; }}
    QPushButton:hover {{ border-color: {theme.side}; background: {colour}; }}
    QPushButton:checked {{ border: 3px solid {theme.ink}; min-width: 24px; max-width: 24px;
        min-height: 24px; max-height: 24px; }}
    QPushButton:focus {{ border: 3px solid {theme.accent}; min-width: 24px; max-width: 24px;
        min-height: 24px; max-height: 24px; }}
    """
