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


@pytest.mark.parametrize(
    ("written", "markdown"),
    [
        ('{% note info "Mind" %}a{% endnote %}', "> [!info] Mind > a"),
        ("{% note green 'fas fa-pen' flat %}a{% endnote %}", "> [!note] > a"),
        ("{% note blue fa-bullhorn modern no-icon %}a{% endnote %}", "> [!note] > a"),
        ("{% fold info @Its proof %}a{% endfold %}", "> [!details]- Its proof > a"),
        ("{% folding cyan open, Its proof %}a{% endfolding %}", "> [!details]- Its proof > a"),
        ("{% hideToggle Its, proof,#eee,white %}a{% endhideToggle %}", "> [!details]- Its > a"),
        (
            "{% hideToggle Its proof, cyan, white %}a{% endhideToggle %}",
            "> [!details]- Its proof > a",
        ),
        (
            '{% accordion %}{% fold "One" %}a{% endfold %}{% endaccordion %}',
            "> [!details]- One > a",
        ),
        ("{% hideInline the answer,See it,#FF7242,#fff %}", "the answer"),
        ("{% hideInline the answer %}", "the answer"),
        ("{% label first emperor blue %}", "first emperor"),
        ("{% label first emperor %} {% label red@first %}", "first emperor first"),
        ("{% url `.should()` should %}", ".should()"),
        ('{% link "Order Statuses (X 5.2)" ref_7FI %}', "Order Statuses (X 5.2)"),
        (
            "{% link Its name, https://a.example/, https://a.example/x.png %}",
            '<a href="https://a.example/">Its name</a>',
        ),
    ],
)
def test_what_themes_say_of_looks_is_not_shown(written: str, markdown: str) -> None:
    assert shown(written) == markdown


@pytest.mark.parametrize(
    ("written", "markdown"),
    [
        (
            '{% tabs %}{% tab title="One" %}a{% endtab %}{% tab Two here %}b{% endtab %}'
            "{% endtabs %}",
            "**One** a **Two here** b",
        ),
        (
            "{% tabs box, 1 %}\n<!-- tab One@fas fa-bomb -->\na\n<!-- endtab -->\n"
            "<!-- tab -->\nb\n<!-- endtab -->\n{% endtabs %}",
            "**One** a <!-- endtab --> <!-- tab --> b <!-- endtab -->",
        ),
        (
            "{% timeline 2022,blue %}\n<!-- timeline 01-02 -->\na\n<!-- endtimeline -->\n"
            "{% endtimeline %}",
            "**2022** **01-02** a <!-- endtimeline -->",
        ),
    ],
)
def test_tabs_and_times_keep_their_titles(written: str, markdown: str) -> None:
    assert shown(written) == markdown


@pytest.mark.parametrize(
    ("written", "markdown"),
    [
        ("![]({% buster /a/b.png %}){: .x}", "![](/a/b.png){: .x}"),
        ("[a]({% download /a/b.pdf %})", "[a](/a/b.pdf)"),
        ("see [{{ product }} offer]({{ offer-link }}) now", "see [{{ product }} offer]() now"),
    ],
)
def test_within_a_link_a_tag_stands_for_its_address(written: str, markdown: str) -> None:
    assert shown(written) == markdown


@pytest.mark.parametrize(
    ("written", "markdown"),
    [
        ("so {{<eq>}}10.5\\,bp{{</eq>}} is", "so $10.5\\,bp$ is"),
        ('{{< ruby py="chun" >}}春{{< /ruby >}}', "<ruby>春<rt>chun</rt></ruby>"),
        ('{{< ruby "hybrid" >}}混血児{{< /ruby >}}', "<ruby>混血児<rt>hybrid</rt></ruby>"),
        ('{{< ruby "处理" "input" >}}', "<ruby>处理<rt>input</rt></ruby>"),
        ('{{< ruby rb="heart" rt="glad" >}}', "<ruby>heart<rt>glad</rt></ruby>"),
        (
            '{{< fig-quote title="F" link="https://a.example/b" >}}Said.{{< /fig-quote >}}',
            '> Said. > > — <a href="https://a.example/b">F</a>',
        ),
        (
            '{{< poem title="春景" author="苏轼" >}}\n花褪残红\n燕子飞时\n{{< /poem >}}',
            "> **春景** > > 花褪残红\\ > 燕子飞时 > > — 苏轼",
        ),
        ('{{< gallery match="images/1/*.png" >}}', ""),
        (
            '{{< gallery "a.png" "b.png" >}}',
            '<figure><img src="a.png" alt=""><img src="b.png" alt=""></figure>',
        ),
    ],
)
def test_other_shortcodes_of_words(written: str, markdown: str) -> None:
    assert shown(written) == markdown


@pytest.mark.parametrize(
    ("written", "markdown"),
    [
        (
            "{{ figure(src='/a.png', caption=\"Its *name*\", width=50) }}",
            '<figure><img src="/a.png" alt="Its *name*" width="50">'
            "<figcaption>Its <em>name</em></figcaption></figure>",
        ),
        ('{{ youtube(id="abc") }}', '<iframe src="https://www.youtube.com/embed/abc"></iframe>'),
        ('{% quote(author="Me") %}Said.{% end %}', "> Said. > > — Me"),
        ('{% note(type="tip") %}Said.{% end %}', "> [!tip] > Said."),
        ("{{ call(me) }} and {{ f() }}", "{{ call(me) }} and {{ f() }}"),
    ],
)
def test_shortcodes_of_zola(written: str, markdown: str) -> None:
    assert shown(written) == markdown


def test_a_picture_in_a_table_without_outer_bars_stays_in_its_row() -> None:
    table = 'A | B\n---|---\n{{< figure src="a.png" >}} | {{< figure src="b.png" >}}\n'
    html = html_of(table, body_format=BodyFormat.MARKDOWN)
    assert html.count("<td>") == 2
    assert "|" not in html


def test_a_title_is_no_caption_where_the_include_has_a_place_for_captions() -> None:
    figure = shown('{% include figure.liquid path="a.png" title="example image" %}')
    assert figure == '<figure><img title="example image" src="a.png" alt=""></figure>'


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
