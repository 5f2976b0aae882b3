"""Who made a picture, at the end of its caption."""

import pytest

from reader.article.captions.credits import credit_in


@pytest.mark.parametrize(
    ("said", "credit"),
    [
        ("两人通话。", "（法新社档案图）"),
        ("A street in Rome. ", "(Photo: A. Person/AFP)"),
        ("People march in Paris. ", "REUTERS/A. Person"),
        ("A man walks. ", "Photograph: A. Person/The Paper"),
        ("A man walks. ", "Ann Person/Getty Images"),
        ("A man sits. ", "Ann de Person/Pool via AP"),
        ("Words. ", "Credit...Ann Person for The Paper"),
        ("通知书已到。 ", "受访者提供"),
        ("记者会现场。", "新华社记者 张三 摄"),
        ("产生过很大影响。", "图源/视觉中国。"),
        ("", "Photo by A. Person on Unsplash"),
        ("", "Getty Images"),
        ("", "© A. Person"),
    ],
)
def test_credit_is_found(said: str, credit: str) -> None:
    assert credit_in(said + credit) == len(said)


@pytest.mark.parametrize(
    "caption",
    [
        "王毅（左）",
        "王毅（右图）",
        "The house (built in 1900)",
        "图：一群人",
        "国家为居民提供",
        "The source of the river",
        "They jumped into the Pool",
        "马克斯·韦伯",
    ],
)
def test_words_that_name_nobody(caption: str) -> None:
    assert credit_in(caption) is None


@pytest.mark.parametrize("unit", ["a ", "A ", "/AP", "Aa Bb ", "摄", "一 ", "Photo ", "（", "Ab."])
def test_long_runs_take_no_time(unit: str) -> None:
    credit_in(unit * 200)
