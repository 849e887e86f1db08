"""A table that commands add to keeps its columns, its separator and how its lines end."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogue.reading.growing_tables import add_rows, read_growing

ROW = {"day": "2026-12-01", "what": "gạo, thơm"}
COLUMNS = ("day", "what")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, '\ufeffday,what\n2026-12-01,"gạo, thơm"\n'),
        ("", '\ufeffday,what\n2026-12-01,"gạo, thơm"\n'),
        ("\ufeff", '\ufeffday,what\n2026-12-01,"gạo, thơm"\n'),
        ("day,what\nx,y", 'day,what\nx,y\n2026-12-01,"gạo, thơm"\n'),
        ("what;day\r\ny;x\r\n", "what;day\r\ny;x\r\ngạo, thơm;2026-12-01\r\n"),
        ("\ufeffday\twhat\n", "\ufeffday\twhat\n2026-12-01\tgạo, thơm\n"),
    ],
)
def test_a_row_stands_at_the_end_in_the_tables_own_form(
    tmp_path: Path, before: str | None, after: str
) -> None:
    file = tmp_path / "a.csv"
    if before is not None:
        file.write_bytes(before.encode())

    add_rows(file, COLUMNS, [ROW])

    assert file.read_bytes().decode() == after
    table, faults = read_growing(tmp_path, "a.csv", COLUMNS, COLUMNS, 1000)
    assert dict(table.rows[-1].cells) == ROW
    assert faults == ()
