"""Tables whose rows may have more cells than the header: none is lost."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from markdown import Markdown
from markdown.extensions.tables import TableExtension, TableProcessor


class _Table(TableProcessor):
    """Puts what is left over into the row's last cell, as it was written."""

    _most = 0
    """Cells that the row being built may have; 0 while none is built."""

    def _build_row(self, row: str, parent: ET.Element, align: Sequence[str | None]) -> None:
        self._most = len(align)
        super()._build_row(row, parent, align)  # type: ignore[misc]  # the stubs lack it
        self._most = 0

    def _split_row(self, row: str) -> list[str]:
        cells: list[str] = super()._split_row(row)  # type: ignore[misc]  # as above
        if not self._most or len(cells) <= self._most:
            return cells
        return [*cells[: self._most - 1], "|".join(cells[self._most - 1 :])]


class Tables(TableExtension):
    """The library's tables, aligned by an attribute, for a page's policy forbids styles."""

    def __init__(self) -> None:
        super().__init__(use_align_attribute=True)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register the processor."""
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(_Table(md.parser, self.getConfigs()), "table", 75)
