"""Finished label files are handed out once their printings are on record, and never before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.addresses import ledger
from generator.addresses.ledger import LedgerError
from generator.desk.options import Order
from generator.engine.kept_files import check_room, put


def hand_out(
    order: Order, printings: Sequence[ledger.Printing], runs: Sequence[Mapping[str, bytes]]
) -> None:
    """Enter the printings (none for proofs), then write each run's files.

    Raises LedgerError with what stands and what to do, and OSError where nothing was entered.
    """
    for files in runs:
        check_room(order.output, files)
    if printings:
        ledger.enter(order.content, printings)
    try:
        for files in runs:
            put(order.output, files)
    except OSError as error:
        if not printings:
            raise
        where, why = error.filename2 or error.filename or "", error.strerror or error
        raise LedgerError(
            f"{len(printings)} lượt in đã vào sổ, nhưng không ghi được {where} ({why}), nên "
            "tệp tem còn thiếu. Hãy chừa chỗ trên ổ đĩa rồi chạy lại đúng lệnh ấy; lượt in không "
            "vào sổ thêm lần nữa · "
            f"{len(printings)} printings are recorded, but {where} can't be written ({why}), so "
            "label files are missing. Make room on the disk and run the same command again; the "
            "printing is not recorded a second time"
        ) from error
