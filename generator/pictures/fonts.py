"""Be Vietnam Pro for the web: files with the signs of pages alone.

A web font holds the whole Vietnamese alphabet, ASCII and the punctuation of good typesetting, where
the family has it (it has no arrows, ticks or ★). Its licence is the SIL Open Font License.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from generator.engine import (
    Artifact,
    Folders,
    Values,
)
from generator.theme.fonts import font_path

_MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
"""Grave, acute, tilde, hook, dot below; circumflex, breve, horn: for text that is not composed."""
_TONES = ("", *_MARKS[:5])
_VOWELS = "aăâeêioôơuưy"
_SIGNS = "\u00a0\u00ad·–—‑“”‘’«»…•×÷±−≤≥°²³½¼¾₫€©®™№→←↑↓✓"
_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]
_NAMES = frozenset({0, 1, 2, 13, 14})
"""Copyright, family, style and licence; the rest of the names is of no use on a page."""


def alphabet() -> str:
    """Every sign a web font should have, in composed form: ASCII, Vietnamese, punctuation."""
    ascii_signs = "".join(map(chr, range(0x20, 0x7F)))
    letters = "".join(unicodedata.normalize("NFC", v + t) for v in _VOWELS for t in _TONES) + "đ"
    return "".join(dict.fromkeys(ascii_signs + letters + letters.upper() + _MARKS + _SIGNS))


def web_path(weight: str) -> str:
    """Where the web font lives below output/."""
    return f"site/static/be-vietnam-pro-{weight.lower()}.woff2"


def plan(weight: str) -> Artifact:
    """The web font of a weight."""
    values = {"weight": weight, "text": alphabet()}
    return Artifact((web_path(weight),), make_font, values, font_path(weight).name, cost=2)


def make_font(values: Values, folders: Folders) -> Sequence[bytes]:  # noqa: ARG001  # a maker's form
    """`weight` as WOFF2 with the signs of `text`, without hints and unused features."""
    return [_subset(values["weight"], values["text"])]


@lru_cache(maxsize=4)
def _subset(weight: str, text: str) -> bytes:
    """Kept for as long as the process: nothing but the family decides what it is."""
    # Here, since it takes longer to load than everything else of an unchanged build's site.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(layout_features=_FEATURES, hinting=False, notdef_outline=True)
    # Else all tables are walked through for the names they use, of which this family has none.
    options.drop_tables = [*options.drop_tables, "name"]
    subsetter = Subsetter(options)
    subsetter.populate(text=text)
    out = BytesIO()
    with TTFont(font_path(weight), recalcTimestamp=False) as font:
        names = font["name"]
        names.names = [one for one in names.names if one.nameID in _NAMES and one.isUnicode()]
        subsetter.subset(font)
        font["name"] = names
        font.flavor = "woff2"
        font.save(out)
    return out.getvalue()
