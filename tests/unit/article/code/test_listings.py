# ruff: noqa: E501 (markup as it was published)
"""What highlighters make of code becomes the code again, without its line numbers."""

import pytest

from reader.article.cleaning.clean import parse, serialised
from reader.article.code.listings import settle_listings
from reader.article.extract import extract
from tests.helpers.articles import article_of, post_of

_CODE = "def f():\n  return 1"
# A listing of these two lines, as sites publish it.
FORMS = {
    "hexo": """<figure class="highlight python"><table><tbody><tr><td class="gutter"><pre>
<span class="line">1</span><br><span class="line">2</span><br></pre></td><td class="code"><pre>
<span class="line"><span class="keyword">def</span> f():</span><br><span class="line">  return 1</span><br></pre></td></tr></tbody></table></figure>""",
    "rouge": """<div class="language-python highlighter-rouge"><div class="highlight"><pre class="highlight"><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">1
2
</pre></td><td class="rouge-code"><pre><span class="k">def</span> f():
  return 1
</pre></td></tr></tbody></table></code></pre></div></div>""",
    "chroma": """<div class="highlight"><div class="chroma"><table class="lntable"><tr><td class="lntd">
<pre class="chroma"><code><span class="lnt">1
</span><span class="lnt">2
</span></code></pre></td><td class="lntd">
<pre class="chroma"><code class="language-python" data-lang="python">def f():
  return 1</code></pre></td></tr></table></div></div>""",
    "chroma in lines": """<pre class="chroma"><code class="language-python"><span class="line"><span class="ln">1</span><span class="cl">def f():
</span></span><span class="line"><span class="ln">2</span><span class="cl">  return 1</span></span></code></pre>""",
    "pygments": """<table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>1
2</pre></div></td><td class="code"><div class="highlight-python highlight"><pre><span></span>def f():
  return 1
</pre></div></td></tr></table>""",
    "pygments in lines": """<div class="highlight-python notranslate"><pre><span class="linenos">1 </span>def f():
<span class="linenos">2 </span>  return 1</pre></div>""",
    "SyntaxHighlighter": """<div class="syntaxhighlighter python"><table><tr><td class="gutter"><div class="line number1">1</div><div class="line number2">2</div></td><td class="code"><div class="container"><div class="line number1"><code class="python keyword">def</code> <code class="python plain">f():</code></div><div class="line number2"><code class="python spaces">&nbsp;&nbsp;</code><code class="python keyword">return</code> <code>1</code></div></div></td></tr></table></div>""",
    "highlight.js": """<pre><code class="hljs language-python"><table class="hljs-ln"><tr><td class="hljs-ln-line hljs-ln-numbers"><div class="hljs-ln-n" data-line-number="1"></div></td><td class="hljs-ln-line hljs-ln-code">def f():</td></tr><tr><td class="hljs-ln-line hljs-ln-numbers"></td><td class="hljs-ln-line hljs-ln-code">  return 1</td></tr></table></code></pre>""",
    "prettify": """<pre class="prettyprint lang-python"><ol class="linenums"><li class="L0"><span>def f():</span></li><li class="L1">  return 1</li></ol></pre>""",
    "csdn": """<pre><code class="prism language-python has-numbering">def f():
  return 1</code><ul class="pre-numbering"><li>1</li><li>2</li></ul></pre>""",
    "prism": """<div class="code-toolbar"><pre class="line-numbers language-python"><code class="language-python">def f():
  return 1<span aria-hidden="true" class="line-numbers-rows"><span></span><span></span></span></code></pre><div class="toolbar"><div class="toolbar-item"><span>Python</span></div></div></div>""",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_the_code_is_left(form: str) -> None:
    article = article_of(FORMS[form])
    assert article.text.split("\n") == ["def f():", "return 1"]
    assert "<pre" in article.html
    assert "\n  " in article.html.replace('<span class="code-keyword">', "")
    assert article.html.count('class="code-keyword"') == 2


@pytest.mark.parametrize("form", FORMS)
def test_the_index_has_the_same_words(form: str) -> None:
    assert extract(post_of(FORMS[form])).text == article_of(FORMS[form]).text


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="highlight"><table><tbody><tr><td>A price</td><td>7</td></tr></tbody></table></div>',
        '<pre>a <span class="ln">x</span></pre>',
        '<p class="gutter">1</p>',
        '<table class="gutter-thing"><tbody><tr><td>1</td></tr></tbody></table>',
    ],
)
def test_what_is_no_listing_stays(markup: str) -> None:
    tree = parse(markup)
    settle_listings(tree, markup)
    assert serialised(tree) == markup
