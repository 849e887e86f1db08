"""What a spreadsheet would become in memory, found out before anything reads it.

The reader lays each sheet out as a full rectangle, so that one cell far out, or a repeated column,
is enough to fill the memory; and a few kilobytes may unpack to gigabytes whatever the archive's own
list claims. So every part is unpacked in small pieces here, and counted.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from generator.catalogue.lists.list_error import ListError

LARGEST_FILE = 64_000_000
"""Bytes of the file itself."""
LARGEST_UNPACKED = 96_000_000
"""Bytes of all parts of a workbook that are text; 17,000 products have about 30 million."""
MOST_ROWS, MOST_COLUMNS = 120_000, 600
MOST_CELLS = 4_000_000
"""Of the rectangle around all cells of a sheet that hold something; the reader fills it."""
MOST_STRINGS = 1_000_000
"""Texts that a workbook shares; the reader makes room for as many as the workbook claims."""
MOST_PARTS = 4_000
_PIECE = 1 << 18
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".tif", ".tiff", ".svg")
_OVERLAP = 400
_CELL = re.compile(
    rb"<(?:\w+:)?(?:c|row)\s[^<>]{0,120}?\br=[\"']([A-Za-z]{0,8})([0-9]{1,12})[\"'][^<>]{0,400}(?<!/)>"
)
"""What holds something: cells that are only coloured may reach to the end of the sheet."""
_CLAIM = re.compile(
    rb"<(?:\w+:)?dimension\s[^<>]*?\bref=[\"'][^\"']*?:?([A-Za-z]{1,8})([0-9]{1,12})[\"']"
)
_COUNT = re.compile(rb"<(?:\w+:)?sst\s[^<>]*?\b(?:uniqueC|c)ount=[\"'][^\"'<>]{7,}[\"']")
_STRING = re.compile(rb"<(?:\w+:)?si[\s/>]")
_SPACES = re.compile(rb"text:c=[\"']\s*[0-9]{4,}")
"""Blanks that OpenDocument tells by their number."""
_EXCEL = (1 << 20, 1 << 14)
"""Rows and columns that a sheet of Excel can have."""
_BARE = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])(?![^<>]*\sr=)")
_ODS = re.compile(
    rb"<table:(?P<what>table-row|table-cell|covered-table-cell|table)(?P<rest>[\s/>][^<>]*)"
)
_REPEATED = re.compile(rb"number-(?:columns|rows)-repeated=[\"']([0-9]{1,12})")
OLD_BINARY = b"\xd0\xcf\x11\xe0"
"""So begin .xls files, and workbooks that have a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe)?[\s\0]*(?:<\?xml[^<>]*>\s*)?(?:<!--.{0,200}?-->\s*)?"
    rb"<\0?(?:!doctype|html|head|body|div|style|table|meta|h\0t\0m\0l|t\0a\0b\0l\0e)",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?(?:xml|mso-application)", re.IGNORECASE)
_OF_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_OPEN_NOW = "~$"
_DIMENSIONS = b"\x00\x02\x0e\x00"
"""The record of a .xls file that says how far a sheet reaches."""


def check_size(path: Path) -> None:
    """Raise ListError where the file would take more memory than any list of products."""
    if path.name.startswith(_OPEN_NOW):
        raise ListError(
            f"“{path.name}” là tệp tạm của Excel hoặc Word. Hãy chọn “{path.name[2:]}”.",
            f"“{path.name}” is a temporary file of Excel or Word. Take “{path.name[2:]}”.",
        )
    if path.stat().st_size > LARGEST_FILE:
        raise too_large()
    with path.open("rb") as file:
        start = file.read(512)
        if start[:4] == b"PK\x03\x04":
            _check_archive(path, file)
        elif start.startswith(OLD_BINARY):
            file.seek(0)
            _check_binary(file.read())
        elif _XML.match(start) and (_OF_2003 in start or _OF_2003 in file.read(4096)):
            raise ListError(
                "Tệp này là bảng tính XML 2003 mang đuôi của Excel. Hãy mở bằng Excel, chọn Tệp → "
                "Lưu thành → “Excel Workbook (*.xlsx)”, rồi nhập tệp .xlsx ấy.",
                "This is an XML Spreadsheet 2003. Open it in Excel, choose File → Save As → “Excel "
                "Workbook (*.xlsx)”, and import that file.",
            )


def is_web_page(start: bytes) -> bool:
    """Whether a file that begins so is a web page, whatever it is called."""
    return _WEB_PAGE.match(start) is not None


def too_large() -> ListError:
    """What to say of a file that is larger than any list of products."""
    return ListError(
        f"Tệp quá lớn cho một danh sách (hơn {MOST_ROWS} dòng, {MOST_COLUMNS} cột hoặc "
        f"{LARGEST_UNPACKED // 1_000_000} MB), nên không mở. Hãy chép riêng bảng sản phẩm sang một "
        "tệp mới rồi chạy lại.",
        f"The file is too large for a list (more than {MOST_ROWS} rows, {MOST_COLUMNS} columns or "
        f"{LARGEST_UNPACKED // 1_000_000} MB), so it was not opened. Copy the table of products "
        "into a new file and run this again.",
    )


def broken() -> ListError:
    """What to say of a file that is damaged, or is not what its name says."""
    return ListError(
        "Không đọc được tệp: tệp hỏng, có mật khẩu, hoặc không phải bảng tính như đuôi tệp nói. "
        "Hãy mở bằng Excel, chọn Lưu thành .xlsx không đặt mật khẩu, rồi chạy lại.",
        "The file can't be read: it is damaged, has a password, or is not what its ending says. "
        "Open it in Excel, save it as .xlsx without a password, and run this again.",
    )


def _check_archive(path: Path, file: IO[bytes]) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, struct.error) as error:
        raise broken() from error
    # A sheet may have any name, but for one that a picture in it has.
    texts = [each for each in parts if not each.filename.lower().endswith(_PICTURES)]
    if any(each.filename.lower() == "xl/workbook.bin" for each in parts):
        raise broken()
    if len(parts) > MOST_PARTS or sum(each.file_size for each in texts) > LARGEST_UNPACKED:
        raise too_large()
    left = LARGEST_UNPACKED
    for part in texts:
        reach = _reach_of(part.filename.lower())
        for piece in _unpacked(file, part):
            left -= len(piece)
            if left < 0:
                raise too_large()
            if _SPACES.search(piece):
                raise too_large()
            reach.look(piece)


def _unpacked(file: IO[bytes], part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part's bytes as they really unpack, whatever the archive claims of them."""
    file.seek(part.header_offset)
    header = file.read(30)
    if len(header) < 30 or part.flag_bits & 1:
        raise broken()
    file.seek(sum(struct.unpack("<HH", header[26:30])), 1)
    left = part.compress_size
    unpack = zlib.decompressobj(-15) if part.compress_type == zipfile.ZIP_DEFLATED else None
    if unpack is None and part.compress_type != zipfile.ZIP_STORED:
        raise broken()
    try:
        while left > 0 and (packed := file.read(min(_PIECE, left))):
            left -= len(packed)
            while packed:
                yield unpack.decompress(packed, _PIECE) if unpack else packed
                packed = unpack.unconsumed_tail if unpack else b""
    except zlib.error as error:
        raise broken() from error


class _Reach:
    """How far the cells of a sheet of Excel reach, seen piece by piece."""

    def __init__(self) -> None:
        self._before = b""
        self._row = self._column = self._strings = 0
        self._last_row = self._last_column = 1

    def look(self, piece: bytes) -> None:
        """Raise ListError where a cell is farther out than any list is wide or long."""
        text = self._before + piece
        end = text.rfind(b"<") if len(piece) == _PIECE else len(text)
        self._before = text[end:][-_OVERLAP:]
        text = text[:end] if end > 0 else text
        cells = _CELL.findall(text)
        columns = (_number(each) for each in {column for column, _ in cells})
        self._last_column = max(self._last_column, *columns, 1)
        self._last_row = max(self._last_row, *(int(each) for each in {row for _, row in cells}), 1)
        self._strings += len(_STRING.findall(text))
        if _COUNT.search(text) or self._strings > MOST_STRINGS:
            raise too_large()
        for column, row in _CLAIM.findall(text):
            if int(row) > _EXCEL[0] or _number(column) > _EXCEL[1]:
                raise too_large()
        for kind in _BARE.findall(text):
            self._row += kind == b"row"
            self._column = 0 if kind == b"row" else self._column + 1
            self._last_row = max(self._last_row, self._row)
            self._last_column = max(self._last_column, self._column)
        _check_rectangle(self._last_row, self._last_column)


class _RepeatedReach:
    """The same for OpenDocument, where empty rows and cells are told by their number."""

    def __init__(self) -> None:
        self._before = b""
        self._row = self._column = 0
        self._last_row = self._last_column = 1

    def look(self, piece: bytes) -> None:
        """Raise ListError where a cell that holds something is too far out."""
        text = self._before + piece
        end = text.rfind(b"<") if len(piece) == _PIECE else len(text)
        self._before = text[end:][-_OVERLAP * 10 :]
        for found in _ODS.finditer(text[:end] if end > 0 else text):
            what, rest = found["what"], found["rest"]
            told = _REPEATED.search(rest)
            repeat = int(told[1]) if told else 1
            if what == b"table":
                self._row = self._column = 0
                self._last_row = self._last_column = 1
            elif what == b"table-row":
                self._row, self._column = self._row + repeat, 0
            else:
                self._column += repeat
                if b"value-type=" in rest:
                    self._last_row = max(self._last_row, self._row)
                    self._last_column = max(self._last_column, self._column)
                    _check_rectangle(self._last_row, self._last_column)


def _check_rectangle(rows: int, columns: int) -> None:
    """Raise ListError where the cells between the first and the last are more than any list has."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise too_large()


def _reach_of(name: str) -> _Reach | _RepeatedReach:
    return _RepeatedReach() if name.endswith("content.xml") else _Reach()


def _number(letters: bytes) -> int:
    """The number of a column from its letters: 1 for A, 28 for AB, 0 for none."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _check_binary(found: bytes) -> None:
    """A .xls file: a sheet's own word for its size; it can have 256 columns at most."""
    if _ENCRYPTED in found:
        raise ListError(
            "Tệp có mật khẩu nên không đọc được. Hãy mở bằng Excel, chọn Lưu thành .xlsx không đặt "
            "mật khẩu, rồi chạy lại.",
            "The file has a password, so it can't be read. Open it in Excel, save it as .xlsx "
            "without a password, and run this again.",
        )
    at = found.find(_DIMENSIONS)
    while at >= 0 and at + 18 <= len(found):
        _, rows, _, columns = struct.unpack_from("<IIHH", found, at + 4)
        if columns <= 256 and rows <= 65_536 and rows * columns > MOST_CELLS:
            raise too_large()
        at = found.find(_DIMENSIONS, at + 1)
