"""The whole article and only the article, on posts that a person has read."""

import pytest

from tests.bench.kept import Score, score, scores
from tests.bench.labelled import COUNT, SEED, Labels, all_labels, judged
from tests.helpers.articles import post_of
from tests.helpers.sample import PRESENT, drawn, sample

needs_sample = pytest.mark.skipif(not PRESENT, reason="BROADSHEET_CORPUS is not set")
LABELS = Labels(
    post="post",
    chrome=("Somebody", "Related …"),
    either=("Tags",),
    captions=(("a.jpg", "The sea at", "Photo"),),
    no_article_pictures=("icon",),
)
BODY = """
<h1>A title</h1><p>Somebody else wrote this paragraph.</p><p>The first words of it. And more.</p>
<figure><img src="a.jpg"><figcaption>The sea at noon<p>Photo: Ann</p></figcaption></figure>
<p>Tags: sea</p><div class="related-posts">Related<p>Another story</p></div>
"""


@needs_sample
def test_the_labels_are_those_of_the_draw() -> None:
    posts = drawn(sample(), COUNT, SEED)
    for post, labels in zip(posts, all_labels(), strict=True):
        assert post.head.path.rpartition("/")[2].startswith(labels.post)
        assert judged(post, labels)


@needs_sample
def test_every_site_is_drawn_before_any_has_many() -> None:
    taken = [post.head.source for post in drawn(sample(), COUNT, SEED)]
    assert len(set(taken[:6])) == len(set(taken)) == 6
    assert max(taken.count(site) for site in taken) <= 11


@needs_sample
def test_the_article_is_kept_and_little_else() -> None:
    total = Score()
    for own in scores().values():
        total.add(own)
    assert total.recall >= 0.99
    assert total.chrome_share <= 0.01
    assert total.captions["right"] >= 0.99 * sum(
        total.captions[verdict] for verdict in ("right", "missing", "wrong", "doubled")
    )
    assert total.pictures["dropped"] == 0


def test_what_is_lost_and_what_is_too_much_is_counted() -> None:
    kept = score(post_of(BODY), LABELS)
    assert kept.recall == 1
    assert kept.captions["right"] == 1
    shown = [fault for fault in kept.faults if "shown" in fault]
    assert kept.chrome == len("somebodyelsewrotethisparagraph")
    assert shown == ["post: shown  Somebody else wrote this paragraph."]
    lost = score(post_of(BODY.replace("<p>The", '<p class="comments-area">The')), LABELS)
    assert lost.recall < 1


def test_a_label_must_name_a_block() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        judged(post_of(BODY), Labels("post", ("nowhere",), (), (), ()))
