import pytest

from reader.posts.titles import first_heading, title_from_name, title_in, without_site_name


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("Plain", "Plain"),
        ("  two\n lines ", "two lines"),
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("The <em>best</em><br>of <script>x</script>", "The bestof <script>x</script>"),
        ("a < b > c", "a < b > c"),
        ("zero\u200bwidth \u202eright to left", "zero width right to left"),
        ("escape \x1b[31m", "escape [31m"),
        (2013, "2013"),
        (["Part one", 2], "Part one 2"),
        (None, ""),
        (False, ""),
        ({}, ""),
        ("   ", ""),
    ],
)
def test_a_front_matters_title_is_one_plain_line(value: object, title: str) -> None:
    assert title_in(value) == title


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("为什么工人不反抗？ - iYouPort", "为什么工人不反抗？"),
        ("A storm | I You Port", "A storm"),
        ("Dashed - but not a name", "Dashed - but not a name"),
        ("Twice - named - iYouPort", "Twice - named"),
        ("iYouPort", "iYouPort"),
        (" - iYouPort", " - iYouPort"),
        ("Left - or", "Left - or"),
    ],
)
def test_a_title_does_not_end_in_its_sites_name(title: str, left: str) -> None:
    assert without_site_name(title, "iyouport.org") == left
    assert without_site_name(title, "") == title


def test_a_title_has_an_end() -> None:
    assert len(title_in("x" * 100_000)) == 500
    assert title_in("x" * 100_000).endswith("…")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# Heading\n\ntext", "Heading"),
        ("\n\n# Heading #\n", "Heading"),
        ("Heading\n=======\n", "Heading"),
        ("Heading\n---\n", "Heading"),
        ("### Third level, but first\n# Later", "Third level, but first"),
        ("text\n\n## Second\n\n# First level\n", "First level"),
        ("<!-- # no -->\n# Yes\n", "Yes"),
        ("```\n# code\n```\n# Yes\n", "Yes"),
        ("<h1 class='x'>In <b>HTML</b> &amp; more</h1>", "In HTML & more"),
        ("# [Linked](https://x.org/a_(b)) and ![pic](p.png)", "Linked and pic"),
        ("# *Emphasis* and **more** and `code` {#id .class}", "Emphasis and more and code"),
        ("# snake_case stays, 2 * 3 * 4 too", "snake_case stays, 2 * 3 * 4 too"),
        ("# escaped \\* star", "escaped * star"),
        ("#no space", ""),
        ("text only", ""),
        ("    # indented code\n", ""),
        ("- a list\n- then a rule\n---\n", ""),
        ("", ""),
    ],
)
def test_the_first_heading_of_markdown(body: str, title: str) -> None:
    assert first_heading(body, markdown=True) == title


def test_the_first_heading_of_html() -> None:
    assert first_heading("<p># no</p><H1>Yes</H1>", markdown=False) == "Yes"
    assert first_heading("# no", markdown=False) == ""


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("folder/2022-02-22-a-fine_day.md", "a fine day"),
        ("2022-2-5-no-zeroes.markdown", "no zeroes"),
        ("2022-02-22.md", "2022-02-22"),
        ("000_3568484641814460.txt", "000 3568484641814460"),
        ("布林肯-王毅.md", "布林肯 王毅"),
        ("---.md", "---"),
        ("odd\nname.md", "odd name"),
        ("posts/2022-02-22-a-walk/index.md", "a walk"),
        ("a-walk/_index.zh-cn.md", "a walk"),
        ("Index.md", "Index"),
        ("trip/indexes.md", "indexes"),
    ],
)
def test_a_files_name_in_words(path: str, title: str) -> None:
    assert title_from_name(path) == title
