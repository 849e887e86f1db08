"""`ocop labels --list`: every stock as a row with its measures and a small picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import hypot

from rich.table import Table

from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.press.stocks import Cell, Stock

_TALL = 28
"""Dots of the longest side of a picture: seven rows of braille, four dots each."""
_LONGEST_MM = 297
_BRAILLE = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_WRAPPED = (3, 4)
"""Columns that give way on a narrow screen: the printer, and the makers' names."""
_HEADS = {
    "vi": ("tên", "nhãn (mm)", "mỗi trang", "máy in", "bán dưới tên", ""),
    "en": ("name", "label (mm)", "a page", "printer", "sold as", ""),
}


def table(stocks: Mapping[str, Stock], language: Language) -> Table:
    """Every stock in a row of its own."""
    found = Table(box=None, padding=(0, 2, 1, 0), pad_edge=False)
    for index, head in enumerate(_HEADS[language]):
        found.add_column(head, no_wrap=index not in _WRAPPED)
    for stock in stocks.values():
        found.add_row(*_row(stock, language))
    return found


def picture(stock: Stock) -> str:
    """The page in braille dots: what is label is set, gaps and margins are not."""
    width, height = stock.page_size
    scale = _TALL / max(_LONGEST_MM, width, height)
    # A roll's label is small beside a sheet; three times its size still tells them apart.
    scale *= 3 if stock.roll else 1
    across, down = max(2, round(width * scale)), max(4, round(height * scale))
    dots = {dot for cell in stock.cells() for dot in _covered(cell, scale, stock.round)}
    return "\n".join(
        "".join(_letter(dots, column, row) for column in range((across + 1) // 2))
        for row in range((down + 3) // 4)
    )


def _covered(cell: Cell, scale: float, is_round: bool) -> Iterator[tuple[int, int]]:
    """The dots of one label; the last column and row stay empty, so that labels part."""
    left, top = round(cell.left * scale), round(cell.top * scale)
    right = max(left + 1, round((cell.left + cell.width) * scale) - 1)
    bottom = max(top + 1, round((cell.top + cell.height) * scale) - 1)
    middle = (left + right - 1) / 2, (top + bottom - 1) / 2
    for x in range(left, right):
        for y in range(top, bottom):
            if not is_round or hypot(x - middle[0], y - middle[1]) <= (right - left) / 2:
                yield x, y


def _letter(dots: set[tuple[int, int]], column: int, row: int) -> str:
    bits = sum(
        bit
        for dy, pair in enumerate(_BRAILLE)
        for dx, bit in enumerate(pair)
        if (column * 2 + dx, row * 4 + dy) in dots
    )
    return chr(0x2800 + bits)


def _row(stock: Stock, language: Language) -> tuple[str, ...]:
    size = saying.size(stock.size, language)
    if stock.round:
        size = f"Ø {saying.figure(stock.size[0], language)}"
    grid = f"{stock.count} = {stock.columns} × {stock.rows}" if stock.count > 1 else "1"
    kinds = {
        "vi": ("nhiệt", "tự cắt", "laser, phun"),
        "en": ("thermal", "cut by hand", "laser, inkjet"),
    }[language]
    kind = kinds[0] if stock.roll else kinds[1] if stock.cut else kinds[2]
    dpi = " · ".join(f"{each} dpi" for each in stock.dpi) if stock.roll else ""
    return stock.name, size, grid, f"{kind} {dpi}".strip(), ", ".join(stock.sold_as), picture(stock)
