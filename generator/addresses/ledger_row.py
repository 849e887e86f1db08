"""One row of the ledger: a printing."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from generator.addresses.scan import ScanAddress, read_scan_address
from generator.addresses.serials import Serials, read_all_serials
from generator.catalogue.model import (
    Day,
    Model,
    Quantity,
    Slug,
    Text,
)

COLUMNS = ("printed_on", "address", "product", "lot", "serials", "quantity", "what", "edition")
"""The order in which a new ledger is written."""


def _scannable(text: str) -> str:
    read_scan_address(text)
    return text


def _ranges(text: str) -> str:
    read_all_serials(text)
    return text


class Printing(Model):
    """One printing: `address` as it stands on the packs, `serials` its ranges of numbers if any.

    `edition` tells what the labels say: design, stock, a hash of the facts. Older rows have none.
    """

    printed_on: Day
    address: Annotated[Text, AfterValidator(_scannable)]
    product: Slug
    lot: Text | None = None
    serials: Annotated[Text, AfterValidator(_ranges)] | None = None
    quantity: Quantity
    what: Text
    edition: Text | None = None

    @property
    def scan(self) -> ScanAddress:
        """The address taken apart."""
        return read_scan_address(self.address)

    @property
    def ranges(self) -> tuple[Serials, ...]:
        """The serial numbers; none where packs have no numbers."""
        return read_all_serials(self.serials) if self.serials else ()
