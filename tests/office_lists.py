"""Lists as offices keep them, written for the tests."""

from __future__ import annotations

import struct
import zipfile
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


def old_workbook(path: Path, rows: Cells, sheet: str = "DS") -> Path:
    """A .xls file of Excel 97 (BIFF8) with one sheet: its stream alone in a compound file."""
    cells = b"".join(_old_cell(at, c, v) for at, row in enumerate(rows) for c, v in enumerate(row))
    start, end = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)), _record(0xA, b"")
    name = bytes([len(sheet), 1]) + sheet.encode("utf-16-le")
    at = len(start) + len(end) + 4 + 6 + len(name)
    told = _record(0x85, struct.pack("<IH", at, 0) + name)
    page = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6)) + cells + end
    stream = start + told + end + page
    path.write_bytes(_compound(stream.ljust(max(4096, -len(stream) % 512 + len(stream)), b"\0")))
    return path


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _old_cell(row: int, column: int, value: object) -> bytes:
    if isinstance(value, int | float):
        return _record(0x203, struct.pack("<HHHd", row, column, 0, value))
    text = str(value)
    found = struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le")
    return _record(0x204, found) if text else b""


def _compound(stream: bytes) -> bytes:
    """The least compound file: a sector with the chain, one with the names, then the stream."""
    free, last = 0xFFFFFFFF, 0xFFFFFFFE
    sectors = len(stream) // 512
    chain = [0xFFFFFFFD, last, *range(3, sectors + 2), last]
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    head = struct.pack("<8s16xHHHHH6x", start, 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, last, 0, last, 0)
    names = _name("Root Entry", 5, 1, last, 0) + _name("Workbook", 2, free, 2, len(stream))
    table = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    return head + struct.pack("<109I", 0, *[free] * 108) + table + names.ljust(512, b"\0") + stream


def _name(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    free = 0xFFFFFFFF
    told = struct.pack("<64sHBBIII", text, len(text) + 2, kind, 1, free, free, child)
    return told + bytes(36) + struct.pack("<IQ", start, size)


_ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet><table:table table:name="DS">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""
_MIME = "application/vnd.oasis.opendocument.spreadsheet"


def opendocument(path: Path, table: Sequence[Sequence[object]]) -> Path:
    """A spreadsheet of OpenDocument, which says of no cell that it is merged."""

    def cell(value: object) -> str:
        told = f"<text:p>{str(value).strip()}</text:p>"
        return f'<table:table-cell office:value-type="string">{told}</table:table-cell>'

    rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in table)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", _MIME)
        archive.writestr(
            "META-INF/manifest.xml",
            f"""<?xml version="1.0"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/></manifest:manifest>""",
        )
        archive.writestr("content.xml", _ODS.format(rows=rows))
    return path
