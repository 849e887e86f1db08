"""What is said of several rows in the same words, told once with the cells of all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.catalogue.languages import Language
from generator.desk.importing.fates import Fate, Planned

_SEVERAL = 3
"""From so many rows on the same words are told once."""
_SHOWN = 12
"""Cells, or rows of cells one below another, that are named; the others are counted."""
_CELL = re.compile(r"(.*)!([A-Z]+)([0-9]+)")


@dataclass(slots=True)
class _Alike:
    """The rows of which the same is said, and the cells."""

    rows: int = 0
    cells: dict[str, None] = field(default_factory=dict)


class Remarks:
    """What is said of rows in a language: each by itself, or of several together."""

    def __init__(self, rows: Iterable[Planned], language: Language) -> None:
        self._english = language == "en"
        found = dict[str, _Alike]()
        for row in rows:
            told = [*self._all_of(row)]
            for text in {text: None for _, text in told}:
                found.setdefault(text, _Alike()).rows += 1
            for cell, text in told:
                found[text].cells[cell] = None
        self._alike = {text: each for text, each in found.items() if each.rows >= _SEVERAL}

    def of(self, row: Planned) -> Iterator[str]:
        """What is said of this row and of few others."""
        for cell, text in self._all_of(row):
            if text not in self._alike:
                yield f"{cell}: {text}"

    def of_several(self) -> Iterator[str]:
        """What is said of several rows: how many, in which cells."""
        word = "rows" if self._english else "dòng"
        for text, each in self._alike.items():
            yield f"{each.rows} {word}: {named([*each.cells])}: {text}"

    def _all_of(self, row: Planned) -> Iterator[tuple[str, str]]:
        for told in (*row.reasons, *row.notes):
            yield told.cell, told.en if self._english else told.vi
        word = Fate.REFUSED.value[self._english]
        for told in row.refused:
            yield told.cell, f"{word}: {told.en if self._english else told.vi}"


def named(cells: Sequence[str]) -> str:
    """Cells in short: “DS!C5, C7–C9”; a sheet is named where it begins."""
    parts, sheet = list[str](), ""
    for first, last in _runs(cells):
        told = _CELL.fullmatch(first)
        name = first.removeprefix(f"{sheet}!") if sheet else first
        sheet = told[1] if told else ""
        end = f"–{last.rpartition('!')[2]}" if last != first else ""
        parts.append(f"{name}{end}")
    more = f", … (+{len(parts) - _SHOWN})" if len(parts) > _SHOWN else ""
    return ", ".join(parts[:_SHOWN]) + more


def _runs(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The first and the last of the cells that stand one below another."""
    start = last = ""
    for cell in cells:
        if last and cell == _below(last):
            last = cell
            continue
        if start:
            yield start, last
        start = last = cell
    if start:
        yield start, last


def _below(cell: str) -> str:
    told = _CELL.fullmatch(cell)
    return f"{told[1]}!{told[2]}{int(told[3]) + 1}" if told else ""
