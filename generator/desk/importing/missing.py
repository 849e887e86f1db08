"""What is said of a fact that a new product lacks, and how an editor can give it."""

from __future__ import annotations

from generator.catalogue.lists.columns import BY_KEY
from generator.catalogue.model import Status
from generator.desk.importing.row_facts import Remarked

_FOR_ALL = {"status": Status.POTENTIAL.value}
"""What --set may give to all rows that lack it."""
_FORMS = "household, cooperative_group, cooperative, company"
_VALUES = {
    "producer.kind": (
        f" ({_FORMS}: hộ kinh doanh, tổ hợp tác, hợp tác xã, công ty)",
        f" ({_FORMS})",
    ),
    "group": (" (số từ 1 đến 26)", " (a number from 1 to 26)"),
}
"""What a column that is asked for may say."""


def missing_fact(cell: str, key: str) -> Remarked:
    """What a new product lacks, and how to say it; no advice gives stars to every row."""
    column = BY_KEY[key]
    vi, en = f"thêm cột “{column.heading}”", f"add a column “{column.heading}”"
    values_vi, values_en = _VALUES.get(key, ("", ""))
    told = f"{key}={_FOR_ALL.get(key, '…')}"
    given_vi, given_en = f"{vi}, hoặc --set {told} cho", f"{en}, or --set {told} for"
    if key == "certificate.stars":
        vi = f"{vi}; sản phẩm tiềm năng thì để trống cả các ô của giấy chứng nhận"
        en = f"{en}; for a potential product leave all cells of a certificate empty"
    elif key == "certificate.issued_by":
        vi, en = (
            f"{given_vi} mọi dòng có giấy chứng nhận chưa ghi",
            f"{given_en} all rows with a certificate without it",
        )
    elif key == "status":
        vi = (
            "đã công nhận thì ghi số sao và quyết định; chưa thì "
            f"{given_vi} mọi dòng không có giấy chứng nhận"
        )
        en = (
            "write stars and decision of one that is certified; else "
            f"{given_en} all rows without a certificate"
        )
    else:
        vi, en = f"{given_vi} mọi dòng chưa ghi", f"{given_en} all rows without it"
    name_vi, name_en = column.row.name("vi"), column.row.name("en")
    return Remarked(cell, f"thiếu {name_vi}{values_vi}: {vi}", f"no {name_en}{values_en}: {en}")
