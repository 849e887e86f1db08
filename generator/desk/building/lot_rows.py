"""A table of lots in which some rows are wrong: the others, and what was published of these.

A recall in a sound row must not wait until another row is mended.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.reading.lot_files import EVENT_COLUMNS, LOT_COLUMNS, lots_of
from generator.catalogue.reading.tables import Table, TableRow, read_table
from generator.plain_files import decoded

_EVENTS = ".events.csv"
_KEYS = {False: ("lot",), True: ("lot", "when", "step")}
"""What tells a row from others: in a table of lots, and in one of events."""


def sound_rows(name: str, now: bytes, before: bytes, problems: Iterable[Problem]) -> bytes | None:
    """The file with the rows that have no error, and as it was published for all others.

    None where it is no table of lots, or more than single rows is wrong with it.
    """
    wrong = {p.line for p in problems if p.path == name and p.severity is Severity.ERROR}
    if lots_of(name) is None or Path(name).suffix != ".csv":
        return None
    is_events = name.endswith(_EVENTS)
    columns, key = EVENT_COLUMNS if is_events else LOT_COLUMNS, _KEYS[is_events]
    today, published = _table(now, columns, key), _table(before, columns, key)
    kept = [row for row in today.rows if not wrong & _lines(row)]
    told = {line for row in (*today.rows, *today.left_out) for line in _lines(row)}
    if not today.whole or not wrong <= told:
        return None
    known = {_named(row, key) for row in kept}
    old = [row for row in published.rows if _named(row, key) not in known]
    return _written(columns, (row.cells for row in (*kept, *old)))


def _table(content: bytes, columns: Sequence[str], required: Sequence[str]) -> Table:
    try:
        return read_table(decoded(content).replace("\r\n", "\n"), columns, required)
    except UnicodeDecodeError:
        return Table((), ())


def _lines(row: TableRow) -> Set[int]:
    return {*range(row.line, row.line + row.lines)}


def _named(row: TableRow, key: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.cells[column] for column in key)


def _written(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    with io.StringIO(newline="") as out:
        table = csv.DictWriter(out, columns, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
        return out.getvalue().encode()
