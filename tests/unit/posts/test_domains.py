import pytest

from reader.posts.domains import domain_above


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("news.bbc.co.uk", "bbc.co.uk"),
        ("a.b.news.bbc.co.uk", "bbc.co.uk"),
        ("bbc.co.uk", None),
        ("co.uk", None),
        ("bbc.com", None),
        ("news.bbc.com", "bbc.com"),
        ("blog.sina.com.cn", "sina.com.cn"),
        ("someone.github.io", None),  # their own, not GitHub's
        ("docs.someone.github.io", "someone.github.io"),
        ("city.kawasaki.jp", None),  # an exception to *.kawasaki.jp
        ("www.city.kawasaki.jp", "city.kawasaki.jp"),
        ("a.b.公司.cn", "b.公司.cn"),
        ("a.b.xn--55qx5d.cn", "b.xn--55qx5d.cn"),  # the same
        ("a.b.example", None),  # no suffix of the list's
        ("192.168.0.1", None),
        ("2001:db8::1", None),
        ("localhost", None),
        ("The St. Louis Post.com.au", None),
        ("..", None),
        ("a..com", None),
        ("news.bbc.co.uk.", None),
        ("a.b.xn--99999999", None),
        ("", None),
    ],
)
def test_the_domain_above_a_host(host: str, expected: str | None) -> None:
    assert domain_above(host) == expected
