"""Lists as offices keep them, written for the tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

Cells = Sequence[Sequence[object]]
Merged = tuple[int, int, int, int]
HEADING = ("TT", "Tên sản phẩm\nOCOP ", "Chủ thể", "Địa chỉ", "Số điện thoại", "Hạng sao")
MORE = ("Số quyết định", "Cơ quan công nhận", "Bộ sản phẩm")
DECISION = "QĐ số 2008/QĐ-UBND ngày 7/4/2025"
OFFICE = "UBND tỉnh Tây Ninh"


def workbook(
    path: Path, rows: Cells, merged: Mapping[Merged, str] | None = None, sheet: str = "DS"
) -> Path:
    """A workbook of one sheet; `merged` are corners (from 0) and the text that they hold."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(sheet)
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
        for corners, text in (merged or {}).items():
            page.merge_range(*corners, text)
    return path


def product_row(name: str, producer: str = "Hộ kinh doanh Nguyễn Văn Mẫu", **more: object) -> list:
    """A row below HEADING and MORE with nothing doubtful in it."""
    cells: dict[str, object] = {
        "number": 1,
        "name": name,
        "producer": producer,
        "address": "Ấp 1, xã Tân Hưng",
        "phone": "0912 345 678",
        "stars": "4 sao",
        "decision": DECISION,
        "office": OFFICE,
        "group": 8,
    }
    return list({**cells, **more}.values())
