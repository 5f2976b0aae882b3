"""Web addresses as they are opened and as they are shown.

What is opened carries no trackers and no redirect through somebody who counts clicks. What is
shown can be judged: the host first, as letters only where nobody can mistake them for others,
and nothing that turns the line about or cannot be seen.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

# Parameters that no page needs: they tell a site where its reader comes from.
_TRACKER: Final = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|gclsrc|msclkid|yclid|twclid|ttclid|igshid|igsh"
    r"|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|vero_id|oly_\w+_id|spm|scm|ref_src|ref_url|_gl)(?:=.*)?",
    re.IGNORECASE | re.DOTALL,
)
_MAY_TRACK: Final = re.compile(
    r"[?&](?:utm_|[fgdy]?clid|fbclid|gclid|dclid|yclid|g?w?braid|gclsrc|msclkid|twclid|ttclid"
    r"|igsh|mc_|_hs|mkt_|vero_|oly_|s[pc]m=|ref_|_gl=)",
    re.IGNORECASE,
)
# host, path -> the parameter that holds where a click is led on to
_REDIRECTS: Final = {
    ("google", "/url"): ("q", "url"),
    ("google", "/imgres"): ("imgrefurl",),
    ("l.facebook.com", "/l.php"): ("u",),
    ("lm.facebook.com", "/l.php"): ("u",),
    ("l.instagram.com", "/"): ("u",),
    ("l.threads.com", "/"): ("u",),
    ("t.umblr.com", "/redirect"): ("z",),
    ("youtube.com", "/redirect"): ("q",),
    ("out.reddit.com", None): ("url",),
    ("slack-redir.net", "/link"): ("url",),
    ("vk.com", "/away.php"): ("to",),
    ("link.zhihu.com", "/"): ("target",),
    ("link.jianshu.com", "/"): ("t",),
    ("link.juejin.cn", "/"): ("target",),
    ("link.csdn.net", "/"): ("target",),
    ("jump2.bdimg.com", None): ("url",),
    ("c.pc.qq.com", None): ("pfurl", "url"),
    ("weibo.cn", "/sinaurl"): ("u", "toasturl"),
    ("t.cn", "/sinaurl"): ("u",),
    ("steamcommunity.com", "/linkfilter/"): ("url", "u"),
    ("deviantart.com", "/users/outgoing"): (None,),
    ("duckduckgo.com", "/l/"): ("uddg",),
    ("linkedin.com", "/redir/redirect"): ("url",),
    ("bing.com", "/alink/link"): ("url",),
    ("href.li", "/"): (None,),
    ("anonym.to", "/"): (None,),
}
_REDIRECT_HOSTS: Final = frozenset(host for host, _ in _REDIRECTS)
_GOOGLE: Final = re.compile(r"google\.(?:com?\.)?[a-z]{2,3}")
_DEEPEST: Final = 3  # redirects within redirects

_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_ENCODED: Final = re.compile(r"(?:%[89a-fA-F][0-9a-fA-F])+")
_BLANKS: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800\u17b4\u17b5")  # letters without a shape

# Scripts that one label may hold together (UTS 39, "highly restrictive").
_TOGETHER: Final = (
    frozenset(("LATIN", "CJK", "HIRAGANA", "KATAKANA")),
    frozenset(("LATIN", "CJK", "BOPOMOFO")),
    frozenset(("LATIN", "CJK", "HANGUL")),
)
# Letters that look like Latin ones; a label of these alone can pass for another.
_LATIN_LIKE: Final = frozenset("асԁеһіјӏорԗԛѕԝхуъьҽпгѵѡαικνρυωηοτχϲϳ")
_OF_THEIR_OWN: Final = frozenset(("рф", "бел", "укр", "срб", "мкд", "мон", "қаз", "бг", "ελ", "ευ"))
_STROKES: Final = frozenset("ノンソゾ丶丿〳〴〵")  # pass for a slash between Latin letters
_KANA: Final = ("HIRAGANA", "KATAKANA")


def opened_address(url: str) -> str:
    """Return what an absolute http(s) `url` should open: no redirect, tracker or user name.

    Anything else is returned as it is. Never raises.
    """
    if not _WEB.match(url):
        return url
    for _ in range(_DEEPEST):
        inner = _led_to(url)
        if inner is None:
            break
        url = inner
    authority, slash, rest = _divided(url)
    if "@" in authority:
        url = url[: url.index("//") + 2] + authority.rpartition("@")[2] + slash + rest
    return _untracked(url) if _MAY_TRACK.search(url) else url


def shown_address(url: str) -> str:
    """Return `url` as a reader can judge it. For the eye only, not for opening."""
    if _WEB.match(url):
        authority, slash, rest = _divided(url)
        name, port = _host_and_port(authority.rpartition("@")[2])
        scheme = url[: url.index("//") + 2].lower()
        return scheme + shown_host(name) + port + slash + _legible(rest)
    return _legible(url)


def shown_host(name: str) -> str:
    """Return a host's name in its own letters where they cannot deceive, else as `xn--…`.

    After what browsers do (UTS 39 and Chromium's IDN policy): a label of one script, or of
    those that one language writes together; none that passes for a Latin one; no letters that
    run from right to left, which would rearrange the line they stand in.
    """
    if name.isascii() and "xn--" not in name.lower():
        return _legible(name.lower())
    return _shown_name(name)


@lru_cache(1000)
def _shown_name(name: str) -> str:
    labels = [_letters(label) for label in re.split("[.\u3002\uff0e\uff61]", name.lower())]
    last = labels[-1] if labels else ""
    return ".".join(_shown_label(label, last) for label in labels)


def _letters(label: str) -> str:
    """Return a label's letters, decoded; as it is where it holds no others."""
    if label.startswith("xn--"):
        try:
            decoded = label[4:].encode("ascii").decode("punycode")
            if not decoded.isascii() and _encoded(decoded) == label:
                return decoded
        except (UnicodeError, ValueError, OverflowError):
            pass
        return label
    return unicodedata.normalize("NFKC", label).lower()


def _encoded(label: str) -> str:
    """Return a label as the network knows it."""
    try:
        return "xn--" + label.encode("punycode").decode("ascii")
    except (UnicodeError, ValueError):
        return "xn--?"


def _shown_label(label: str, last: str) -> str:
    if label.isascii():
        return _legible(label)
    fitting = label == unicodedata.normalize("NFKC", label).lower() and _is_plain(label, last)
    return label if fitting else _legible(_encoded(label))


def _is_plain(label: str, last: str) -> bool:
    """Return whether a label's letters can be taken for what they are."""
    if not all(letter.isprintable() and _is_of_names(letter) for letter in label):
        return False
    scripts = {_script(letter) for letter in label if letter.isalpha()}
    if len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER):
        return False
    if scripts & {"CYRILLIC", "GREEK"} and last not in _OF_THEIR_OWN:
        return not all(letter in _LATIN_LIKE for letter in label if letter.isalpha())
    if "LATIN" in scripts and not all(map(_is_usual, label)):
        return False
    return not any(_passes_for_stroke(label, at) for at in range(len(label)))


def _is_of_names(letter: str) -> bool:
    if letter.isascii():
        return letter.isalnum() or letter in "-_"
    ordinary = unicodedata.category(letter) in ("Ll", "Lo", "Lm", "Mn", "Mc")
    from_left = unicodedata.bidirectional(letter) not in ("R", "AL", "AN")
    latin_mark = "\u0300" <= letter <= "\u036f"
    return ordinary and from_left and letter not in _BLANKS and not latin_mark


def _is_usual(letter: str) -> bool:
    """Return whether a Latin letter is one of living spelling, not a lookalike of another."""
    if letter.isascii() or _script(letter) != "LATIN":
        return True
    usual = "\u00df" <= letter <= "\u017e" or letter in "ơưșț" or "\u1ea0" <= letter <= "\u1ef9"
    return usual and letter not in "ıĸŀŉ"


def _passes_for_stroke(label: str, at: int) -> bool:
    if label[at] not in _STROKES:
        return False
    near = label[max(0, at - 1) : at] + label[at + 1 : at + 2]
    return not any(_script(letter) in _KANA for letter in near if letter not in _STROKES)


def _script(letter: str) -> str:
    """Return the script by the first word of the letter's name, as Unicode names them."""
    word = unicodedata.name(letter, "").partition(" ")[0]
    return {"IDEOGRAPHIC": "CJK", "KATAKANA-HIRAGANA": "KATAKANA"}.get(word, word)


def _legible(text: str) -> str:
    """Return the part of an address with its letters decoded, all else encoded or left so."""
    decoded = _ENCODED.sub(lambda run: _decoded(run[0]), text) if "%" in text else text
    if decoded.isascii() and decoded.isprintable():
        return decoded
    return "".join(letter if _is_seen(letter) else _percent(letter) for letter in decoded)


def _decoded(run: str) -> str:
    """Return what a run of percent-encoded bytes spells, if every letter of it can be seen."""
    try:
        spelled = unquote(run, errors="strict")
    except UnicodeDecodeError:
        return run
    return spelled if all(map(_is_seen, spelled)) else run


def _is_seen(letter: str) -> bool:
    return (
        letter.isprintable()
        and letter not in _BLANKS
        and (letter.isascii() or unicodedata.bidirectional(letter) not in ("R", "AL", "AN"))
    )


def _percent(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "surrogatepass"))


def _divided(url: str) -> tuple[str, str, str]:
    """Return authority, what ends it, and the rest of an http(s) address, as browsers read it."""
    start = url.index("//") + 2
    end = re.compile(r"[/?#\\]").search(url, start)
    if end is None:
        return url[start:], "", ""
    return url[start : end.start()], end[0], url[end.end() :]


def _host_and_port(authority: str) -> tuple[str, str]:
    name, colon, port = authority.rpartition(":")
    return (name, ":" + port) if colon and port.isdigit() and port.isascii() else (authority, "")


def _led_to(url: str) -> str | None:
    """Return the address that a redirect's address holds; None where it is none."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if _GOOGLE.fullmatch(host):
        host = "google"
    if host not in _REDIRECT_HOSTS:
        return None
    names = _REDIRECTS.get((host, parts.path or "/")) or _REDIRECTS.get((host, None))
    if names is None:
        return None
    asked = parse_qs(parts.query[:8000], max_num_fields=200) if len(parts.query) < 8000 else {}
    for name in names:
        inner = unquote(parts.query) if name is None else asked.get(name, [""])[0]
        if _WEB.match(inner) and not re.search(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]", inner):
            return inner
    return None


def _untracked(url: str) -> str:
    """Return the address without the parameters that only track; the others stay as written."""
    address, hash_, fragment = url.partition("#")
    page, _, query = address.partition("?")
    kept = "&".join(each for each in query.split("&") if not _TRACKER.fullmatch(each))
    return page + (f"?{kept}" if kept else "") + hash_ + fragment
