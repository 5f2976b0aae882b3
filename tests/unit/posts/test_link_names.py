"""What links between posts and the posts' files have in common."""

import pytest

from reader.posts.link_names import best_match, link_name, path_in_library


@pytest.mark.parametrize(
    "path",
    [
        "_posts/2019-01-01-a-walk.md",
        "2019-01-01-A-Walk.markdown",
        "/2019/01/01/a-walk.html",
        "/blog/a-walk/",
        "content/posts/a-walk/index.md",
        "content/posts/a-walk/index.zh.md",
        "a-walk/index.html",
        "A Walk.md",
        "a_walk",
        "A%20Walk".replace("%20", " "),
    ],
)
def test_all_forms_of_a_link_have_one_name(path: str) -> None:
    assert link_name(path) == "a-walk"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("", ""),
        ("/", ""),
        ("..", ""),
        ("index.md", ""),
        ("旅行 记.md", "旅行-记"),
        ("v1.2.md", "v1.2"),
    ],
)
def test_other_names(path: str, name: str) -> None:
    assert link_name(path) == name


@pytest.mark.parametrize(
    ("reference", "path"),
    [
        ("b.md#part", "notes/b.md"),
        ("../b.md?x", "b.md"),
        ("/2019/01/01/x.html", "2019/01/01/x.html"),
        ("%E5%AD%97%20x.md", "notes/字 x.md"),
        ("../../b.md", None),
        ("#part", None),
        ("..%2f..%2fb.md", None),
        ("a\\b", None),
        ("C:/x.md", None),
        ("x%00.md", None),
    ],
)
def test_paths_of_links(reference: str, path: str | None) -> None:
    assert path_in_library(reference, "notes/a.md") == path


@pytest.mark.parametrize(
    ("link", "candidates", "meant"),
    [
        ("2019/01/01/x.html", ["2018-01-01-x.md", "2019-01-01-x.md"], "2019-01-01-x.md"),
        ("2019/01/01/x.html", ["_posts/2018-01-01-x.md"], None),
        ("2019-01-01-x.md", ["_posts/2019-01-01-x.md"], "_posts/2019-01-01-x.md"),
        ("travel/x/", ["food/x.md", "_travel/x.md"], "_travel/x.md"),
        ("notes/x.md", ["elsewhere/x.md", "notes/deep/x.md"], "notes/deep/x.md"),
        ("tag/python/", ["_posts/2019-01-01-python.md"], None),
        ("tag/python/", ["tag/python.md"], "tag/python.md"),
        ("x.md", [], None),
    ],
)  # fmt: skip
def test_which_post_a_link_means(link: str, candidates: list[str], meant: str | None) -> None:
    assert best_match(link, "notes/a.md", [(path, "") for path in candidates]) == meant


def test_a_date_in_a_link_may_be_the_front_matters() -> None:
    candidates = [("a/x.md", "2019-01-02"), ("b/x.md", "2019-01-01")]
    assert best_match("2019/01/x.html", "c.md", candidates) == "a/x.md"
    assert best_match("2019/01/01/x.html", "c.md", candidates) == "b/x.md"
