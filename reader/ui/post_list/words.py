"""What the list says in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from reader.library.values import Filter, PostSummary, Shelf
from reader.ui.post_list.dates import Span, when


def byline(summary: PostSummary) -> str:
    """Return who published the post: its source, else its authors; "" where neither is known."""
    return summary.source or ", ".join(summary.authors)


def spoken(summary: PostSummary) -> str:
    """Return a row as a screen reader says it."""
    states: list[str] = []
    if not summary.read:
        states.append(QCoreApplication.translate("PostList", "Unread"))
    if summary.starred:
        states.append(QCoreApplication.translate("PostList", "Starred"))
    date = when(summary.date, Span.NONE, QLocale())
    parts = [summary.title.text, *states, byline(summary), date, summary.excerpt.text]
    return ". ".join(part for part in parts if part)


def nothing_here(shown: Filter) -> str:
    """Return what an empty list of this filter says: what was asked, and what would find more."""
    translate = QCoreApplication.translate
    query = shown.query.strip()
    filtered = bool(shown.facets or shown.excluded or shown.since or shown.until)
    further = translate("PostList", "Without the filters above there may be more.")
    if query:
        words = translate("PostList", "Nothing found for “{query}”").replace("{query}", query)
        if filtered or shown.shelf is not Shelf.ALL:
            return f"{words}\n{further}"
        if len(query.split()) > 1:
            further = translate("PostList", "Fewer words find more.")
        else:
            further = translate("PostList", "Esc clears the search.")
        return f"{words}\n{further}"
    if filtered:
        words = translate("PostList", "No posts match these filters")
        return f"{words}\n{further}"
    return {
        Shelf.ALL: translate("PostList", "No posts here"),
        Shelf.UNREAD: translate("PostList", "Everything is read"),
        Shelf.STARRED: translate("PostList", "No starred posts"),
        Shelf.TODAY: translate("PostList", "Nothing published today"),
    }[shown.shelf]
