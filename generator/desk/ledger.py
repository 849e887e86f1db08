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

from generator.build import write

FILE = "printed.csv"
_HEADER = ("printed_on", "address", "product", "lot", "serials", "quantity", "what")


@dataclass(frozen=True, slots=True)
class Printing:
    """One run of labels: `address` as in its codes, without a serial; `serials` as “1-500”."""

    printed_on: date
    address: str
    product: str
    lot: str | None
    serials: str | None
    quantity: int
    what: str


class LedgerError(ValueError):
    """The ledger can't be added to; the message says why, in both languages."""


def enter(content: Path, entries: Sequence[Printing]) -> None:
    """Add them at the end of the file, in one step. Raises LedgerError or OSError."""
    file = content / FILE
    text = file.read_text("utf-8-sig") if file.exists() else ""
    if text.strip() and tuple(next(csv.reader(io.StringIO(text)))) != _HEADER:
        raise LedgerError(
            f"content/{FILE}: dòng đầu phải là {','.join(_HEADER)} · "
            f"content/{FILE}: its first line must be {','.join(_HEADER)}"
        )
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
                one.lot or "",
                one.serials or "",
                one.quantity,
                one.what,
            ]
        )
    write(file, out.getvalue().encode())
