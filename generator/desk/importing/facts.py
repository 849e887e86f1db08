"""A row of a list as the keys of a product's file and of its producer's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.catalogue.lists.addresses import Communes
from generator.catalogue.lists.cells import (
    CellDoubt,
    kind,
    plain,
    price,
    stands_for_nothing,
    taken,
)
from generator.catalogue.lists.columns import BY_KEY, YEAR_ONLY, how_recent
from generator.catalogue.lists.decisions import decision
from generator.catalogue.lists.folding import bare
from generator.catalogue.lists.headings import ListHead
from generator.catalogue.lists.quantities import spaced
from generator.catalogue.lists.rows import ListRow
from generator.catalogue.lists.sections import RECOGNISED
from generator.catalogue.lists.tables import Value
from generator.catalogue.model.products import Status
from generator.catalogue.model.types import CODE
from generator.catalogue.ocop.codes import parse_code

OWN = "slug"
"""The column by which a list is known for one that `ocop export` wrote: its cells are facts."""
_DECIDED = "certificate.decided_on"
_PLACES = ("producer.place", "made_in")
_TOGETHER = ("packs.price", "packs.net", *_PLACES)
"""Columns that are not read each by itself."""
_SPARED = (
    *("producer.phone", "producer.tax_code", "producer.founded"),
    *("producer.email", "producer.website"),
)
"""Facts of a producer that hold back none of its products."""
_PHONE = re.compile(
    r"[,;(\s]*\b(?:ĐT|SĐT|DĐ|điện thoại|tel)\s*[:.]?\s*([+0-9][0-9 .\-]{7,}[0-9])\)?",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:của|do)\s+((?:UBND|Ủy ban|Uỷ ban|Chủ tịch|Bộ|Hội đồng)\b.*)", re.DOTALL)
"""Who decided, behind the number and the day of a decision."""
_OF_CERTIFICATE = "certificate."
_CODE = "certificate.ocop_code"
_POTENTIAL = Status.POTENTIAL.value
_POTENTIAL_WORDS = ("tiem nang", "san pham tiem nang", "potential")
_FOLLOWS = {
    "producer.place": ("producer.address",),
    "producer.address": ("certificate.decision",),
    "certificate.decided_on": (YEAR_ONLY, "certificate.decision", "producer.address"),
    "certificate.issued_by": ("certificate.decision",),
    "certificate.decision": ("producer.address",),
    "producer.kind": ("producer.name",),
    "producer.phone": ("producer.address",),
    "status": ("certificate.stars",),
    "packs": ("packs.net", "packs.price"),
}
"""From which other column's cell a fact may follow."""


@dataclass(frozen=True, slots=True)
class Remarked:
    """What is to be said of a cell."""

    cell: str
    vi: str
    en: str


@dataclass
class Facts:
    """What a row says, by the keys of columns; the cells that can't be taken are doubts.

    `filled` are keys that no cell of the row states: they may stand only where there is nothing.
    `spared` are doubts of what a product can do without: only that fact is not taken.
    """

    row: ListRow
    values: dict[str, object] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)
    doubts: list[Remarked] = field(default_factory=list)
    spared: list[Remarked] = field(default_factory=list)
    notes: list[Remarked] = field(default_factory=list)

    def cell(self, key: str) -> str:
        """The cell in which the fact stands, or that from which it follows."""
        if cell := self.stated_at(key):
            return cell
        return self.row.stated[key].cell if key in self.row.stated else self.row.cell

    def stated_at(self, key: str) -> str:
        """The row's own cell for that fact, empty where it has none."""
        cells = self.row.cells
        return cells.get(key) or next(
            (cells[other] for other in _FOLLOWS.get(key, ()) if other in cells), ""
        )

    def silent(self, key: str) -> bool:
        """Whether no cell of the row states it."""
        return key not in self.values or key in self.filled

    def doubt(self, key: str, doubt: CellDoubt) -> None:
        """Keep a doubt of that column's cell."""
        doubts = self.spared if key in _SPARED else self.doubts
        doubts.append(Remarked(self.cell(key), doubt.vi, doubt.en))

    def note(self, key: str, vi: str, en: str) -> None:
        """Keep what was taken otherwise than it stands."""
        self.notes.append(Remarked(self.cell(key), vi, en))

    @property
    def recognised(self) -> bool:
        """Whether the row itself tells of a certificate, or what is said of all rows gives stars.

        A row that calls itself potential has none of those stars.
        """
        told = {key for key in self.values if key.startswith(_OF_CERTIFICATE)}
        if told - self.filled:
            return True
        potential = not self.silent("status") and self.values["status"] == _POTENTIAL
        return "certificate.stars" in told and not potential

    def leave_out_certificate(self) -> None:
        """Forget what only was filled in of a certificate, for there is none to be completed."""
        for key in [key for key in self.values if key.startswith(_OF_CERTIFICATE)]:
            if key in self.filled:
                del self.values[key]
        heads = {
            told.cell
            for key, told in self.row.stated.items()
            if key == YEAR_ONLY or key.startswith(_OF_CERTIFICATE)
        }
        self.notes = [each for each in self.notes if each.cell not in heads]

    @cached_property
    def of_producer(self) -> Mapping[str, object]:
        """The keys of its producer's file; to be asked for when all cells are read."""
        return {k.partition(".")[2]: v for k, v in self.values.items() if k.startswith("producer.")}


def facts_of(row: ListRow, head: ListHead, communes: Communes, given: Mapping[str, str]) -> Facts:
    """Read a row's cells; `given` are what an editor says of every row that is silent."""
    found = Facts(row)
    told = dict(_telling(found))
    _potential_for_stars(told)
    _number_for_code(found, told, head)
    values: dict[str, Value] = {**given, **told}
    found.filled.update(given.keys() - told.keys())
    for key, value in values.items():
        if key in BY_KEY and key not in _TOGETHER:
            _take(found, key, value)
    _take_packs(found, values, head)
    if OWN not in values:
        _settle_code(found)
        _split_decisions(found, values, head)
        _split_phone(found)
        _lead_to_commune(found, communes)
    for key in _PLACES:
        if written := plain(values.get(key, "")):
            heading = head.of(key)
            _take_place(found, key, written, communes, how_recent(heading.text if heading else ""))
    if YEAR_ONLY in values and "certificate.decided_on" not in found.values:
        _take(found, "certificate.decided_on", values[YEAR_ONLY])
    _fill(found, communes)
    _conclude(found)
    return found


def _telling(found: Facts) -> Iterator[tuple[str, Value]]:
    """The row's cells but for those that say that there is nothing, or that have failed."""
    for key, value in found.row.values.items():
        try:
            if not stands_for_nothing(key, value):
                yield key, value
        except CellDoubt as doubt:
            found.doubt(key, doubt)


def _settle_code(found: Facts) -> None:
    """A code that is none of a catalogue is another office's: the OCOP code, or nothing of ours."""
    code = str(found.values.get("code", ""))
    if not code or re.match(CODE, code):
        return
    del found.values["code"]
    if parse_code(code):
        found.values.setdefault(_CODE, code)
        found.note("code", f"{code} là mã sản phẩm OCOP", f"{code} is an OCOP code")
        return
    found.note(
        "code",
        f"“{code}” không phải mã của danh mục này, nên không lấy",
        f"“{code}” is no code of this catalogue, and is not taken",
    )


def _potential_for_stars(told: dict[str, Value]) -> None:
    """Take “Tiềm năng” in the column of stars for the status that it is."""
    said = bare(plain(told.get("certificate.stars", "")))
    if "status" not in told and said in _POTENTIAL_WORDS:
        told["status"] = told.pop("certificate.stars")


def _number_for_code(found: Facts, told: dict[str, Value], head: ListHead) -> None:
    """Leave out the number of a certificate that is no code of its product."""
    heading = head.of(_CODE)
    number = plain(told.get(_CODE, ""))
    if heading and number and not parse_code(number) and "ma" not in bare(heading.text).split():
        del told[_CODE]
        found.note(
            _CODE,
            "số giấy chứng nhận không phải mã sản phẩm OCOP (như 80-27721-05-2026) nên không lấy",
            "a certificate's number that is no OCOP code (such as 80-27721-05-2026) is not taken",
        )


def _conclude(found: Facts) -> None:
    """What follows from other cells by itself."""
    name = str(found.values.get("producer.name", ""))
    if found.silent("producer.kind") and (said := kind(name)):
        found.values["producer.kind"] = said
        found.filled.add("producer.kind")
    _conclude_status(found)
    if found.row.carried:
        above = found.row.cells.get("producer.name", "")
        found.note(
            "name",
            f"chủ thể lấy từ ô {above} phía trên",
            f"the producer is that of {above} above",
        )


def _conclude_status(found: Facts) -> None:
    """Certified by its stars, whatever is given for rows that say nothing: no list takes these."""
    if not found.recognised:
        return
    if "status" in found.filled and found.values.get("status") == _POTENTIAL:
        del found.values["status"]
    if "status" not in found.values and "certificate.stars" in found.values:
        found.values["status"] = Status.CERTIFIED.value
        found.filled.add("status")


def _fill(found: Facts, communes: Communes) -> None:
    """Take from the rows above that head this one what it doesn't say itself."""
    for told, (value, cell, text) in found.row.stated.items():
        key = "certificate.decided_on" if told == YEAR_ONLY else told
        if key in found.values or told in found.row.cells or key in found.row.cells:
            continue
        if value == RECOGNISED and found.recognised:
            continue
        if key in _PLACES:
            _take_place(found, key, plain(value), communes)
        else:
            _take(found, key, value)
        if key in found.values:
            found.filled.add(key)
            name = BY_KEY[key].row
            found.notes.append(
                Remarked(
                    cell,
                    f"{name.name('vi')} {found.values[key]} lấy từ dòng “{text}”",
                    f"{name.name('en')} {found.values[key]} is from the row “{text}”",
                )
            )


def _take_place(found: Facts, key: str, written: str, communes: Communes, recent: int = 1) -> None:
    if bare(written) == "viet nam":
        return
    try:
        found.values[key] = communes.named(written, found.row.section, recent)
    except CellDoubt as doubt:
        found.doubt(key, doubt)


def _take(found: Facts, key: str, value: Value) -> None:
    try:
        said = taken(key, value)
    except CellDoubt as doubt:
        found.doubt(key, doubt)
    else:
        if said != "":
            found.values[key] = said


def _split_decisions(found: Facts, values: Mapping[str, Value], head: ListHead) -> None:
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


def _split_phone(found: Facts) -> None:
    """Take the telephone number from the cell of the address, where it has none of its own."""
    address = str(found.values.get("producer.address", ""))
    told = _PHONE.search(address)
    if told is None or "producer.phone" in found.row.values:
        return
    _take(found, "producer.phone", told[1])
    rest = f"{address[: told.start()]} {address[told.end() :]}".strip(" ,;()-–")
    found.values["producer.address"] = rest
    number = found.values.get("producer.phone", told[1])
    vi, en = f"điện thoại đọc từ ô địa chỉ: {number}", f"the telephone number: {number}"
    found.note("producer.address", vi, en)


def _lead_to_commune(found: Facts, communes: Communes) -> None:
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


def _take_packs(found: Facts, values: Mapping[str, Value], head: ListHead) -> None:
    nets = _parts(values.get("packs.net", ""))
    amounts = _parts(values.get("packs.price", ""))
    heading = head.of("packs.price")
    if amounts and not nets:
        found.note(
            "packs.price",
            "có giá mà không có quy cách, nên giá không được lấy",
            "a price without a pack is not taken",
        )
        return
    if len(amounts) not in (0, len(nets)):
        said = CellDoubt("số giá không khớp số quy cách", "there are not as many prices as packs")
        found.doubt("packs.price", said)
        return
    packs = list[dict[str, object]]()
    for at, net in enumerate(nets):
        packs.append({"net": spaced(plain(net))})
        if at < len(amounts) and amounts[at] not in ("", "-"):
            try:
                packs[-1]["price"] = price(amounts[at], heading.times if heading else None)
            except CellDoubt as doubt:
                found.doubt("packs.price", doubt)
    if packs:
        found.values["packs"] = packs


def _parts(value: Value) -> list[Value]:
    """The packs of one cell, which stand apart by semicolons or line breaks."""
    if not isinstance(value, str):
        return [value]
    return [each.strip() for each in value.replace("\n", ";").split(";") if each.strip()]
