"""Enters what was printed in content/printed.csv: each code that is out must answer for ever.

Kept in the form of the ledger of addresses, which reads it in every build.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build import replace

FILE = "printed.csv"
_HEADER = ("printed_on", "address", "product", "lot", "serials", "quantity", "what")


@dataclass(frozen=True, slots=True)
class Printing:
    """One run of labels: `address` as in its codes, without a serial; `serials` as “1-500”."""

    printed_on: date
    address: str
    product: str
    lot: str
    serials: str
    quantity: int
    what: str


def enter(content: Path, entries: Sequence[Printing]) -> None:
    """Add them at the end of the file, in one step. Raises OSError."""
    file = content / FILE
    text = file.read_text("utf-8-sig") if file.exists() else ""
    out = io.StringIO()
    out.write(text if not text or text.endswith("\n") else f"{text}\n")
    rows = csv.writer(out, lineterminator="\n")
    if not text.strip():
        rows.writerow(_HEADER)
    for one in entries:
        rows.writerow(
            [
                one.printed_on.isoformat(),
                one.address,
                one.product,
                one.lot,
                one.serials,
                one.quantity,
                one.what,
            ]
        )
    replace(file, out.getvalue().encode())
