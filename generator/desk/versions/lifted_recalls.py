"""Recalls that older tables of lots take back: told, for nobody may sell such a lot unawares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from generator.catalogue.model.lots import LotStatus
from generator.catalogue.reading.lot_files import LOT_COLUMNS, lots_of
from generator.catalogue.reading.lot_table import LotFile
from generator.desk.reporting import Reporter

Recall = tuple[str, str]
"""A product and one of its lots."""


def tell_lifted(paths: Iterable[str], older: Path, content: Path, reporter: Reporter) -> None:
    """Name each lot that is recalled in content/ and not in the folder `older`.

    `paths`, below either of them, are the files that change; where one isn't in `older`, it goes.
    """
    tables = [each for each in paths if lots_of(f"content/{each}")]
    for product, lot in sorted(_recalls(tables, content) - _recalls(tables, older)):
        reporter.refuse(
            f"CẢNH BÁO: lô {lot} của {product} đang được ghi là thu hồi, bản cũ này thì không, nên "
            f"trang sẽ thôi báo. Vẫn phải thu hồi thì sau đó ghi lại: ocop recall {product} {lot} "
            "--reason …",
            f"WARNING: lot {lot} of {product} is recalled, and in this older version it is not, so "
            "that pages will no longer say so. If it still must be, record it again afterwards: "
            f"ocop recall {product} {lot} --reason …",
        )


def _recalls(tables: Iterable[str], content: Path) -> set[Recall]:
    return {each for path in tables for each in _of_table(content / path, content)}


def _of_table(path: Path, content: Path) -> Iterator[Recall]:
    table = LotFile(path, content, date.max)
    if not table.is_table or table.is_events or not path.is_file():
        return
    for row in table.read(LOT_COLUMNS, ("lot",)):
        if row.cells.get("status", "").casefold() == LotStatus.RECALLED:
            yield table.slug, row.cells["lot"]
