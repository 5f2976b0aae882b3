"""The test-suites of CommonMark, GFM, kramdown and markdown-it's plugins hold."""

import os
from pathlib import Path

import pytest

from tests.bench.markdown import SETS, scored
from tests.bench.markdown_reasons import REASONS, reason_for

pytestmark = pytest.mark.skipif(
    "BROADSHEET_VECTORS" not in os.environ, reason="BROADSHEET_VECTORS is not set"
)
FOLDER = Path(os.environ.get("BROADSHEET_VECTORS", ""))
MOST_DIFFERENT = {
    "md_commonmark_spec": 14,
    "md_gfm_spec": 17,
    "md_gfm_extensions": 3,
    "md_gfm_regression": 0,
    "md_kramdown": 37,
    "md_mdit_py_plugins": 20,
}


@pytest.mark.parametrize("name", SETS)
def test_no_example_fails_but_those_read_otherwise_on_purpose(name: str) -> None:
    score = scored(FOLDER, name)
    assert score.examples > 0
    assert score.failed == []
    assert len(score.different) <= MOST_DIFFERENT[name]
    assert {reason_for(one) for one in score.different} <= set(REASONS)


@pytest.mark.parametrize("name", SETS)
def test_no_reason_is_given_for_what_passes(name: str) -> None:
    assert [one for one in scored(FOLDER, name).passed if reason_for(one)] == []
