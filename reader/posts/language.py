"""Which language a text is in, as far as its characters and commonest words show."""

import re
from collections import Counter
from typing import Final

from reader.posts.characters import SIMPLIFIED_ONLY, TRADITIONAL_ONLY

_SAMPLE: Final = 4000  # characters that are enough to tell
_TAG: Final = re.compile(r"^---\n.*?^---$|<!--.*?-->|<[^<>]*>|https?://[^\s)]+", re.S | re.M)
_ASCII: Final = re.compile("[\0-\x7f]+")
_LATIN_WORD: Final = re.compile(r"[a-zà-öø-ÿœąćęłńśźżčďěňřšťůžğışőű]+")

_SCRIPTS: Final = (
    ("kana", re.compile("[\u3041-\u3096\u30a1-\u30fa]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("arabic", re.compile("[\u0621-\u064a\u066e-\u06d3]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e01-\u0e4e]")),
)
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
    return (_chinese(_foreign(text)) or "zh") if tag == "zh" else tag


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


def _foreign(text: str) -> str:
    return _ASCII.sub("", text[:_SAMPLE])


def _shown(text: str) -> str | None:
    foreign = _foreign(text)
    if foreign:
        script = _script(foreign, text)
        if script:
            return script
    return _latin(text)


def _script(foreign: str, text: str) -> str | None:
    """Return the language of a text that is not in Latin letters; None for one that is."""
    counts = {name: len(pattern.findall(foreign)) for name, pattern in _SCRIPTS}
    kana, hanzi = counts.pop("kana"), counts["zh"]
    if kana * 12 > hanzi and kana + hanzi > counts["ko"] and kana > 1:
        counts["ja"] = kana + hanzi
    name = max(counts, key=lambda name: counts[name])
    # A Chinese character says about as much as three letters.
    weight = counts[name] * (3 if name in ("zh", "ja", "ko") else 1)
    if not weight or weight * 2 < len(_LATIN_LETTERS.findall(_TAG.sub(" ", text[:_SAMPLE]))):
        return None
    if name == "zh":
        return _chinese(foreign) or "zh-Hans"
    if name == "cyrillic":
        return "uk" if _UKRAINIAN.intersection(foreign) else "ru"
    if name == "arabic":
        return "fa" if _PERSIAN.intersection(foreign) else "ar"
    return name


_LATIN_LETTERS: Final = re.compile("[A-Za-z]")


def _chinese(foreign: str) -> str | None:
    """Return which script's own characters there are more of; None where there are none."""
    simplified = sum(map(SIMPLIFIED_ONLY.__contains__, foreign))
    traditional = sum(map(TRADITIONAL_ONLY.__contains__, foreign))
    if simplified == traditional:
        return None
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def _latin(text: str) -> str | None:
    """Return the language whose commonest words are at least an eighth of the text's."""
    words = Counter(_LATIN_WORD.findall(_TAG.sub(" ", text[:_SAMPLE]).lower()))
    total = words.total()
    if total < 8:
        return None
    shares = {
        language: sum(words[word] for word in stop_words) / total
        for language, stop_words in _STOP_WORDS.items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= 0.125 else None
