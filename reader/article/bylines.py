"""Lines of a page's head: who, when, where from, how long to read.

Such a line says nothing but what the article's header shows, or what nobody needs, in any of a
dozen orders and languages: “By Jane Doe | 7 October 2019 | 5 min read”, “文／王小明”,
“2019-10-07 12:00 来源：…”. It is read piece by piece; one word that is none of these, and the
line is the article's own. So is a dateline that begins a sentence, “（新华社北京10月7日电）”.
"""

import re
from datetime import datetime, timedelta
from typing import Final

from reader.posts.post import PostHead

LONGEST: Final = 160  # characters
_SENTENCE_ENDS: Final = ("。", "！", "!", "？", "?", "…", "”", "」")
_YEAR: Final = re.compile(r"(?:19|20)\d\d|\d:\d\d")
_MONTHS: Final = (
    r"jan\w{0,6}|feb\w{0,6}|m[aä]r[a-z]{0,4}|mrz|avr\w{0,2}|apr\w{0,4}|ma[iyg]\w{0,4}|ju[nil]\w{0,4}|"
    r"ao[uû]t|aug\w{0,3}|ago\w{0,3}|sep\w{0,7}|set\w{0,6}|o[ck]t\w{0,5}|out\w{0,4}|ott\w{0,4}|"
    r"nov\w{0,5}|d[eéi][czk]\w{0,6}|gen\w{0,4}|ene\w{0,2}|giu\w{0,3}|lug\w{0,3}|f[eé]v\w{0,6}|"
    r"янв\w*|фев\w*|мар\w*|апр\w*|ма[йя]|ию[нл]\w*|авг\w*|сен\w*|окт\w*|ноя\w*|дек\w*"
)
_DAYS: Final = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|"
    r"sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|"
    r"mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|星期[一二三四五六日天]|周[一二三四五六日]|"
    r"[月火水木金土日]曜日?|[월화수목금토일]요일"
)
_ZONE: Final = (
    r"[ap]\.?m\.?|utc|gmt|e[sd]?t|p[sd]?t|cet|cest|bst|z|uhr|ч\.?|г\.?|上午|下午|오전|오후"
)
_PIECES: Final = {
    "date": (
        r"(?:19|20)\d\d\s?[-/.年년]\s?\d{1,2}\s?[-/.月월]\s?\d{1,2}\s?[日일号.]?|"
        r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일号]|"
        rf"\d{{1,2}}(?:st|nd|rd|th|\.|º|er)?\s(?:de\s)?(?:{_MONTHS})\.?,?(?:\s(?:del?\s)?\d{{4}})?\b|"
        rf"(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}}\b)?"
    ),
    "time": (
        r"t?\d{1,2}[:：h]\d{2}(?:[:：]\d{2})?(?:[+-]\d\d:?\d\d)?|\d{1,2}\s?[時时点시]\s?(?:\d{1,2}\s?[分분])?|"
        rf"\d{{1,2}}(?:\.\d\d)?(?=\s?[ap]\.?m\b)|\b(?:{_ZONE})(?!\w)|(?:{_DAYS})\b"
    ),
    "ago": (
        r"\d+\s?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\sago|"
        r"\d+\s?(?:秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週間?|个月|個月|月|年)[之以]?前|"
        r"vor\s\d+\s\w{3,8}|il y a\s\d+\s\w{3,8}|hace\s\d+\s\w{3,8}|\d+\s?(?:분|시간|일|주|개월)\s?전|"
        r"yesterday|昨天"
    ),
    "count": (
        r"\d[\d,.]*\s?[km万萬]?\s?-?(?:min(?:ute)?[sn]?\b\.?(?:\s(?:read|de lecture|de lectura|de leitura"
        r"|di lettura|lesezeit|lesedauer))?|views?\b|comments?\b|shares?\b|likes?\b|claps?\b|reads?\b|"
        r"words\b|次?阅读|次?閱讀|次?浏览|條?評論|条?评论|次?点击|人?阅读|个?赞|分钟阅读|分鐘閱讀|字)|"
        r"(?:no|leave a|add a) comments?\b|kein kommentar|暂无评论|发表评论"
    ),
    "moment": (
        r"(?:last |first |article )?(?:updated|published|posted|modified|created)\b(?: (?:on|at))?|"
        r"reading time|(?:zuletzt )?aktualisiert|veröffentlicht|stand\b|publié(?:e)?\b|mis à jour|"
        r"modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|опубликовано|обновлено|"
        r"(?:最終)?更新日?時?間?|(?:最后|最後)?更新[于於]?|公開日?|配信|投稿日?|掲載日?|입력|수정|등록|발행|"
        r"发[布表佈]?于?[时日]?[间期]?|發[布表佈]?於?[時日]?[間期]?|[时時][间間]|日期|编辑于|阅读(?:时间|数|量|次数)?|"
        r"閱讀(?:時間)?|浏览(?:量|次数)?|点击(?:量)?|评论(?:数)?|字数|lesezeit|temps de lecture|"
        r"tiempo de lectura|date\b|time\b"
    ),
    "person": (
        r"(?:written |posted |published |words |text |story )?by\b|authors?\b|words\b|text\b|von\b|par\b|"
        r"por\b|di\b|автор\b|作者|文(?=\s?[/／|｜丨︱:：\s])|撰文|撰稿|作\s?/|采写|採寫|采访|採訪|整理|記者|记者|"
        r"通讯员|執筆|著者|기자|글(?=\s?[/:：])"
    ),
    "source": r"sources?\b|quelle\b|fuente\b|fonte\b|источник\b|(?:文章)?[来來]源|出[处處]|稿源|出典|출처",
    "word": r"(?:at|on|um|am|à|le|el|a las|às|and|und|et|y|e|и|в)\b|[和与與及于於在&]|提交",
    "share": (
        r"(?:share|save|print|e-?mail|tweet|comments?|bookmark|listen)\b|分享|打印|收藏|字[号體体]|"
        r"[大中小](?=[\s大中小]|$)"
    ),
}
_PIECE: Final = re.compile("|".join(f"(?P<{kind}>{text})" for kind, text in _PIECES.items()))
_BETWEEN: Final = re.compile(r"[\s|｜丨︱/／·•∙,，、;；:：—–\-()（）\[\]【】«»<>*@.]*")
_STRANGER: Final = re.compile(
    r"[^\W\d_][^|｜丨︱/／·•,，;；:：()（）\d]{0,38}(?=$|\s?[|｜丨︱/／·•,，;；()（）\d])"
)
_PUBLISHER: Final = re.compile(r"[^\s|｜丨︱/／,，;；:：()（）]{1,25}")
_NOBODY: Final = frozenset(
    [
        "admin",
        "administrator",
        "anonymous",
        "editor",
        "editors",
        "staff",
        "webmaster",
        "redaktion",
        "unknown",
        "匿名",
        "佚名",
        "编辑",
        "小编",
        "编辑部",
        "本站",
        "管理员",
    ]
)
_NUMBERS: Final = re.compile(r"\d+")


class Byline:
    """What a page's head may repeat of a post's header."""

    def __init__(self, head: PostHead) -> None:
        """Know the names and the day that the header shows."""
        self._head = head
        self._known: tuple[str, ...] | None = None

    def is_byline(self, text: str, stands_out: bool = False) -> bool:
        """Return whether a line says nothing but what the header shows, or what nobody needs.

        A line that `stands_out`, a heading or a bold one, may begin a part: “Updated 7 October”.
        """
        if len(text) > LONGEST or text.endswith(_SENTENCE_ENDS):
            return False
        if self._known is None:
            self._known = _names_in(self._head)
        kinds = _kinds(text, self._known)
        if not kinds or kinds <= {"word", "person", "source", "moment", "share"}:
            return False
        if "stranger" in kinds:  # who else names this author, unless the header names another?
            signed = any(name.casefold() not in _NOBODY for name in self._head.authors)
            return signed and not kinds.isdisjoint(("date", "count", "ago"))
        if "publisher" in kinds:
            return not kinds.isdisjoint(("date", "count", "ago", "name"))
        if kinds <= {"date", "time", "word"} or (stands_out and "name" not in kinds):
            return _is_day_of(text, self._head.date.moment)  # another day's may begin a diary
        return not kinds <= {"moment", "date"} or _YEAR.search(text) is not None


def is_label(text: str) -> bool:
    """Return whether a line is nothing but a date, a count, and the like."""
    kinds = _kinds(text, ()) if len(text) <= LONGEST else frozenset[str]()
    return bool(kinds) and "stranger" not in kinds


def _kinds(text: str, known: tuple[str, ...]) -> frozenset[str]:
    """Return what kinds of pieces a line is made of; none if anything else is in it."""
    line = text.casefold()
    kinds: set[str] = set()
    last = ""
    at = _end(_BETWEEN.match(line), 0)
    while at < len(line):
        name = next((name for name in known if line.startswith(name, at)), None)
        if name is not None:
            end, last = at + len(name), "name"
        elif found := _PIECE.match(line, at):
            end, last = found.end(), found.lastgroup or ""
        elif last in ("person", "stranger") and (found := _STRANGER.match(line, at)):
            end, last = found.end(), "stranger"
        elif last == "source" and (found := _PUBLISHER.match(line, at)):
            end, last = found.end(), "publisher"
        else:
            return frozenset()
        kinds.add(last)
        at = _end(_BETWEEN.match(line, end), end)
    return frozenset(kinds)


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match is not None else otherwise


def _names_in(head: PostHead) -> tuple[str, ...]:
    """Return the names in the header, in lower case, the longest first."""
    names = {name.casefold() for name in (*head.authors, head.source)}
    names |= {head.source.casefold().rpartition(".")[0], *_NOBODY}
    return tuple(sorted((name for name in names if len(name) > 1), key=len, reverse=True))


def _is_day_of(text: str, moment: datetime) -> bool:
    """Return whether a date's numbers are those of `moment`, give or take the time zone."""
    written = [int(number) for number in _NUMBERS.findall(text)]
    for days in (0, -1, 1):
        day = moment + timedelta(days=days)
        if day.day in written and (day.year in written or day.month in written):
            return True
    return False
