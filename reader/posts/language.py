"""Which language a text is in, as far as its characters and commonest words show."""

import re
from collections import Counter
from functools import cache
from typing import Final

from reader.posts.characters import SIMPLIFIED_ONLY, TRADITIONAL_ONLY

_SAMPLE: Final = 4000  # characters, markup among them, that are enough to tell
_GLANCE: Final = 400  # of them, that often are
_TAG: Final = re.compile("<[^>]*>")
_ADDRESS: Final = re.compile(r"https?://[^\s)<>]+")
_NO_LATIN_LETTERS: Final = bytes(byte for byte in range(256) if not bytes((byte,)).isalpha())
_LATIN_WORD: Final = re.compile(r"[a-zà-öø-ÿœąćęłńśźżčďěňřšťůžğışőű]+")

# The upper byte of a UTF-16 unit to a letter for its script: counting these is all but free.
_HANZI, _HANGUL = b"z", b"k"
_UPPER_BYTES: Final = (
    (0x34, 0x4D, _HANZI),
    (0x4E, 0x9F, _HANZI),
    (0xAC, 0xD7, _HANGUL),
    (0x03, 0x03, b"e"),
    (0x04, 0x04, b"c"),
    (0x05, 0x05, b"h"),
    (0x06, 0x06, b"a"),
    (0x09, 0x09, b"i"),
    (0x0E, 0x0E, b"t"),
)
_OTHER_SCRIPTS: Final = (
    (b"e", "el", re.compile("[\u0370-\u03ff]")),
    (b"c", "ru", re.compile("[\u0400-\u04ff]")),
    (b"h", "he", re.compile("[\u05d0-\u05ea]")),
    (b"a", "ar", re.compile("[\u0621-\u064a\u066e-\u06d3]")),
    (b"i", "hi", re.compile("[\u0900-\u097f]")),
    (b"t", "th", re.compile("[\u0e01-\u0e4e]")),
)
# No Japanese sentence goes without one of these.
_COMMON_KANA: Final = "のにはをたるしいンー"
_COMMON_SIMPLIFIED: Final = "这个们来国时说会对为"
_COMMON_TRADITIONAL: Final = "這個們來國時說會對為"
_KANA_LETTERS: Final = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_STOP_WORDS: Final = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that for it was with as on be by this are from at have not you",
        "de": "der die und das nicht ist den von zu mit sich auf ein eine dem des im auch wird für",
        "fr": "le la les des et est une dans que qui pour pas sur avec ce du au il sont plus nous",
        "es": "el la los las de que y en un una por con para se del no su es al como más",
        "it": "il di che e la per un una non con del della sono gli i le è nel alla più anche",
        "pt": "o a os as de que e em um uma não para com do da se na no por mais dos ao é",
        "nl": "de het een en van is dat niet op te zijn voor met die aan er om ook als bij",
        "sv": "och att det som en på är av för med till den inte om ett har de var jag",
        "pl": "w i na z się nie do to że jest o jak po co ale od za są przez dla",
        "tr": "ve bir bu da de için ile çok olarak olan gibi daha ne kadar sonra her",
    }.items()
}
_LANGUAGES_OF: Final = {
    word: tuple(language for language, words in _STOP_WORDS.items() if word in words)
    for word in set[str]().union(*_STOP_WORDS.values())
}
_UKRAINIAN: Final = frozenset("іїєґІЇЄҐ")
_PERSIAN: Final = frozenset("پچژگکی")

_TAG_FORM: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_TRADITIONAL_REGIONS: Final = frozenset(("tw", "hk", "mo", "hant", "cht"))
_SIMPLIFIED_REGIONS: Final = frozenset(("cn", "sg", "my", "hans", "chs"))
_NAMES: Final = {
    "中文": "zh",
    "汉语": "zh",
    "漢語": "zh",
    "chinese": "zh",
    "简体中文": "zh-Hans",
    "简体": "zh-Hans",
    "simplified chinese": "zh-Hans",
    "繁體中文": "zh-Hant",
    "繁体中文": "zh-Hant",
    "正體中文": "zh-Hant",
    "traditional chinese": "zh-Hant",
    "cn": "zh-Hans",
    "tw": "zh-Hant",
    "日本語": "ja",
    "japanese": "ja",
    "jp": "ja",
    "한국어": "ko",
    "korean": "ko",
    "kr": "ko",
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
    "russian": "ru",
    "русский": "ru",
}


def language_of(text: str, declared: object = None) -> str | None:
    """Return the BCP 47 tag of `declared`, else of what `text` shows; None if neither tells.

    Chinese always comes with its script: a bare `zh` by the text, `zh-TW` as `zh-Hant`.
    """
    tag = _declared(declared)
    if tag is None:
        return _shown(text)
    return (_chinese(text[:_SAMPLE]) or "zh") if tag == "zh" else tag


def _declared(declared: object) -> str | None:
    """Return a well-formed tag in its usual case; "zh" where the script is not told."""
    if not isinstance(declared, str):
        return None
    name = declared.strip().lower()
    if name in _NAMES:
        return _NAMES[name]
    name = name.partition(".")[0].partition("@")[0].replace("_", "-")  # "zh_CN.UTF-8"
    if len(name) > 35 or not _TAG_FORM.fullmatch(name):
        return None
    language, *rest = name.split("-")
    if language in ("zh", "cmn", "zho", "chi"):
        return _declared_chinese(rest)
    return "-".join((language, *map(_usual_case, rest)))


def _declared_chinese(subtags: list[str]) -> str:
    for subtag in subtags:
        if subtag in _TRADITIONAL_REGIONS:
            return "zh-Hant"
        if subtag in _SIMPLIFIED_REGIONS:
            return "zh-Hans"
    return "zh"


def _usual_case(subtag: str) -> str:
    """Return a subtag as RFC 5646 section 2.1.1 writes it: `Hans`, `US`, `valencia`."""
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.capitalize()
    return subtag.upper() if len(subtag) == 2 else subtag


def _shown(text: str) -> str | None:
    visible = _ADDRESS.sub(" ", _TAG.sub(" ", text[:_SAMPLE]))
    if visible.isascii():
        return _latin(visible)
    language, weight = _by_script(visible)
    if language and (weight > len(visible) or weight > _latin_letters(visible)):
        return language
    return _latin(visible)


def _latin_letters(text: str) -> int:
    """Return how many there are without accents; sixteen times as fast as an expression is."""
    return len(text.encode("ascii", "ignore").translate(None, _NO_LATIN_LETTERS))


def _by_script(text: str) -> tuple[str | None, int]:
    """Return the language of the script beside Latin that is most used, and how it weighs.

    A letter weighs as two Latin ones, so that a third of them decides; a Chinese character says
    as much as three letters.
    """
    scripts = text.encode("utf-16-be", "replace")[0::2].translate(_SCRIPT_OF_BYTE)
    hanzi, hangul = scripts.count(_HANZI), scripts.count(_HANGUL)
    japanese = any(map(text.__contains__, _COMMON_KANA))
    kana = len(_KANA_LETTERS.findall(text)) if japanese else 0
    others = [(scripts.count(letter), name, form) for letter, name, form in _OTHER_SCRIPTS]
    most, name, form = max(others, key=lambda other: other[0])
    if most > hanzi + kana + hangul:
        most = len(form.findall(text))
        return (_variety(name, text), 2 * most) if most else (None, 0)
    if hangul > hanzi + kana:
        return "ko", 6 * (hangul + hanzi)
    if kana > 1 and kana * 12 > hanzi:
        return "ja", 6 * (kana + hanzi)
    return (_chinese(text) or "zh-Hans", 6 * hanzi) if hanzi else (None, 0)


def _variety(language: str, text: str) -> str:
    """Return the language that shares its script with `language` where `text` is in that."""
    if language == "ru" and _UKRAINIAN.intersection(text):
        return "uk"
    if language == "ar" and _PERSIAN.intersection(text):
        return "fa"
    return language


def _chinese(text: str) -> str | None:
    """Return which script's own characters there are more of; None where there are none."""
    simplified = sum(map(text.count, _COMMON_SIMPLIFIED))
    traditional = sum(map(text.count, _COMMON_TRADITIONAL))
    for sample in (text[:_GLANCE], text):  # a short text: look at every character
        if abs(simplified - traditional) >= 8:
            break
        simplified, traditional = (len(set(own.findall(sample))) for own in _own_characters())
    if simplified == traditional:
        return None
    return "zh-Hans" if simplified > traditional else "zh-Hant"


@cache
def _own_characters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds Simplified and Traditional characters, faster than sets do."""
    simplified, traditional = map("".join, (SIMPLIFIED_ONLY, TRADITIONAL_ONLY))
    return re.compile(f"[{simplified}]"), re.compile(f"[{traditional}]")


def _script_of_byte() -> bytes:
    table = bytearray(256)
    for first, last, script in _UPPER_BYTES:
        table[first : last + 1] = script * (last + 1 - first)
    return bytes(table)


_SCRIPT_OF_BYTE: Final = _script_of_byte()


def _latin(visible: str) -> str | None:
    """Return the language whose commonest words are at least an eighth of the text's."""
    words = _LATIN_WORD.findall(visible.lower())
    if len(words) < 8:
        return None
    times = dict.fromkeys(_STOP_WORDS, 0)
    for word, count in Counter(filter(_LANGUAGES_OF.__contains__, words)).items():
        for language in _LANGUAGES_OF[word]:
            times[language] += count
    best = max(times, key=lambda language: times[language])
    return best if times[best] >= 0.125 * len(words) else None
