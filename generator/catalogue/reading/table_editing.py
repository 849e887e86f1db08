"""Cells of a spreadsheet's table (CSV) changed in place, all else byte for byte as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from generator.catalogue.reading.frontmatter import clean, ends_with_returns
from generator.catalogue.reading.table_quotes import cell_starts
from generator.catalogue.reading.tables import Table, TableRow, read_table

Cells = Mapping[str, str]


class TableError(ValueError):
    """The table can't be changed: it has a fault of its own, or it would read differently."""


def with_cells(text: str, columns: Sequence[str], required: Sequence[str], new: Cells) -> str:
    """The table with these cells in the row that has the same ones in its `required` columns.

    Where there is no such row it is added at the end. A column that the table lacks is added to its
    header. Raises TableError.
    """
    if ends_with_returns(text):
        plain = text.replace("\r", "\n")
        return with_cells(plain, columns, required, new).replace("\n", "\r")
    table = _sound(text, columns, required)
    missing = [name for name in new if name not in table.columns]
    lines = text.split("\n")
    if missing:
        header = _header_line(lines)
        lines[header] = _behind(lines[header], table.separator.join(["", *missing]))
    order = (*table.columns, *missing)
    row = next((each for each in table.rows if _is(each, new, required)), None)
    if row is None:
        _append(lines, _row([new.get(name, "") for name in order], table.separator))
    else:
        start, end = row.line - 1, row.line - 1 + row.lines
        whole = "\n".join(lines[start:end])
        for name, value in new.items():
            if row.cells.get(name, "") != value:
                whole = _with_cell(whole, order.index(name), value, table.separator)
        lines[start:end] = whole.split("\n")
    found = "\n".join(lines)
    _require(found, table, columns, required, new)
    return found


def _sound(text: str, columns: Sequence[str], required: Sequence[str]) -> Table:
    table = read_table(clean(text), columns, required)
    if not table.whole or table.faults:
        raise TableError
    return table


def _is(row: TableRow, cells: Cells, required: Sequence[str]) -> bool:
    return all(row.cells.get(name) == cells.get(name) for name in required)


def _require(
    text: str, before: Table, columns: Sequence[str], required: Sequence[str], new: Cells
) -> None:
    """Raise TableError where more or less has changed than these cells."""
    wanted = [dict(row.cells) for row in before.rows]
    row = next((each for each in wanted if all(each.get(k) == new.get(k) for k in required)), None)
    if row is None:
        wanted.append(row := {})
    row |= new
    kept = [{name: cell for name, cell in each.items() if cell} for each in wanted]
    if [dict(row.cells) for row in _sound(text, columns, required).rows] != kept:
        raise TableError


def _header_line(lines: Sequence[str]) -> int:
    """The number of the first line that is no hint for a spreadsheet, and not empty."""
    bare = (line.strip("\ufeff \r").lower() for line in lines)
    return next(i for i, line in enumerate(bare) if line and not line.startswith("sep="))


def _behind(line: str, more: str) -> str:
    """The line with more behind its last cell, before its end."""
    whole = line.removesuffix("\r")
    return whole + more + line[len(whole) :]


def _with_cell(row: str, index: int, value: str, separator: str) -> str:
    starts = cell_starts(row.removesuffix("\r"), separator)
    if index >= len(starts):
        return _behind(row, separator * (index - len(starts) + 1) + _cell(value, separator))
    last = len(row.removesuffix("\r"))
    end = starts[index + 1] - 1 if index + 1 < len(starts) else last
    return row[: starts[index]] + _cell(value, separator) + row[end:]


def _append(lines: list[str], row: str) -> None:
    ending = "\r" if len(lines) > 1 and lines[0].endswith("\r") else ""
    last = next((i for i in range(len(lines) - 1, -1, -1) if lines[i].strip()), 0)
    if last == len(lines) - 1:
        lines[last] += ending
        lines.append("")
    lines.insert(last + 1, row + ending)


def _cell(value: str, separator: str) -> str:
    return _row([value, ""], separator).removesuffix(separator)


def _row(cells: Sequence[str], separator: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="").writerow(cells)
    return written.getvalue()
