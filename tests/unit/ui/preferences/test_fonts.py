import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication

from reader.ui.preferences.fonts import families_for, suited, without_foundries
from reader.ui.settings import SCRIPTS


def test_one_family_of_several_foundries_is_one_by_the_name_that_a_page_knows() -> None:
    families = ["C059 [UKWN]", "C059 [urw]", "Nimbus Sans [URW ]", "DejaVu Sans"]
    assert without_foundries(families) == ("C059", "Nimbus Sans", "DejaVu Sans")


def test_a_font_of_all_han_characters_is_offered_where_its_forms_are_right() -> None:
    families = ["Georgia", "Noto Serif CJK SC", "Noto Serif CJK TC", "Noto Serif CJK JP"]
    assert suited("hant", families) == ("Georgia", "Noto Serif CJK TC")
    assert suited("latin", families) == ("Georgia",)


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_is_offered_has_letters_and_each_name_once(qapp: QGuiApplication, script: str) -> None:
    offered = families_for(script)
    assert len(set(offered)) == len(offered)
    symbols = QFontDatabase.families(QFontDatabase.WritingSystem.Symbol)
    assert not set(without_foundries(symbols)) & set(offered)
