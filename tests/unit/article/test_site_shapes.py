"""Invented pages, wrapped as well-known systems and publishers wrap theirs.

What stands around the article and between its paragraphs goes; every paragraph stays.
"""

import pytest

from tests.helpers.articles import article_of

LATIN = [
    "The first paragraph of the article tells what happened, to whom, and on which of the days "
    "that everybody in the town still remembers as the longest of that whole winter.",
    "The second tells why, as far as anybody knows, and says “Share” and “Advertisement” within "
    "a sentence, where such words are an article’s own and never stand for what they name.",
    "The third looks back: it had not always been so, and those who say otherwise were not there "
    "when the bridge was closed, or had reasons of their own to look the other way.",
    "The last says what is to come of it, and that nobody will be surprised but those in charge.",
]
CHINESE = [
    "第一段说明发生了什么事、发生在谁身上，以及在哪一天；镇上的人至今还记得，那是整个冬天里最长的一天。",
    "第二段说明原因，至少是人们所知道的原因；句子里提到“分享”和“广告”，这些词是文章自己的，不该被删掉。",
    "第三段回顾从前：事情并不总是这样，说不是的人当时不在场，或者各有各的理由把头转向另一边，不愿意看见。",
    "最后一段说以后会怎样，除了负责的人，谁也不会感到意外。",
]
SHARE = "<a href='https://f.example'>Facebook</a> <a href='https://t.example'>Twitter</a>"
STORY = "<a href='/b'>What happened on the day before that</a>"
NEWS = "<a href='/b'>前一天发生的另一件事情</a>"

# Before the article, after its second paragraph, at its end.
LATIN_PAGES = {
    "WordPress": (
        "<div class='entry-meta'>Posted on <time>February 22, 2022</time> by Jane Doe</div>",
        "<div class='wp-block-group code-block ai_widget'><div class='adsbygoogle'>Ad</div></div>",
        f"<div class='sharedaddy sd-sharing-enabled'><h3>Share this:</h3>{SHARE}</div>"
        f"<div id='jp-relatedposts' class='jp-relatedposts'><h3>Related</h3>{STORY}</div>"
        "<p>Tags: <a rel='tag' href='/t'>law</a></p>"
        "<nav class='navigation post-navigation'><a href='/a'>Previous</a></nav>"
        "<div id='respond' class='comment-respond'><h3>Leave a Reply</h3></div>",
    ),
    "Medium": (
        "<div class='x1 y2'><a href='/@jane'>Jane Doe</a></div><div>5 min read·Feb 22, 2022</div>",
        "",
        "<p><a href='/a'>A title</a> was originally published in <a href='/p'>Pub</a> on Medium,"
        " where people are continuing the conversation by highlighting and responding to this"
        " story.</p>",
    ),
    "Substack": (
        "<h3 class='subtitle'></h3>",
        "<div class='subscription-widget-wrap'><p>Thanks for reading! Subscribe.</p></div>",
        "<p class='button-wrapper'><a class='button primary' href='/s'>Share</a></p>"
        "<p>Thanks for reading The Letter! Subscribe for free to receive new posts and support my"
        " work.</p>",
    ),
    "Ghost": (
        "<section class='gh-article-meta'><h4 class='author-name'>Jane Doe</h4>"
        "<div class='byline-meta-content'><time>22 Feb 2022</time> — 4 min read</div></section>",
        "<div class='kg-signup-card'><h2>Sign up for The Letter</h2></div>",
        "<section class='footer-cta'><h3>Sign up for our newsletter</h3></section>"
        f"<aside class='read-more-wrap'>{STORY}</aside>",
    ),
    "Blogger": (
        "<h2 class='date-header'><span>Tuesday, February 22, 2022</span></h2>",
        "",
        "<div class='post-footer'><span class='post-author'>Posted by Jane Doe</span>"
        "<span class='post-labels'>Labels: <a href='/l'>law</a></span></div>"
        "<div class='blog-pager'><a href='/n'>Newer Post</a> <a href='/o'>Older Post</a></div>",
    ),
    "Drupal": (
        "<div class='submitted'>Submitted by Jane Doe on Tue, 02/22/2022 - 05:32</div>",
        "",
        "<div class='field field--name-field-tags field--type-entity-reference'><div>Tags</div>"
        "<a href='/t'>law</a></div><ul class='links inline'><li><a href='/c'>Log in to comment"
        "</a></li></ul>",
    ),
    "Guardian": (
        "<div class='dcr-1abcd'><a href='/profile/j'>Jane Doe</a></div>"
        "<div class='dcr-2bcde'>Tue 22 Feb 2022 05.32 GMT</div>",
        "<aside class='dcr-3'><a href='#skip'>skip past newsletter promotion</a></aside>",
        f"<div class='submeta dcr-9'><span>Explore more on these topics</span><ul><li>{STORY}</li>"
        "</ul><div class='share-links'>Share</div></div>",
    ),
    "BBC": (
        "<div data-component='byline-block'><span>22 February 2022</span></div>"
        "<div><button>Share</button></div>",
        "<div class='ssrcss-x-AdContainer'>ADVERTISEMENT</div>",
        f"<h2>Related stories</h2><ul><li>{STORY}</li></ul><h2>More on this story</h2>"
        f"<ul><li>{STORY}</li></ul>",
    ),
    "Reuters": (
        "<div class='article-header__meta__1x'>By Jane Doe<br>February 22, 2022 5:32 AM GMT</div>",
        "<p>Advertisement · Scroll to continue</p>",
        "<p>Our Standards: <a href='/tr'>The Thomson Reuters Trust Principles.</a></p>",
    ),
    "Spiegel": (
        "<div>22.02.2022, 05.32 Uhr</div>",
        "<div class='w1'>Anzeige</div><p>Lesen Sie auch: <a href='/b'>Was am Tag davor war</a></p>",
        "<h3>Mehr zum Thema</h3><ul><li><a href='/b'>Was am Tag davor geschah</a></li></ul>"
        "<p>Teilen</p><p>Kommentare (12)</p>",
    ),
    "Le Monde": (
        "<p>Par Jane Doe</p><p>Publié le 22 février 2022 à 05h32</p>",
        "<p>La suite après cette publicité</p>"
        "<p>Lire aussi : <a href='/b'>Ce qui s’est passé la veille</a></p>",
        "<p>Partager</p><p><a href='/s'>Lire la suite</a></p><p>Commentaires (3)</p>",
    ),
    "El País": (
        "<p>Por Jane Doe</p><p>22 de febrero de 2022</p>",
        "<p>PUBLICIDAD</p>",
        "<h4>Noticias relacionadas</h4><p><a href='/b'>Lo que pasó el día anterior</a></p>"
        "<p>Compartir</p><p>Suscríbete a nuestra newsletter</p>",
    ),
    "A page with no telling class": (
        "<div class='a1'><a href='/'>Home</a> &gt; <a href='/w'>World</a></div>"
        "<div class='b2'><b>A title</b></div><div>By Jane Doe | 22 February 2022</div>",
        "<div class='c3'>ADVERTISEMENT - CONTINUE READING BELOW</div>",
        f"<div class='d4'>Share this article</div><div>{SHARE}</div><div>You may also like</div>"
        f"<div>{STORY}</div><div>© 2022 The Site. All rights reserved.</div>",
    ),
}
CHINESE_PAGES = {
    "WeChat": (
        "<p><span>点击上方<b>蓝字</b>关注我们</span></p>",
        "",
        "<p>———</p><p>长按识别二维码关注我们</p><p>觉得不错，请点个在看</p><p>阅读原文</p>",
    ),
    "Zhihu": ("", "", "<div>编辑于 2022-02-22 05:32</div><div>著作权归作者所有</div>"),
    "Douban": (
        "<div>Jane Doe 2022-02-22 05:32:10</div>",
        "",
        "<div>© 本文版权归作者 Jane Doe 所有，任何形式转载请联系作者。</div><p>赞赏</p>",
    ),
    "Sina": (
        "<div class='date-source'><span>2022年02月22日 05:32</span> 来源：某某报</div>",
        "<p>广告</p>",
        "<p>责任编辑：王小明</p><p>关键词 : 法律 新闻</p>"
        f"<div class='keywords'></div><p>相关新闻</p><ul><li>{NEWS}</li></ul>",
    ),
    "Sohu": (
        "",
        "",
        "<p>返回搜狐，查看更多</p><p>责任编辑：</p><p>声明：该文观点仅代表作者本人，"
        "搜狐号系信息发布平台，搜狐仅提供信息存储空间服务。</p>",
    ),
    "163": (
        "<div>2022-02-22 05:32:10　来源: 某某网</div>",
        "",
        "<p>特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台用户上传并发布，本平台仅提供信息"
        "存储服务。</p><div>跟贴</div>",
    ),
    "Discuz": (
        "<div class='xg1'>发表于 2022-2-22 05:32</div>",
        "",
        "<p>上一篇：<a href='/a'>前一天的事情</a></p><p>下一篇：没有了</p><p>收藏 分享 打印</p>",
    ),
    "NYT Chinese": (
        "<p>JANE DOE</p><p>2022年2月22日</p>",
        "<div class='big_ad'>广告</div>",
        "<p>版权所有。未经许可，不得转载。</p>",
    ),
    "Taiwanese newspaper": (
        "<p>記者Jane Doe</p><p>2022-02-22 05:32</p>",
        "<p>廣告，請繼續往下閱讀</p><p>相關新聞：<a href='/b'>前一天發生的事情</a></p>",
        "<p>更多新聞</p><p><a href='/b'>前一天發生的事情</a></p><p>下載APP，掌握即時新聞</p>",
    ),
    "NHK": (
        "<p>2022年2月22日 5時32分</p>",
        "",
        "<p>シェアする</p><h2>関連ニュース</h2><p><a href='/b'>前日の出来事について</a></p>"
        "<p>ページトップへ戻る</p>",
    ),
    "Chosun": (
        "<p>입력 2022.02.22. 05:32</p>",
        "<p>광고</p>",
        "<h4>관련 기사</h4><p><a href='/b'>전날에 있었던 일</a></p><p>무단 전재 및 재배포 금지</p>",
    ),
}


def page(paragraphs: list[str], parts: tuple[str, str, str]) -> str:
    before, between, after = parts
    body = [f"<p>{paragraph}</p>" for paragraph in paragraphs]
    text = "".join(body[:2]) + between + "".join(body[2:])
    return f"<div class='w'><h1>A title</h1>{before}{text}{after}</div>"


@pytest.mark.parametrize("site", LATIN_PAGES)
def test_latin_page_leaves_its_article(site: str) -> None:
    article = article_of(page(LATIN, LATIN_PAGES[site]), authors=("Jane Doe",))
    assert article.text.split("\n") == LATIN


@pytest.mark.parametrize("site", CHINESE_PAGES)
def test_chinese_japanese_korean_page_leaves_its_article(site: str) -> None:
    article = article_of(page(CHINESE, CHINESE_PAGES[site]), authors=("Jane Doe",))
    assert article.text.split("\n") == CHINESE
