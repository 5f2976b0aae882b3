import pytest

from reader.posts.language import language_of

TEXTS = {
    "zh-Hans": "中国外长王毅今天应约同美国国务卿布林肯通电话，强调维护乌克兰主权。",
    "zh-Hant": "這是一個關於香港的故事，他們說來說去，還是沒有結果。",
    "ja": "これは日本語で書かれた記事です。東京では雨が降っています。",
    "ko": "이것은 한국어로 쓴 글이다. 오늘 서울에는 비가 내리고 있다.",
    "ru": "Это статья на русском языке, в которой говорится о погоде.",
    "uk": "Це стаття українською мовою, в якій її автор говорить про погоду.",
    "el": "Αυτό είναι ένα άρθρο στα ελληνικά για τον καιρό.",
    "he": "זה מאמר בעברית על מזג האוויר.",
    "ar": "هذا مقال باللغة العربية عن الطقس في هذا اليوم.",
    "fa": "این یک مقاله به زبان فارسی است که درباره چگونگی هواست.",
    "hi": "यह हिंदी में मौसम के बारे में एक लेख है।",
    "th": "นี่คือบทความภาษาไทยเกี่ยวกับสภาพอากาศ",
    "en": "This is the story of a man who had been to the sea, and of what he found there.",
    "de": "Das ist die Geschichte von einem Mann, der nicht auf das Meer wollte.",
    "fr": "Il est dans la ville avec une femme qui ne veut pas que les autres le sachent.",
    "es": "La casa que se ve en el campo es de una familia que no la usa más que para el verano.",
}


@pytest.mark.parametrize("tag", TEXTS)
def test_the_text_shows_it(tag: str) -> None:
    assert language_of(TEXTS[tag]) == tag


def test_markup_and_addresses_are_no_text() -> None:
    markup = '<div class="figure of the and to in is that for"><img alt="the of and to in"></div>'
    address = "https://example.org/the/of/and/to/in/is/that/it/was/for"
    assert language_of(f"{markup * 5}{TEXTS['zh-Hans']}{address * 3}") == "zh-Hans"


def test_a_few_foreign_words_change_nothing() -> None:
    assert language_of(TEXTS["zh-Hans"] * 3 + "の VLOG Windows 11") == "zh-Hans"
    assert language_of(TEXTS["en"] * 3 + "中国") == "en"
    assert language_of(TEXTS["ja"] + "中国外长王毅") == "ja"


def test_no_text_no_language() -> None:
    assert language_of("") is None
    assert language_of("IMG_2034.jpg 640 480") is None
    assert language_of("😀😀😀") is None


@pytest.mark.parametrize(
    ("declared", "tag"),
    [
        ("en", "en"),
        ("en_US", "en-US"),
        ("EN-us", "en-US"),
        ("de_DE.UTF-8", "de-DE"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-hans", "zh-Hans"),
        ("zh", "zh-Hant"),  # by the text below
        ("中文", "zh-Hant"),
        ("简体中文", "zh-Hans"),
        ("日本語", "ja"),
        ("Japanese", "ja"),
        ("not a language", "zh-Hant"),
        ('"><script>', "zh-Hant"),
        ("", "zh-Hant"),
        (7, "zh-Hant"),
        (None, "zh-Hant"),
    ],
)
def test_what_is_declared_wins_in_its_usual_form(declared: object, tag: str) -> None:
    assert language_of(TEXTS["zh-Hant"], declared) == tag
