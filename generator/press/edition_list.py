"""What editions were printed: `content/editions.csv`, the facts of each piece as it changed.

A row says that from that day's printing on a piece states a fact so; an empty value, that it does
so no more. What the last edition stated is what all its rows come to. Rows are only ever added.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.catalogue import settings_files
from generator.catalogue.problems.finding import Finding
from generator.catalogue.reading.files import read_text, text_of
from generator.catalogue.reading.frontmatter import UnreadableError
from generator.catalogue.reading.tables import read_table
from generator.engine.writing import write
from generator.plain_files import in_utf8
from generator.press.editions import Difference, FactOf, Facts

NAME = settings_files.EDITIONS
SOURCE = f"content/{NAME}"
COLUMNS = ("printed_on", "piece", "product", "fact", "value")
LARGEST = 64_000_000
_REQUIRED = ("printed_on", "piece", "fact")
_MARK = "\ufeff"


def read(content: Path) -> tuple[dict[str, dict[FactOf, str]], tuple[Finding, ...]]:
    """The facts of the last edition of each piece, and what is wrong with the list."""
    if not (content / NAME).exists():
        return {}, ()
    try:
        text = read_text(content / NAME, content, LARGEST)
    except UnreadableError as error:
        return {}, (error.finding.in_file(SOURCE),)
    if not text.strip():
        return {}, ()
    table = read_table(text, COLUMNS, _REQUIRED)
    found: dict[str, dict[FactOf, str]] = {}
    for row in table.rows:
        facts = found.setdefault(row.cells.get("piece", ""), {})
        stated = FactOf(row.cells.get("product", ""), row.cells.get("fact", ""))
        if value := row.cells.get("value"):
            facts[stated] = value
        else:
            facts.pop(stated, None)
    return found, tuple(each.in_file(SOURCE) for each in table.faults)


def last_of(content: Path, piece: str) -> Facts:
    """What the last edition of a piece stated; nothing where there was none."""
    return read(content)[0].get(piece, {})


def add(content: Path, changed: Sequence[tuple[str, Sequence[Difference]]], day: date) -> int:
    """Add what the pieces state otherwise than before; how many pieces that is.

    Raises OSError where it can't be written.
    """
    new = [(piece, each) for piece, differences in changed for each in differences]
    if not new:
        return 0
    file = content / NAME
    before = in_utf8(file.read_bytes()).rstrip() if file.exists() else b""
    if not before.strip(_MARK.encode()):
        before = (_MARK + ",".join(COLUMNS)).encode()
    table = read_table(text_of(before), COLUMNS, _REQUIRED)
    rows = io.StringIO()
    writer = csv.DictWriter(
        rows, table.columns or COLUMNS, delimiter=table.separator, lineterminator="\n"
    )
    for piece, each in new:
        cells = (day.isoformat(), piece, each.stated.product, each.stated.fact, each.now)
        writer.writerow(dict(zip(COLUMNS, cells, strict=True)))
    write(file, before + b"\n" + rows.getvalue().encode(), durably=True)
    return len({piece for piece, _ in new})
