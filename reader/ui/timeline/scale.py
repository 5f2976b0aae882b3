"""Where on the timeline the bars stand."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from PySide6.QtCore import QRectF

from reader.ui.timeline.bars import Bar, Span, bars_within

BARS = 32  # pixels: the highest
PADDING = 14  # left and right
NARROWEST = 4.0  # pixels from one bar to the next
WIDEST = 28.0
GAP = 2.0
CLOSE, CLOSE_GAP = 5.0, 1.0  # under so many pixels to the next one, it is so narrow


@dataclass(frozen=True, slots=True)
class Scale:
    """Bars beside each other."""

    bars: tuple[Bar, ...]
    room: int  # pixels from the first one's left to where the last one may end

    @property
    def pitch(self) -> float:
        """Return the pixels from one bar to the next."""
        count = max(1, len(self.bars))
        wide, close = (self.room + GAP) / count, (self.room + CLOSE_GAP) / count
        return min(WIDEST, wide if wide >= CLOSE else close)

    @property
    def gap(self) -> float:
        """Return how many pixels of the pitch stay free."""
        return GAP if self.pitch >= CLOSE else CLOSE_GAP

    def rects(self) -> list[QRectF]:
        """Return where each bar is painted."""
        most = max((bar.posts for bar in self.bars), default=0)
        pitch = self.pitch
        width = pitch - self.gap
        heights = [_height(bar.posts, most) for bar in self.bars]
        return [
            QRectF(PADDING + at * pitch, BARS - height, width, height)
            for at, height in enumerate(heights)
        ]

    def middle(self, bar: int) -> float:
        """Return the x of a bar's middle."""
        return PADDING + bar * self.pitch + (self.pitch - self.gap) / 2

    def place_at(self, x: float) -> int | None:
        """Return which bar stands at `x`, or None."""
        at = int((x - PADDING) // self.pitch)
        return at if 0 <= at < len(self.bars) else None

    def place_of(self, bar: Bar | None) -> int | None:
        """Return where `bar`, or the one that has its first day now, stands; None out of sight."""
        if bar is None:
            return None
        places = bars_within(self.bars, bar.since, bar.since)
        return places[0] if places else None

    def bar_near(self, x: float) -> Bar | None:
        """Return the bar nearest to `x`; None without bars."""
        if not self.bars:
            return None
        return self.bars[max(0, min(int((x - PADDING) // self.pitch), len(self.bars) - 1))]

    def span(self, places: range) -> Span:
        """Return the days of some bars beside each other."""
        return Span(self.bars[places[0]].since, self.bars[places[-1]].until)

    def day_at(self, x: float) -> date | None:
        """Return the day at `x`, or the nearest there is; None without bars."""
        bar = self.bar_near(x)
        at = self.place_of(bar)
        if bar is None or at is None:
            return None
        part = min(max((x - PADDING) / self.pitch - at, 0), 1)
        return bar.since + timedelta(days=int(part * (bar.until - bar.since).days))


def _height(posts: int, most: int) -> float:
    # The square root keeps a quiet month visible beside a loud one; no posts are a line.
    return max(3.0, round(BARS * sqrt(posts / most))) if posts else 1.0
