import re

from reader.ui.article_view.page_style import page_style
from reader.ui.settings import Settings
from reader.ui.theme import BLACK, LIGHT


def value(style: str, name: str) -> str:
    found = re.search(rf"--{name}: ([^;]*);", style)
    assert found is not None
    return found[1]


def test_what_nobody_chose_is_what_the_stylesheet_says_itself() -> None:
    with open("resources/article/article.css", encoding="utf-8") as opened:
        sheet = opened.read()
    style = page_style(LIGHT, Settings())
    for name in ("size", "scale", "leading", "leading-latin", "measure", "measure-latin"):
        assert value(style, name) == value(sheet, name)
    for name in ("column", "align", "align-latin"):
        assert value(style, name) == value(sheet, name)


def test_every_language_gets_its_own_font() -> None:
    fonts = {"latin": "Georgia", "hant": "Noto Serif CJK TC", "code": "Nimbus Mono PS"}
    style = page_style(LIGHT, Settings(typeface="sans", fonts=fonts))
    assert ':root { --text: "Georgia", var(--sans); }' in style
    assert "[lang]:lang(zh) { --text: var(--sans); }" in style
    assert re.search(r'lang\(zh-Hant\).*\{ --text: "Noto Serif CJK TC", var\(--sans\); \}', style)
    assert value(style, "code") == '"Nimbus Mono PS", var(--mono)'


def test_a_fonts_name_cannot_be_anything_but_a_name() -> None:
    name = 'x"; } body { display: none } \\'
    style = page_style(LIGHT, Settings(fonts={"latin": name, "ja": "源ノ明朝"}))
    assert "{ display" not in style
    assert '"源ノ明朝"' in style


def test_measures_of_alphabets_go_along() -> None:
    style = page_style(BLACK, Settings(size=24, line=1.4, width=57, justify="always"))
    assert value(style, "leading-latin") == "1.3"
    assert value(style, "measure-latin") == "51em"
    assert value(style, "column") == "1368px"
    assert value(style, "align-latin") == "justify"
    assert value(style, "paper") == "#000000"
    assert value(page_style(BLACK, Settings(justify="never")), "align") == "start"
