"""Quantities of packs as lists have them: “500g”, “500 Gram” and “500 g” are one."""

from __future__ import annotations

import re

from generator.catalogue.folding import folded

_UNITS = r"mg|g|gr|gram|gam|kg|ml|cl|l|lít|lit"
_CLOSE = re.compile(rf"([0-9])({_UNITS})\b", re.IGNORECASE)
_UNIT = re.compile(rf"(?<=[0-9])({_UNITS})\b")
_APART = re.compile(r"(?<=[0-9]) (?=[^\W\d_])")
_SYMBOLS = {"gr": "g", "gram": "g", "gam": "g", "lít": "l", "lit": "l"}


def spaced(net: str) -> str:
    """A quantity with a space between its number and its unit: 500g is 500 g."""
    return _CLOSE.sub(r"\1 \2", net)


def quantity_key(net: str) -> str:
    """What is the same for all ways to write one quantity."""
    close = _APART.sub("", folded(net))
    return _UNIT.sub(lambda told: _SYMBOLS.get(told[1], told[1]), close)
