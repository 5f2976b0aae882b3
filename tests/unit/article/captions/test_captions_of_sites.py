"""Captions as the software behind sites writes them. The pages are invented."""

import pytest

from reader.posts.post import BodyFormat
from tests.helpers.articles import article_of

IMG = '<img src="https://e.example/a.jpg">'
SECOND = '<img src="https://e.example/b.jpg">'
END = "<p>The article goes on for a while.</p>"
SHAPES = {
    "Medium": f"<figure class='graf'><div class='aspectRatioPlaceholder'>{IMG}</div>"
    "<figcaption class='imageCaption'>Words</figcaption></figure>",
    "Substack": "<div class='captioned-image-container'><figure><a class='image-link image2' "
    f"href='https://e.example/a.jpg'><div class='image2-inset'><picture>{IMG}</picture></div></a>"
    "<figcaption class='image-caption'>Words</figcaption></figure></div>",
    "Ghost": f"<figure class='kg-card kg-image-card'>{IMG}<figcaption>Words</figcaption></figure>",
    "Blogger": "<table align='center' class='tr-caption-container'><tr><td><a "
    f"href='https://e.example/a.jpg'>{IMG}</a></td></tr><tr><td class='tr-caption' "
    "style='text-align:center'>Words</td></tr></table>",
    "MediaWiki": f"<div class='thumb tright'><div class='thumbinner'><a class='image'>{IMG}</a>"
    "<div class='thumbcaption'><div class='magnify'><a></a></div>Words</div></div></div>",
    "AsciiDoc": f"<div class='imageblock'><div class='content'>{IMG}</div>"
    "<div class='title'>Words</div></div>",
    "docutils": f"<div class='figure align-center'>{IMG}<p class='caption'>Words</p></div>",
    "Org": f"<div class='figure'><p>{IMG}</p><p>Words</p></div>",
    "LaTeX2HTML": f"<table><caption>Words</caption><tr><td>{IMG}</td></tr></table>",
    "TeX4ht": f"<div class='figure'>{IMG}<br><div class='caption'><span>Words</span></div></div>",
    "Drupal 7": "<div class='field field-name-field-image'><div class='field-items'><div "
    f"class='field-item even'>{IMG}</div></div></div><div class='field "
    "field-name-field-image-caption'><div class='field-items'>Words</div></div>",
    "Plone": f"<dl class='image-right captioned'><dt>{IMG}</dt><dd class='image-caption'>Words"
    "</dd></dl>",
    "Squarespace": f"<figure><div>{IMG}</div><figcaption class='image-caption-wrapper'><div "
    "class='image-caption'><p>Words</p></div></figcaption></figure>",
    "TypePad": f"<div class='photo-wrap'><a href='https://e.example/a.jpg'>{IMG}</a>"
    "<div class='photo-caption caption-xid-1'>Words</div></div>",
    "CSS modules": f"<div class='styles_image__3xY1'>{IMG}</div>"
    "<div class='styles_caption__a8dj'>Words</div>",
    "R Markdown": f"<div class='float'>{IMG}<div class='figcaption'>Words</div></div>",
    "one word": f"<p>{IMG}<span class='imgcaption'>Words</span></p>",
    "img_descr": f"<div class='img_wrapper'>{IMG}<span class='img_descr'>Words</span></div>",
    "f_center": f"<p class='f_center'>{IMG}<br>Words</p>",
    "pictext": f"<div align='center'>{IMG}</div><p class='pictext' align='center'>Words</p>",
    "picinfo": f"<div class='fullPic'>{IMG}<div class='picinfo'>Words</div></div>",
    "dl": f"<dl class='media_pic'><dt>{IMG}</dt><dd>Words</dd></dl>",
    "picBox": f"<div class='picBox full'><a class='overlayLink'>{IMG}</a><p>Words</p></div>",
    "small and grey": f"<p style='text-align:center'>{IMG}</p><p style='text-align:center'>"
    "<span style='font-size:12px;color:#888888'>Words</span></p>",
    "German": f"<div>{IMG}</div><div class='bildunterschrift'>Words</div>",
    "paragraph in a figure": f"<figure>{IMG}<p>Words</p></figure>",
    "the same twice": f"<div class='photo'>{IMG}<p class='caption mobile'>Words</p>"
    "<p class='caption desktop'>Words</p></div>",
    "said before, too": f"<p>Words</p><figure>{IMG}<figcaption>Words</figcaption></figure>",
    "popup": "<div class='photo'><a class='image-popup-fit' href='https://e.example/a.jpg'>"
    f"{IMG}</a><p>Words</p></div>",
    "metadata": f"<div><picture>{IMG}</picture></div><div class='image__metadata'>"
    "<div class='image__caption'><span>Words</span></div></div>",
    "labels for the blind": f"<figure><span>{IMG}<span class='off-screen'>Image</span></span>"
    "<figcaption><span class='off-screen'>Caption</span><span>Words</span></figcaption></figure>",
    "fancybox": f"<a data-caption='Words' href='https://e.example/a.jpg'>{IMG}</a>",
    "shortcode": f"[caption id='a' width='300']{IMG} Words[/caption]",
    "old shortcode": f'<p>[caption id="a" caption="Words"]{IMG}[/caption]</p>',
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_caption_is_found_once(shape: str) -> None:
    article = article_of(shape + END)
    assert article.html == (
        '<figure><img src="picture?https://e.example/a.jpg" alt=""><figcaption>Words</figcaption>'
        f"</figure>{END}"
    )


@pytest.mark.parametrize(
    ("shape", "caption", "credit"),
    [
        (
            f"<figure><span><picture>{IMG}</picture></span><span class='e-image__meta'>"
            "<figcaption>Words</figcaption><cite>A. Person</cite></span></figure>",
            "Words A. Person",
            "A. Person",
        ),
        (
            f"<div class='bucketwrap image'><div>{IMG}</div><div class='credit-caption'><div "
            "class='caption'><p>Words</p></div><span class='credit'>A. Person</span></div></div>",
            "Words A. Person",
            "A. Person",
        ),
        (
            f"<figure>{IMG}<p>GETTY IMAGES</p><figcaption><p>Words</p></figcaption></figure>",
            "Words GETTY IMAGES",
            "GETTY IMAGES",
        ),
        (
            f"<figure>{IMG}<figcaption>Words.<span itemprop='copyrightHolder'>A. Person</span>"
            "</figcaption></figure>",
            "Words. A. Person",
            "A. Person",
        ),
        (
            f"<p>{IMG}</p><p>Photo by <a href='https://e.example/p'>A. Person</a> on Unsplash</p>",
            "Photo by A. Person on Unsplash",
            'Photo by <a href="https://e.example/p">A. Person</a> on Unsplash',
        ),
    ],
)
def test_credit_stands_apart(shape: str, caption: str, credit: str) -> None:
    article = article_of(shape + END)
    assert [picture.caption for picture in article.pictures] == [caption]
    assert f'<small class="credit">{credit}</small></figcaption></figure>{END}' in article.html


@pytest.mark.parametrize(
    "shape",
    [
        f"<p class='caption'>One</p><p>{IMG}</p><p class='caption'>Two</p><p>{SECOND}</p>",
        f"<p>{IMG}</p><p class='caption'>One</p><p>{SECOND}</p><p class='caption'>Two</p>",
        f"<p>{IMG}<br><em>One</em><br>{SECOND}<br><em>Two</em></p>",
        f"<table><tr><td>{IMG}</td><td>{SECOND}</td></tr><tr><td>One</td><td>Two</td></tr></table>",
        f"<table><tr><td>{IMG}<br>One</td><td>{SECOND}<br>Two</td></tr></table>",
        f"<ul class='wp-block-gallery'><li><figure>{IMG}<figcaption>One</figcaption></figure></li>"
        f"<li><figure>{SECOND}<figcaption>Two</figcaption></figure></li></ul>",
        f"<div class='gallery'><dl class='gallery-item'><dt>{IMG}</dt><dd class='gallery-caption'>"
        f"One</dd></dl><dl class='gallery-item'><dt>{SECOND}</dt><dd class='gallery-caption'>Two"
        "</dd></dl></div>",
        f"<ul class='gallery'><li class='gallerybox'><div class='thumb'>{IMG}</div><div "
        f"class='gallerytext'>One</div></li><li class='gallerybox'><div>{SECOND}</div>"
        "<div class='gallerytext'>Two</div></li></ul>",
        f"<figure><div>{IMG}<figcaption>One</figcaption></div><div>{SECOND}<figcaption>Two"
        "</figcaption></div></figure>",
        f"<div class='img grid'><div><div>{IMG}</div><figure><figcaption>One</figcaption></figure>"
        f"</div><div><div>{SECOND}</div><figure><figcaption>Two</figcaption></figure></div></div>",
    ],
)
def test_pictures_side_by_side_keep_their_own(shape: str) -> None:
    figure = (
        '<figure><img src="picture?https://e.example/{}.jpg" alt=""><figcaption>{}</figcaption>'
        "</figure>"
    )
    html = article_of(shape + END).html
    assert html == figure.format("a", "One") + figure.format("b", "Two") + END


def test_gallery_with_a_caption_of_its_own_holds_its_figures() -> None:
    article = article_of(
        f"<figure class='wp-block-gallery'><figure>{IMG}<figcaption>One</figcaption></figure>"
        f"<figure>{SECOND}<figcaption>Two</figcaption></figure><figcaption>All</figcaption></figure>"
    )
    assert [picture.caption for picture in article.pictures] == ["One", "Two"]
    assert article.html.startswith('<figure class="gallery"><figure>')
    assert article.html.endswith("</figure><figcaption>All</figcaption></figure>")


def test_one_caption_of_several_pictures_is_said_once() -> None:
    article = article_of(
        f"<figure><figure>{IMG}</figure><figure>{SECOND}</figure><figcaption>All</figcaption></figure>"
    )
    assert [picture.caption for picture in article.pictures] == ["All", "All"]
    assert article.html.count("All") == 1


@pytest.mark.parametrize(
    "shape",
    [
        f"<p>{IMG}</p><p>The meeting began in February. Many had come.</p>",
        f"<p>{IMG}</p><p><em>This story was first published in 2019.</em></p>",
        f"<p>{IMG}</p><p><em>First of a letter.</em></p><p><em>Second of a letter.</em></p>",
        f"<p>{IMG}</p><p><em>As he said:</em></p>",
        f"<p>{IMG}</p><p align='center'>A line of verse</p><p align='center'>Another</p>",
        f"<p>{IMG}</p><p>▲ One thing.</p><p>▲ Another.</p>",
        f"<p>{IMG}</p><p><strong>A heading in bold</strong></p>",
        f"<p>{IMG}</p><p>图1显示，一切如常。</p>",
        f"<div class='media'><div>{IMG}</div><div class='media-body'><p>A. writes.</p></div></div>",
        f"<p><video src='v.mp4'></video></p><p class='caption'>Of the film</p><p>{IMG}</p>",
    ],
)
def test_text_of_the_article_stays_text(shape: str) -> None:
    article = article_of(shape + END)
    assert [picture.caption for picture in article.pictures] == [""]


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [
        ("▲ 一条街道", True),
        ("图为北京的一条街道", True),
        ("（图：王某）", True),
        ("资料图", True),
        ("Fig. 2. A street", True),
        ("A street in Rome. (Photo: A. Person)", True),
        ("街道上的人。（路透社）", True),
        ("下图为另一条街道", False),
    ],
)
def test_line_that_says_what_it_is(line: str, is_caption: bool) -> None:
    article = article_of(f"<p>{IMG}</p><p>{line}</p>{END}")
    assert bool(article.pictures[0].caption) is is_caption


def test_line_that_points_down_is_of_the_picture_below() -> None:
    article = article_of(f"<p>▼一条街道</p><p>{IMG}</p>{END}")
    assert article.pictures[0].caption == "▼一条街道"


@pytest.mark.parametrize(
    ("markdown", "caption"),
    [
        ('![x](a.jpg "The harbour at dawn")', "The harbour at dawn"),
        ("![](a.jpg)\n*The harbour at dawn*", "The harbour at dawn"),
        ("![](a.jpg)\n\n*The harbour at dawn*", "The harbour at dawn"),
        ("![The Golden Gate Bridge in fog](a.jpg)", "The Golden Gate Bridge in fog"),
        ("![screenshot](a.jpg)", ""),
        ('[caption id="a"]![x](a.jpg) The harbour[/caption]', "The harbour"),
    ],
)
def test_markdown(markdown: str, caption: str) -> None:
    article = article_of(markdown + "\n\nText.", body_format=BodyFormat.MARKDOWN)
    assert article.pictures[0].caption == caption
    assert article.text.endswith("Text.")


def test_alternative_text_is_not_read_beside_the_same_caption() -> None:
    article = article_of(
        "<figure><img src='a.jpg' alt='The harbour'><figcaption>The harbour. (AP)</figcaption>"
    )
    assert article.pictures[0].alt == ""


def test_thousands_of_figures_keep_theirs() -> None:
    count = 3000
    article = article_of(
        "".join(f"<p><img src='{at}.jpg'></p><p><em>Picture {at}</em></p>" for at in range(count))
    )
    assert [picture.caption for picture in article.pictures] == [
        f"Picture {at}" for at in range(count)
    ]


def test_the_words_under_a_row_of_figures_are_not_those_of_the_next_picture() -> None:
    row = f"<div class='row'><div><figure>{IMG}</figure></div><div><figure>{SECOND}</figure></div>"
    article = article_of(
        f"<p>Text.</p>{row}</div><div class='caption'>Of these two</div>"
        f"<figure>{IMG.replace('a.jpg', 'c.jpg')}<figcaption>Its own</figcaption></figure>{END}"
    )
    captions = [picture.caption for picture in article.pictures]
    assert captions == ["", "Of these two", "Its own"]


@pytest.mark.parametrize(
    "written",
    [
        '[caption id="attachment_1" width="9"][![A](a.jpg)](b.jpg) Its *own* words[/caption]',
        '\\[caption id="a" width="9"\\][![A](a.jpg)](b.jpg) Its *own* words\\[/caption\\]',
        '[caption id="a"]![A](a.jpg) Its *own* words[/caption]',
    ],
)
def test_shortcodes_that_were_turned_into_markdown(written: str) -> None:
    article = article_of(
        f"Text.\n\n{written}\n\nMore text.", body_format=BodyFormat.MARKDOWN, path="p.md"
    )
    assert [picture.caption for picture in article.pictures] == ["Its own words"]
    assert "caption id" not in article.text
    assert "*" not in article.text
