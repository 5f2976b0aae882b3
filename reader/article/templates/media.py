"""Pictures, recordings and embedded pages that template tags stand for, by their arguments.

Themes name their tags as they like; what a tag shows is told by its arguments: a picture's
file, a caption, the number of a video at a place known by the tag's name.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import cast

from reader.article.templates.placing import Piece

_ARGUMENT = re.compile(
    r"(?:(?P<name>[\w-]+)\s*[=:]\s*)?"
    r"(?:\"(?P<double>(?:[^\"\\]|\\.)*+)\"|'(?P<single>(?:[^'\\]|\\.)*+)'|`(?P<back>[^`]*+)`"
    r"|“(?P<curly>[^”]*+)”|(?P<bare>[^\s\"'`“]\S*))",
    re.DOTALL,
)
_SELF_CLOSED = re.compile(r"(?:^|(?<=[\s\"'`]))/\Z")
_LONGEST = 4_000  # characters of arguments that are read
_PICTURE = re.compile(r"[^\s<>]*\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)(?:[?#]\S*)?\Z", re.I)
_SOUND = re.compile(r"[^\s<>]*\.(?:mp3|m4a|ogg|oga|opus|wav|flac)(?:[?#]\S*)?\Z", re.I)
_FILM = re.compile(r"[^\s<>]*\.(?:mp4|m4v|webm|ogv|mov)(?:[?#]\S*)?\Z", re.I)
_SOURCES = ("src", "image_path", "image", "img", "url", "path", "file", "filename", "href", "link")
_PATTERN = re.compile(r"(?:\A|/)\*+[./]")
_GALLERIES = ("gallery", "imgs", "images", "photos")
_PICTURES_BY_NAME = re.compile(r"fig|ima?ge?(?:$|[^a-z])|picture|photo|pic$|cloudinary|screenshot")
_SAFE_ID = re.compile(r"[\w.~=@-]+(?:/[\w.~=@-]+){0,4}\Z", re.ASCII)
_WEB = re.compile(r"https?://[^\s\"'<>]+\Z", re.I)
# Where what is embedded by its number can be seen. A name that holds the word counts.
_PLACES = (
    ("youtube", "https://www.youtube.com/embed/{}"),
    ("vimeo", "https://player.vimeo.com/video/{}"),
    ("tweet", "https://twitter.com/i/status/{}"),
    ("twitter", "https://twitter.com/i/status/{}"),
    ("gist", "https://gist.github.com/{}"),
    ("instagram", "https://www.instagram.com/p/{}/"),
    ("bilibili", "https://www.bilibili.com/video/{}"),
    ("dailymotion", "https://www.dailymotion.com/video/{}"),
    ("asciinema", "https://asciinema.org/a/{}"),
    ("asciicast", "https://asciinema.org/a/{}"),
    ("codepen", "https://codepen.io/pen/{}"),
    ("jsfiddle", "https://jsfiddle.net/{}/"),
    ("speakerdeck", "https://speakerdeck.com/player/{}"),
    ("loom", "https://www.loom.com/share/{}"),
    ("spotify", "https://open.spotify.com/{}"),
    ("soundcloud", "https://soundcloud.com/{}"),
    ("codesandbox", "https://codesandbox.io/s/{}"),
    ("tiktok", "https://www.tiktok.com/video/{}"),
    ("twitch", "https://www.twitch.tv/videos/{}"),
    ("telegram", "https://t.me/{}"),
    ("youku", "https://v.youku.com/v_show/id_{}.html"),
    ("ted", "https://www.ted.com/talks/{}"),
)
_EMBEDS_BY_NAME = re.compile(
    r"iframe|embed|video|audio|player|pdf|mastodon|toot|reddit|facebook|pinterest|slideshare|x\Z"
)
_NUMBERS = ("id", "video_id", "videoid", "videoId", "video", "v", "key", "hash", "bvid", "aid")


@dataclass(frozen=True, slots=True)
class Arguments:
    """A tag's arguments, by name and by place."""

    named: Mapping[str, str]
    plain: Sequence[str]
    written: str = ""  # all of it

    def first(self, *names: str) -> str:
        """Return the first named argument of these that says something, or ""."""
        return next((value for name in names if (value := self.named.get(name, "").strip())), "")

    def at(self, place: int) -> str:
        """Return the argument at `place` among those without a name, or ""."""
        return self.plain[place] if place < len(self.plain) else ""


def arguments_of(written: str) -> Arguments:
    """Return the arguments as they are written after a tag's name."""
    named: dict[str, str] = {}
    plain: list[str] = []
    written = _SELF_CLOSED.sub("", written[:_LONGEST].strip())
    for match in _ARGUMENT.finditer(written):
        value = next(
            (match[kind] for kind in ("double", "single", "back", "curly", "bare") if match[kind]),
            "",
        )
        value = re.sub(r"\\([\"'\\])", r"\1", value) if "\\" in value else value
        if match["bare"] is not None:
            value = value.rstrip(",")
        if match["name"] and not (match["bare"] or "").startswith("//"):
            named[match["name"]] = value
        elif word := match[0].rstrip(",") if match["bare"] else value:
            plain.append(word)
    return Arguments(named, plain, written)


def media_of(name: str, arguments: Arguments, inner: str | None, line: bool) -> Piece | None:
    """Return the picture, recording or embedded page a tag stands for, or None.

    `name` is the tag's or the included file's; `line` says that captions are Markdown.
    """
    name = re.sub(r"\.\w{1,6}\Z", "", name).lower()
    if (place := _place(name, arguments)) is not None:
        return card(place, arguments.first("title", "caption"))
    if name in _GALLERIES and len(pictures := list(filter(_PICTURE.match, arguments.plain))) > 1:
        everything = "".join(image(one, "") for one in pictures)
        return Piece(_with_caption(everything, _caption(arguments, inner, line)), True)
    source = _source(name, arguments)
    if not source or _PATTERN.search(source):  # one of all the site's files that match
        return None
    if _FILM.match(source) or _SOUND.match(source):
        element = "audio" if _SOUND.match(source) else "video"
        markup = f'<{element} src="{escape(source)}" controls></{element}>'
        return Piece(_with_caption(markup, _caption(arguments, inner, line)), True)
    if not (_PICTURE.match(source) or _PICTURES_BY_NAME.search(name)):
        embeds = _WEB.match(source) and _EMBEDS_BY_NAME.search(name)
        return card(source, arguments.first("title", "caption")) if embeds else None
    said = ("alt",) if "alt" in arguments.named else ("title", "caption")
    picture = image(source, arguments.first(*said), arguments)
    return Piece(_with_caption(picture, _caption(arguments, inner, line)), True)


def card(address: str, title: str = "") -> Piece:
    """Return an embedded page, of which a later step makes a link that opens outside."""
    named = f' title="{escape(title)}"' if title else ""
    return Piece(f'<iframe src="{escape(address)}"{named}></iframe>', True)


def image(source: str, alt: str, arguments: Arguments | None = None) -> str:
    """Return a picture's markup, of its size where that is said in pixels."""
    size = ""
    for side in ("width", "height") if arguments else ():
        said = re.match(r"(\d{1,5})(?:px)?\Z", arguments.named.get(side, "")) if arguments else None
        size += f' {side}="{said[1]}"' if said else ""
    return f'<img src="{escape(source)}" alt="{escape(alt)}"{size}>'


def gallery(items: object, caption: str) -> Piece | None:
    """Return the pictures that a list in the front matter names, with one caption."""
    if not isinstance(items, list):
        return None
    pictures: list[str] = []
    for item in cast("list[object]", items)[:200]:
        fields = cast("Mapping[str, object]", item) if isinstance(item, Mapping) else {"src": item}
        said = {key: value for key, value in fields.items() if isinstance(value, str)}
        source = next((said[key] for key in ("image_path", *_SOURCES) if said.get(key)), "")
        if source:
            pictures.append(image(source, said.get("alt", "") or said.get("title", "")))
    return Piece(_with_caption("".join(pictures), caption), True) if pictures else None


def _with_caption(markup: str, caption: str) -> str:
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure>{markup}{caption}</figure>"


def _caption(arguments: Arguments, inner: str | None, line: bool) -> str:
    """Return the caption's markup: title, caption, and who made the picture."""
    title, said = arguments.first("title"), arguments.first("caption", "desc", "description")
    said = said or arguments.first("legend", "text") or (inner or "").strip()
    shown = [title, *([said] if said != title else ())]
    parts = [in_line(part, line) for part in shown if part]
    if credit := arguments.first("attr", "credit", "credits", "attribution", "copyright", "author"):
        credit = in_line(credit, line)
        if target := arguments.first("attrlink", "attributionlink", "crediturl"):
            credit = f'<a href="{escape(target)}">{credit}</a>'
        parts.append(f'<span class="credit">{credit}</span>')
    return " ".join(parts)


def in_line(written: str, markdown: bool) -> str:
    """Return the markup of one line of Markdown, or of text that may hold markup already."""
    written = " ".join(written.split())
    if not markdown or not re.search(r"[*_`\[$~=]", written):
        return written if "<" in written else escape(unescape(written), quote=False)
    from reader.article.markdown.parser import line_to_html  # noqa: PLC0415 it uses none of this

    return line_to_html(written)


def _place(name: str, arguments: Arguments) -> str | None:
    """Return where what the tag embeds can be seen, or None where it embeds nothing known."""
    provider = arguments.first("provider", "service", "platform").lower() or name
    template = next((to for word, to in _PLACES if _names(word, provider)), None)
    if template is None and name != "x":
        return None
    written = arguments.first(*_NUMBERS, "url", "src", "link") or arguments.at(0)
    user = arguments.first("user", "username")
    if name in ("gist",) and len(arguments.plain) > 1 and "/" not in written:
        pair = f"{written}/{arguments.plain[1]}"
        return template.format(pair) if template and _SAFE_ID.match(pair) else None
    if _WEB.match(written):
        return written
    if user and _SAFE_ID.match(user) and written.isdigit():
        return f"https://twitter.com/{user}/status/{written}"
    return template.format(written) if template and _SAFE_ID.match(written) else None


def _names(word: str, name: str) -> bool:
    return word == name if len(word) < 4 else word in name


def _source(name: str, arguments: Arguments) -> str:
    """Return the address among a tag's arguments that it shows, or ""."""
    named = [arguments.named[key] for key in _SOURCES if arguments.named.get(key)]
    everything = [*named, *arguments.named.values(), *arguments.plain]
    for kind in (_PICTURE, _FILM, _SOUND):
        if found := next((value for value in everything if kind.match(value)), ""):
            return found
    candidates = [*named, *arguments.plain[:1]]
    return next((value for value in candidates if value and not re.search(r"[\s<>]", value)), "")
