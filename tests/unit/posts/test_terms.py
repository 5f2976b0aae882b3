import pytest

from reader.posts.terms import authors_of, categories_of, tags_of


@pytest.mark.parametrize(
    ("front_matter", "tags"),
    [
        ({"tags": ["联合早报"]}, ("联合早报",)),
        ({"tags": ["a", "b", "a"]}, ("a", "b")),
        ({"tags": "ay bee cee"}, ("ay", "bee", "cee")),
        ({"tags": "two words, three whole words"}, ("two words", "three whole words")),
        ({"tags": "中国，经济、 政治"}, ("中国", "经济", "政治")),
        ({"tags": "one"}, ("one",)),
        ({"tag": "A String"}, ("A String",)),
        ({"tag": "a, b"}, ("a", "b")),
        ({"keywords": "x, y"}, ("x", "y")),
        ({"tags": ["a"], "keywords": "b"}, ("a", "b")),
        ({"keywords": "climate change"}, ("climate change",)),
        ({"tags": [["Diary", "Games"], ["Life"]]}, ("Diary", "Games", "Life")),
        ({"tags": [{"name": "n", "slug": "s"}, {"slug": "only"}]}, ("n", "only")),
        ({"tags": {"en": ["war"], "fr": "guerre"}}, ("war", "guerre")),
        ({"tags": {"a": None, "b": True}}, ("a", "b")),
        ({"taxonomies": {"tags": ["zola"], "categories": ["c"]}}, ("zola",)),
        ({"tags": ["#obsidian", "area/politics", "C#", "[[Note|shown]]"]},
         ("obsidian", "area/politics", "C#", "shown")),
        ({"tags": [2013, 1.5, True, None, "", "~", "null"]}, ("2013", "1.5")),
        ({"tags": "false"}, ()),
        ({"tags": None}, ()),
        ({"tags": ["  much\n space "]}, ("much space",)),
        ({"tags": ["bell\a", "right\u202eleft"]}, ("bell", "rightleft")),
        ({}, ()),
    ],
)  # fmt: skip
def test_tags(front_matter: dict[str, object], tags: tuple[str, ...]) -> None:
    assert tags_of(front_matter) == tags


def test_categories_are_read_as_tags_are() -> None:
    assert categories_of({"categories": "foo bar baz"}) == ("foo", "bar", "baz")
    assert categories_of({"category": "foo bar"}) == ("foo bar",)
    assert categories_of({"categories": [["Diary", "Games"]]}) == ("Diary", "Games")
    assert categories_of({"taxonomies": {"categories": ["c"]}}) == ("c",)


@pytest.mark.parametrize(
    ("path", "categories"),
    [
        ("films/horror/_posts/2019-05-21-chucky.md", ("News", "films", "horror")),
        ("news/_posts/2022/a.md", ("News", "news")),
        ("_posts/a.md", ("News",)),
        ("blog/source/_posts/a.md", ("News",)),
        ("docs/films/_posts/a.md", ("News", "films")),
        ("films/a.md", ("News",)),
    ],
)
def test_folders_around_jekylls_posts_are_categories(
    path: str, categories: tuple[str, ...]
) -> None:
    assert categories_of({"categories": "News"}, path) == categories


@pytest.mark.parametrize(
    ("front_matter", "authors"),
    [
        ({"author": "联合早报"}, ("联合早报",)),
        ({"authors": ["Jane Roe", "John Doe"]}, ("Jane Roe", "John Doe")),
        ({"author": {"name": "Jane Roe", "email": "j@example.org"}}, ("Jane Roe",)),
        ({"author": [{"name": "Jane Roe"}, "John Doe"]}, ("Jane Roe", "John Doe")),
        ({"author": "Doe, John"}, ("Doe, John",)),
        ({"author": "John Doe, Jane Roe"}, ("John Doe", "Jane Roe")),
        ({"author": "张三，李四、王五"}, ("张三", "李四", "王五")),
        ({"author": "Simon and Garfunkel"}, ("Simon and Garfunkel",)),
        ({"author": "by Jane Roe <jane@example.org>"}, ("Jane Roe",)),
        ({"author": "作者：石炳鋒"}, ("石炳鋒",)),
        ({"author": ["[[Jane Roe]]"]}, ("Jane Roe",)),
        ({"author": "[Jane Roe](https://example.org/jane)"}, ("Jane Roe",)),
        ({"author": "", "byline": "Jane Roe"}, ("Jane Roe",)),
        ({"author": None}, ()),
    ],
)
def test_authors(front_matter: dict[str, object], authors: tuple[str, ...]) -> None:
    assert authors_of(front_matter) == authors


def test_there_is_an_end_to_them() -> None:
    assert len(tags_of({"tags": [f"tag {number}" for number in range(5000)]})) == 256
    assert len(tags_of({"tags": ["x" * 10_000]})[0]) == 200
