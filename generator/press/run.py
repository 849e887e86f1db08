"""A run of labels: what is asked of the press, checked once and then simply printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator import addresses
from generator.catalogue.model import Product
from generator.pictures.codes import Level
from generator.press.stocks import Stock

Design = Literal["code", "stamp", "label", "shelf-card"]
DESIGNS: tuple[Design, ...] = ("code", "stamp", "label", "shelf-card")
CUSTOMARY: tuple[Design, ...] = ("label", "stamp", "code")
"""What a label is tried as where no design is asked for: the fullest that fits."""
WITH_DATES: frozenset[Design] = frozenset({"stamp", "label"})


@dataclass(frozen=True, slots=True)
class Run:
    """Labels of one product on one stock. `offset` in millimetres, right and down.

    `serials` is the first and the last number; `proof` makes a watermarked trial, `on` the day of
    printing, which decides whether the stars still hold.
    """

    product: Product
    stock: Stock
    on: date
    design: Design | None = None
    dpi: int = 300
    level: Level = "M"
    lot: str | None = None
    produced: date | None = None
    best_before: date | None = None
    serials: tuple[int, int] | None = None
    count: int | None = None
    skip: int = 0
    offset: tuple[float, float] = (0.0, 0.0)
    proof: bool = False
    languages: Sequence[str] = ("vi",)

    @property
    def labels(self) -> int:
        """How many labels: one a serial, else the count asked for, else the rest of a page."""
        if self.serials:
            return self.serials[1] - self.serials[0] + 1
        return self.count or max(1, self.stock.count - self.skip)

    def urls(self, base_url: str) -> tuple[str, ...]:
        """The address of each label, or of all of them; none for a product without an address."""
        paths = addresses.scan_paths(self.product)
        if not paths:
            return ()
        path = addresses.lot_path(paths[0], self.lot) if self.lot else paths[0]
        if self.serials is None:
            return (addresses.printed_url(base_url, path),)
        numbers = range(self.serials[0], self.serials[1] + 1)
        return tuple(
            addresses.printed_url(base_url, serial_path(path, str(number))) for number in numbers
        )


def serial_path(path: str, serial: str) -> str:
    """A scan path with a serial number, GS1's application identifier 21 in both forms."""
    return f"{path}/21/{serial}"
