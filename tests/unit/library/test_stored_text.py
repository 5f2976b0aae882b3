import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.stored_text import beginning, excerpt, packed, pieces, unpacked

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts, st.integers(1, 50))
def test_a_text_comes_out_as_it_went_in(text: str, size: int) -> None:
    assert unpacked(packed(text)) == text
    assert "".join(pieces(packed(text), size)) == text


def test_every_character_can_be_stored() -> None:
    text = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
    assert unpacked(packed(text)) == text


def test_chinese_takes_less_room_than_in_utf_8() -> None:
    text = "".join(map(chr, range(0x4E00, 0x9FA5)))
    assert len(packed(text)) < 2.1 * len(text)


@given(texts)
def test_the_beginning_is_one_line_of_a_text(text: str) -> None:
    line = beginning(text)
    assert excerpt(packed(text)) == line
    assert "\n" not in line
    assert text.replace("\n", " ").startswith(line)
    assert len(line) <= 200


@pytest.mark.parametrize("damaged", [b"", b"no such thing", packed("text " * 99)[:-9]])
def test_a_damaged_text_is_read_as_far_as_it_goes(damaged: bytes) -> None:
    with pytest.raises(ValueError, match="damaged"):
        unpacked(damaged)
    assert "text text".startswith(excerpt(damaged)[:9])
