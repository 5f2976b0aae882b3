"""Code in few colours, its text exactly as it was, its language never guessed."""

import random
import time

import pytest

from reader.article.code.highlighting import MAX_BLOCK
from reader.article.code.words import LEXERS, words
from reader.article.extract import extract
from reader.article.text import visible_text
from reader.posts.post import BodyFormat
from tests.helpers.articles import article_of, html_of, post_of

_KEYWORD = '<span class="code-keyword">'
_PYTHON = "# note\ndef f(x):\n\treturn 'a' + 1  # end\n\n\nprint(f\"{x}\")"


@pytest.mark.parametrize(
    "opening",
    [
        '<pre><code class="language-python">',
        '<pre class="language-python"><code>',
        '<pre><code class="lang-py">',
        '<pre class="brush: python; gutter: false">',
        '<div class="highlight highlight-source-python"><pre>',
        '<pre><code class="hljs python">',
        '<pre class="sourceCode python"><code class="sourceCode">',
        '<div class="language-python highlighter-rouge"><div class="highlight"><pre><code>',
        '<div class="highlight-python notranslate"><div class="highlight"><pre>',
        '<figure class="highlight python"><pre>',
        '<pre data-language="Python">',
        '<pre class="src src-python">',
        '<pre class="lang:python decode:true">',
        '<pre class="EnlighterJSRAW" data-enlighter-language="python">',
    ],
)
def test_the_page_names_the_language(opening: str) -> None:
    assert _KEYWORD in html_of(opening + "def f(): pass")


@pytest.mark.parametrize(
    "markup",
    [
        "<pre>def f(): pass</pre>",
        "<pre><code>def f(): pass</code></pre>",
        '<pre class="language-none">def f(): pass</pre>',
        '<pre class="wp-block-code">def f(): pass</pre>',
        '<pre class="language-unheard-of">def f(): pass</pre>',
        '<pre class="language-text">def f(): pass</pre>',
        '<pre class="highlight">def f(): pass</pre>',
        '<p><code class="language-python">def f(): pass</code></p>',
    ],
)
def test_a_language_is_never_guessed(markup: str) -> None:
    assert "code-" not in html_of(markup)


def test_the_text_stays_exactly() -> None:
    html = html_of(f"```python\n{_PYTHON}\n```\n", body_format=BodyFormat.MARKDOWN)
    assert _KEYWORD in html
    bare = html.replace("</span>", "")
    for name in ("keyword", "name", "string", "number", "comment"):
        bare = bare.replace(f'<span class="code-{name}">', "")
    shown = _PYTHON.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert shown in bare


@pytest.mark.parametrize("lexer", LEXERS)
def test_every_lexer_gives_back_its_text(lexer: str) -> None:
    seeded = random.Random(lexer)  # noqa: S311 not for secrets
    signs = "ab01 \t\n\n\"'\\`#/*{}()[]<>=$@%&|;:,.-_é漢🎉\x0c"
    for _ in range(20):
        text = "".join(seeded.choices(signs, k=200))
        given = words(text, LEXERS[lexer].split()[0], time.process_time() + 10)
        assert "".join(word for _, word in given) == text


def test_marks_of_the_site_are_kept_under_our_names() -> None:
    html = html_of(
        '<pre><b class="x">let</b> a <span class="mi">1</span><span class="y">x</span></pre>'
    )
    assert html == '<pre><b>let</b> a <span class="code-number">1</span><span>x</span></pre>'


def test_links_in_code_stay_links() -> None:
    markup = '<pre class="language-python">import <a href="https://a.example/">x</a></pre>'
    assert '<a href="https://a.example/">x</a>' in html_of(markup)


def test_line_breaks_of_tags_stay() -> None:
    article = article_of('<pre class="language-python">import a<br>import b</pre>')
    assert article.text == "import a\nimport b"
    assert article.html.count(_KEYWORD) == 2


def test_the_index_has_the_same_words() -> None:
    post = post_of(f"```python\n{_PYTHON}\n```\n", body_format=BodyFormat.MARKDOWN)
    article = article_of(f"```python\n{_PYTHON}\n```\n", body_format=BodyFormat.MARKDOWN)
    assert extract(post).text == article.text == visible_text(article.html)


def test_long_code_stays_plain() -> None:
    code = "x = 1\n" * (MAX_BLOCK // 6 + 1)
    assert "code-" not in html_of(f'<pre class="language-python">{code}</pre>')


@pytest.mark.parametrize("lexer", LEXERS)
def test_hostile_code_takes_no_time(lexer: str) -> None:
    name = LEXERS[lexer].split()[0]
    for sign in ("a\n", "a ", "a.", '"\\', "a(", "<", "'"):
        code = sign * (MAX_BLOCK // len(sign))
        started = time.process_time()
        html_of(f'<pre class="language-{name}">{code.replace("<", "&lt;")}</pre>')
        assert time.process_time() - started < 1, sign
