"""Where the window opens."""

import base64
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.profile import Profile
from reader.ui import session
from reader.ui.session import Session
from tests.helpers.windows import Driver

Start = Callable[..., Driver]


def kept_on_a_screen_of(width: int, height: int) -> str:
    """Return what is kept of a window that filled such a screen, as QWidget.saveGeometry has it."""
    place = (0, 0, width - 1, height - 1)
    made = struct.pack(">IHH8iiBBi4i", 0x1D9D0CB, 3, 0, *place, *place, 0, 0, 0, width, *place)
    return base64.b64encode(made).decode("ascii")


@pytest.mark.parametrize("geometry", [kept_on_a_screen_of(7680, 4320), "no base 64"])
def test_a_window_of_another_screen_fits_this_one(
    start: Start, library: Path, profile: Path, geometry: str
) -> None:
    session.save(Profile.under(profile).session_path, replace(Session(), geometry=geometry))
    window = start(library).front.window
    room = window.screen().availableSize()
    assert window.size().boundedTo(room) == window.size()
