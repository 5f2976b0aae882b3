import pytest

from reader.ui.sidebar.words import one_line


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("war\nand  peace\t", "war and peace"),
        ("tag\u202e99\u2069", "tag 99"),  # would turn its count round
        ("می\u200cخواهم", "می\u200cخواهم"),  # two letters that must not join
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),  # one family
        ("\u200b\u2060", ""),
    ],
)
def test_what_a_post_wrote_is_one_line_of_visible_characters(written: str, shown: str) -> None:
    assert one_line(written) == shown
