"""The index has the words that the page shows, whatever dialect a post is written in."""

import pytest

from reader.article.extract import extract
from reader.article.render import render_article
from reader.posts.post import BodyFormat
from tests.helpers.articles import post_of

_TEXT = "Some words before it, as every paragraph of an article has them.\n\n{}\n\nAnd some after."


@pytest.mark.parametrize(
    "written",
    [
        "See [[A page|its label]], [[#Own]] and ![[note]].",
        "![[a.png|300]]",
        "![A view|300](a.png)",
        "It was ==stressed== here and a==b there.",
        "It was %%hidden%% here, 100%% sure.",
        "%%\nhidden\n\nhidden too\n%%",
        "A line with [[x]] ^name-1",
        "> [!tip] Its *head*\n> text\n> > [!note]\n> > inner",
        "> [!faq]- Why\n> Because",
        "::: tip Title\na\n\nb\n:::",
        "::::details\na\n::::",
        '!!! note "T"\n    a\n\n    b',
        '???+ note "T"\n    a\n\n    b',
        "???\nwas what he said",
        ":::message\na\n:::",
        "```js:a.js\nlet a;\n```",
        "![](a.png =20x)\ntext\n![](b.png)\n• one\n• two",
        "- one\n  - \n- two\n  *",
        "<!-- a -->*b* and [c](d)",
        "@[youtube](abc)",
        '{{ figure(src="a.png", caption="C") }}',
        "[caption id='a'][![x](a.png)](b.png) It's *so*[/caption]",
        "Between $5 and $10, or $x_1 * y * z$ and \\(a_1*b*\\).",
        "$$\na &= b \\\\\nc &= d\n$$",
        "\\[\nx = 1\n\\]",
        "\\begin{align}\nx\n\\end{align}",
        "{% highlight ruby %}\nputs `ls`\n{% endhighlight %}",
        '{{< figure src="a.png" caption="A *fine* day" >}}',
        "{{% notice tip %}}\n- one\n- two\n{{% /notice %}}",
        "{{< tabs >}}{{< tab One >}}a{{< /tab >}}{{< /tabs >}}",
        "`{% raw %}{{ x }}{% endraw %}` and {{ page.title }}",
        "{% youtube abc %}",
        "```python\ndef f(): pass\n```",
    ],
)
def test_index_is_page(written: str) -> None:
    post = post_of(_TEXT.format(written), body_format=BodyFormat.MARKDOWN)
    assert extract(post).text == render_article(post).text
