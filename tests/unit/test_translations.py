"""The interface in each language: complete, natural in its form, and loaded when it is wanted."""

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from opencc import OpenCC
from PySide6.QtCore import QCoreApplication, QTranslator

from reader.library.values import Facet
from reader.ui.sidebar.words import section_name
from reader.ui.translations import FOLDER, language_for

ROOT = Path(__file__).parents[2]
CHINESE = ("zh_CN", "zh_TW")
_PLACES = re.compile(r"%n|%\d|\{\w*\}|\([A-Z][\w+]*\)|Ctrl\+\w|F\d+")


@dataclass(frozen=True)
class Words:
    language: str
    context: str
    source: str
    text: str


def words_in(language: str) -> Iterator[Words]:
    file = FOLDER / f"broadsheet_{language}.ts"
    root = ElementTree.parse(file).getroot()  # noqa: S314 - our own file
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            assert translation is not None
            yield Words(language, name, source, "".join(translation.itertext()).strip())


EVERY = [words for language in CHINESE for words in words_in(language)]


@pytest.fixture
def spoken(qapp: QCoreApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(f"broadsheet_{request.param}", str(FOLDER))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_nothing_is_missing_unfinished_or_compiled_from_something_else() -> None:
    check = subprocess.run(
        [ROOT / "packaging" / "translate", "--check"], check=False, capture_output=True, text=True
    )
    assert check.stdout + check.stderr == ""
    assert check.returncode == 0


def test_every_string_stands_where_it_is_collected() -> None:
    """A string within a string, in braces, is never seen by lupdate, and so stays English."""
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "reader").rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(("translate", ".tr"))
    ]
    assert hidden == []


def test_what_is_filled_in_later_is_filled_in_everywhere() -> None:
    wrong = [
        words
        for words in EVERY
        if sorted(_PLACES.findall(words.source)) != sorted(_PLACES.findall(words.text))
    ]
    assert wrong == []


def test_nothing_was_left_in_english() -> None:
    same = {words.source for words in EVERY if words.text == words.source}
    assert same <= {"{begin} – {end}", "{0} - Broadsheet"}


def test_each_script_keeps_to_itself() -> None:
    simplified, traditional = OpenCC("t2s"), OpenCC("s2twp")
    for words in EVERY:
        own = simplified if words.language == "zh_CN" else traditional
        found = {
            char for char in words.text if own.convert(char) != char and char not in "群台里只"
        }
        assert not found, words


def test_sentences_end_and_quotes_stand_as_chinese_has_them() -> None:
    for words in EVERY:
        assert not re.search(r"[一-鿿][,.;:?!]", words.text), words
        assert words.text.endswith("。") == words.source.endswith("."), words
        quotes = "「」" if words.language == "zh_CN" else "“”"
        assert not set(quotes) & set(words.text), words


@pytest.mark.parametrize(
    ("spoken", "name"), [("zh_CN", "标签"), ("zh_TW", "標籤"), ("en", "Tags")], indirect=["spoken"]
)
@pytest.mark.usefixtures("spoken")
def test_the_compiled_words_are_heard(name: str) -> None:
    assert section_name(Facet.TAG) == name


@pytest.mark.parametrize("spoken", ["en"], indirect=True)
@pytest.mark.usefixtures("spoken")
def test_english_counts_one_post_and_two_posts() -> None:
    def say(number: int) -> str:
        return QCoreApplication.translate("SidebarModel", "%n post(s)", "", number)

    assert (say(1), say(2), say(0)) == ("1 post", "2 posts", "0 posts")


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        (["zh-Hant-TW"], "zh_TW"),
        (["zh-HK"], "zh_TW"),
        (["zh-MO"], "zh_TW"),
        (["zh-SG"], "zh_CN"),
        (["en-US", "zh-CN"], "en"),
        (["de-DE", "zh-TW"], "zh_TW"),
        (["de-DE"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_each_place_gets_the_script_it_reads(wanted: list[str], language: str) -> None:
    assert language_for(wanted) == language
