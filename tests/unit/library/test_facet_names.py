import pytest

from reader.library.facet_names import names_above, year_above
from reader.library.values import Facet, Filter

TAG, AUTHOR, SOURCE, YEAR = Facet.TAG, Facet.AUTHOR, Facet.SOURCE, Facet.YEAR


@pytest.mark.parametrize(
    ("facet", "one", "other"),
    [
        (TAG, "News", "NEWS"),
        (TAG, "ＶＰＮ服务", "vpn服务"),
        (TAG, "ガス", "ｶﾞｽ"),
        (TAG, "café", "cafe\u0301"),
        (TAG, "War/Europe", "ｗａｒ／europe"),
        (TAG, "two words", "Two\u3000words"),
        (Facet.CATEGORY, "Straße", "STRASSE"),
        (AUTHOR, "Jane Smith", "JANE SMITH"),
        (AUTHOR, "Jane Smith", "Ｊａｎｅ　Ｓｍｉｔｈ"),
        (AUTHOR, "王伟", "王　伟"),
        (AUTHOR, "陈秋实 Qiushi Official", "陈秋实Qiushi official"),
        (AUTHOR, "山田太郎", "山田 太郎"),
        (AUTHOR, "Émile Zola", "E\u0301mile Zola"),
        (SOURCE, "bbc.co.uk", "WWW.BBC.co.uk"),
        (SOURCE, "bbc.co.uk", "https://www.bbc.co.uk/news/1"),
        (SOURCE, "münchen.de", "www.xn--mnchen-3ya.de"),
        (SOURCE, "münchen.de", "MÜNCHEN.de"),
        (SOURCE, "联合早报", " 联合早报"),
        (YEAR, "2022", "2022年"),
        (YEAR, "2022-02", "2022-2"),
        (YEAR, "2022-02", "2022/02"),
        (YEAR, "2022-02", "2022年2月"),
    ],
)
def test_spellings_of_one_value(facet: Facet, one: str, other: str) -> None:
    assert facet.key(one) == facet.key(other)


@pytest.mark.parametrize(
    ("facet", "one", "other"),
    [
        (TAG, "two words", "twowords"),
        (TAG, "王 伟", "王伟"),  # a tag is no name: it may be two words
        (TAG, "cafe", "café"),
        (TAG, "x²", "x2"),
        (AUTHOR, "Jane Smith", "JaneSmith"),
        (AUTHOR, "石炳锋", "石炳鋒"),  # one may be written so by its bearer
        (AUTHOR, "Jane Smith", "J. Smith"),
        (AUTHOR, "Rene", "René"),
        (SOURCE, "bbc.co.uk", "bbc.com"),
        (SOURCE, "apple.com", "xn--80ak6aa92e.com"),  # Cyrillic letters that look like apple
        (YEAR, "2022", "2022-02"),
        (YEAR, "2022-01", "2022-10"),
    ],
)
def test_values_of_their_own(facet: Facet, one: str, other: str) -> None:
    assert facet.key(one) != facet.key(other)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("war", ()),
        ("war/europe", ("war",)),
        ("a/b/c", ("a", "a/b")),
        ("AC/DC", ("AC",)),  # whether that is shown is not to be told from the name
        ("war / peace", ()),
        ("war/ peace", ()),
        ("a//b", ()),
        ("/a/b/", ("/a",)),
        ("a/b/c/d/e/f/g/h", ("a", "a/b", "a/b/c", "a/b/c/d", "a/b/c/d/e")),
        ("战争/欧洲", ("战争",)),
        ("战争／欧洲", ("战争",)),
        ("", ()),
    ],
)
def test_tags_above_a_tag(tag: str, expected: tuple[str, ...]) -> None:
    assert names_above(tag) == expected


def test_the_year_above_a_month() -> None:
    assert year_above("2022-02") == ("2022",)
    assert year_above("2022") == ()


def test_a_choice_is_taken_out_again_however_it_is_spelled() -> None:
    chosen = Filter().toggled(TAG, "War").toggled(TAG, "peace")
    assert chosen.toggled(TAG, "WAR").chosen(TAG) == ("peace",)
    assert chosen.toggled(TAG, "war").toggled(TAG, "Peace") == Filter()
