"""Listings and counts under every combination equal a plain filter in Python."""

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.catalog import Catalog
from reader.library.state import ReadingState
from reader.library.values import Facet, Filter, PostState, Shelf, Sort
from tests.helpers.indexes import IndexedPost, write_index
from tests.helpers.plain_filter import PlainLibrary

FOLDER = Path("/library")
WORDS = ("war", "warm", "peace", "乌", "烏克蘭", "克兰", "VPN服务", "café", "it's")
VALUES = {
    Facet.TAG: (
        *("war", "WAR", "War/Europe", "ｗａｒ／asia", "Warm", "乌克兰", "AC/DC", "war / peace"),
        *("a/b/c", "A/B/d", "a/b"),
    ),
    Facet.CATEGORY: ("news", "News/local", "NEWS/world"),
    Facet.AUTHOR: ("John Smith", "JOHN SMITH", "Ｊohn Smith", "Smithers", "陳水扁", "陳 水扁"),
    Facet.SOURCE: (
        "bbc.co.uk",
        "news.bbc.co.uk",
        "sport.bbc.co.uk",
        "a.sina.com.cn",
        "nytimes.com",
    ),
    Facet.YEAR: ("2021", "2022", "2021-12", "2022-01", "2022-02"),
}
CHOSEN = {  # beside these
    Facet.TAG: ("War/EUROPE", "ac", "A", "war/none"),
    Facet.CATEGORY: ("News",),
    Facet.AUTHOR: ("陳　水扁", "Nobody"),
    Facet.SOURCE: ("www.BBC.co.uk", "https://news.bbc.co.uk/1", "sina.com.cn"),
    Facet.YEAR: ("1999", "1999-12"),
}
NOW = datetime.now(UTC).replace(microsecond=0)

texts = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
days = st.dates(date(2021, 11, 1), date(2022, 2, 28))
moments = st.one_of(
    st.datetimes(datetime(2021, 11, 1), datetime(2022, 2, 28), timezones=st.just(UTC)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    st.just(NOW),
)
labels = st.sampled_from(
    [(facet, value) for facet in Facet if facet is not Facet.YEAR for value in VALUES[facet]]
)
posts = st.builds(
    IndexedPost,
    path=st.just(""),
    title=texts,
    text=texts,
    date=moments,
    facets=st.lists(labels, max_size=4, unique=True).map(tuple),
    has_image=st.booleans(),
)
libraries = st.lists(posts, max_size=12).map(
    lambda made: [
        IndexedPost(f"{n}.md", p.title, p.text, p.date, p.facets, has_image=p.has_image)
        for n, p in enumerate(made)
    ]
)
states = st.lists(st.builds(PostState, st.booleans(), st.booleans()), min_size=12, max_size=12)

words = st.sampled_from([*WORDS, *(f'"{word}"' for word in WORDS), "wa*", "title:war", "title:克"])
fields = st.sampled_from(
    [
        "is:read",
        "is:unread",
        "is:starred",
        "has:image",
        "tag:war",
        "tag:wa*",
        "category:news",
        "author:smith",
        "author:水扁",
        "source:bbc",
        "source:bbc.co.uk",
        "source:www.bbc.co.uk",
        "source:news.bbc",
        'author:"john smith"',
        "tag:a ",
        "tag:a/b ",
        "tag:ac ",
        'tag:"war/europe"',
        "before:2022",
        "tag:none",
    ]
)
bounds = st.builds("{}:{}".format, st.sampled_from(["before", "after"]), days)
terms = st.one_of(words, fields, fields, bounds)
literals = st.builds("{}{}".format, st.sampled_from(["", "", "-"]), terms)
queries = st.lists(st.lists(literals, min_size=1, max_size=2).map(" OR ".join), max_size=3).flatmap(
    lambda clauses: st.sampled_from([" ".join(clauses), " ".join([*clauses, ""])])
)
choices = st.fixed_dictionaries(
    {},
    optional={
        facet: st.lists(
            st.sampled_from(VALUES[facet] + CHOSEN[facet]), min_size=1, max_size=2, unique=True
        )
        for facet in Facet
    },
).map(lambda chosen: tuple((facet, tuple(values)) for facet, values in chosen.items()))
several = st.builds(
    Filter,
    shelf=st.sampled_from(Shelf),
    query=queries,
    facets=choices,
    since=st.none() | days,
    until=st.none() | days,
    sort=st.sampled_from(Sort),
    excluded=st.just(()) | choices,
)
# By itself each kind of condition goes ways that it goes with no other.
filters = st.one_of(
    several, st.builds(Filter, query=queries), choices.map(lambda chosen: Filter(excluded=chosen))
)


@settings(max_examples=150, deadline=None)
@given(libraries, states, st.lists(filters, min_size=1, max_size=6))
def test_listing_and_counts_are_what_a_plain_filter_says(
    library: list[IndexedPost], done: list[PostState], wanted: list[Filter]
) -> None:
    plain = PlainLibrary(
        library,
        {post.path: state for post, state in zip(library, done, strict=False)},
        date.today(),
    )
    with TemporaryDirectory() as folder:
        index, state_path = Path(folder, "index.db"), Path(folder, "state.db")
        ids = write_index(index, library, folder=str(FOLDER))
        state = ReadingState(state_path, FOLDER)
        state.change(plain.states)
        state.close()
        catalog = Catalog(index, state_path, FOLDER)
        for asked in wanted:
            check(catalog, plain, ids, asked)
        catalog.close()


def check(catalog: Catalog, plain: PlainLibrary, ids: dict[str, int], wanted: Filter) -> None:
    with catalog.snapshot():
        listing, counts = catalog.listing(wanted), catalog.counts(wanted)
    expected = sorted((ids[post.path] for post in plain.select(wanted)), reverse=True)
    found = list(listing.ids)
    assert (found if wanted.sort is Sort.DATE else sorted(found, reverse=True)) == expected
    assert listing.total == len(plain.posts)
    assert list(counts.months) == plain.months(wanted)
    days = catalog.days(wanted, date(2021, 12, 1), date(2022, 1, 31)).posts
    assert [(day.isoformat(), posts) for day, posts in days] == [
        day for day in plain.days(wanted) if "2021-12-01" <= day[0] <= "2022-01-31"
    ]
    assert counts.shelves == {shelf: plain.shelf(shelf) for shelf in Shelf}
    for facet in Facet:
        rows = [(row.value, row.count) for row in counts.facets[facet]]
        shown = {row.value: (row.count, row.parent) for row in counts.facets[facet]}
        assert shown == plain.facets(wanted, facet)
        assert len(shown) == len(rows)
        if facet is Facet.YEAR:
            assert rows == sorted(rows, reverse=True)
        else:
            assert rows == sorted(rows, key=lambda row: (-row[1], row[0]))
