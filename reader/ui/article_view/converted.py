"""Finding in Chinese that is shown in another script than it was written in.

The index folds each character by itself, conversion looks at phrases: 答复 is shown as 答覆, which
folds to no 复. Where the page shows converted text, such characters are one for hits and find. No
character becomes two, so places stay what they are.
"""

from dataclasses import replace

from reader.library.forms import PAIRS
from reader.library.query import Words

_ONE = str.maketrans({pair[0]: pair[1] for pair in PAIRS.split()})


def as_one(folded: str) -> str:
    """Return folded text, as long as it is, with one character for all that conversion mixes."""
    return folded.translate(_ONE)


def words_as_one(words: Words) -> Words:
    """Return what is sought in the same way."""
    return replace(words, words=as_one(words.words))
