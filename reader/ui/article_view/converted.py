"""Finding in Chinese that is shown in another script than it was written in.

The index folds each character by itself, conversion looks at phrases: 答复 is shown as 答覆, which
folds to no 复. Where the page shows converted text, such characters are one for hits and find. No
character becomes two, so places stay what they are. What a search of the library finds is found
in the text as it is written, whatever is shown.
"""

from dataclasses import replace

from reader.library.query import Words

# Folded characters that OpenCC 1.4 puts in each other's place, from its own phrases.
_PAIRS = (
    "沉沈 枱台 著着 藉借 覆复 衞卫 揹背 链炼 瞭了 余馀 锺钟 迳径 伕夫 甯宁 薰熏 甦苏 敍叙 "
    "钜巨 托讬 座坐 痺痹 鎗枪 栢柏 么幺 鳌鼇 鲶鲇 苧苎 哩里 只衹 鑛矿 濬浚 簷檐 俱具 拏拿 "
    "雠仇 像象 燄焰 咨谘 划画 腭颚 彷仿 瑯琅 籐藤 菓果 荳豆 隄堤"
)
_ONE = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})


def as_one(folded: str) -> str:
    """Return folded text, as long as it is, with one character for all that conversion mixes."""
    return folded.translate(_ONE)


def words_as_one(words: Words) -> Words:
    """Return what is sought in the same way."""
    return replace(words, words=as_one(words.words))
