"""Tables (CSV) of content/ to which commands only ever add rows; people may have edited them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.catalogue.problems.finding import Finding
from generator.catalogue.reading.files import read_text, text_of
from generator.catalogue.reading.frontmatter import UnreadableError
from generator.catalogue.reading.tables import Table, read_table
from generator.engine.writing import write
from generator.plain_files import in_utf8

_MARK = "\ufeff".encode()
"""Without this mark at its beginning, Excel takes UTF-8 for another encoding."""


def read_growing(
    content: Path, name: str, columns: Sequence[str], required: Sequence[str], largest: int
) -> tuple[Table, tuple[Finding, ...]]:
    """The table of a file of content/, empty where there is none; and every fault of it."""
    empty, source = Table((), ()), f"content/{name}"
    if not (content / name).exists():
        return empty, ()
    try:
        text = read_text(content / name, content, largest)
    except UnreadableError as error:
        return empty, (error.finding.in_file(source),)
    if not text.strip():
        return empty, ()
    table = read_table(text, columns, required)
    return table, tuple(each.in_file(source) for each in table.faults)


def add_rows(file: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Add rows to the table of a file without faults, which begins with them where there is none.

    The disk has them when this returns. Raises OSError.
    """
    before = in_utf8(file.read_bytes()) if file.exists() else b""
    kept, separator = columns, ","
    if before.removeprefix(_MARK).strip():
        table = read_table(text_of(before), columns, ())
        kept, separator = table.columns or columns, table.separator
    write(file, with_rows(before, kept, separator, rows), durably=True)


def with_rows(
    before: bytes, columns: Sequence[str], separator: str, rows: Iterable[Mapping[str, str]]
) -> bytes:
    """The table with rows at its end, its lines ended as they are; with a header if it is empty."""
    end = "\r\n" if b"\r\n" in before else "\n"
    added = io.StringIO()
    writer = csv.DictWriter(added, columns, delimiter=separator, lineterminator=end)
    if not before.removeprefix(_MARK).strip():
        before = _MARK
        writer.writeheader()
    elif not before.endswith(b"\n"):
        before += end.encode()
    writer.writerows(rows)
    return before + added.getvalue().encode()
