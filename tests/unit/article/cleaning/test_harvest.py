"""Tags and categories as the systems write them that most posts come from."""

import pytest

from reader.article.extract import extract
from tests.helpers.articles import post_of

TEXT = "<p>Words of the article, which say something of their own, and then some more.</p>"


@pytest.mark.parametrize(
    ("markup", "tags", "categories"),
    [
        pytest.param(
            '<footer>Posted in <a href="/c/1" rel="category tag">News</a>,'
            ' <a href="/c/2" rel="category">Local</a>. Tagged <a href="/t/1" rel="tag">war</a>'
            ' <a href="/t/2" rel="nofollow tag">Peace</a></footer>',
            ("war", "Peace"),
            ("News", "Local"),
            id="WordPress",
        ),
        pytest.param(
            '<div class="taxonomy-category wp-block-post-terms"><a href="/c" rel="tag">News</a>'
            '<span class="wp-block-post-terms__separator">, </span><a href="/d" rel="tag">Local</a>'
            '</div><div class="taxonomy-post_tag wp-block-post-terms">'
            '<a href="/t" rel="tag">war</a></div>',
            ("war",),
            ("News", "Local"),
            id="WordPress, of blocks",
        ),
        pytest.param(
            '<div class="field field-name-field-tags field-type-taxonomy-term-reference'
            ' field-label-above"><div class="field-label">Tags:&nbsp;</div>'
            '<div class="field-items"><div class="field-item even" rel="dc:subject">'
            '<a href="/tags/war" typeof="skos:Concept" property="rdfs:label skos:prefLabel"'
            ' datatype="">war</a></div></div></div>',
            ("war",),
            (),
            id="Drupal 7",
        ),
        pytest.param(
            '<div class="field field--name-field-tags field--type-entity-reference'
            ' field--label-above clearfix"><h3 class="field__label">Tags</h3>'
            '<ul class="links field__items"><li><a href="/tags/war" hreflang="en">war</a></li>'
            '</ul></div><div class="field field--name-field-category"><div class="field__item">'
            '<a href="/c/news" hreflang="en">News</a></div></div>',
            ("war",),
            ("News",),
            id="Drupal 8 and later",
        ),
        pytest.param(
            '<section class="post-full-meta"><section class="post-full-tags">'
            '<a href="/tag/war/">war</a></section></section>',
            ("war",),
            (),
            id="Ghost, Casper 3",
        ),
        pytest.param(
            '<div class="article-tag post-card-tags"><span class="post-card-primary-tag">'
            '<a href="/tag/war/">war</a></span></div>',
            ("war",),
            (),
            id="Ghost, Casper 5",
        ),
        pytest.param(
            '<a class="gh-article-tag" href="/tag/war/">war</a>', ("war",), (), id="Ghost, Source"
        ),
        pytest.param(
            '<span class="post-labels">Labels: <a href="/search/label/war" rel="tag">war</a>,'
            ' <a href="/search/label/peace" rel="tag">peace</a></span>',
            ("war", "peace"),
            (),
            id="Blogger",
        ),
        pytest.param(
            '<div class="article-category"><a class="article-category-link" href="/c">News</a>'
            '</div><ul class="article-tag-list" itemprop="keywords"><li class="x">'
            '<a class="article-tag-list-link" href="/t" rel="tag">war</a></li></ul>',
            ("war",),
            ("News",),
            id="Hexo, Landscape",
        ),
        pytest.param(
            '<span class="post-category"><a href="/c" itemprop="url" rel="index">'
            '<span itemprop="name">News</span></a></span>'
            '<div class="post-tags"><a href="/t" rel="tag"># war</a></div>',
            ("war",),
            ("News",),
            id="Hexo, NexT",
        ),
        pytest.param(
            '<ul class="post-tags"><li><a href="/tags/war/">war</a></li></ul>',
            ("war",),
            (),
            id="Hugo, PaperMod",
        ),
        pytest.param(
            '<p class="page__taxonomy"><strong>Tags: </strong><span itemprop="keywords">'
            '<a href="/t" class="page__taxonomy-item p-category" rel="tag">war</a></span></p>',
            ("war",),
            (),
            id="Jekyll, Minimal Mistakes",
        ),
        pytest.param(
            '<p>In <a class="p-category" href="/t">war</a></p>', ("war",), (), id="microformats2"
        ),
        pytest.param(
            '<p class="tags" itemprop="keywords">标签: <a href="/t">战争</a></p>',
            ("战争",),
            (),
            id="Typecho",
        ),
        pytest.param(
            '<div class="tagcloud"><a href="/t" class="tag-cloud-link">everything</a></div>',
            (),
            (),
            id="a cloud of all tags is nobody's",
        ),
    ],
)
def test_tags_are_found(markup: str, tags: tuple[str, ...], categories: tuple[str, ...]) -> None:
    found = extract(post_of(f"<article>{TEXT}{markup}</article>"))
    assert (found.tags, found.categories) == (tags, categories)
