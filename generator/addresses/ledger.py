"""The ledger of every address that went to print: `content/printed.csv`.

A row is one printing: when, which address, of which product, perhaps of which lot, how many, and
what it was printed on. Editors may keep it in a spreadsheet; the label command adds to it itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from generator.addresses import seal
from generator.addresses.ledger_row import COLUMNS, Printing
from generator.addresses.link_errors import DigitalLinkError
from generator.addresses.scan import read_scan_address
from generator.addresses.seal import Seal
from generator.addresses.serials import SerialsError, read_all_serials
from generator.catalogue import settings_files
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.rules_printed import (
    PRINTED_ADDRESS,
    PRINTED_LOT,
    PRINTED_SERIALS,
)
from generator.catalogue.reading.files import read_text, stands
from generator.catalogue.reading.frontmatter import (
    UnreadableError,
)
from generator.catalogue.reading.growing_tables import with_rows
from generator.catalogue.reading.tables import (
    Table,
    TableRow,
    read_table,
)
from generator.catalogue.reading.validation import complaints
from generator.engine.lock import locked
from generator.engine.writing import write
from generator.plain_files import in_utf8

__all__ = ["COLUMNS", "NAME", "Ledger", "LedgerEntry", "LedgerError", "Printing", "enter", "read"]

NAME = settings_files.PRINTED
SOURCE = f"content/{NAME}"
"""The file's name in messages."""
LARGEST = 16_000_000
"""Bytes; a printing has about 120."""
REQUIRED = ("printed_on", "address", "product", "quantity", "what")
_FAULTY = (
    f"{SOURCE} có lỗi, hãy chạy “ocop check” và sửa trước khi in · "
    f"{SOURCE} has faults: run “ocop check” and correct them before printing"
)
_MARK = "\ufeff"
"""Without this mark at its beginning, Excel takes UTF-8 for another encoding."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A printing and the row of the table that tells of it."""

    printing: Printing
    row: TableRow
    table: Table

    @property
    def position(self) -> Position:
        """Line and column of its address."""
        return self.table.position(self.row, "address")


@dataclass(frozen=True, slots=True)
class Ledger:
    """What could be read, and a fault for all that couldn't.

    `spoiled` are rows with faults; one that is `unread` was not seen to its end.
    """

    entries: tuple[LedgerEntry, ...]
    faults: tuple[Finding, ...]
    spoiled: tuple[TableRow, ...] = ()
    unread: bool = False


class LedgerError(ValueError):
    """The ledger can't be added to; the message says why, in both languages."""


def read(content: Path) -> Ledger:
    """The ledger of that content folder; a project that never printed has an empty one."""
    if not stands(content / NAME):
        return Ledger((), ())
    try:
        text = read_text(content / NAME, content, LARGEST)
    except UnreadableError as error:
        return Ledger((), (error.finding.in_file(SOURCE),), unread=True)
    if not text.strip():
        return Ledger((), ())
    table = read_table(text, COLUMNS, REQUIRED)
    entries, faults = list[LedgerEntry](), [each.in_file(SOURCE) for each in table.faults]
    spoiled = [*table.left_out]
    for row in table.rows:
        found = _printing(row, table)
        if isinstance(found, Printing):
            entries.append(LedgerEntry(found, row, table))
        else:
            faults += found
            spoiled.append(row)
    return Ledger(tuple(entries), tuple(faults), tuple(spoiled), unread=not table.whole)


def _printing(row: TableRow, table: Table) -> Printing | list[Finding]:
    cells = dict(row.cells)
    wrong = []
    try:
        lot = read_scan_address(cells["address"]).lot
    except DigitalLinkError as error:
        lot = None
        at = table.position(row, "address")
        wrong.append(Finding(SOURCE, at, PRINTED_ADDRESS, _reasons(error, cells["address"])))
    if lot and cells.setdefault("lot", lot) != lot:
        at = table.position(row, "lot")
        wrong.append(Finding.of(SOURCE, at, PRINTED_LOT, found=cells["lot"], lot=lot))
    wrong += _serials_faults(cells.get("serials"), table.position(row, "serials"))
    try:
        printing = Printing.model_validate(cells)
    except ValidationError as error:
        wrong += [
            replace(each, file=SOURCE, at=table.position(row, str(each.at[0])))
            for each in complaints(error, Printing)
            if each.at not in {("address",), ("serials",)}
        ]
        return wrong
    return wrong or printing


def _serials_faults(text: str | None, at: Position) -> list[Finding]:
    try:
        read_all_serials(text or "1")
    except SerialsError as error:
        values = {"found": text or "", "reason_vi": error.vi, "reason_en": error.en}
        return [Finding(SOURCE, at, PRINTED_SERIALS, values)]
    return []


def _reasons(error: DigitalLinkError, found: str) -> dict[str, str]:
    return {"found": found, "reason_vi": error.text("vi"), "reason_en": error.text("en")}


def enter(content: Path, printings: Sequence[Printing]) -> None:
    """Add printings at the ledger's end, all or none, keeping its delimiter, columns and rows.

    Ledger and seal are on the disk when this returns; the ledger comes first, for a row without a
    seal is none the worse. Raises LedgerError where the file that is there has faults, lacks a
    column or has lost a sealed row, and where the seal can't be written; OSError where the ledger
    can't be.
    """
    with locked(content.parent / ".cache" / "printed.lock", lambda: None):
        file, sealed = content / NAME, _whole_seal(content)
        before = in_utf8(file.read_bytes()) if file.exists() else b""
        columns, delimiter = _form(content) if before.strip() else (COLUMNS, ",")
        if any(each.edition for each in printings) and "edition" not in columns:
            before = _with_column(before, "edition", delimiter)
            columns = (*columns, "edition")
        rows = (_cells(printing, columns) for printing in printings)
        write(file, with_rows(before, columns, delimiter, rows), durably=True)
        _seal(content, sealed)


def _with_column(before: bytes, name: str, delimiter: str) -> bytes:
    """The ledger with one more column at its end, which older ledgers lack; rows are as they were.

    A row may have fewer cells than the header.
    """
    lines = before.split(b"\n")
    at = next(index for index, line in enumerate(lines) if _is_header(line))
    header = lines[at].rstrip(b"\r")
    end = lines[at][len(header) :]
    lines[at] = header + f"{delimiter}{name}".encode() + end
    return b"\n".join(lines)


def _is_header(line: bytes) -> bool:
    """Whether it is neither blank nor the line `sep=;` that spreadsheets put above the header."""
    text = line.removeprefix(_MARK.encode()).strip().lower()
    return bool(text) and not text.startswith(b"sep=")


def _whole_seal(content: Path) -> Seal:
    """The seal as it is, all of whose rows the ledger still has."""
    sealed = seal.read(content)
    if sealed.fault or sealed.lost(each.printing for each in read(content).entries):
        raise LedgerError(_FAULTY)
    return sealed


def _seal(content: Path, sealed: Seal) -> None:
    """Seal every row of the ledger, those too that an editor wrote."""
    printings = [each.printing for each in read(content).entries]
    try:
        write(content / seal.NAME, sealed.with_all(printings).text().encode(), durably=True)
    except OSError as error:
        raise LedgerError(
            f"Lượt in đã vào {SOURCE} nhưng không ghi được {seal.SOURCE} "
            f"({error.strerror or error}), nên chưa có tệp tem nào được đưa ra. Hãy chừa chỗ trên "
            "ổ đĩa, xóa dòng vừa thêm ở cuối sổ rồi chạy lại · "
            f"The printing is in {SOURCE}, but {seal.SOURCE} can't be written "
            f"({error.strerror or error}), so no label file was handed out. Make room on the "
            "disk, delete the row just added at the ledger's end, and run the command again"
        ) from error


def _form(content: Path) -> tuple[tuple[str, ...], str]:
    """The columns and the delimiter of a ledger that is there."""
    try:
        table = read_table(read_text(content / NAME, content, LARGEST), COLUMNS, REQUIRED)
    except UnreadableError:
        table = None
    if table is None or table.faults:
        raise LedgerError(_FAULTY)
    return table.columns, table.separator


def _cells(printing: Printing, columns: Sequence[str]) -> dict[str, str]:
    cells = {name: str(getattr(printing, name) or "") for name in COLUMNS}
    for name, cell in cells.items():
        if cell and name not in columns:
            raise LedgerError(
                f"{SOURCE} thiếu cột “{name}”, hãy thêm vào dòng đầu · "
                f"{SOURCE} has no column “{name}”: add it to the first line"
            )
    return {name: cells.get(name, "") for name in columns}
