"""A row of a list as the keys of a product's file and of its producer's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.catalogue.folding import bare
from generator.catalogue.lists.addresses import Communes
from generator.catalogue.lists.cells import (
    CellDoubt,
    kind,
    plain,
    price,
    stands_for_nothing,
)
from generator.catalogue.lists.columns import BY_KEY, YEAR_ONLY, how_recent
from generator.catalogue.lists.headings import ListHead
from generator.catalogue.lists.quantities import spaced
from generator.catalogue.lists.rows import ListRow
from generator.catalogue.lists.sections import RECOGNISED
from generator.catalogue.lists.tables import Value
from generator.catalogue.model.products import Status
from generator.catalogue.model.types import CODE
from generator.catalogue.ocop.codes import parse_code
from generator.desk.importing.row_facts import POTENTIAL, Facts, Remarked, take
from generator.desk.importing.shared_cells import lead_to_commune, split_decisions, split_phone

OWN = "slug"
"""The column by which a list is known for one that `ocop export` wrote: its cells are facts."""
_PLACES = ("producer.place", "made_in")
_TOGETHER = ("packs.price", "packs.net", *_PLACES)
"""Columns that are not read each by itself."""
_CODE = "certificate.ocop_code"
_POTENTIAL_WORDS = ("tiem nang", "san pham tiem nang", "potential")


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
            take(found, key, value)
    _take_packs(found, values, head)
    if OWN not in values:
        _settle_code(found)
        split_decisions(found, values, head)
        split_phone(found)
        lead_to_commune(found, communes)
    for key in _PLACES:
        if written := plain(values.get(key, "")):
            heading = head.of(key)
            _take_place(found, key, written, communes, how_recent(heading.text if heading else ""))
    if YEAR_ONLY in values and "certificate.decided_on" not in found.values:
        take(found, "certificate.decided_on", values[YEAR_ONLY])
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
    if "status" in found.filled and found.values.get("status") == POTENTIAL:
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
            take(found, key, value)
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
