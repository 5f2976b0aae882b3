"""Liquid is left out quietly; code keeps it."""

import pytest

from reader.article.liquid import without_liquid


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("a {% include x.html y=1 %}b", "a b"),
        ("{% raw %}a{% endraw %}", "a"),
        ("![x]({{ site.baseurl }}/a.png)", "![x](/a.png)"),
        ('[x]({{ "/a/" | relative_url }})', "[x](/a/)"),
        ("{% comment %}secret{% endcomment %}b", "b"),
        ("`{{ code }}` and {{ page.title }}", "`{{ code }}` and "),
        ("```\n{% if x %}\n```\n", "```\n{% if x %}\n```\n"),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```"),
        ("*a*{: .b}", "*a*"),
        ("plain { text } stays", "plain { text } stays"),
    ],
)
def test_liquid_is_left_out(written: str, left: str) -> None:
    assert without_liquid(written) == left
