"""Theme and settings, brought to the page whenever there is one."""

from typing import TYPE_CHECKING

from reader.ui.article_view.page_style import page_style
from reader.ui.article_view.sheet import labels, script_value
from reader.ui.settings import Settings
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.article_view.pane import WebPane


class PageLooks:
    """What the page looks like, and whether it offers pictures."""

    def __init__(self, theme: Theme) -> None:
        self.theme, self.settings = theme, Settings()
        self._pane: WebPane | None = None

    def dress(self, pane: "WebPane") -> None:
        """Have the page of `pane` load with these looks."""
        self._pane = pane
        pane.scheme.style = page_style(self.theme, self.settings)
        pane.scheme.remote = self.settings.pictures

    def tell(self) -> None:
        """Tell a page that has just become ready."""
        if self._pane is not None:
            self._say_labels(self._pane)
            self._say_style(self._pane)

    def undress(self) -> None:
        """Let the page go."""
        self._pane = None

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, at once."""
        self.theme = theme
        if self._pane is not None:
            self._pane.set_paper(theme.paper)
        self._restyle()

    def set_settings(self, settings: Settings) -> None:
        """Set the text as `settings` have it; the line being read stays where it is."""
        before, self.settings = self.settings, settings
        self._restyle()
        if self._pane is not None and settings.pictures != before.pictures:
            self._pane.scheme.remote = settings.pictures
            self._say_labels(self._pane)

    def _restyle(self) -> None:
        if self._pane is not None:
            style = page_style(self.theme, self.settings)
            if style != self._pane.scheme.style:
                self._pane.scheme.style = style
                self._say_style(self._pane)

    def _say_labels(self, pane: "WebPane") -> None:
        if pane.is_ready:
            words = labels(self.settings.pictures != "never")
            pane.run(f"broadsheet.setLabels({script_value(words)})")

    def _say_style(self, pane: "WebPane") -> None:
        if pane.is_ready:
            pane.run(f"broadsheet.setStyle({script_value(pane.scheme.style)})")
