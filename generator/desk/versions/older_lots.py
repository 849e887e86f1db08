"""Recalls that older tables of lots take back, and lots that they lack.

Both are told: nobody may sell a recalled lot unawares, and a lot's address may stand on packs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from generator.catalogue.model.lots import LotStatus
from generator.catalogue.reading.lot_files import LOT_COLUMNS, lots_of
from generator.catalogue.reading.lot_table import LotFile
from generator.desk.reporting import Reporter

NamedLot = tuple[str, str]
"""A product and one of its lots."""
_NAMED = 10
"""Lots of a product that are named; the others are counted."""


def tell_lots(paths: Iterable[str], older: Path, content: Path, reporter: Reporter) -> None:
    """Name the lots in content/ that aren't in the folder `older`, or are not recalled there.

    `paths`, below either of them, are the files that change; where one isn't in `older`, it goes.
    """
    tables = [each for each in paths if lots_of(f"content/{each}")]
    now, then = _lots(tables, content), _lots(tables, older)
    lifted = sorted(lot for lot, recalled in now.items() if recalled and not then.get(lot))
    for product, lot in lifted:
        reporter.refuse(
            f"CẢNH BÁO: lô {lot} của {product} đang được ghi là thu hồi, bản cũ này thì không, nên "
            f"trang sẽ thôi báo. Vẫn phải thu hồi thì sau đó ghi lại: ocop recall {product} {lot} "
            "--reason …",
            f"WARNING: lot {lot} of {product} is recalled, and in this older version it is not, so "
            "that pages will no longer say so. If it still must be, record it again afterwards: "
            f"ocop recall {product} {lot} --reason …",
        )

    gone = sorted(lot for lot, recalled in now.items() if lot not in then and not recalled)
    for product, some in groupby(gone, key=lambda each: each[0]):
        lots = [lot for _, lot in some]
        more = f", … (+{len(lots) - _NAMED})" if len(lots) > _NAMED else ""
        named = ", ".join(lots[:_NAMED]) + more
        reporter.refuse(
            f"CẢNH BÁO: bản cũ này chưa có lô {named} của {product}, nên trang của lô sẽ không "
            f"còn. Lô đã bán, hay đã in mã, thì ghi lại vào content/lots/{product}.csv.",
            f"WARNING: this older version has no lot {named} of {product}, so that the lot's page "
            "goes. If it is sold, or its code printed, write it again into "
            f"content/lots/{product}.csv.",
        )


def _lots(tables: Iterable[str], content: Path) -> dict[NamedLot, bool]:
    """Each lot, and whether it is recalled."""
    return dict(each for path in tables for each in _of_table(content / path, content))


def _of_table(path: Path, content: Path) -> Iterator[tuple[NamedLot, bool]]:
    table = LotFile(path, content, date.max)
    if not table.is_table or table.is_events or not path.is_file():
        return
    for row in table.read(LOT_COLUMNS, ("lot",)):
        recalled = row.cells.get("status", "").casefold() == LotStatus.RECALLED
        yield (table.slug, row.cells["lot"]), recalled
