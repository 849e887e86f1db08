"""The codes that builds have handed out: `content/handed-out.csv`, a row for each address.

A build makes bare codes (`qr.svg`, `qr.png`, `qr.pdf`), which anyone may put on a pack without the
ledger's knowing. So whoever changes what they open is warned. It is no more than a warning: nobody
knows whether a code was used, and who knows that it wasn't may delete its row.
"""

from __future__ import annotations

import csv
import io
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
from generator.catalogue.reading.files import read_text, text_of
from generator.catalogue.reading.frontmatter import UnreadableError
from generator.catalogue.reading.tables import read_table
from generator.engine.writing import write
from generator.plain_files import in_utf8

NAME = settings_files.HANDED_OUT
SOURCE = f"content/{NAME}"
COLUMNS = ("handed_on", "address", "product")
LARGEST = 16_000_000
_MARK = "\ufeff"


def read(content: Path) -> Ledger:
    """Every row as a printing of one code; a fault for each that can't be read."""
    if not (content / NAME).exists():
        return Ledger((), ())
    try:
        text = read_text(content / NAME, content, LARGEST)
    except UnreadableError as error:
        return Ledger((), (error.finding.in_file(SOURCE),))
    if not text.strip():
        return Ledger((), ())
    table = read_table(text, COLUMNS, COLUMNS)
    entries, faults = list[LedgerEntry](), [each.in_file(SOURCE) for each in table.faults]
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
    if not new:
        return 0
    file = content / NAME
    before = in_utf8(file.read_bytes()).rstrip() if file.exists() else b""
    if not before.strip(_MARK.encode()):
        before = (_MARK + ",".join(COLUMNS)).encode()
    table = read_table(text_of(before), COLUMNS, COLUMNS)
    rows = io.StringIO()
    writer = csv.DictWriter(
        rows, table.columns or COLUMNS, delimiter=table.separator, lineterminator="\n"
    )
    for address, product in new:
        writer.writerow({"handed_on": day.isoformat(), "address": address, "product": product})
    write(file, before + b"\n" + rows.getvalue().encode(), durably=True)
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
