"""One row of the ledger: a printing."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from generator.addresses.scan import ScanAddress, read_scan_address
from generator.catalogue.model import (
    Day,
    Model,
    Quantity,
    Slug,
    Text,
)

COLUMNS = ("printed_on", "address", "product", "lot", "serials", "quantity", "what")
"""The order in which a new ledger is written."""


def _scannable(text: str) -> str:
    read_scan_address(text)
    return text


class Printing(Model):
    """One printing: `address` as it stands on the packs, `serials` a range in words if any."""

    printed_on: Day
    address: Annotated[Text, AfterValidator(_scannable)]
    product: Slug
    lot: Text | None = None
    serials: Text | None = None
    quantity: Quantity
    what: Text

    @property
    def scan(self) -> ScanAddress:
        """The address taken apart."""
        return read_scan_address(self.address)
