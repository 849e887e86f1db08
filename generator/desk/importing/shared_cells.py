"""Facts that stand in one cell with others: a decision with its day, a telephone in an address."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.catalogue.lists.addresses import Communes
from generator.catalogue.lists.cells import CellDoubt, plain
from generator.catalogue.lists.decisions import decision
from generator.catalogue.lists.headings import ListHead
from generator.catalogue.lists.tables import Value
from generator.desk.importing.row_facts import Facts, take

_DECIDED = "certificate.decided_on"
_PHONE = re.compile(
    r"[,;(\s]*\b(?:ĐT|SĐT|DĐ|điện thoại|tel)\s*[:.]?\s*([+0-9][0-9 .\-]{7,}[0-9])\)?",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:của|do)\s+((?:UBND|Ủy ban|Uỷ ban|Chủ tịch|Bộ|Hội đồng)\b.*)", re.DOTALL)
"""Who decided, behind the number and the day of a decision."""


def split_decisions(found: Facts, values: Mapping[str, Value], head: ListHead) -> None:
    """Take number and date of a decision from the one cell in which both stand."""
    for key in ("certificate.decided_on", "certificate.decision", "producer.address"):
        try:
            number, signed, rest = _decision(key, plain(values.get(key, "")))
        except CellDoubt as doubt:
            found.doubt(key, doubt)
            continue
        if not number:
            continue
        if key == "producer.address":
            found.values.pop(key)
            found.values |= {key: rest} if rest else {}
            found.note(key, f"quyết định đọc từ ô địa chỉ: {number}", f"the decision: {number}")
        found.values["certificate.decision"] = number
        if (by := _BY.match(rest)) and "certificate.issued_by" not in found.row.values:
            found.values["certificate.issued_by"] = by[1]
            found.filled.discard("certificate.issued_by")
        if signed:
            _take_signed(found, key, signed, head)


def _decision(key: str, text: str) -> tuple[str, str, str]:
    found = decision(text)
    if found[0] or key != "certificate.decision" or not text[:1].isdecimal():
        return found
    return decision(f"QĐ {text}")  # the heading has said the word: “2008 ngày 7/4/2023”


def _take_signed(found: Facts, key: str, signed: str, head: ListHead) -> None:
    """Take the day that stands beside a decision's number, unless a column of days denies it."""
    other = str(found.values.get(_DECIDED, ""))
    heading = head.of(_DECIDED)
    stated = _DECIDED in found.row.values and heading is not None and heading.sure
    if other and stated and not signed.startswith(other):
        doubt = CellDoubt(
            f"ngày ở đây là {other}, mà ô {found.cell(key)} ghi {signed}; hãy để lại ngày đúng",
            f"the day here is {other}, but {found.cell(key)} has {signed}; leave the right one",
        )
        found.doubt(_DECIDED, doubt)
        return
    if other and other != signed and _DECIDED in found.row.values:
        vi = f"ngày quyết định {signed} lấy từ ô {found.cell(key)}, không phải {other}"
        en = f"the day {signed} of the decision is from {found.cell(key)}, not {other}"
        found.note(_DECIDED, vi, en)
    found.values[_DECIDED] = signed
    found.filled.discard(_DECIDED)


def split_phone(found: Facts) -> None:
    """Take the telephone number from the cell of the address, where it has none of its own."""
    address = str(found.values.get("producer.address", ""))
    told = _PHONE.search(address)
    if told is None or "producer.phone" in found.row.values:
        return
    take(found, "producer.phone", told[1])
    rest = f"{address[: told.start()]} {address[told.end() :]}".strip(" ,;()-–")
    found.values["producer.address"] = rest
    number = found.values.get("producer.phone", told[1])
    vi, en = f"điện thoại đọc từ ô địa chỉ: {number}", f"the telephone number: {number}"
    found.note("producer.address", vi, en)


def lead_to_commune(found: Facts, communes: Communes) -> None:
    """Take the commune of today out of an address that names it, or the unit that it was."""
    address = str(found.values.get("producer.address", ""))
    try:
        slug, rest = communes.led(address, found.row.section)
    except CellDoubt as doubt:
        found.doubt("producer.address", doubt)
        return
    if slug:
        found.values["producer.place"] = slug
        found.values.pop("producer.address")
        found.values |= {"producer.address": rest} if rest else {}
        found.note("producer.address", f"“{address}” → {slug}", f"“{address}” → {slug}")
