"""Chinese in another script: phrases as well as characters, and nothing but Chinese."""

from datetime import UTC, datetime

import pytest

from reader.article.chinese import Script
from reader.article.render import render_article
from reader.article.values import Article
from reader.posts.parse import parse_post

SIMPLIFIED, TRADITIONAL = "zh-CN", "zh-TW"


def shown(body: str, script: Script, lang: str = SIMPLIFIED, raw: bool = False) -> Article:
    head = "title: 头发\nauthors: [沈从文]\ntags: [头发]\nfrom: 联合早报"
    post = f"---\n{head}\nlang: {lang}\n---\n{body}\n"
    return render_article(
        parse_post(post.encode(), "a.md", datetime.now(UTC)), raw=raw, script=script
    )


@pytest.mark.parametrize(
    ("written", "taiwan"),
    [
        ("头发和发财", "頭髮和發財"),
        ("干燥的干部在干什么", "乾燥的幹部在幹什麼"),
        ("在里面走了一公里", "在裡面走了一公里"),
        ("皇后以后才知道", "皇后以後才知道"),
        ("一只碗里只有面条与面孔", "一隻碗裡只有麵條與面孔"),
        ("乾隆、范仲淹、于右任和沈从文", "乾隆、范仲淹、于右任和沈從文"),
        ("复习、复杂和答复", "複習、複雜和答覆"),
    ],
)
def test_simplified_becomes_traditional_by_phrases(written: str, taiwan: str) -> None:
    assert shown(written, Script.TAIWAN).text == taiwan


@pytest.mark.parametrize(
    ("written", "simplified"),
    [
        ("頭髮和發財", "头发和发财"),
        ("看著乾燥的著作和乾隆", "看着干燥的著作和乾隆"),
        ("裡面裏面", "里面里面"),
    ],
)
def test_traditional_becomes_simplified_by_phrases(written: str, simplified: str) -> None:
    assert shown(written, Script.SIMPLIFIED, TRADITIONAL).text == simplified


def test_hong_kong_writes_some_characters_its_own_way() -> None:
    assert shown("在里面", Script.HONG_KONG).text == "在裏面"
    assert shown("在里面", Script.HONG_KONG).head.lang == "zh-Hant-HK"


def test_what_is_in_the_script_already_stays() -> None:
    assert shown("這樣干擾皇后", Script.TAIWAN, TRADITIONAL).text == "這樣干擾皇后"
    mixed = shown("简体的干部说：\n\n> 這裡沒有干擾", Script.TAIWAN)
    assert mixed.text == "簡體的幹部說：\n這裡沒有干擾"


def test_a_phrase_reaches_across_markup() -> None:
    assert "<b>頭</b>髮" in shown("他的<b>头</b>发", Script.TAIWAN).html


def test_a_line_ends_a_phrase() -> None:
    assert shown("太后<br>面", Script.TAIWAN).text == "太后\n面"


def test_title_and_authors_are_shown_alike_and_tags_stay_the_names_they_filter_by() -> None:
    head = shown("头发", Script.TAIWAN).head
    assert (head.title, head.authors, head.tags) == ("頭髮", ("沈從文",), ("头发",))
    assert (head.source, head.lang) == ("聯合早報", "zh-Hant")


def test_code_and_addresses_stay_and_code_keeps_its_language() -> None:
    body = "`头发` 见 <https://example.org/头发> 头发\n\n    头发 = 1\n"
    html = shown(body, Script.TAIWAN).html
    assert "<code>头发</code>" in html
    assert "https://example.org/头发" in html.replace("%E5%A4%B4%E5%8F%91", "头发")
    assert 'lang="zh-Hans"' in html
    assert "头发 = 1" in html
    assert "頭髮" in html


def test_what_stands_at_an_addresss_end_without_a_space_is_no_part_of_it() -> None:
    body = "https://bit.ly/39g0KZk头发：见https://example.org/wiki/头发/里面?q=干燥 https://bit.ly/a====干燥"
    text = "https://bit.ly/39g0KZk頭髮：見https://example.org/wiki/头发/里面?q=干燥 https://bit.ly/a====乾燥"
    assert shown(body, Script.TAIWAN).text == text


def test_what_a_picture_says_is_shown_alike() -> None:
    article = shown(
        '<figure><img src="a.jpg" alt="头发"><figcaption>里面</figcaption></figure>', Script.TAIWAN
    )
    assert [(one.alt, one.caption) for one in article.pictures] == [("頭髮", "裡面")]


def test_headings_are_shown_alike_and_keep_the_names_that_links_use() -> None:
    article = shown("## 干燥\n\n见[干燥](#干燥)\n\n## 里面\n\n字", Script.TAIWAN)
    assert [(one.text, one.id) for one in article.contents] == [
        ("乾燥", "post-干燥"),
        ("裡面", "post-里面"),
    ]


def test_passages_in_other_languages_stay() -> None:
    japanese = '<div><p lang="ja">国会の声</p><p>国会</p></div>'
    assert shown(japanese, Script.TAIWAN).text == "国会の声\n國會"
    assert shown("国会の中の声", Script.TAIWAN).text == "国会の中の声"
    article = shown("国会の中で声をあげる", Script.TAIWAN, "ja")
    assert (article.text, article.head.lang, article.head.title) == (
        "国会の中で声をあげる",
        "ja",
        "头发",
    )


def test_passages_that_say_their_language_say_the_new_one() -> None:
    html = shown('<p>头<span lang="zh-CN">发</span></p>', Script.TAIWAN).html
    assert "頭" in html
    assert "zh-CN" not in html


def test_the_untouched_post_stays_untouched() -> None:
    assert shown("头发", Script.TAIWAN, raw=True).text == "头发"
    assert shown("头发", Script.WRITTEN).head.lang == "zh-Hans"


def test_a_post_that_cannot_be_shaped_is_shown_all_the_same() -> None:
    article = shown("<div>" * 300 + "头发" + "</div>" * 300, Script.TAIWAN)
    assert "头发" in article.text or "頭髮" in article.text
