"""BeautifulSoup, imported without the parsers and guessers that it looks for.

We build its trees ourselves (`well_formed.py`) and hand it text, so html5lib, lxml and chardet,
where they are installed, would cost each renderer 40 to 110 ms of its start for nothing. To be
imported before anything that imports bs4.
"""

import sys

_LEFT_OUT = ("cchardet", "chardet", "charset_normalizer", "html5lib", "lxml")


def _import_soup() -> None:
    there = {name: sys.modules[name] for name in _LEFT_OUT if name in sys.modules}
    sys.modules.update(dict.fromkeys(_LEFT_OUT))  # pyright: ignore - None says that there is none
    try:
        import bs4  # noqa: F401, PLC0415 # pyright: ignore[reportUnusedImport]
    finally:
        for name in _LEFT_OUT:
            del sys.modules[name]
        sys.modules.update(there)


if "bs4" not in sys.modules:
    _import_soup()
