import json
import re
from collections import Counter

import pytest

from reader.posts import decoding
from reader.posts.decoding import decode
from tests.helpers.post_files import vectors_folder

CHINESE = (
    "---\ntitle: 布林肯与王毅通话\n---\n中国外长王毅今天应约同美国国务卿布林肯通电话，"
    "强调维护乌克兰主权和领土完整的必要性。\n"
)
TRADITIONAL = "---\ntitle: 香港時事\n---\n這是一個關於香港的故事，他們說來說去，還是沒有結果。\n"
JAPANESE = (
    "---\ntitle: 日本語の記事\n---\nこれは日本語で書かれた記事です。東京では雨が降っています。\n"
)
KOREAN = "---\ntitle: 한국어\n---\n이것은 한국어로 쓴 글이다. 오늘 서울에는 비가 내리고 있다.\n"
RUSSIAN = "---\ntitle: Русский\n---\nЭто статья на русском языке, в которой говорится о погоде.\n"
FRENCH = "---\ntitle: Été\n---\nL’été dernier, le café était fermé à cause de la grève générale.\n"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (CHINESE, "utf-8"),
        (CHINESE, "utf-8-sig"),
        (CHINESE, "utf-16"),
        (CHINESE, "utf-16-le"),
        (CHINESE, "utf-16-be"),
        (CHINESE, "utf-32"),
        (CHINESE, "utf-32-le"),
        (CHINESE, "utf-32-be"),
        (CHINESE, "gb18030"),
        (CHINESE, "gb2312"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (KOREAN, "euc_kr"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (FRENCH, "cp1252"),
        (FRENCH.replace("’", "'"), "latin-1"),
    ],
)
def test_reads_every_usual_encoding_without_being_told(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.faults == ()


def test_a_character_cut_in_two_at_a_beginnings_end_is_no_fault() -> None:
    data = CHINESE.encode()
    for length in range(30, 50):
        decoded = decode(data[:length], complete=False)
        assert CHINESE.startswith(decoded.text)
        assert decoded.faults == ()


def test_the_same_cut_in_a_whole_file_is_one() -> None:
    assert decode(CHINESE.encode()[:-2]).faults


def test_broken_bytes_in_utf8_stay_utf8_and_name_their_line() -> None:
    data = CHINESE.encode() + b"broken \xff\xfe here, and \xe4\xb8\n"
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(CHINESE)
    assert decoded.text.endswith("broken \ufffd\ufffd here, and \ufffd\n")
    (fault,) = decoded.faults
    assert fault.line == 5
    assert fault.reason == "3 places could not be read as UTF-8, first on this line"


def test_a_replacement_character_that_the_text_holds_itself_is_no_fault() -> None:
    assert decode("so it was: \ufffd".encode()).faults == ()


@pytest.mark.parametrize(
    "declaration",
    [
        '<?xml version="1.0" encoding="windows-1250"?>',
        '<meta charset="windows-1250">',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">',
    ],
)
def test_a_declared_encoding_wins_over_a_guess(declaration: str) -> None:
    text = f"{declaration}\nPříliš žluťoučký kůň úpěl ďábelské ódy\n"
    decoded = decode(text.encode("cp1250"))
    assert decoded.text == text
    assert decoded.faults == ()


@pytest.mark.parametrize("name", ["rot13", "zlib", "idna", "unicode_escape", "utf-7", "no-such"])
def test_a_declared_encoding_that_is_none_of_texts_is_not_believed(name: str) -> None:
    text = f'<meta charset="{name}">\n{CHINESE}'
    assert decode(text.encode("gb18030")).text == text


def test_a_wrong_declaration_is_not_believed() -> None:
    text = f'<meta charset="big5">\n{CHINESE}'
    assert decode(text.encode()).text == text


def test_what_no_encoding_fits_is_said() -> None:
    decoded = decode(bytes(range(128, 256)) * 20)
    assert decoded.faults


# What must be read right of each kind; one file is in EUC-TW, which Python has no codec for.
RIGHT = {
    "GB2312": 19,
    "Big5": 26,
    "SHIFT_JIS": 30,
    "EUC-JP": 29,
    "EUC-KR": 32,
    "EUC-TW": 0,
    "windows-1251-russian": 19,
    "windows-1252": 4,
    "iso-8859-1": 6,
    "iso-2022-jp": 1,
    "utf-8": 19,
    "utf-8-sig": 2,
    "UTF-16": 2,
    "UTF-16LE": 2,
    "UTF-16BE": 2,
    "UTF-32": 2,
}
CODECS = {
    "GB2312": "gb18030",
    "Big5": "big5hkscs",
    "SHIFT_JIS": "cp932",
    "EUC-JP": "euc_jis_2004",
    "EUC-KR": "cp949",
    "iso-8859-1": "cp1252",
    "windows-1251-russian": "cp1251",
}


@pytest.mark.parametrize("declared", [True, False])
def test_tells_the_encodings_of_real_pages(declared: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = vectors_folder() / "encodings"
    if not declared:  # most posts declare nothing
        monkeypatch.setattr(decoding, "_DECLARED", re.compile(rb"(?!)()()"))
    right = Counter[str]()
    for case in json.loads((folder / "index.json").read_text("utf-8")):
        data = (folder / case["file"]).read_bytes()
        kind = case["encoding"]
        expected = CODECS.get(kind, kind)
        if kind == "EUC-TW":
            right[kind] += not decode(data).faults
            continue
        right[kind] += decode(data).text == data.decode(expected, "replace").removeprefix("\ufeff")
    assert dict(right) == RIGHT
