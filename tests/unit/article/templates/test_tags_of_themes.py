"""What themes' tags stand for: pictures, cards, notes, quotations, links."""

import pytest

from reader.article.templates.expand import expanded
from reader.article.templates.values import PostValues
from reader.posts.post import BodyFormat
from tests.helpers.articles import article_of, html_of

POST = PostValues(
    {"youtubeId": "abc123", "gallery": [{"url": "/a.jpg", "image_path": "/b.jpg", "alt": "B"}]},
    "A title",
)


def shown(text: str) -> str:
    return " ".join(expanded(text, POST, markdown=True).split())


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        (
            '{{< figure src="/a.jpg" alt="A" title="T" caption="C" attr="Me"\n'
            '  attrlink="https://m.example" >}}',
            '<figure><img src="/a.jpg" alt="A"><figcaption>T C <span class="credit">'
            '<a href="https://m.example">Me</a></span></figcaption></figure>',
        ),
        (
            '{{< img src="a" width="30" height="20px" >}}',
            '<figure><img src="a" alt="" width="30" height="20"></figure>',
        ),
        ("{{< lazyimage photo.webp >}}", '<figure><img src="photo.webp" alt=""></figure>'),
        (
            '{% include figure.html src="a.jpg" caption="A *fine* day" %}',
            '<figure><img src="a.jpg" alt="A *fine* day">'
            "<figcaption>A <em>fine</em> day</figcaption></figure>",
        ),
        (
            '{% include figure image_path="/a.jpg" alt="A" caption="C" %}',
            '<figure><img src="/a.jpg" alt="A"><figcaption>C</figcaption></figure>',
        ),
        (
            '{% include gallery caption="Both" %}',
            '<figure><img src="/b.jpg" alt="B"><figcaption>Both</figcaption></figure>',
        ),
        (
            "{% asset_img a.png The title %}",
            '<figure><img src="a.png" alt="The title"><figcaption>The title</figcaption></figure>',
        ),
        (
            "{% img left /a/b.jpg 300 200 'Title here' 'Alternative' %}",
            '<figure><img src="/a/b.jpg" alt="Alternative">'
            "<figcaption>Title here</figcaption></figure>",
        ),
        (
            '{% img right https://a.example/b.jpg 300 \'"A title" "An alt"\' %}',
            '<figure><img src="https://a.example/b.jpg" alt="An alt">'
            "<figcaption>A title</figcaption></figure>",
        ),
        (
            '{{< video src="/a.mp4" caption="C" >}}',
            '<figure><video src="/a.mp4" controls></video><figcaption>C</figcaption></figure>',
        ),
        (
            "{{< youtube abc_1-2 >}}",
            '<iframe src="https://www.youtube.com/embed/abc_1-2"></iframe>',
        ),
        (
            '{{< youtube id="abc" title="Film" >}}',
            '<iframe src="https://www.youtube.com/embed/abc" title="Film"></iframe>',
        ),
        (
            "{% include youtube.html id=page.youtubeId %}",
            '<iframe src="https://www.youtube.com/embed/abc123"></iframe>',
        ),
        (
            '{% include video id="77" provider="vimeo" %}',
            '<iframe src="https://player.vimeo.com/video/77"></iframe>',
        ),
        (
            "{% gist user/12ab file.rb %}",
            '<iframe src="https://gist.github.com/user/12ab"></iframe>',
        ),
        ("{{< gist user 12ab >}}", '<iframe src="https://gist.github.com/user/12ab"></iframe>'),
        (
            '{{< x user="SanDiegoZoo" id="145" >}}',
            '<iframe src="https://twitter.com/SanDiegoZoo/status/145"></iframe>',
        ),
        ("{{< tweet 145 >}}", '<iframe src="https://twitter.com/i/status/145"></iframe>'),
        (
            "{% tweet https://twitter.com/a/status/1 %}",
            '<iframe src="https://twitter.com/a/status/1"></iframe>',
        ),
        ("{{< instagram BWN >}}", '<iframe src="https://www.instagram.com/p/BWN/"></iframe>'),
        ("{{< bilibili BV1x >}}", '<iframe src="https://www.bilibili.com/video/BV1x"></iframe>'),
        ("{% iframe https://a.example/b 400 300 %}", '<iframe src="https://a.example/b"></iframe>'),
        ('{{< youtube "a\'b" >}}', ""),
    ],
)
def test_media(written: str, markup: str) -> None:
    assert shown(written) == markup


@pytest.mark.parametrize(
    ("written", "markdown"),
    [
        ("{{% notice tip %}}\nSome *text*\n{{% /notice %}}", "> [!tip] > Some *text*"),
        ('{{< notice warning "Mind" >}}a{{< /notice >}}', "> [!warning] Mind > a"),
        (
            '{{< admonition type=info title="Good to know" open=true >}}a{{< /admonition >}}',
            "> [!info] Good to know > a",
        ),
        ('{{% alert color="warning" %}}a{{% /alert %}}', "> [!warning] > a"),
        ("{{< tip >}}a\n\nb{{< /tip >}}", "> [!tip] > a > > b"),
        ('{{< warning "Not a toy" >}}', "> [!warning] > Not a toy"),
        ("{% note success Well done %}a{% endnote %}", "> [!success] Well done > a"),
        ("{% note %}a{% endnote %}", "> [!note] > a"),
        ('{{< details "More" >}}a{{< /details >}}', "> [!details]- More > a"),
        ("{% hideToggle More here %}a{% endhideToggle %}", "> [!details]- More here > a"),
        ("{% blockquote Me, My Book %}a{% endblockquote %}", "> a > > — Me, My Book"),
        (
            "{% blockquote Me https://a.example/ %}a{% endblockquote %}",
            '> a > > — <a href="https://a.example/">Me</a>',
        ),
        ("{% cq %}a{% endcq %}", "> a"),
        ("{{< mermaid >}}a-->b{{< /mermaid >}}", "```mermaid a-->b ```"),
        (
            '{{< tabs >}}{{< tab "One" >}}a{{< /tab >}}{{< tab "Two" >}}b{{< /tab >}}{{< /tabs >}}',
            "**One** a **Two** b",
        ),
        ("{{< katex >}}x^2{{< /katex >}}", "$$x^2$$"),
        ("{{< unknown a=b >}}kept{{< /unknown >}} {{< gone >}}", "kept"),
        ("{{< rawhtml >}}<b>x</b>{{< /rawhtml >}}", "<b>x</b>"),
        ('[a]({{< ref "b.md#c" >}})', "[a](/b.md#c)"),
        ('[a]({{< relref "../b" >}})', "[a](../b.md)"),
        ('[a]({{% ref path="/posts/b c" lang="en" %}})', "[a](/posts/b%20c.md)"),
        ('{{< param "youtubeId" >}}', "abc123"),
        ('{{< button href="/x" >}}Go{{< /button >}}', '<a href="/x">Go</a>'),
        ("{% button /x, Go there, home fa-fw %}", '<a href="/x">Go there</a>'),
        ("{% label primary@stressed %} {% kbd Ctrl %}", "stressed Ctrl"),
        ("{% link My site https://a.example %}", '<a href="https://a.example">My site</a>'),
        ('{{< lead text="A beginning" >}}', "A beginning"),
        ("{{< icon star >}}{{< toc >}}", ""),
    ],
)
def test_notes_links_and_the_rest(written: str, markdown: str) -> None:
    assert shown(written) == markdown


def test_a_post_shows_them() -> None:
    article = article_of(
        'See {{< figure src="/a.jpg" caption="A *day*" >}} and\n\n'
        "{{% notice tip %}}\n- one\n\n```c\nint a;\n```\n{{% /notice %}}\n",
        body_format=BodyFormat.MARKDOWN,
    )
    assert "<figcaption>A <em>day</em></figcaption>" in article.html
    assert "{{" not in article.text
    assert "int a;" in article.text


def test_html_posts_have_templates_too() -> None:
    html = html_of('<p><a href="{% post_url 2020-01-01-b %}">b</a></p>{% include footer.html %}')
    assert html == '<p><a href="/_posts/2020-01-01-b.md">b</a></p>'
