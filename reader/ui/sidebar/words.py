"""What the shelves and facets are called."""

from PySide6.QtCore import QCoreApplication, QLocale

from reader.library.facet_names import names_above
from reader.library.values import Facet, Shelf


def shelf_name(shelf: Shelf) -> str:
    """Return the name of `shelf` in the user's language."""
    translate = QCoreApplication.translate
    return {
        Shelf.ALL: translate("Sidebar", "All"),
        Shelf.UNREAD: translate("Sidebar", "Unread"),
        Shelf.STARRED: translate("Sidebar", "Starred"),
        Shelf.TODAY: translate("Sidebar", "Today"),
    }[shelf]


def section_name(facet: Facet | None) -> str:
    """Return the heading over the values of `facet`, or over the shelves for None."""
    translate = QCoreApplication.translate
    return {
        None: translate("Sidebar", "Library"),
        Facet.TAG: translate("Sidebar", "Tags"),
        Facet.CATEGORY: translate("Sidebar", "Categories"),
        Facet.AUTHOR: translate("Sidebar", "Authors"),
        Facet.SOURCE: translate("Sidebar", "Sources"),
        Facet.YEAR: translate("Sidebar", "Years"),
    }[facet]


def filter_hint(facet: Facet) -> str:
    """Return what the empty filter box of `facet` says."""
    translate = QCoreApplication.translate
    return {
        Facet.TAG: translate("Sidebar", "Filter tags"),
        Facet.CATEGORY: translate("Sidebar", "Filter categories"),
        Facet.AUTHOR: translate("Sidebar", "Filter authors"),
        Facet.SOURCE: translate("Sidebar", "Filter sources"),
        Facet.YEAR: translate("Sidebar", "Filter years"),
    }[facet]


def facet_words(facet: Facet, value: str) -> str:
    """Return what a value is called where its facet must be said as well."""
    name = value_name(facet, value)
    if facet is Facet.YEAR and name != value:  # a month says what it is
        return name
    translate = QCoreApplication.translate
    words = {
        Facet.TAG: translate("FilterChips", "tag: {value}"),
        Facet.CATEGORY: translate("FilterChips", "category: {value}"),
        Facet.AUTHOR: translate("FilterChips", "author: {value}"),
        Facet.SOURCE: translate("FilterChips", "source: {value}"),
        Facet.YEAR: translate("FilterChips", "year: {value}"),
    }
    return words[facet].format(value=one_line(value))


def excluded_words(words: str) -> str:
    """Return what a filter says of `words` that no post may have."""
    return QCoreApplication.translate("FilterChips", "not {filter}").format(filter=words)


def value_name(facet: Facet | None, value: str, parent: str = "") -> str:
    """Return what a facet's value is called, below `parent` without what that says already.

    Hosts stay whole there: `news` alone would say too little.
    """
    if facet is Facet.YEAR:
        return _month_name(one_line(value), whole=not parent) or one_line(value)
    if parent and (facet is Facet.TAG or facet is Facet.CATEGORY):
        key = facet.key(parent)
        for name in names_above(value):
            if facet.key(name) == key:
                return one_line(value[len(name) + 1 :])
    return one_line(value)


def _month_name(value: str, whole: bool) -> str:
    """Return "2022-02" in the user's language, `whole` with its year; "" where it is no month."""
    year, _, number = value.partition("-")
    if number not in _MONTHS:
        return ""
    locale = users_locale()
    if (mark := _AFTER_YEARS.get(locale.language())) is not None:
        name = locale.standaloneMonthName(int(number), QLocale.FormatType.ShortFormat)
        return f"{year}{mark}{name}" if whole else name
    name = locale.standaloneMonthName(int(number))
    return f"{name} {year}" if whole else name


_MONTHS = frozenset(f"{number:02}" for number in range(1, 13))
_AFTER_YEARS = {
    QLocale.Language.Chinese: "年",
    QLocale.Language.Japanese: "年",
    QLocale.Language.Korean: "년 ",
}


_JOINERS = "\u200c\u200d"


def one_line(text: str) -> str:
    """Return `text`, which a post wrote, as one line of visible characters.

    Control and direction-changing characters are left out: a tag must not turn its count round.
    What joins letters, or emoji, and what keeps them apart stays.
    """
    if not text.isprintable():
        text = "".join(c if c.isprintable() or c in _JOINERS else " " for c in text)
    return " ".join(text.split())


def grouped(count: int) -> str:
    """Return `count` as the user's language groups its digits: 21,042."""
    return users_locale().toString(count)


def users_locale() -> QLocale:
    """Return the user's locale; English where none is set, for "C" groups and sorts nothing."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        return QLocale(QLocale.Language.English)
    return locale
