"""Templates of site generators become what they show, and stay where they are the subject."""

import time

import pytest

from reader.article.templates.expand import expanded
from reader.article.templates.values import PostValues

POST = PostValues(
    {
        "subtitle": "Sub",
        "youtubeId": "abc123",
        "draft": False,
        "tags": ["x"],
        "cover": {"alt": "C"},
    },
    "A title",
    "2020-01-02",
)


def markdown(text: str) -> str:
    return expanded(text, POST, markdown=True)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a {% include x.html y=1 %}b", "a b"),
        ("![x]({{ site.baseurl }}/a.png)", "![x](/a.png)"),
        ("![x]({{site.url}}{{site.baseurl}}/a.png)", "![x](/a.png)"),
        ('[x]({{ "/a/" | relative_url }})', "[x](/a/)"),
        ("[x]({{ 'a/b' | absolute_url }})", "[x](/a/b)"),
        ('{{ "/a" | prepend: site.baseurl }}', "/a"),
        ("{{ page.title }} {{page.subtitle | upcase}} {{ page.cover.alt }}", "A title SUB C"),
        ("{{ page.nothing }}{{ page.tags[0] }}{{ page.draft }}", "x"),
        ("{{ content }}{{ site.data.a.b }}", ""),
        ("{% assign img = '/i' %}{{ img }}/a.png", "/i/a.png"),
        ("{% capture x %}said{% endcapture %}<{{ x }}>", "<said>"),
        ("{% capture x %}- a{% endcapture %}{{ x | markdownify }}", "<ul>\n<li>a</li>\n</ul>"),
        ("{% comment %}secret {{ x }}{% endcomment %}b", "b"),
        ("{%- comment -%}secret{%- endcomment -%}b", "b"),
        ("[a]({% link _posts/2020-01-01-b.md %})", "[a](/_posts/2020-01-01-b.md)"),
        ("[a]({% post_url 2020-01-01-b %}#c)", "[a](/_posts/2020-01-01-b.md#c)"),
        (
            "[a]({{ site.baseurl }}{% post_url sub/2020-01-01-b %})",
            "[a](/_posts/sub/2020-01-01-b.md)",
        ),
        ("{% post_link some-post %}", '<a href="/_posts/some-post.md">some post</a>'),
        ('{% post_link some-post "Its title" %}', '<a href="/_posts/some-post.md">Its title</a>'),
        ("{% unknown thing %}kept{% endunknown %}", "kept"),
        ("before<!-- more -->after <!--more--> end", "beforeafter  end"),
    ],
)
def test_liquid(written: str, shown: str) -> None:
    assert markdown(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{% if page.subtitle %}yes{% else %}no{% endif %}", "yes"),
        ("{% if page.nothing %}yes{% else %}no{% endif %}", "no"),
        ("{% unless page.nothing %}yes{% endunless %}", "yes"),
        ("{% if page.subtitle == 'Sub' %}yes{% endif %}", "yes"),
        ("{% if site.dark %}one{% else %}two{% endif %}", "onetwo"),
        ("{% if a and b %}kept{% endif %}", "kept"),
        ("{% if page.nothing %}{% if page.title %}x{% endif %}{% elsif true %}y{% endif %}", "y"),
        ("a{% for p in site.posts %}[{{ p.title }}]({{ p.url }}){% endfor %}b", "ab"),
        ("{% for post in site.posts %}{{ post.title }}{% endfor %}", ""),
        ("{% for i in (1..3) %}once{% endfor %}", "once"),
    ],
)
def test_branches_and_loops(written: str, shown: str) -> None:
    assert markdown(written) == shown


@pytest.mark.parametrize(
    "written",
    [
        "`{{ code }}` and `{% if x %}`",
        "``a ` {{ page.title }}``",
        "```\n{% if x %}\n{{< figure src=a >}}\n```\n",
        "~~~ liquid\n{{ page.title }}\n~~~\n",
        "- item\n\n  ```\n  {{ page.title }}\n  ```\n",
        "> ```\n> {{ page.title }}\n> ```\n",
        "Text:\n\n    {{ page.title }}\n    {% include x %}\n",
        "<pre>{{ page.title }}</pre><code>{% x %}</code>",
        "plain { text } stays",
        "{{ message }} and {{#each list}} and {{ .Site.Title }}",
        "100 % {% never closed",
        "{{ never closed",
        "{{< never closed",
    ],
)
def test_what_is_the_subject_stays(written: str) -> None:
    assert markdown(written) == written


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{% raw %}a{% endraw %}", "a"),
        ("{% raw %}{{ page.title }}{% endraw %}", "{{ page.title }}"),
        ("`{% raw %}{{ page.title }}{% endraw %}`", "`{{ page.title }}`"),
        ("`{% raw %}` and `{% endraw %}`", "`{% raw %}` and `{% endraw %}`"),
        ("```\n{% raw %}\n{{ x }}\n{% endraw %}\n```", "```\n\n{{ x }}\n\n```"),
        ("{% raw %}\n```\n{{ x }}\n```\n{% endraw %}", "\n```\n{{ x }}\n```\n"),
        ("`{{</* figure src=a */>}}`", "`{{< figure src=a >}}`"),
        ("```\n{{%/* note */%}}\n```", "```\n{{% note %}}\n```"),
        ("{{</* x */>}} in text", "{{&lt; x >}} in text"),
    ],
)
def test_escapes_are_undone(written: str, shown: str) -> None:
    assert markdown(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "{% highlight ruby linenos %}\nputs `ls`\n{% endhighlight %}",
            "\n```ruby\nputs `ls`\n```\n\n",
        ),
        (
            "{% highlight md %}\n```\n{{ x }}\n```\n{% endhighlight %}",
            "\n````md\n```\n{{ x }}\n```\n````\n\n",
        ),
        (
            '{{< highlight go "linenos=table" >}}\nx := 1\n{{< /highlight >}}',
            "\n```go\nx := 1\n```\n\n",
        ),
        (
            "{% codeblock a.py lang:python %}\nx = 1\n{% endcodeblock %}",
            "\n**a.py**\n\n```python\nx = 1\n```\n\n",
        ),
        (
            "1. {% highlight c %}\n   int a;\n   {% endhighlight %}",
            "1. ```c\n   int a;\n   ```\n\n   ",
        ),
    ],
)
def test_listings_become_fences(written: str, shown: str) -> None:
    assert markdown(written) == shown


def test_a_block_stays_in_its_list_item_and_quotation() -> None:
    assert markdown('- a\n  {{< img src="b.png" >}}\n- c').startswith("- a\n  \n  <figure>")
    assert '\n> <figure><img src="b.png"' in markdown('> a\n> {{< img src="b.png" >}}')
    assert markdown('| a |\n|---|\n| {{< img src="b.png" >}} |').count("\n") == 2


def test_html_gets_html() -> None:
    shown = expanded("{% highlight c %}\na < b;\n{% endhighlight %}", POST, markdown=False)
    assert shown == '<pre><code class="language-c">a &lt; b;</code></pre>'
    shown = expanded("<p>{{ page.title }}</p>    {{ page.title }}", POST, markdown=False)
    assert shown == "<p>A title</p>    A title"
    shown = expanded("{% note info %}<p>x</p>{% endnote %}", POST, markdown=False)
    assert shown == (
        '<blockquote class="callout"><p><strong class="callout-title">Info</strong></p>'
        "<p>x</p></blockquote>"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "{%" * 500_000,
        "{{" * 500_000,
        "{% if x %}" * 4_900,
        "{% if x %}{% else %}" * 2_400 + "{% endif %}" * 2_400,
        "{{< a >}}" * 2_400 + "{{< /a >}}" * 2_400,
        "{% raw %}" * 100_000,
        "    {% x %}\n" * 4_900,
        "`{{`" * 250_000,
        "{{ x }} " + "".join("`" * n + " " for n in range(1, 1_000)),
        "{{ x }}" + "<pre>" * 200_000,
        "{{ " + "'a' | " * 100_000 + " }}",
        "{% for a in b %}" * 2_400 + "{% endfor %}" * 2_400,
        "{% highlight c %}" * 60_000,
        "{{</*" * 200_000,
        "`{% raw %}" * 100_000 + "`",
        '{{< figure src="' + "a" * 900_000 + '" >}}',
    ],
)
def test_hostile_templates_take_no_time(hostile: str) -> None:
    started = time.process_time()
    markdown(hostile)
    assert time.process_time() - started < 2
