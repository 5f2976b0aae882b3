"""`srcset`, `media` and `type` as the HTML standard reads them, and which candidate is chosen."""

import pytest

from reader.article.pictures.source_sets import applies, best, candidates

FETCHED = "https://c.example/fetch/w_848,c_limit/https%3A%2F%2Fa.example%2Fa.png"


@pytest.mark.parametrize(
    ("source_set", "expected"),
    [
        ("", []),
        ("a.jpg", [("a.jpg", 0)]),
        ("a.jpg 480w, b.jpg 2x", [("a.jpg", 480), ("b.jpg", 1400)]),
        ("a.jpg, b.jpg 1.5x", [("a.jpg", 0), ("b.jpg", 1050)]),
        # an address may hold commas, but not end in one
        (
            "w_4,h_3/a.jpg 400w, w_8,h_6/a.jpg 800w",
            [("w_4,h_3/a.jpg", 400), ("w_8,h_6/a.jpg", 800)],
        ),
        (f"{FETCHED} 848w", [(FETCHED, 848)]),
        ("data:image/gif;base64,R0 1w, a.jpg 2w", [("data:image/gif;base64,R0", 1), ("a.jpg", 2)]),
        # without the space after the comma
        ("a.jpg 1x,b.jpg 2x", [("a.jpg", 700), ("b.jpg", 1400)]),
        ("\n a.jpg\t480w ,\n b.jpg 960w,", [("a.jpg", 480), ("b.jpg", 960)]),
        ("a.jpg 480w 270h, b.jpg huge", [("a.jpg", 480)]),
        (",,, a.jpg,", [("a.jpg", 0)]),
    ],
)
def test_candidates(source_set: str, expected: list[tuple[str, float]]) -> None:
    assert [(one.url, one.width) for one in candidates(source_set)] == expected


@pytest.mark.parametrize(
    ("source_set", "chosen"),
    [
        ("a 320w, b 640w, c 1280w, d 2560w", "c"),
        ("a 320w, b 640w, c 2048w", "c"),
        ("a 300w, b 600w", "b"),
        ("a 800w, b 3000w", "b"),
        ("a 800w, b 6000w", "a"),
        ("a 1x, b 2x, c 3x", "b"),
        ("a 1400w, b 1400w", "a"),
    ],
)
def test_the_one_chosen_suits_twice_the_articles_width(source_set: str, chosen: str) -> None:
    candidate = best(candidates(source_set))
    assert candidate is not None
    assert candidate.url == chosen


@pytest.mark.parametrize(
    ("media", "kind", "expected"),
    [
        ("", "", True),
        ("(min-width: 900px)", "", True),
        ("(min-width: 1200px)", "", False),
        ("(max-width: 40em)", "", False),
        ("(max-width: 80em)", "image/webp", True),
        ("(width >= 600px)", "", True),
        ("print, (min-width: 600px)", "", True),
        ("print", "", False),
        ("(prefers-color-scheme: dark)", "", False),
        ("(prefers-color-scheme: light)", "", True),
        ("(min-width: 660px) and (-webkit-min-device-pixel-ratio: 1.25)", "", True),
        ("", "image/avif", True),
        ("", "image/jxl", False),
        ("", "image/heic", False),
    ],
)
def test_which_sources_are_for_this_page(media: str, kind: str, expected: bool) -> None:
    assert applies(media, kind) is expected


def test_a_set_of_a_million_characters_is_read_at_once() -> None:
    assert len(candidates("a" * 500_000 + "," * 500_000)) <= 1
    assert len(candidates("a 1x," * 200_000)) == 200
