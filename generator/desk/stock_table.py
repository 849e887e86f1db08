"""`ocop labels --list`: every stock as a row with its measures and a small picture."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

from generator.catalogue.models import Language
from generator.press.stocks import Stock

_TALL = 28
"""Dots of the longest side of a picture: seven rows of braille, four dots each."""
_LONGEST_MM = 297
_BRAILLE = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_HEADS = {
    "vi": ("tên", "nhãn (mm)", "mỗi trang", "máy in", "bán dưới tên", ""),
    "en": ("name", "label (mm)", "a page", "printer", "sold as", ""),
}


def show(stocks: Mapping[str, Stock], language: Language, console: Console | None = None) -> None:
    """Print the table."""
    table = Table(box=None, padding=(0, 2, 1, 0), pad_edge=False)
    for head in _HEADS[language]:
        table.add_column(head, no_wrap=not head)
    for stock in stocks.values():
        table.add_row(*_row(stock, language))
    (console or Console(highlight=False)).print(table, markup=False)


def picture(stock: Stock) -> str:
    """The page in braille dots: what is label is set, gaps and margins are not."""
    width, height = stock.page_size
    scale = _TALL / max(_LONGEST_MM, width, height)
    # A roll's label is small beside a sheet; three times its size still tells them apart.
    scale *= 3 if stock.roll else 1
    across, down = max(2, round(width * scale)), max(4, round(height * scale))
    dots = {(x, y) for x in range(across) for y in range(down) if _covered(stock, x, y, scale)}
    return "\n".join(
        "".join(_letter(dots, column, row) for column in range((across + 1) // 2))
        for row in range((down + 3) // 4)
    )


def _covered(stock: Stock, x: int, y: int, scale: float) -> bool:
    """Whether the dot's middle lies on a label, a hair inside so that touching labels part."""
    across, down = (x + 0.5) / scale, (y + 0.5) / scale
    seam = 0.36 / scale
    for cell in stock.cells():
        inside = cell.left + seam <= across <= cell.left + cell.width - seam
        if inside and cell.top + seam <= down <= cell.top + cell.height - seam:
            if not stock.round:
                return True
            dx, dy = across - cell.left - cell.width / 2, down - cell.top - cell.height / 2
            return dx * dx + dy * dy <= (cell.width / 2) ** 2
    return False


def _letter(dots: set[tuple[int, int]], column: int, row: int) -> str:
    bits = sum(
        bit
        for dy, pair in enumerate(_BRAILLE)
        for dx, bit in enumerate(pair)
        if (column * 2 + dx, row * 4 + dy) in dots
    )
    return chr(0x2800 + bits)


def _row(stock: Stock, language: Language) -> tuple[str, ...]:
    width, height = stock.size
    size = f"Ø {width:g}" if stock.round else f"{width:g} × {height:g}"
    grid = f"{stock.count} = {stock.columns} × {stock.rows}" if stock.count > 1 else "1"
    kinds = {
        "vi": ("nhiệt", "tự cắt", "laser, phun"),
        "en": ("thermal", "cut by hand", "laser, inkjet"),
    }[language]
    kind = kinds[0] if stock.roll else kinds[1] if stock.cut else kinds[2]
    dpi = " · ".join(f"{each} dpi" for each in stock.dpi) if stock.roll else ""
    return stock.name, size, grid, f"{kind} {dpi}".strip(), ", ".join(stock.sold_as), picture(stock)
