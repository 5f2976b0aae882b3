"""Every caption once, with its own picture, in every shape that posts use."""

import pytest

from tests.helpers.articles import article_of, html_of

IMG = '<img src="https://e.example/a.jpg">'
FIGURE = (
    '<figure><img src="picture?https://e.example/a.jpg" alt=""><figcaption>{}</figcaption></figure>'
)


@pytest.mark.parametrize(
    "shape",
    [
        f"<figure>{IMG}<figcaption>Words</figcaption></figure>",
        f"<figure><figcaption>Words</figcaption>{IMG}</figure>",
        f"<figure><div><a href='https://e.example/a.jpg'>{IMG}</a></div><figcaption><p>Words</p>"
        "</figcaption></figure>",
        f"<figure><picture>{IMG}</picture></figure><figcaption>Words</figcaption>",
        f"<div><div class='figure-media'>{IMG}</div> <figcaption>Words</figcaption></div>",
        f"<div class='wp-caption'>{IMG}<p class='wp-caption-text'>Words</p></div>",
        f"<div class='wp-caption'><a href='a.jpg'>{IMG}</a><dd class='wp-caption-text'>Words</dd>"
        "</div>",
        f"<p>{IMG}</p><p class='caption'>Words</p>",
        f"<div>{IMG}</div><div class='image-caption'><span>Words</span></div>",
        # aesop: the caption in a figure of its own, beside the picture's box
        f"<div class='container img'><div class='aspectRatioPlaceholder'><div>{IMG}</div></div>"
        "<div class='aesop-image-component'><figure><figcaption><p class='aesop-cap-description'>"
        "Words</p><p class='aesop-cap-cred'> </p></figcaption></figure></div></div>",
        # the same within an outer figure
        f"<figure><div>{IMG}</div><div><figure><figcaption>Words</figcaption></figure></div>"
        "</figure>",
        f"<p>{IMG}</p><p><em>Words</em></p>",
        f"<p>{IMG}</p><p><small>Words</small></p>",
        f"<p>{IMG}<br><em>Words</em></p>",
        f"<table><tr><td>{IMG}</td></tr><tr><td>Words</td></tr></table>",
        "<img src='https://e.example/a.jpg' data-caption='Words'>",
        f"<figure>{IMG}<figcaption>Words</figcaption></figure><p>Words</p>",
    ],
)
def test_every_shape_becomes_one_figure(shape: str) -> None:
    article = article_of(shape + "<p>The article.</p>")
    assert article.html == FIGURE.format("Words") + "<p>The article.</p>"
    assert [picture.caption for picture in article.pictures] == ["Words"]
    assert article.text == "Words\nThe article."


def test_caption_by_its_own_words() -> None:
    article = article_of(f"<p>{IMG}</p><p>图：Keso</p><p>图中的人走了。</p>")
    assert article.pictures[0].caption == "图：Keso"
    assert "<p>图中的人走了。</p>" in article.html


def test_credit_field_of_drupal() -> None:
    html = html_of(
        f"<div class='content'>{IMG}<div class='field field-name-field-image-source'>"
        "<div class='field-items'>图：Keso</div></div></div>"
    )
    assert html == FIGURE.format('<small class="credit">图：Keso</small>')


def test_description_and_credit_are_kept_apart() -> None:
    article = article_of(
        f"<div><div>{IMG}</div><figure><figcaption><p class='aesop-cap-description'>Words.</p>"
        "<p class='aesop-cap-cred'>Photo: A. Person</p></figcaption></figure></div>"
    )
    assert article.html == FIGURE.format('Words. <small class="credit">Photo: A. Person</small>')
    assert article.pictures[0].caption == "Words. Photo: A. Person"


@pytest.mark.parametrize(
    ("written", "credit"),
    [
        ("两人通话。（法新社档案图）", "法新社档案图"),
        ("A street in Rome. (Photo: A. Person/AFP)", "Photo: A. Person/AFP"),
        ("站台[新华社]", "新华社"),
    ],
)
def test_bracket_that_names_the_maker_is_the_credit(written: str, credit: str) -> None:
    article = article_of(f"<figure>{IMG}<figcaption>{written}</figcaption></figure>")
    assert f"</span>{credit}<span" in article.html
    assert article.text == written
    assert article.pictures[0].caption == written


@pytest.mark.parametrize("written", ["王毅（左）", "The house (built in 1900)", "（法新社）"])
def test_other_brackets_stay(written: str) -> None:
    html = html_of(f"<figure>{IMG}<figcaption>{written}</figcaption></figure>")
    assert html == FIGURE.format(written)


def test_alternative_text_that_describes_is_not_shown() -> None:
    article = article_of("<p><img src='a.jpg' alt='what it shows'></p><p>T</p>")
    assert article.text == "T"
    assert article.pictures[0].alt == "what it shows"


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p>An ordinary paragraph.</p>",
        "<p><em>One word</em> slanted.</p>",
        f"<p><em>{'A long slanted paragraph. ' * 20}</em></p>",
        "<p>图书馆开门了。</p>",
    ],
)
def test_ordinary_paragraph_under_a_picture_stays_one(paragraph: str) -> None:
    article = article_of(f"<p>{IMG}</p>{paragraph}")
    assert article.pictures[0].caption == ""
    assert article.html.count("<p>") == 1


def test_slanted_paragraph_without_a_picture_stays_text() -> None:
    assert html_of("<p>Before.</p><p><em>Words</em></p>") == ("<p>Before.</p><p><em>Words</em></p>")


def test_two_pictures_keep_their_own_captions() -> None:
    article = article_of(
        "<p><img src='a.jpg'></p><p class='caption'>First</p>"
        "<p><img src='b.jpg'></p><p class='caption'>Second</p>"
    )
    assert [(one.url, one.caption) for one in article.pictures] == [
        ("folder/a.jpg", "First"),
        ("folder/b.jpg", "Second"),
    ]


def test_gallery_keeps_each_figure() -> None:
    article = article_of(
        "<figure><figure><img src='a.jpg'><figcaption>A</figcaption></figure>"
        "<figure><img src='b.jpg'><figcaption>B</figcaption></figure></figure>"
    )
    assert [one.caption for one in article.pictures] == ["A", "B"]
    assert article.html.count("<figure>") == 2


def test_caption_without_a_picture_is_a_paragraph() -> None:
    assert html_of("<p>a</p><figcaption>Words</figcaption>") == "<p>a</p><p>Words</p>"


def test_hostile_caption_is_harmless() -> None:
    html = html_of(f"<figure>{IMG}<figcaption><img src=x onerror=alert(1)>x</figcaption></figure>")
    assert "onerror" not in html
