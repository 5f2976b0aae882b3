"""A formula that a page holds several times over is shown once, as its source."""

import pytest

from reader.article.extract import extract
from tests.helpers.articles import article_of, post_of

_MATH = (
    "<math{}><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>"
    '<annotation encoding="application/x-tex">x^2 &lt; 1</annotation></semantics></math>'
)
_INLINE = '<code class="math">{}</code>'
_BLOCK = '<pre><code class="math">{}</code></pre>'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            f'<span class="katex"><span class="katex-mathml">{_MATH.format("")}</span>'
            '<span class="katex-html" aria-hidden="true"><span>x2&lt;1</span></span></span>',
            _INLINE.format("x^2 &lt; 1"),
        ),
        (
            '<span class="katex-display"><span class="katex"><span class="katex-mathml">'
            f'{_MATH.format("")}</span><span class="katex-html">x2</span></span></span>',
            _BLOCK.format("x^2 &lt; 1"),
        ),
        (
            '<span class="MathJax_Preview">x</span><span class="MathJax" id="E-1"><nobr>x2</nobr>'
            '</span><script type="math/tex" id="E">x^2 < 1</script>',
            _INLINE.format("x^2 &lt; 1"),
        ),
        (
            '<div class="MathJax_Display"><span class="MathJax">y</span></div>'
            '<script type="math/tex; mode=display">% <![CDATA[\na &= b %]]></script>',
            _BLOCK.format("a &amp;= b"),
        ),
        (
            '<mjx-container class="MathJax" jax="CHTML" display="true"><mjx-math>x2</mjx-math>'
            f"<mjx-assistive-mml>{_MATH.format('')}</mjx-assistive-mml></mjx-container>",
            _BLOCK.format("x^2 &lt; 1"),
        ),
        (
            '<span class="MathJax" data-mathml="&lt;math&gt;&lt;msub&gt;&lt;mi&gt;x&lt;/mi&gt;'
            '&lt;mn&gt;1&lt;/mn&gt;&lt;/msub&gt;&lt;/math&gt;"><span>x1</span></span>',
            _INLINE.format("x_1"),
        ),
        (
            '<span class="mwe-math-element"><span style="display: none;">'
            '<math alttext="{\\displaystyle x^{2}}"><mi>x</mi></math></span>'
            '<img src="https://w.example/x.svg" class="mwe-math-fallback-image-inline" alt="x">'
            "</span>",
            _INLINE.format("x^{2}"),
        ),
        (
            '<img src="https://s0.wp.com/latex.php?latex=a" alt="E=mc^2" class="latex">',
            _INLINE.format("E=mc^2"),
        ),
        (
            '<img src="https://www.zhihu.com/equation?tex=E%3Dmc" alt="[公式]">',
            _INLINE.format("E=mc"),
        ),
    ],
)
def test_the_source_is_shown_once(written: str, shown: str) -> None:
    markup = f"<p>So</p><div>{written}</div><p>holds.</p>"
    article = article_of(markup)
    expected = shown if shown.startswith("<pre") else f"<p>{shown}</p>"
    assert article.html == f"<p>So</p>{expected}<p>holds.</p>"
    assert extract(post_of(markup)).text == article.text


@pytest.mark.parametrize(
    ("mathml", "line"),
    [
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a + b)/2"),
        (
            "<msqrt><mi>n</mi></msqrt><mo>=</mo><mroot><mi>x</mi><mn>3</mn></mroot>",
            "√(n) = √[3](x)",
        ),
        ("<msubsup><mo>∫</mo><mn>0</mn><mi>∞</mi></msubsup><mi>f</mi>", "∫_0^∞f"),
        ("<mtable><mtr><mtd>a</mtd><mtd>b</mtd></mtr><mtr><mtd>c</mtd></mtr></mtable>", "a, b; c;"),
        ("<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>", "sinx"),
    ],
)
def test_mathml_alone_is_written_in_a_line(mathml: str, line: str) -> None:
    assert article_of(f"<p>a <math>{mathml}</math> b</p>").text == f"a {line} b"


def test_other_things_of_those_names_stay() -> None:
    assert article_of('<p class="latex">My latex gloves</p>').text == "My latex gloves"
    assert article_of('<p><span class="katex">x</span></p>').text == "x"
