"""Code -> its words and what each is, by Pygments; loaded only where code is shown.

Only lexers that were seen to take linear time on hostile text (a test holds each of them to
it), by the names that pages give their languages.
"""

import importlib
import time
from collections.abc import Iterator
from functools import cache

from pygments.lexer import RegexLexer
from pygments.token import Token
from pygments.token import _TokenType as TokenType  # pyright: ignore[reportPrivateUsage]

# Pygments' module and class -> the names of the language.
LEXERS = {
    "python.PythonLexer": "python py python3 py3 pyi sage",
    "javascript.JavascriptLexer": "javascript js node mjs cjs",
    "javascript.TypescriptLexer": "typescript ts mts",
}
_MEANINGS = (
    (Token.Comment.Preproc, "keyword"),
    (Token.Comment.PreprocFile, "string"),
    (Token.Comment, "comment"),
    (Token.Keyword.Constant, "number"),
    (Token.Keyword, "keyword"),
    (Token.Operator.Word, "keyword"),
    (Token.Name.Tag, "keyword"),
    (Token.Name.Attribute, "name"),
    (Token.Name.Function, "name"),
    (Token.Name.Class, "name"),
    (Token.Name.Decorator, "name"),
    (Token.Name.Constant, "number"),
    (Token.Name.Entity, "number"),
    (Token.Literal.String, "string"),
    (Token.Literal, "number"),
    (Token.Generic.Inserted, "inserted"),
    (Token.Generic.Deleted, "deleted"),
    (Token.Generic.Heading, "name"),
    (Token.Generic.Subheading, "comment"),
    (Token.Generic.Prompt, "comment"),
)


def words(text: str, language: str, until: float) -> Iterator[tuple[str, str]]:
    """Yield the pieces of `text`, in order and complete, each with what it is; "" for plain.

    `language` as a page names it; an unknown one gives one plain piece. After `until`
    (`time.monotonic`) all that is left is plain.
    """
    lexer = _lexer(language)
    kind, start, done = "", 0, 0
    if lexer is not None:
        try:
            for at, token, word in lexer.get_tokens_unprocessed(text + "\n"):
                if at != done or time.monotonic() > until:
                    break
                done = min(at + len(word), len(text))
                meaning = _meaning(token)
                if meaning != kind and not word.isspace():
                    if at > start:
                        yield kind, text[start:at]
                    kind, start = meaning, at
        except Exception:  # noqa: S110 a lexer's own fault costs the colours, not the code
            pass
    if done > start:
        yield kind, text[start:done]
    if done < len(text):
        yield "", text[done:]


@cache
def _lexer(language: str) -> RegexLexer | None:
    name = _names().get(language)
    if name is None:
        return None
    module, _, made = name.partition(".")
    return getattr(importlib.import_module(f"pygments.lexers.{module}"), made)()


@cache
def _names() -> dict[str, str]:
    return {name: lexer for lexer, names in LEXERS.items() for name in names.split()}


@cache
def _meaning(token: TokenType) -> str:
    return next((meaning for kind, meaning in _MEANINGS if token in kind), "")
