"""Chinese characters that stand for one another, though no folding of single ones can say so.

The index folds each character by itself, but 復 is 复 and 覆 as well: what is written 答复 is
shown as 答覆 in the other script, and written so by many. So words of a search are sought in all
their forms. A single character is taken as it is: of 象 and 像 each has a meaning of its own,
which only its neighbours tell.
"""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.query import Words

# Folded characters that OpenCC 1.4 puts in each other's place, from its own phrases.
PAIRS = (
    "沉沈 枱台 着著 藉借 覆复 衞卫 揹背 链炼 瞭了 余馀 锺钟 迳径 伕夫 甯宁 薰熏 甦苏 敍叙 "
    "钜巨 托讬 座坐 痺痹 鎗枪 栢柏 么幺 鳌鼇 鲶鲇 苧苎 哩里 只衹 鑛矿 濬浚 簷檐 俱具 拏拿 "
    "雠仇 像象 燄焰 咨谘 划画 腭颚 彷仿 瑯琅 籐藤 菓果 荳豆 隄堤"
)
_MOST = 3  # characters of a phrase that are looked at; each doubles its forms


def forms_of(wanted: "Words") -> tuple["Words", ...]:
    """Return what finds the same words: first as they are, then in their other forms."""
    words = wanted.words
    if len(words) < 2 or words.isascii():
        return (wanted,)
    other = _others()
    places = [place for place, letter in enumerate(words) if letter in other][:_MOST]
    forms = [words]
    for place in places:
        forms += [f"{form[:place]}{other[form[place]]}{form[place + 1 :]}" for form in forms]
    return tuple(replace(wanted, words=form) for form in forms)


@cache
def _others() -> dict[str, str]:
    """Return of each such character the other one."""
    return {one: other for pair in PAIRS.split() for one, other in (pair, pair[::-1])}
