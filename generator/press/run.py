"""A run of labels: what is asked of the press, checked once and then simply printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator import addresses
from generator.addresses.serials import Serials
from generator.catalogue.languages import Language
from generator.catalogue.model import Pack, Product
from generator.pictures.codes import Level
from generator.press.designs import DESIGNS, Design
from generator.press.stocks import Stock


@dataclass(frozen=True, slots=True)
class Run:
    """Labels of one product on one stock. `offset` in millimetres, right and down.

    `serials` are the numbers, one a label; `proof` makes a watermarked trial, `on` the day of
    printing, which decides whether the stars still hold. Without a `level` codes stand as much
    damage as they can without being larger than at level M. `pack` is the one that the labels are
    for, of a product with several.
    """

    product: Product
    stock: Stock
    on: date
    design: str | None = None
    dpi: int = 300
    level: Level | None = None
    lot: str | None = None
    produced: date | None = None
    best_before: date | None = None
    serials: Serials | None = None
    pack: Pack | None = None
    count: int | None = None
    skip: int = 0
    offset: tuple[float, float] = (0.0, 0.0)
    proof: bool = False
    languages: Sequence[str] = ("vi",)

    @property
    def drawn_as(self) -> Design:
        """Its design. Raises LookupError where none is settled, or there is none of the name."""
        return DESIGNS[self.design or ""]

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The pack that the labels are for; all packs where none was chosen."""
        return (self.pack,) if self.pack else self.product.packs

    def packs_in(self, language: Language) -> tuple[Pack, ...]:
        """The same with what they hold in that language."""
        said = self.product.packs_in(language)
        return (said[self.product.packs.index(self.pack)],) if self.pack else said

    @property
    def gtin(self) -> str | None:
        """The number in its bars: that of its one pack, else the product's.

        A product may bear the number of one pack; the others' bars never say it.
        """
        if len(self.packs) != 1:
            return self.product.gtin
        own = self.packs[0].gtin
        of_others = {each.gtin for each in self.product.packs if each not in self.packs}
        return own or (None if self.product.gtin in of_others else self.product.gtin)

    @property
    def labels(self) -> int:
        """How many labels: one a serial, else the count asked for, else the rest of a page."""
        if self.serials:
            return len(self.serials)
        return self.count or max(1, self.stock.count - self.skip)

    def urls(self, base_url: str) -> tuple[str, ...]:
        """The address of each label, or of all of them; none for a product without an address."""
        paths = addresses.scan_paths(self.product)
        if not paths:
            return ()
        path = addresses.lot_path(paths[0], self.lot) if self.lot else paths[0]
        if self.serials is None:
            return (addresses.printed_url(base_url, path),)
        return tuple(
            addresses.printed_url(base_url, serial_path(path, serial)) for serial in self.serials
        )


def serial_path(path: str, serial: str) -> str:
    """A scan path with a serial number, GS1's application identifier 21 in both forms."""
    return f"{path}/21/{serial}"
