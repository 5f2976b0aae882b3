import pytest

from reader.ui.article_view.messages import Kind, Message, message_of

WORD = "0123abcd"


def test_what_the_script_says_is_understood() -> None:
    line = WORD + '{"kind":"position","generation":7,"fraction":0.5,"ended":true}'
    assert message_of(line, WORD) == Message(Kind.POSITION, 7, fraction=0.5, ended=True)
    line = WORD + '{"kind":"contents","generation":7,"open":true}'
    assert message_of(line, WORD) == Message(Kind.CONTENTS, 7, open=True)
    line = WORD + '{"kind":"pictures","generation":1,"addresses":["https://a/b"]}'
    assert message_of(line, WORD) == Message(Kind.PICTURES, 1, addresses=("https://a/b",))


@pytest.mark.parametrize(
    "line",
    [
        '{"kind":"painted","generation":7}',
        'other{"kind":"painted","generation":7}',
        WORD,
        WORD + "{",
        WORD + "[]",
        WORD + '{"kind":"unheard","generation":7}',
        WORD + '{"kind":"painted"}',
        WORD + '{"kind":"painted","generation":"7"}',
        WORD + '{"kind":"position","generation":7,"fraction":"x"}',
        WORD + '{"kind":"pictures","generation":7,"addresses":"x"}',
    ],
)
def test_whatever_else_stands_on_the_console_is_not(line: str) -> None:
    assert message_of(line, WORD) is None


def test_a_fraction_stays_between_top_and_end() -> None:
    line = WORD + '{"kind":"position","generation":7,"fraction":%s}'
    for said, meant in (("-3", 0.0), ("1e9", 1.0)):
        message = message_of(line % said, WORD)
        assert message is not None
        assert message.fraction == meant
