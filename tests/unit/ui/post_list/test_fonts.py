import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from reader.ui.post_list.fonts import ListFonts, hinted, script_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("lang", "script"),
    [
        (None, ""),
        ("", ""),
        ("en", ""),
        ("zh", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh-Hant", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("ja", "ja"),
        ("ja-JP", "ja"),
        ("ko", "ko"),
        ("kok", ""),
    ],
)
def test_a_language_calls_for_its_own_glyphs(lang: str | None, script: str) -> None:
    assert script_of(lang) == script


@pytest.mark.parametrize(
    ("script", "family"),
    [
        ("zh-Hans", "Noto Sans CJK SC"),
        ("zh-Hant", "Noto Sans CJK TC"),
        ("ja", "Noto Sans CJK JP"),
        ("ko", "Noto Sans CJK KR"),
    ],
)
def test_its_family_stands_beside_the_interface_s(script: str, family: str) -> None:
    if not QFontDatabase.hasFamily(family):
        pytest.skip(f"{family} is not installed")
    font = QApplication.font()
    own = QFontInfo(font).family()
    assert hinted(font, script, first=True).families() == [family, own]
    assert hinted(font, script, first=False).families() == [own, family]
    assert QFontInfo(hinted(font, script, first=True)).family() == family


_DRAW = """
import sys
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from reader.ui.post_list.fonts import hinted
application = QGuiApplication([])
for script in sys.argv[1:]:
    image = QImage(80, 40, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(hinted(application.font(), script, first=True))
    painter.drawText(4, 30, "骨，")
    painter.end()
    print(hash(bytes(image.constBits())))
"""


@pytest.mark.parametrize("locale", ["zh_CN", "zh_TW", "ja_JP", "en_GB"])
def test_glyphs_are_the_post_s_whatever_language_the_system_speaks(locale: str) -> None:
    scripts = {"zh-Hans": "SC", "zh-Hant": "TC"}
    if not all(QFontDatabase.hasFamily(f"Noto Sans CJK {each}") for each in scripts.values()):
        pytest.skip("no font with glyphs for both")
    spoken = {"LC_ALL": f"{locale}.UTF-8", "LANGUAGE": locale, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _DRAW, *scripts]
    done = subprocess.run(command, env={**os.environ, **spoken}, capture_output=True, check=True)
    assert len(set(done.stdout.split())) == len(scripts)


def test_no_script_changes_nothing() -> None:
    font = QApplication.font()
    assert hinted(font, "", first=True) == font


def test_everything_grows_with_the_interface() -> None:
    font = QFont(QApplication.font())
    font.setPixelSize(13)
    drawn = ListFonts(font)
    font.setPixelSize(26)
    twice = ListFonts(font)
    assert drawn.font("title", "").pixelSize() == 14
    assert twice.font("title", "").pixelSize() == 28
    assert (drawn.pixels(20), twice.pixels(20)) == (20, 40)
    assert drawn.font("unread", "").bold()
    assert not drawn.font("title", "").bold()
