"""Tables kept in a spreadsheet: CSV with commas, semicolons or tabs, each cell with its place.

A row's line is where it begins in the file; a cell's column counts the cells, as a spreadsheet
does. Empty rows are skipped, spaces around cells and the line `sep=;` that Excel writes dropped.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.complaints import closest
from generator.catalogue.frontmatter import Fault, UnreadableError

_DELIMITERS = ",;\t"
_HINT = "sep="


@dataclass(frozen=True, slots=True)
class Row:
    """The filled cells of one row by the name of their column; `line` from 1."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns in order, and the rows below them."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    delimiter: str
    faults: tuple[Fault, ...]

    def column(self, name: str) -> int:
        """The column's place, from 1; 1 for one that is not there."""
        return self.columns.index(name) + 1 if name in self.columns else 1


def read_table(text: str, required: Sequence[str], optional: Sequence[str]) -> Table:
    """The table in that text, with a fault for each column or cell that is out of place.

    Raises UnreadableError (table-syntax) where it is no table at all.
    """
    delimiter, lines = _delimiter(text)
    try:
        records = list(_records(text, delimiter, skip=lines))
    except csv.Error as error:
        raise UnreadableError(Fault("table-syntax", (1, 1), {"detail": str(error)})) from None
    if not records:
        return Table((), (), delimiter, ())
    (line, names), *rest = records
    columns = tuple(name.lower() for name in names)
    faults = [*_column_faults(line, columns, required, optional)]
    rows = []
    for at, cells in rest:
        filled = {name: cell for name, cell in zip(columns, cells, strict=False) if cell}
        rows.append(Row(at, filled))
        if any(cells[len(columns) :]):
            place = (at, len(columns) + 1)
            faults.append(Fault("table-cells", place, {"columns": str(len(columns))}))
    return Table(columns, tuple(rows), delimiter, tuple(faults))


def _delimiter(text: str) -> tuple[str, int]:
    """What parts the cells, and how many lines stand before the names of the columns."""
    first = text.partition("\n")[0].strip(" ")
    if first.lower().startswith(_HINT) and first[len(_HINT) :] in [*_DELIMITERS]:
        return first[len(_HINT) :], 1
    heading = next((line for line in text.split("\n") if line.strip()), "")
    return max(_DELIMITERS, key=heading.count), 0


def _records(text: str, delimiter: str, *, skip: int) -> Iterator[tuple[int, list[str]]]:
    lines = text.split("\n")[skip:]
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    start = skip + 1
    for record in reader:
        cells = [" ".join(cell.split()) for cell in record]
        if any(cells):
            yield start, cells
        start = skip + reader.line_num + 1


def _column_faults(
    line: int, columns: Sequence[str], required: Sequence[str], optional: Sequence[str]
) -> Iterator[Fault]:
    known = (*required, *optional)
    for place, name in enumerate(columns, 1):
        if name in columns[: place - 1] and name:
            yield Fault("key-duplicate", (line, place), {"key": name})
        elif name not in known and name:
            values = {"key": name, "closest": closest(name, known)}
            yield Fault("key-unknown", (line, place), values)
    for name in required:
        if name not in columns:
            yield Fault("column-missing", (line, 1), {"column": name})
