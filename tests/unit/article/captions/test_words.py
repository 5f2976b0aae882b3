"""Classes of captions, however they are spelt."""

import pytest

from reader.article.captions.words import Named, Side, named_by, says_caption


@pytest.mark.parametrize(
    "name",
    [
        "wp-caption-text", "imageCaption", "c-image__caption", "thumbcaption", "pic-desc",
        "picInfo", "pictext", "dls-image-capture", "Caption__text-sc-1abc", "img_descr", "tuzhu",
        "credit-caption", "图片说明", "gallerytext", "large article-img-caption",
    ],
)  # fmt: skip
def test_caption(name: str) -> None:
    assert named_by(name).caption


@pytest.mark.parametrize(
    "name",
    [
        "photo-credit",
        "aesop-cap-cred",
        "field-name-field-image-source",
        "c-figure__credit",
        "imgSource",
    ],
)
def test_credit(name: str) -> None:
    assert named_by(name).credit
    assert not named_by(name).caption


@pytest.mark.parametrize("name", ["img_wrapper", "picBox", "wp-caption", "container img", "photo"])
def test_frame(name: str) -> None:
    assert named_by(name).frame


@pytest.mark.parametrize(
    "name",
    [
        "ui-captionStrong", "uiScale-caption--regular", "captioned-image-container", "description",
        "blog-post__description", "media-body", "container", "gallery", "title", "text",
    ],
)  # fmt: skip
def test_neither(name: str) -> None:
    assert named_by(name) == Named()


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("图：Keso", Side.ABOVE),
        ("图1 说明", Side.ABOVE),
        ("▲ x", Side.ABOVE),
        ("Image by A. Person", Side.ABOVE),
        ("下图为北京", Side.BELOW),
        ("▼x", Side.BELOW),
        ("图书馆开门了。", None),
        ("Figure 1 shows", None),
        ("Picture this: a man", None),
    ],
)
def test_opening_words(text: str, side: Side | None) -> None:
    assert says_caption(text) is side
