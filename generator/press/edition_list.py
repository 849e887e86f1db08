"""What editions were printed: `content/editions.csv`, the facts of each piece as it changed.

A row says that from that day's printing on a piece states a fact so; an empty value, that it does
so no more. What the last edition stated is what all its rows come to. Rows are only ever added.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.catalogue import settings_files
from generator.catalogue.problems.finding import Finding
from generator.catalogue.reading.growing_tables import add_rows, read_growing
from generator.press.editions import Difference, FactOf, Facts

NAME = settings_files.EDITIONS
SOURCE = f"content/{NAME}"
COLUMNS = ("printed_on", "piece", "product", "fact", "value")
LARGEST = 64_000_000
_REQUIRED = ("printed_on", "piece", "fact")


def read(content: Path) -> tuple[Mapping[str, Facts], tuple[Finding, ...]]:
    """The facts of the last edition of each piece, and what is wrong with the list."""
    table, faults = read_growing(content, NAME, COLUMNS, _REQUIRED, LARGEST)
    found: dict[str, dict[FactOf, str]] = {}
    for row in table.rows:
        facts = found.setdefault(row.cells.get("piece", ""), {})
        fact_of = FactOf(row.cells.get("product", ""), row.cells.get("fact", ""))
        if value := row.cells.get("value"):
            facts[fact_of] = value
        else:
            facts.pop(fact_of, None)
    return found, faults


def rows(content: Path) -> Sequence[tuple[str, ...]]:
    """The cells of each row that can be read, in the order of the columns."""
    table, _ = read_growing(content, NAME, COLUMNS, _REQUIRED, LARGEST)
    return [tuple(row.cells.get(column) or "" for column in COLUMNS) for row in table.rows]


def add(content: Path, changed: Sequence[tuple[str, Sequence[Difference]]], day: date) -> int:
    """Add what the pieces state otherwise than before; how many pieces that is.

    Raises OSError where it can't be written.
    """
    rows = [
        {
            "printed_on": day.isoformat(),
            "piece": piece,
            "product": each.stated.product,
            "fact": each.stated.fact,
            "value": each.now,
        }
        for piece, differences in changed
        for each in differences
    ]
    if rows:
        add_rows(content / NAME, COLUMNS, rows)
    return len({row["piece"] for row in rows})
