"""Who made a picture, found at the end of its caption.

"…（法新社）", "… (Photo: A. Person/AFP)", "… 图片来源：视觉中国", "… Photograph: A. Person/The
Paper", "… REUTERS/A. Person", "…新华社记者张三摄".
"""

import re
from functools import cache

from reader.article.captions.words import any_of, words_of

LONGEST = 90  # characters of a credit
_BRACKET = re.compile(r"[（(\[【]([^（()）\[\]【】]{1,80})[）)\]】][.。]?\s*\Z")
# Words that hold the same characters and name no maker.
_NO_MAKER = re.compile(
    r"[左右上下前后後中见見如附][图圖]|[图圖]\s*[\d一二三四五六七八九十]|合作社|公社|旅行社"
)
_SENTENCE_INSIDE = re.compile(r"[。！？!?]\s*\S|[a-z]{2}[.]\s+[A-Z][a-z]+\s[a-z]")


def credit_in(caption: str) -> int | None:
    """Return where in `caption` the words begin that name who made the picture.

    They run to its end. None where it names nobody. In brackets they begin with the bracket.
    """
    tail = caption[-LONGEST - 40 :]
    offset = len(caption) - len(tail)
    bracket = _BRACKET.search(tail)
    if bracket is not None:
        inner = bracket[1].strip()
        named = _maker().search(inner) and not _NO_MAKER.search(inner)
        return offset + bracket.start() if named else None
    for pattern in _patterns():
        match = pattern.search(tail)
        if match is None or (offset and match.start() == 0):
            continue
        words = match[0].strip()
        if len(words) <= LONGEST and not _SENTENCE_INSIDE.search(words):
            return offset + match.start() + len(match[0]) - len(match[0].lstrip())
    return None


@cache
def _maker() -> re.Pattern[str]:
    """Return what makes of a bracket's words a credit."""
    known = words_of("credits")
    latin = any_of((*known["agencies"], *known["words"]))
    chinese = any_of((*known["agencies_chinese"], *known["words_chinese"]))
    return re.compile(
        rf"\b(?:{latin})\b|{chinese}|©|[㐀-鿿]{{1,6}}社(?:\Z|[/／、,，\s档檔资資记記])"
        rf"|[图圖](?:[:：/／|｜︱片源]|\Z)|(?:网络|網絡|網路|资料|資料)\Z"
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return what ends a caption without brackets, the surest first."""
    known = words_of("credits")
    latin, chinese = any_of(known["agencies"]), any_of(known["agencies_chinese"])
    after = r"(?<=[\s。！？；.!?…”\"」）)｜|丨])"
    start = rf"(?:\A|{after})"
    # A name alone is one only where nothing leads on to it.
    alone = r"(?:\A|(?<=[。！？；.!?…”\"」）)｜|丨\n])\s*+|(?<=[.!?”\"][ \u3000]))"
    bar = r"\s*[:：/／|｜︱丨]\s*"
    end = r"[.。]?\s*\Z"
    kinds = "Photo(?:graph(?:er|y)?)?|Image|Picture|Illustration|Graphic|Art"
    titles = rf"(?:File |Stock )?(?:{kinds}|Credit|Source|Courtesy|Foto|Cr[eé]dito?|Bild|Fuente)s?"
    # Each word once and whole: what could be read in two ways would be tried in all.
    name = (
        r"(?:(?:[A-Z]\.){1,3}|[A-ZÀ-Þ㐀-鿿][^\s.。！？!?:：/]{0,30}+|(?:de|van|von|der|al|bin|and))"
    )
    picture = "图|圖|照片|图片|圖片"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{start}(?:{any_of(known['labels_chinese'])}){bar}[^。！？]{{1,40}}{end}",
            rf"{after}(?:{any_of(known['labels_after'])}){bar}[^。！？]{{1,20}}{end}",
            rf"{start}(?:{titles}|PHOTO|IMAGE|CREDIT|SOURCE)"
            rf"(?i: (?:credit|source|courtesy|by|copyright)s?)?{bar}.{{2,80}}{end}",
            rf"{alone}(?:{kinds})s?(?: (?:was |is )?(?:taken )?by | via | from | courtesy(?: of)? "
            rf"| © |/)\S.{{1,78}}{end}",
            rf"{start}(?:Courtesy (?:of )?|Credit(?:\.\.\.|…| )\s*)[A-Z].{{1,78}}{end}",
            rf"{start}(?:©|\([cC]\)\s|Copyright\b|Image copyright\b).{{2,70}}{end}",
            rf"{start}(?:REUTERS|AP Photo|AFP PHOTO|EPA-EFE|EPA|Xinhua|AFP|AP|Getty Images){bar}"
            rf"\S.{{1,60}}{end}",
            rf"{start}{name}(?: {name}){{0,5}}/(?:{name} ){{0,4}}(?:{latin})"
            rf"(?:\s*/\s*\S{{1,40}}| via .{{2,40}})?{end}",
            rf"{alone}(?:{latin})(?:\s*[/|,]\s*(?:{latin}))*(?:\s+via\s+(?:{latin}))?{end}",
            rf"{alone}(?:{chinese})(?:[/／、 ](?:{chinese}))*"
            rf"(?:资料|資料|档案|檔案)?(?:{picture})?{end}",
            rf"{start}[^。！？；：:，,、\s]{{2,14}}(?:[\s\u3000][^。！？；：:，,、\s]{{2,8}}){{0,2}}"
            rf"[\s\u3000]*(?:摄影|攝影|摄|攝){end}",
            rf"{after}[^。！？；：:，,、\s]{{2,12}}[\s\u3000]*(?:供图|供圖|提供|绘制|繪製){end}",
        )
    )
