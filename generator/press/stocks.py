"""Label stocks: their exact geometry, those that ship with the program and those of a project.

The table is stocks.toml beside this file; content/stocks.yaml adds a project's own in the same
keys, as a list of entries with a `name`. All measures are millimetres.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from generator.catalogue.model import (
    Dots,
    Integer,
    Model,
    Says,
    Slug,
    Text,
)
from generator.press.label_values import StockValues

Measures = Annotated[
    str,
    Field(pattern=r"^\d+(?:[.,]\d+)?\s*[x×X]\s*\d+(?:[.,]\d+)?$"),
    Says(
        "hai số đo bằng milimét như 63.5 x 38.1",
        "two measures in millimetres such as 63.5 x 38.1",
    ),
]
"""“70 x 37”: width and height, or left and top."""

USUAL_BLEED = 3.0
"""What printing houses ask for around a page that is one label, unless the stock says otherwise."""
LARGEST_BLEED = 10.0
LARGEST_RADIUS = 1000.0
ROUNDING = 0.05
"""Millimetres by which the parts of a page may miss its size."""
PRINTER_MARGIN = 3.0
"""Millimetres along the edges of a sheet that an office printer may leave blank."""
DOTS_PER_MM_203 = 8
"""A “203 dpi” head has 8 dots a millimetre."""

_TABLE = Path(__file__).with_name("stocks.toml")


def _several(value: object) -> object:
    """Accept one number where several may stand."""
    return value if isinstance(value, (list, tuple)) else (value,)


def _bleeds(value: float) -> float:
    if not 0 <= value <= LARGEST_BLEED:
        raise ValueError(f"no bleed: {value}")
    return value


Bleed = Annotated[
    float,
    AfterValidator(_bleeds),
    Says(f"số milimét từ 0 đến {LARGEST_BLEED:g}", f"millimetres from 0 to {LARGEST_BLEED:g}"),
]

Radius = Annotated[
    float,
    Field(ge=0, le=LARGEST_RADIUS, allow_inf_nan=False),
    Says(f"số milimét từ 0 đến {LARGEST_RADIUS:g}", f"millimetres from 0 to {LARGEST_RADIUS:g}"),
]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one label lies on its page: left, top, width and height in millimetres."""

    left: float
    top: float
    width: float
    height: float


class Stock(Model):
    """A sheet of `rows` × `columns` labels, or a roll with one label a page.

    `margin` is where the first label begins, `gap` lies between two; `inset` stays clear of print
    inside a label, so that a sheet fed askew and a printer's own margin harm nothing. `cut` says
    that the labels are cut from plain paper. `bleed` is cut off around a page that is one label; on
    any other the cut is the maker's. `dpi` lists the resolutions of its printers, the
    usual one first; sheets go through printers of 300 dpi and multiples.
    """

    name: Slug
    page: Measures
    columns: Annotated[Integer, Field(gt=0)]
    rows: Annotated[Integer, Field(gt=0)]
    label: Measures
    margin: Measures
    far_margin: Measures | None = None
    gap: Measures = "0 x 0"
    inset: Measures = "2 x 2"
    radius: Radius = 0
    bleed: Bleed | None = None
    round: bool = False
    cut: bool = False
    roll: bool = False
    dpi: Annotated[tuple[Dots, ...], BeforeValidator(_several), Field(min_length=1)] = (300,)
    sold_as: tuple[Text, ...] = ()

    @property
    def size(self) -> tuple[float, float]:
        """A label's width and height."""
        return measures(self.label)

    @property
    def printed_size(self) -> tuple[float, float]:
        """What of a label may be printed on, across and down."""
        (width, height), (inset_x, inset_y) = self.size, measures(self.inset)
        return width - 2 * inset_x, height - 2 * inset_y

    @property
    def page_size(self) -> tuple[float, float]:
        """The page's width and height."""
        return measures(self.page)

    @property
    def pitch(self) -> tuple[float, float]:
        """From one label to the next, across and down."""
        (width, height), (across, down) = self.size, measures(self.gap)
        return width + across, height + down

    @property
    def count(self) -> int:
        """Labels on a page."""
        return self.rows * self.columns

    @property
    def may_bleed(self) -> bool:
        """Whether the page is one label of a sheet, so that its edges are the label's."""
        return self.count == 1 and not self.roll

    @property
    def page_bleed(self) -> float:
        """What the printing house cuts off around the page."""
        if not self.may_bleed:
            return 0.0
        return USUAL_BLEED if self.bleed is None else self.bleed

    @property
    def area(self) -> float:
        """A label's face in cm²."""
        width, height = self.size
        return width * height * (0.7854 if self.round else 1) / 100

    def cells(self) -> Iterator[Cell]:
        """Every label of a page, row by row."""
        (left, top), (across, down) = measures(self.margin), self.pitch
        for row in range(self.rows):
            for column in range(self.columns):
                yield Cell(left + column * across, top + row * down, *self.size)

    def misfit(self) -> tuple[float, float] | None:
        """What the parts of the page come to across or down, and the page, where they differ.

        Without `far_margin` they may come to less than the page.
        """
        far = measures(self.far_margin) if self.far_margin else None
        sides = zip(
            (self.columns, self.rows),
            measures(self.margin),
            self.pitch,
            self.size,
            self.page_size,
            far or (0.0, 0.0),
            strict=True,
        )
        for number, margin, pitch, size, page, rest in sides:
            used = round(margin + (number - 1) * pitch + size + rest, 3)
            if used > page + ROUNDING or (far and used < page - ROUNDING):
                return used, page
        return None

    def values(self, dpi: int) -> StockValues:
        """The measures as JSON values for a template; `dot` is a printer's dot in millimetres."""
        (page_width, page_height), (width, height) = self.page_size, self.size
        (pitch_x, pitch_y), (left, top) = self.pitch, measures(self.margin)
        inset_x, inset_y = measures(self.inset)
        return {
            "name": self.name,
            "page_width": page_width,
            "page_height": page_height,
            "rows": self.rows,
            "columns": self.columns,
            "width": width,
            "height": height,
            "pitch_x": pitch_x,
            "pitch_y": pitch_y,
            "left": left,
            "top": top,
            "inset_x": inset_x,
            "inset_y": inset_y,
            "radius": self.radius,
            "bleed": self.page_bleed,
            "round": self.round,
            "cut": self.cut,
            "roll": self.roll,
            "dot": dot(dpi),
        }


def largest_offset(stock: Stock) -> tuple[tuple[float, float], tuple[float, float]]:
    """The least and the largest offset, right and down, that keep a sheet's print on its page.

    A stock that has nothing to spare may not be moved at all.
    """
    before, after = _spare(stock)
    least_x, least_y = (-max(0.0, each) for each in before)
    most_x, most_y = (max(0.0, each) for each in after)
    return (least_x, least_y), (most_x, most_y)


def off_the_printable(stock: Stock) -> float | None:
    """How near to the edge of its sheet a stock prints, where that is nearer than printers can.

    None also of a page that is one label: it is printed on a larger sheet and cut.
    """
    if stock.may_bleed:
        return None
    least = min(min(side) for side in _spare(stock))
    return round(least + PRINTER_MARGIN, 2) if least < 0 else None


def _spare(stock: Stock) -> tuple[tuple[float, float], tuple[float, float]]:
    """What lies between print and the printable area's edge: left and above, right and below.

    What is printed of a label stays within its `inset`; office printers leave `PRINTER_MARGIN` of a
    sheet blank.
    """
    blank = 0.0 if stock.roll else PRINTER_MARGIN
    cells = [*stock.cells()]
    (inset_x, inset_y), (width, height) = measures(stock.inset), stock.page_size
    before = (min(c.left for c in cells) + inset_x, min(c.top for c in cells) + inset_y)
    after = (
        width - max(c.left + c.width for c in cells) + inset_x,
        height - max(c.top + c.height for c in cells) + inset_y,
    )
    left, top = (round(each - blank, 2) for each in before)
    right, bottom = (round(each - blank, 2) for each in after)
    return (left, top), (right, bottom)


def measures(text: str) -> tuple[float, float]:
    """The two numbers of “70 x 37”; a comma may stand for the point."""
    across, down = re.split(r"[x×X]", text.replace(",", "."))
    return float(across), float(down)


def dot(dpi: int) -> float:
    """A printer's dot in millimetres; 203 dpi means 8 dots a millimetre."""
    return 1 / DOTS_PER_MM_203 if dpi == 203 else 25.4 / dpi


@cache
def shipped() -> Mapping[str, Stock]:
    """The program's own stocks by name."""
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    return {name: Stock.model_validate({"name": name, **row}) for name, row in table.items()}


DEFAULT = "a4-70x37"
"""The 24-label sheet that stationers sell everywhere."""
