"""Die-cut label sheets that can be bought, as measures in millimetres.

A further stock is a further row here; the label's own template fits what it says to the size.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet of `rows` × `columns` labels; `left` and `top` are where the first label begins.

    `pitch_x` and `pitch_y` lead from one label to the next; `inset_x` and `inset_y` stay clear of
    print inside a label, so that a sheet fed askew and a printer's own margin harm nothing.
    """

    name: str
    page_width: float
    page_height: float
    rows: int
    columns: int
    width: float
    height: float
    pitch_x: float
    pitch_y: float
    left: float
    top: float
    inset_x: float
    inset_y: float

    @property
    def count(self) -> int:
        """Labels on a sheet."""
        return self.rows * self.columns

    def values(self) -> dict[str, str | float | int]:
        """The measures as JSON values."""
        return asdict(self)


_ALL = (
    Stock(
        name="a4-70x37",
        page_width=210,
        page_height=297,
        rows=8,
        columns=3,
        width=70,
        height=37,
        pitch_x=70,
        pitch_y=37,
        left=0,
        top=0.5,
        inset_x=4,
        inset_y=3.6,
    ),
)

STOCKS: Mapping[str, Stock] = MappingProxyType({stock.name: stock for stock in _ALL})
"""Every stock by its name."""
DEFAULT = STOCKS["a4-70x37"]
"""The 24-label sheet that stationers sell everywhere."""
