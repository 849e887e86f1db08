"""Tables as spreadsheets save them (CSV), read tolerantly, with the place of every cell.

The separator is a comma, a semicolon (what a Vietnamese Excel writes) or a tab: the one that a line
`sep=;` before the header names, else whichever the header has most of. Column names may be in any
case; empty rows and empty columns are skipped.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.blanks import trimmed
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import Nearest
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.rules_tables import (
    TABLE_CELL_EMPTY,
    TABLE_CELLS,
    TABLE_COLUMN_DUPLICATE,
    TABLE_COLUMN_MISSING,
    TABLE_COLUMN_UNKNOWN,
)
from generator.catalogue.reading.table_quotes import (
    cell_starts,
    open_quote,
    place_in,
    quote_fault,
    swallowed,
)

SEPARATORS = (",", ";", "\t")
_HINT = "sep="


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row's cells by column, without the empty ones; `line` is where it begins, from 1."""

    line: int
    lines: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows below the header, and what is wrong with the table as a table.

    `columns` are the header's names in order, an empty one for each that is skipped. `left_out` are
    rows with faults; `whole` tells that every row has been seen.
    """

    rows: tuple[TableRow, ...]
    faults: tuple[Finding, ...]
    _source: tuple[str, ...] = ()
    separator: str = ","
    columns: tuple[str, ...] = ()
    left_out: tuple[TableRow, ...] = ()
    whole: bool = False

    def position(self, row: TableRow, column: str) -> Position:
        """Line and column in the file of that cell, or of the row where it has no such cell."""
        if column not in self.columns:
            return Position(row.line, 1)
        text = "\n".join(self._source[row.line - 1 : row.line - 1 + row.lines])
        starts = cell_starts(text, self.separator)
        return place_in(text, starts[min(self.columns.index(column), len(starts) - 1)], row.line)


def read_table(text: str, columns: Sequence[str], required: Sequence[str]) -> Table:
    """Read a table that may have these columns and must have the required ones.

    A row without a required cell, or with more cells than the header, is a fault and left out.
    """
    source = tuple(text.split("\n"))
    above, separator = _above(source)
    below = io.StringIO("\n".join(source[above:]), newline="")
    lines = csv.reader(below, delimiter=separator, strict=True)
    order: tuple[str, ...] | None = None
    faults: list[Finding] = []
    end = above
    try:
        header = next(lines, [])
        order, faults = _header(header, columns, required, source, above, separator)
        if order is None:
            return Table((), tuple(faults))
        table = Table((), (), source, separator, order)
        rows, left_out = [], []
        end = above + lines.line_num
        for cells in lines:
            start, end = end + 1, above + lines.line_num
            stripped = [trimmed(cell) for cell in cells]
            if not any(stripped):
                continue
            found = {name: cell for name, cell in zip(order, stripped, strict=False) if name}
            row = TableRow(start, end - start + 1, {k: v for k, v in found.items() if v})
            if fault := (
                swallowed(cells, len(order), separator) and open_quote(source, start, separator)
            ) or _incomplete(table, row, stripped, required):
                faults.append(fault)
                left_out.append(row)
            else:
                rows.append(row)
    except csv.Error as error:
        faults.append(quote_fault(source, end + 1, above + lines.line_num, separator, str(error)))
        return Table((), tuple(faults), source, separator, order or ())
    return Table(tuple(rows), tuple(faults), source, separator, order, tuple(left_out), whole=True)


def _above(source: Sequence[str]) -> tuple[int, str]:
    """How many lines stand above the header, and what separates the cells."""
    hint = None
    for number, line in enumerate(source):
        text = line.strip(" ")
        if text.lower().startswith(_HINT) and text[len(_HINT) :] in SEPARATORS:
            hint = text[len(_HINT) :]
        elif line.strip():
            return number, hint or max(SEPARATORS, key=line.count)
    return 0, ","


def _header(
    cells: Sequence[str],
    columns: Sequence[str],
    required: Sequence[str],
    source: Sequence[str],
    above: int,
    separator: str,
) -> tuple[tuple[str, ...] | None, list[Finding]]:
    """The known column behind each cell, empty for one to skip; None where one is missing."""
    names = [" ".join(trimmed(cell).split()).casefold() for cell in cells]
    order: list[str] = []
    faults: list[Finding] = []
    near = Nearest(columns)
    starts = cell_starts(source[above], separator)
    for index, name in enumerate(names):
        at = Position(above + 1, starts[min(index, len(starts) - 1)] + 1)
        if name and name not in columns:
            values = {"column": cells[index], "closest": near.to(name)}
            values["columns"] = ", ".join(columns)
            faults.append(Finding("", at, TABLE_COLUMN_UNKNOWN, values))
        elif name and name in order:
            faults.append(Finding.of("", at, TABLE_COLUMN_DUPLICATE, column=name))
        order.append(name if name in columns and name not in order else "")
    missing = [name for name in required if name not in order]
    for name in missing:
        values = {"column": name, "columns": ", ".join(columns)}
        faults.append(Finding("", Position(above + 1, 1), TABLE_COLUMN_MISSING, values))
    return (None if missing else tuple(order)), faults


def _incomplete(
    table: Table, row: TableRow, cells: Sequence[str], required: Sequence[str]
) -> Finding | None:
    for name in required:
        if name not in row.cells:
            return Finding.of("", table.position(row, name), TABLE_CELL_EMPTY, column=name)
    extra = [cell for cell in cells[len(table.columns) :] if cell]
    if extra:
        return Finding.of("", Position(row.line, 1), TABLE_CELLS, found=extra[0])
    return None
