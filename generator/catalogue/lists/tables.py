"""The sheets of a file: Excel's, OpenDocument's, or a table in plain text (CSV)."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeAlias

from generator.catalogue.lists.hidden_rows import hidden_rows
from generator.catalogue.lists.list_error import ListError
from generator.catalogue.lists.sizes import (
    MOST_COLUMNS,
    MOST_ROWS,
    OLD_BINARY,
    broken,
    check_size,
    is_web_page,
    too_large,
)

Value: TypeAlias = str | float | bool | date | datetime | time | timedelta
"""What a cell holds; an empty text where it is empty."""
Corner: TypeAlias = tuple[int, int]
"""Row and column of a cell, from 0."""
ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".tsv", ".json")
_PLAIN = (".csv", ".txt", ".tsv")
_SEPARATORS = (";", ",", "\t", "|")


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet from its first cell on; `merged` are the corners of cells that are one.

    `plain` says that nobody can tell which cells are one. `hidden` are the numbers of rows that
    Excel doesn't show; a sheet that it doesn't show is `unseen`, and its cells are not read.
    """

    name: str
    rows: Sequence[Sequence[Value]]
    merged: tuple[tuple[Corner, Corner], ...] = ()
    plain: bool = False
    hidden: tuple[int, ...] = ()
    unseen: bool = False

    def cell(self, row: int, column: int) -> str:
        """The cell as Excel's users name it: “Sheet1!C14”."""
        return f"{self.name}!{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """A column's letters, from 0: A, B, … Z, AA."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def read_sheets(path: Path, *, sized: bool = False) -> tuple[ListSheet, ...]:
    """Every sheet of the file that has a cell; of hidden ones only the name.

    Raises ListError, OSError. `sized` says that somebody has looked at its size already.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ListError(
            f"Không đọc được tệp đuôi “{ending}”. Hãy lưu danh sách thành .xlsx, .xls, .ods hoặc "
            ".csv.",
            f"Files ending in “{ending}” can't be read. Save the list as .xlsx, .xls, "
            ".ods or .csv.",
        )
    if not sized:
        check_size(path)
    with path.open("rb") as file:
        start = file.read(512)
    if ending == ".json":
        return (_of_json(path),)
    if is_web_page(start):
        return _of_web_page(path)
    workbook = start.startswith((b"PK\x03\x04", OLD_BINARY)) or ending not in _PLAIN
    return _workbook(path) if workbook else (_plain(path),)


def _workbook(path: Path) -> tuple[ListSheet, ...]:
    # The reader is a library of its own; whoever imports nothing needs it not.
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        # By its bytes: the ending may be another's, as of .xlsx renamed to .xls.
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            found = []
            hidden = hidden_rows(path)
            for told in book.sheets_metadata:
                if told.typ is not SheetTypeEnum.WorkSheet:
                    continue
                if told.visible is not SheetVisibleEnum.Visible:
                    found.append(ListSheet(told.name, (), unseen=True))
                    continue
                sheet = book.get_sheet_by_name(told.name)
                rows = sheet.to_python(skip_empty_area=False)
                if rows:
                    merged = sheet.merged_cell_ranges
                    tidy = [_tidy(row) for row in rows]
                    unseen = hidden.get(told.name, ())
                    # Of OpenDocument the reader doesn't know which cells are one.
                    unmerged = merged is None
                    found.append(ListSheet(told.name, tidy, tuple(merged or ()), unmerged, unseen))
            return tuple(found)
    except (CalamineError, ValueError) as error:
        raise broken() from error


def _of_json(path: Path) -> ListSheet:
    """The list that `ocop export --json` writes: its keys stand in a heading row of their own."""
    try:
        found = json.loads(path.read_bytes())
        keys = [*dict.fromkeys(key for row in found for key in row)]
        rows = [keys, *([row.get(key, "") for key in keys] for row in found)]
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise broken() from error
    if len(keys) > MOST_COLUMNS or len(rows) > MOST_ROWS:
        raise too_large()
    tidy = [[_value(each) for each in row] for row in rows]
    return ListSheet(path.stem, tidy, plain=True)


def _value(found: object) -> Value:
    if isinstance(found, str):
        return _normal(found)
    return found if isinstance(found, int | float) else "" if found is None else str(found)


def _of_web_page(path: Path) -> tuple[ListSheet, ...]:
    from generator.catalogue.lists.old_texts import decoded
    from generator.catalogue.lists.web_tables import web_tables

    tables = [*web_tables(decoded(path.read_bytes()))]
    if not tables:
        raise ListError(
            "Tệp này là trang web (HTML) mang đuôi của Excel, và không có bảng nào. Hãy tải lại "
            "danh sách từ cổng, hoặc mở bằng Excel rồi Lưu thành .xlsx.",
            "This is a web page (HTML) that ends like a spreadsheet, and it has no table. Fetch "
            "the list again, or open it in Excel and save it as .xlsx.",
        )
    names = [path.stem if at == 1 else f"{path.stem} {at}" for at in range(1, len(tables) + 1)]
    return tuple(
        ListSheet(name, [_tidy(row) for row in table.rows()], tuple(table.merged))
        for name, table in zip(names, tables, strict=True)
    )


def _tidy(row: Iterable[Value]) -> list[Value]:
    return [_normal(each) if isinstance(each, str) else each for each in row]


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").strip())


def _plain(path: Path) -> ListSheet:
    # It knows how Vietnamese was saved before Unicode, for which it needs all syllables.
    from generator.catalogue.lists.old_texts import decoded

    text = decoded(path.read_bytes())
    first, _, rest = text.partition("\n")
    told = first.strip().lower()
    if told.startswith("sep=") and len(told) == 5:
        separator = told[4]
        text = "\n" + rest
    else:
        head = "\n".join(text.split("\n", 30)[:30])
        separator = max(_SEPARATORS, key=head.count)
    try:
        rows = list[list[str]]()
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if len(row) > MOST_COLUMNS or len(rows) >= MOST_ROWS:
                raise too_large()
            rows.append(row)
    except csv.Error as error:
        raise ListError(
            f"Không đọc được bảng: {error}. Có lẽ một dấu ngoặc kép chưa đóng; "
            "hãy lưu thành .xlsx.",
            f"The table can't be read: {error}. Perhaps a quote is not closed; save it as .xlsx.",
        ) from error
    cells = [[_unquoted(cell) for cell in row] for row in rows]
    return ListSheet(path.stem, [_tidy(row) for row in cells], plain=True)


def _unquoted(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell
