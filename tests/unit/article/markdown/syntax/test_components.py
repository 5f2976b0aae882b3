"""Posts in MDX show their text, not its machinery."""

import pytest

from reader.article.extract import extract
from reader.posts.post import BodyFormat
from tests.helpers.articles import html_of, post_of

IMPORT = "import Tabs from '@theme/Tabs';\n"


def shown(written: str) -> str:
    return html_of(written, body_format=BodyFormat.MARKDOWN)


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        (IMPORT + 'import { A, b as B } from "../x"\nimport "./a.css";\n\nText', "<p>Text</p>"),
        (IMPORT + "\nexport const a = {b: 1};\n\nText", "<p>Text</p>"),
        (
            IMPORT + "\n<Tabs\n  values={[\n    { label: 'A' },\n  ]}\n  lazy\n>\n"
            '<TabItem value="a" label="One *x*" default>\n\nText\n\n</TabItem>\n</Tabs>',
            "<p><strong>One <em>x</em></strong></p><p>Text</p>",
        ),
        (
            IMPORT
            + '\n<Tabs>\n<Tab title="A">\n\na\n\n</Tab>\n<Tab title="B">\n\nb\n\n</Tab>\n</Tabs>',
            "<p><strong>A</strong></p><p>a</p><p><strong>B</strong></p><p>b</p>",
        ),
        (IMPORT + "\n<Big>\n\n*Text*\n\n</Big>", "<p><em>Text</em></p>"),
    ],
)
def test_imports_and_tags_go(written: str, markup: str) -> None:
    assert shown(written) == markup
    text = extract(post_of(written, body_format=BodyFormat.MARKDOWN)).text
    assert "import" not in text
    assert "lazy" not in text


@pytest.mark.parametrize(
    "written",
    [
        "import of cars from 'there'",
        "import x\nfrom y",
        "In Python,\nimport Tabs from 'x' fails",
        "export const a = 1;",
    ],
)
def test_text_stays(written: str) -> None:
    assert len(shown(written + "\n\nmore text").split()) > len(written.split())
