"""Style sheets in one piece, without what only their authors need."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from generator import theme

PRODUCT_SHEET = "product.css"
"""What stands inline in a page that is scanned, for the same page where it is browsed."""
SHEETS = {
    "site.css": "linked",
    PRODUCT_SHEET: "inline",
    "kiosk.css": "kiosk",
    "paper.css": "paper",
}
"""Style sheets that pages link to, and the place in the theme of what is in each."""
PLACES = ("lot", *SHEETS.values())
"""All that a theme lists styles for."""
_FOLLOWING = ("lot", "kiosk", "paper")
"""The places whose styles follow others, and with them the theme's colours."""


def sheet(folders: theme.Folders, place: str) -> str:
    """The style sheets of a place in one piece, the theme's colours before them."""
    css = bundled(theme.styles(folders, place))
    return css if place in _FOLLOWING else theme.palette(folders).css() + css


def bundled(paths: tuple[Path, ...]) -> str:
    """The style sheets one after the other, squeezed; read anew when one has changed."""
    return _bundled(tuple((path, path.stat().st_mtime_ns) for path in paths))


@lru_cache(maxsize=8)
def _bundled(paths: tuple[tuple[Path, int], ...]) -> str:
    """Comments and needless space dropped: a first view has 14 kB, so every line counts."""
    css = "\n".join(theme.text_of(path) for path, _ in paths)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"\s*([{};,])\s*", r"\1", css).replace(";}", "}").strip()
