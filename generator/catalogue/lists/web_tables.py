"""Tables of a web page, as many portals hand them out under a name that ends in .xls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import product

from generator.catalogue.lists.sizes import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, too_large

Corner = tuple[int, int]
_CELLS = ("td", "th")
_SILENT = ("script", "style", "head", "template")
_BREAKS = ("br", "p", "div", "li")
_MOST_MERGED, _MOST_TABLES = 200_000, 200
_LONGEST_PAGE = 24_000_000
"""Letters of a page; 17,000 products have about 6 million."""


@dataclass(slots=True)
class WebTable:
    """A table's texts by row and column from 0, and the corners of cells that are one."""

    cells: dict[Corner, str] = field(default_factory=dict)
    merged: list[tuple[Corner, Corner]] = field(default_factory=list)
    row: int = -1
    at: Corner | None = None
    taken: set[Corner] = field(default_factory=set)

    def rows(self) -> list[list[str]]:
        """Its rows, each as long as the widest."""
        width = max((column for _, column in self.cells), default=-1) + 1
        return [
            [self.cells.get((row, column), "") for column in range(width)]
            for row in range(self.row + 1)
        ]

    def begin(self, down: int, right: int) -> None:
        """Begin the row's next cell, which may go over several rows and columns."""
        self.row = max(self.row, 0)
        column = self.at[1] + 1 if self.at and self.at[0] == self.row else 0
        while (self.row, column) in self.taken:
            column += 1
        last = self.row + down - 1, column + right - 1
        if last[0] >= MOST_ROWS or last[1] >= MOST_COLUMNS:
            raise too_large()
        self.at = self.row, column
        self.cells[self.at] = ""
        if (down, right) != (1, 1):
            self.merged.append((self.at, last))
            if len(self.taken) + down * right > _MOST_MERGED:
                raise too_large()
            rows, columns = range(self.row, last[0] + 1), range(column, last[1] + 1)
            self.taken |= {*product(rows, columns)}


class _Reader(HTMLParser):
    """Puts each text into the cell of the innermost table around it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[WebTable] = []
        self._open: list[WebTable] = []
        self._silent = 0
        self._count = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        table = self._open[-1] if self._open else None
        self._silent += tag in _SILENT
        if tag == "table":
            if len(self.found) == _MOST_TABLES:
                raise too_large()
            self._open.append(WebTable())
            self.found.append(self._open[-1])
        elif table and tag == "tr":
            table.row += 1
            table.at = None
        elif table and tag in _CELLS:
            self._count += 1
            if self._count > MOST_CELLS:
                raise too_large()
            told = dict(attrs)
            table.begin(_span(told, "rowspan"), _span(told, "colspan"))
        elif tag in _BREAKS:
            self.handle_data("\x00")

    def handle_endtag(self, tag: str) -> None:
        """End a table."""
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag == "table" and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Take a text of the open cell."""
        if self._open and (at := self._open[-1].at) and not self._silent:
            self._open[-1].cells[at] += data


def _span(told: Mapping[str, str | None], key: str) -> int:
    text = (told.get(key) or "").strip()
    return max(1, int(text)) if text.isdigit() and len(text) < 10 else 1


def web_tables(text: str) -> Iterator[WebTable]:
    """Every table of the page that holds something; line breaks stay. Raises ListError."""
    if len(text) > _LONGEST_PAGE:
        raise too_large()
    reader = _Reader()
    reader.feed(text)
    reader.close()
    for table in reader.found:
        table.cells = {at: _tidy(said) for at, said in table.cells.items()}
        if any(table.cells.values()):
            if len({column for _, column in table.cells}) * table.row > MOST_CELLS:
                raise too_large()
            yield table


def _tidy(text: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\x00"))))
