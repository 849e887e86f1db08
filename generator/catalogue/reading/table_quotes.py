"""Where the cells of a row begin, and which quote keeps a table from being read.

A parser tells of an open quote where the file ends, or where the next quote stands. Cells may have
line breaks of their own, so the row in which the parser began is looked at for the first quote
that the cell's own line does not close.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.rules_tables import (
    TABLE_QUOTE_BEHIND,
    TABLE_QUOTE_OPEN,
    TABLE_SYNTAX,
)

_QUOTED = re.compile(r'"(?:[^"]|"")*("|$)')
_FEWEST = 3
"""Columns of a table in which a line within a cell can be told for a row."""


def cell_starts(text: str, separator: str) -> tuple[int, ...]:
    """Where each cell of a row begins; a separator within a cell in quotes is no end of it."""
    starts, at = [0], 0
    while True:
        quoted = _QUOTED.match(text, at)
        end = text.find(separator, quoted.end() if quoted else at)
        if end < 0:
            return tuple(starts)
        at = end + 1
        starts.append(at)


def place_in(text: str, at: int, line: int) -> Position:
    """Line and column of what stands there in a row that begins at that line."""
    before = text[:at]
    return Position(line + before.count("\n"), at - before.rfind("\n"))


def swallowed(cells: Sequence[str], columns: int, separator: str) -> bool:
    """Whether a cell holds what must be rows of the table, after a quote that was left open."""
    return columns >= _FEWEST and any(
        line.count(separator) == columns - 1
        for cell in cells
        if "\n" in cell
        for line in cell.split("\n")[1:]
    )


def open_quote(source: Sequence[str], start: int, separator: str) -> Finding | None:
    """What is told of the first quote in that line (from 1) that the line does not close."""
    line = source[start - 1]
    for at in cell_starts(line, separator):
        quoted = _QUOTED.match(line, at)
        if quoted and not quoted[1]:
            return Finding("", Position(start, at + 1), TABLE_QUOTE_OPEN)
    return None


def quote_fault(
    source: Sequence[str], start: int, end: int, separator: str, detail: str
) -> Finding:
    """Why the row that begins at line `start` can't be read; the parser gave up at line `end`."""
    start, end = min(start, len(source)), min(end, len(source))
    text = "\n".join(source[start - 1 : end])
    for at in cell_starts(text, separator):
        quoted = _QUOTED.match(text, at)
        if quoted and ("\n" in quoted[0] or not quoted[1]):
            return Finding("", place_in(text, at, start), TABLE_QUOTE_OPEN)
        rest = re.match(rf"[^{separator}\n]*", text[quoted.end() :]) if quoted else None
        if quoted and rest and rest[0]:
            place = place_in(text, quoted.end(), start)
            return Finding.of("", place, TABLE_QUOTE_BEHIND, found=rest[0])
    return Finding.of("", Position(start, 1), TABLE_SYNTAX, detail=detail)
