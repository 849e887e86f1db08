"""The seal of the ledger, `content/printed.seal`: what was recorded, remembered a second time.

A line for each recorded row: a digest of what the row means, then the row itself, to restore it
from. Rows are compared by their meaning, so that a spreadsheet may save the ledger in another form.
The last line has the count and a hash of all lines. A line that an editor puts `#` before is let
go of, and still counts: so it can be told from a line that was lost.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.addresses.ledger_row import COLUMNS, Printing
from generator.catalogue import settings_files
from generator.catalogue.base_url import BaseUrlError, parse
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START, Position
from generator.catalogue.problems.rules_files import FILE_BLANKED
from generator.catalogue.problems.rules_printed import (
    PRINTED_ROW_LOST,
    PRINTED_ROWS_LOST,
    PRINTED_SEAL_DAMAGED,
)
from generator.catalogue.reading.files import read_text, stands
from generator.catalogue.reading.frontmatter import UnreadableError
from generator.catalogue.reading.tables import TableRow

NAME = settings_files.SEAL
SOURCE = f"content/{NAME}"
"""The file's name in messages."""
LARGEST = 32_000_000
_MOST_NAMED = 5
"""Lost rows that messages name."""
_HEAD = f"""\
# Niêm của content/printed.csv, do ocop tự ghi: mỗi dòng là một lượt in đã vào sổ. Đừng xóa, đừng
# sửa; giữ tệp này cùng sổ trong git hoặc bản sao lưu. Sổ mất dòng nào thì chép lại từ đây, phần sau
# mã ở đầu dòng ({",".join(COLUMNS)}).
# Muốn bỏ hẳn một dòng thì đặt dấu # trước dòng ấy.
# The seal of content/printed.csv, kept by ocop: each line is a printing that was recorded. Don't
# delete or edit it; keep it with the ledger in git or a backup. Restore a lost row from what
# follows the code at the beginning of its line. To let go of a row for good, put # before its line.
"""
_LINE = re.compile(r"(?P<off>#?)[ \t]*(?P<digest>[0-9a-f]{20}) (?P<row>.+)")
_END = re.compile(r"= (?P<count>[0-9]+) (?P<hash>[0-9a-f]{32})")
_DASHES = str.maketrans("–—‒−", "----")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A line: the digest, the row as it can be restored, whether it still counts, and where."""

    digest: str
    row: str
    live: bool
    line: int = 0

    @property
    def cells(self) -> dict[str, str]:
        """The row's cells by column."""
        cells = next(csv.reader([self.row]), [])
        return dict(zip(COLUMNS, [*cells, *[""] * len(COLUMNS)], strict=False))


@dataclass(frozen=True, slots=True)
class Seal:
    """The lines that could be read; none where there is no seal, or where it has a fault."""

    lines: tuple[Sealed, ...] = ()
    fault: Finding | None = None

    def lost(self, printings: Iterable[Printing]) -> tuple[Sealed, ...]:
        """Lines whose row is no longer among these, or has another meaning."""
        there = Counter(map(digest, printings))
        gone = []
        for each in self.lines:
            if each.live and not there[each.digest]:
                gone.append(each)
            elif each.live:
                there[each.digest] -= 1
        return tuple(gone)

    def with_all(self, printings: Sequence[Printing]) -> Seal:
        """The seal of these rows besides."""
        known = Counter(each.digest for each in self.lines if each.live)
        new = []
        for printing in printings:
            mark = digest(printing)
            if known[mark]:
                known[mark] -= 1
            else:
                new.append(Sealed(mark, _row(printing), live=True))
        return Seal((*self.lines, *new))

    def text(self) -> str:
        """The file."""
        lines = "".join(f"{'' if e.live else '# '}{e.digest} {e.row}\n" for e in self.lines)
        return f"{_HEAD}{lines}= {len(self.lines)} {_whole(self.lines)}\n"


def digest(printing: Printing) -> str:
    """A hash of what the row means: not of how its address, date or number are written."""
    scan = printing.scan
    meaning = [
        *(_place(scan.stem), scan.path, printing.lot or scan.lot or "", printing.product),
        *(_serials(printing.serials), printing.quantity, printing.printed_on.isoformat()),
    ]
    text = json.dumps(meaning, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def read(content: Path) -> Seal:
    """The seal in that content folder; an empty one where there is none."""
    if not stands(content / NAME):
        return Seal()
    try:
        text = read_text(content / NAME, content, LARGEST)
    except UnreadableError as error:
        if error.finding.rule is FILE_BLANKED:
            return Seal((), Finding(SOURCE, START, PRINTED_SEAL_DAMAGED))
        return Seal((), error.finding.in_file(SOURCE))
    lines, end = [], None
    for number, written in enumerate(text.split("\n"), 1):
        stripped = written.strip()
        if found := _LINE.fullmatch(stripped):
            lines.append(Sealed(found["digest"], found["row"], not found["off"], number))
        elif found := _END.fullmatch(stripped):
            end = found
        elif stripped and not stripped.startswith("#"):
            return Seal((), Finding(SOURCE, Position(number, 1), PRINTED_SEAL_DAMAGED))
    if end is None or int(end["count"]) != len(lines) or end["hash"] != _whole(lines):
        return Seal((), Finding(SOURCE, START, PRINTED_SEAL_DAMAGED))
    return Seal(tuple(lines))


def besides(lost: Iterable[Sealed], spoiled: Iterable[TableRow]) -> tuple[Sealed, ...]:
    """The lost lines without those whose row is there, with a fault that is told of it."""
    left = [*lost]
    for row in spoiled:
        same = next((each for each in left if _is_of(each, row)), None)
        if same:
            left.remove(same)
    return tuple(left)


def _is_of(line: Sealed, row: TableRow) -> bool:
    """Whether all but two cells at most are the same."""
    cells = {column: cell for column, cell in line.cells.items() if cell}
    same = sum(row.cells.get(column) == cell for column, cell in cells.items())
    return same >= max(2, len(cells) - 2)


def lost_faults(lines: Sequence[Sealed]) -> Iterator[Finding]:
    """What is told of rows that are gone or changed: of the first few each, then how many more.

    A ledger that was emptied lacks years of rows, and is taken back as a whole.
    """
    yield from map(_lost_fault, lines[:_MOST_NAMED])
    if rest := lines[_MOST_NAMED:]:
        values = {"count": str(len(rest)), "line": str(rest[0].line)}
        yield Finding(SOURCE, Position(rest[0].line, 1), PRINTED_ROWS_LOST, values)


def _lost_fault(line: Sealed) -> Finding:
    """What is told of one such row, at its line of the seal."""
    cells = line.cells
    values = {key: cells[key] for key in ("address", "product", "quantity", "printed_on")}
    return Finding(
        SOURCE, Position(line.line, 1), PRINTED_ROW_LOST, {**values, "line": str(line.line)}
    )


def _whole(lines: Iterable[Sealed]) -> str:
    text = "".join(f"{each.digest} {each.row}\n" for each in lines)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _row(printing: Printing) -> str:
    text = io.StringIO()
    cells = (" ".join(str(getattr(printing, name) or "").split()) for name in COLUMNS)
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()


def _place(stem: str | None) -> str:
    if stem is None:
        return ""
    try:
        place = parse(stem)
    except BaseUrlError:
        return stem
    return f"{place.scheme}://{place.host}:{place.port or ''}{place.path}"


def _serials(text: str | None) -> str:
    return "".join((text or "").translate(_DASHES).split())
