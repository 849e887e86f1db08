"""Be Vietnam Pro, the typeface of paper and pictures: where its files are."""

from __future__ import annotations

from pathlib import Path

import fontpkg_be_vietnam_pro

FOLDER = Path(fontpkg_be_vietnam_pro.ROOT) / "files"
"""All weights as TTF; they have the same signs."""

PAGE_WEIGHTS = ("SemiBold", "Bold")
"""The weights that pages use."""


def font_path(weight: str) -> Path:
    """The TTF of a weight, such as “Regular” or “SemiBold”."""
    return FOLDER / f"BeVietnamPro-{weight}.ttf"
