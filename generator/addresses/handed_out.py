"""The codes that builds have handed out: `content/handed-out.csv`, a row for each address.

A build makes bare codes (`qr.svg`, `qr.png`, `qr.pdf`), which anyone may put on a pack without the
ledger's knowing. So whoever changes what they open is warned. It is no more than a warning: nobody
knows whether a code was used, and who knows that it wasn't may delete its row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from generator.addresses.ledger import Ledger, LedgerEntry
from generator.addresses.ledger_row import Printing
from generator.addresses.printed_check import PrintedCheck
from generator.catalogue import settings_files
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rule import Severity
from generator.catalogue.problems.rules_printed import (
    HANDED_OUT_HOST,
    HANDED_OUT_LOST,
    HANDED_OUT_ROW,
    PRINTED_HOST,
)
from generator.catalogue.reading.growing_tables import add_rows, read_growing

NAME = settings_files.HANDED_OUT
SOURCE = f"content/{NAME}"
COLUMNS = ("handed_on", "address", "product")
LARGEST = 16_000_000


def read(content: Path) -> Ledger:
    """Every row as a printing of one code; a fault for each that can't be read."""
    table, of_table = read_growing(content, NAME, COLUMNS, COLUMNS, LARGEST)
    entries, faults = list[LedgerEntry](), [*of_table]
    for row in table.rows:
        cells = dict(row.cells)
        try:
            printing = Printing.model_validate(
                {
                    "printed_on": cells.get("handed_on"),
                    "address": cells.get("address"),
                    "product": cells.get("product"),
                    "quantity": 1,
                    "what": "qr",
                }
            )
        except ValidationError:
            faults.append(Finding(SOURCE, table.position(row, "address"), HANDED_OUT_ROW))
        else:
            entries.append(LedgerEntry(printing, row, table))
    return Ledger(tuple(entries), tuple(faults))


def add(content: Path, codes: Iterable[tuple[str, str]], day: date) -> int:
    """Add each (address, product) that is not in the list yet; how many those were.

    A list with errors, which are told, is left alone. Raises OSError where it can't be written.
    """
    found = read(content)
    if any(each.rule.severity is Severity.ERROR for each in found.faults):
        return 0
    known = {(each.printing.address, each.printing.product) for each in found.entries}
    new = [each for each in dict.fromkeys(codes) if each not in known]
    if new:
        handed_on = day.isoformat()
        add_rows(
            content / NAME,
            COLUMNS,
            ({"handed_on": handed_on, "address": url, "product": slug} for url, slug in new),
        )
    return len(new)


def faults(found: Ledger, printed: Iterable[LedgerEntry], check: PrintedCheck) -> Iterator[Finding]:
    """Yield a warning for each code that no longer opens its product; for a host that left, one.

    Addresses that the ledger has too are its matter.
    """
    told = {(each.printing.scan, each.printing.product) for each in printed}
    left = [e for e in found.entries if (e.printing.scan, e.printing.product) not in told]
    hosts = dict[str | None, tuple[LedgerEntry, int]]()
    for entry in left:
        values = {"address": entry.printing.address, "product": entry.printing.product}
        for rule in dict.fromkeys(each.rule for each in check.faults([entry])):
            if rule == PRINTED_HOST:
                stem = entry.printing.scan.stem
                first, count = hosts.get(stem, (entry, 0))
                hosts[stem] = first, count + 1
            else:
                alias = f"/{entry.printing.scan.path}"
                yield Finding(SOURCE, entry.position, HANDED_OUT_LOST, {**values, "alias": alias})
                break
    for stem, (first, count) in hosts.items():
        values = {"found": stem or "", "count": str(count)}
        yield Finding(SOURCE, first.position, HANDED_OUT_HOST, values)
