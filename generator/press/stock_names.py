"""Stocks by what people call them: a name, a maker's number, or “rộng × cao × n tem”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import NamedTuple

from generator.press.stocks import Stock

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_MEASURED = re.compile(
    rf"{_NUMBER} ?[x×*] ?{_NUMBER}(?: ?mm)?(?: ?[x×*,]? ?(\d+)(?: tem| nhãn)?)?", re.IGNORECASE
)


class SizeInWords(NamedTuple):
    """A stock by its measures: a label's width and height, and how many a row, if that is said."""

    width: float
    height: float
    across: int | None


def find(name: str, stocks: Mapping[str, Stock]) -> Stock | None:
    """The stock of that name, or the one a maker sells under it, or the only one so measured.

    “L7160”, “avery l7160”, “50x30”, “35 × 22 × 3 tem”.
    """
    wanted = _folded(name)
    for stock in stocks.values():
        titles = (_folded(each) for each in stock.sold_as)
        if stock.name == name or any(wanted in {t, t.rpartition(" ")[2]} for t in titles):
            return stock
    size = measured(name)
    fitting = [each for each in stocks.values() if size and _is(each, size)]
    return fitting[0] if len(fitting) == 1 else None


def measured(name: str) -> SizeInWords | None:
    """The measures that the words are; None where they are none."""
    found = _MEASURED.fullmatch(_folded(name))
    if found is None:
        return None
    width, height = (float(each.replace(",", ".")) for each in found.groups()[:2])
    return SizeInWords(width, height, int(found[3]) if found[3] else None)


def nearest(name: str, stocks: Mapping[str, Stock]) -> str:
    """The name or maker's number most like the one written, empty where none is near."""
    numbers = (each.rpartition(" ")[2] for stock in stocks.values() for each in stock.sold_as)
    return next(iter(get_close_matches(name, [*stocks, *numbers], n=1, cutoff=0.4)), "")


def own_roll(size: SizeInWords) -> str:
    """The entry of content/stocks.yaml for a roll with several across, but for what is measured."""
    width, height = f"{size.width:g}", f"{size.height:g}"
    return (
        f"- {{name: cuon-{width}x{height}x{size.across}, page: … x {height}, columns: "
        f"{size.across}, rows: 1, label: {width} x {height}, margin: 0 x 0, gap: … x 0, "
        "roll: true, dpi: 203}}"
    ).replace("}}", "}")


def _is(stock: Stock, size: SizeInWords) -> bool:
    """Whether the stock has those measures; one label across is meant of a roll unless told."""
    if stock.size != (size.width, size.height):
        return False
    if size.across is not None:
        return stock.roll and stock.columns == size.across
    return stock.columns == 1 or not stock.roll


def _folded(name: str) -> str:
    return " ".join(name.lower().split())
