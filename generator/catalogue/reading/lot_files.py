"""Reads content/lots/: `<product>.csv` with the lots, `<product>.events.csv` with what happened.

Both are meant to be kept in a spreadsheet. There can be thousands of rows, so cells are read
straight into plain values, without a model's validation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from generator.catalogue.dates import PartialDate, is_impossible
from generator.catalogue.fields import columns_of
from generator.catalogue.judging.garbled_texts import garbled_findings, invisible_findings
from generator.catalogue.judging.gtins import gln_rules
from generator.catalogue.judging.lot_order import doubts_of
from generator.catalogue.model import Product
from generator.catalogue.model.lots import (
    AHEAD,
    Event,
    Lot,
    LotStatus,
    is_lot,
)
from generator.catalogue.model.types import DAY_SAYS, PERIOD_SAYS, Says
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.catalogue.ocop.steps import (
    RECALLED,
    STEPS,
    step_key,
    step_rank,
)
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import Alike, Nearest, closest
from generator.catalogue.problems.place import START
from generator.catalogue.problems.rules_keys import (
    DATE_IMPOSSIBLE,
    NUMBER_SHORTENED,
    TYPE_WRONG,
    VALUE_QUOTES,
    WORD_FOR_NOTHING,
)
from generator.catalogue.problems.rules_lots import (
    EVENT_LOT,
    EVENT_STEP,
    LOT_ADDRESS_MISSING,
    LOT_CAPITALS,
    LOT_CHARACTERS,
    LOT_DATES_REVERSED,
    LOT_DUPLICATE,
    LOT_FILE_FORM,
    LOT_FUTURE,
    LOT_OF_SERVICE,
    LOT_PRODUCT,
    LOT_TABLE_MISSING,
    RECALL_DAY,
    RECALL_REASON,
    RECALL_STATUS,
)
from generator.catalogue.problems.unsound import as_far, if_sound
from generator.catalogue.reading.doubts import is_shortened, quotes_around, says_nothing
from generator.catalogue.reading.lot_table import FOLDER, LotFile, product_of
from generator.catalogue.reading.tables import (
    TableRow,
)
from generator.litter import is_passed_over

LOT_COLUMNS = columns_of(Lot)
EVENT_COLUMNS = columns_of(Event)
LONGEST_TEXT = 300
"""Characters of a cell; a timeline on a phone shows three or four lines of them."""


@dataclass(frozen=True, slots=True)
class LotReading:
    """Every product's sound lots by slug, newest first, and all that is wrong.

    `digests` are hashes of the bytes of a product's tables together, by `content/lots/<slug>`.
    """

    lots: Mapping[str, tuple[Lot, ...]]
    findings: tuple[Finding, ...]
    digests: Mapping[str, str] = field(default_factory=dict)


def read_lots(
    content: Path, products: Sequence[Product], known: Set[str], today: date | None = None
) -> LotReading:
    """Read the folder; `known` are the slugs of all product files, also of those with errors.

    Days are held against `today`, if it is given.
    """
    folder = content / FOLDER
    try:
        paths = sorted(path for path in folder.iterdir() if not is_passed_over(path.name))
    except OSError:
        return LotReading({}, ())
    by_slug = {product.slug: product for product in products}
    latest = today + AHEAD if today else date.max
    files = [LotFile(path, content, latest) for path in paths]
    near = Nearest(known)
    findings = [each for file in files for each in _misplaced(file, by_slug, known, near)]
    lots: dict[str, tuple[Lot, ...]] = {}
    for file in files:
        if file.is_table and not file.is_events:
            lots[file.slug] = tuple(_lots(file))
    tables = {file.slug: file for file in files if file.is_table and not file.is_events}
    for file in files:
        if file.is_table and file.is_events:
            product, table = by_slug.get(file.slug), tables.get(file.slug)
            # Whether a product that can't be read is a sample, nobody knows: nothing is told of it.
            sample = if_sound(product, "sample") if product else None
            events = _with_events(file, lots.get(file.slug, ()), table, sample=sample)
            lots[file.slug] = tuple(events)
    for file in files:
        findings += file.findings
        if not file.is_events:
            findings += _half_recalled(file, lots.get(file.slug, ()))
    newest_first = {slug: _newest_first(found) for slug, found in lots.items() if found}
    return LotReading(newest_first, tuple(findings), _digests(files))


def _digests(files: Sequence[LotFile]) -> Mapping[str, str]:
    found: dict[str, list[str]] = {}
    for file in files:
        found.setdefault(f"content/{FOLDER}/{file.slug}", []).append(f"{file.name} {file.digest}")
    return {name: " ".join(digests) for name, digests in found.items()}


def lots_of(name: str) -> str | None:
    """The slug of the product whose lots or events stand in the file of that name, if any do."""
    folder, _, file = name.rpartition("/")
    return product_of(Path(file).stem) if folder == f"content/{FOLDER}" else None


def _misplaced(
    file: LotFile, products: Mapping[str, Product], known: Set[str], near: Nearest
) -> Iterator[Finding]:
    """What is wrong with a file as a whole: its form, or the product it is for."""
    product = products.get(file.slug)
    if not file.is_table:
        yield Finding.of(file.name, START, LOT_FILE_FORM)
    elif file.slug not in known:
        values = {"found": file.slug, "closest": near.to(file.slug)}
        yield Finding.of(file.name, START, LOT_PRODUCT, **values)
    elif product:
        yield from as_far(_of_product(file, product))


def _of_product(file: LotFile, product: Product) -> Iterator[Finding]:
    if product.group == TOURISM_GROUP:
        yield Finding.of(file.name, START, LOT_OF_SERVICE, other=product.source)
    elif not (product.code or product.gtin):
        yield Finding.of(file.name, START, LOT_ADDRESS_MISSING, other=product.source)


def _lots(file: LotFile) -> Iterator[Lot]:
    for row in file.read(LOT_COLUMNS, ("lot",)):
        name = row.cells["lot"]
        if is_shortened(name):
            file.report(row, "lot", NUMBER_SHORTENED, found=name, key="lot")
        elif not is_lot(name):
            capitals = name.upper() if is_lot(name.upper()) else ""
            rule = LOT_CAPITALS if capitals else LOT_CHARACTERS
            file.report(row, "lot", rule, found=name, capitals=capitals)
        elif name in file.rows:
            other = str(file.rows[name].line)
            file.report(row, "lot", LOT_DUPLICATE, found=name, other=other)
        else:
            file.rows[name] = row
            yield _lot(file, row)


def _lot(file: LotFile, row: TableRow) -> Lot:
    produced, best_before = (_day(file, row, column) for column in ("produced", "best_before"))
    if produced and produced > file.latest:
        _report_future(file, row, "produced")
    if produced and best_before and best_before < produced:
        file.report(row, "best_before", LOT_DATES_REVERSED)
    lot = Lot(
        row.cells["lot"],
        produced,
        best_before,
        _text(file, row, "quantity"),
        _status(file, row),
        _text(file, row, "note"),
    )
    if lot.recalled and not lot.note:
        file.report(row, "lot", RECALL_REASON, found=lot.lot)
    return lot


def _with_events(
    file: LotFile, lots: Sequence[Lot], table: LotFile | None, *, sample: bool | None
) -> Iterator[Lot]:
    """The lots with the events of a file, in the order in which they happened."""
    events: dict[str, list[tuple[Event, TableRow]]] = {lot.lot: [] for lot in lots}
    near = Alike(events)
    if table is None:
        other = f"content/{FOLDER}/{file.slug}.csv"
        file.note(Finding.of(file.name, START, LOT_TABLE_MISSING, other=other))
    seen = (*table.table.rows, *table.table.left_out) if table else ()
    listed = {row.cells.get("lot") for row in seen}
    for row in file.read(EVENT_COLUMNS, ("lot", "when", "step")):
        name = row.cells["lot"]
        if name not in events and (table is None or table.has_errors or name in listed):
            continue  # what is wrong with the other table is told there, and it may lack any lot
        if name not in events:
            # The nearest lot may be one that was recalled: only the same in other signs is named.
            file.report(row, "lot", EVENT_LOT, found=name, closest=near.to(name))
        elif event := _event(file, row, sample=sample):
            events[name].append((event, row))
    for lot in lots:
        _report_order(file, lot, events[lot.lot])
        found = sorted((event for event, _ in events[lot.lot]), key=_moment)
        yield replace(lot, events=tuple(found))


def _report_order(file: LotFile, lot: Lot, told: Sequence[tuple[Event, TableRow]]) -> None:
    events = [event for event, _ in told]
    for doubt in doubts_of(lot, events):
        file.report(told[doubt.index][1], "when", doubt.rule, **doubt.values(lot, events))


def _event(file: LotFile, row: TableRow, *, sample: bool | None) -> Event | None:
    when = _period(file, row, "when")
    if when is None:
        return None
    if when.first_day > file.latest:
        _report_future(file, row, "when")
    step = step_key(_text(file, row, "step") or "")
    if step not in STEPS and (near := _near_step(step)):
        file.report(row, "step", EVENT_STEP, found=step, closest=near)
    gln = row.cells.get("gln")
    if gln and is_shortened(gln):
        file.report(row, "gln", NUMBER_SHORTENED, found=gln, key="gln")
        gln = None
    for rule in gln_rules(gln, sample=sample) if gln else ():
        file.report(row, "gln", rule, found=gln or "")
    place, actor, note = (_text(file, row, column) for column in ("place", "actor", "note"))
    return Event(when, step, place, actor, gln, note)


def _report_future(file: LotFile, row: TableRow, column: str) -> None:
    values = {"found": row.cells[column], "key": column, "lot": row.cells["lot"]}
    file.report(row, column, LOT_FUTURE, **values)


def _moment(event: Event) -> tuple[date, int]:
    return event.when.first_day, step_rank(event.step)


@lru_cache(maxsize=1024)
def _near_step(text: str) -> str:
    """The key of a standard step that was perhaps meant."""
    return closest(text.casefold(), STEPS)


def _day(file: LotFile, row: TableRow, column: str) -> date | None:
    found = _period(file, row, column, says=DAY_SAYS)
    return found.first_day if found else None


def _period(
    file: LotFile, row: TableRow, column: str, says: Says = PERIOD_SAYS
) -> PartialDate | None:
    text = row.cells.get(column)
    if text is None:
        return None
    found = _parsed(text)
    if found is None or (says is DAY_SAYS and found.day is None):
        rule = DATE_IMPOSSIBLE if found is None and is_impossible(text) else TYPE_WRONG
        file.report(row, column, rule, key=column, found=text, wanted_vi=says.vi, wanted_en=says.en)
        return None
    return found


@lru_cache(maxsize=8192)
def _parsed(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _status(file: LotFile, row: TableRow) -> LotStatus:
    """The status; an unknown one is an error, so it does not matter what it is taken for."""
    text = row.cells.get("status", LotStatus.OK.value)
    try:
        return LotStatus(text.casefold())
    except ValueError:
        choices = ", ".join(LotStatus)
        values = {"key": "status", "found": text, "wanted": "choice", "choices": choices}
        file.report(row, "status", TYPE_WRONG, **values)
        return LotStatus.OK


def _text(file: LotFile, row: TableRow, column: str) -> str | None:
    text = row.cells.get(column)
    if text is None:
        return None
    if len(text) > LONGEST_TEXT:
        values = {"key": column, "found": text, "wanted": "short", "most": str(LONGEST_TEXT)}
        values["length"] = str(len(text))
        file.report(row, column, TYPE_WRONG, **values)
    elif says_nothing(text):
        file.report(row, column, WORD_FOR_NOTHING, key=column, found=text)
    elif marks := quotes_around(text):
        file.report(row, column, VALUE_QUOTES, key=column, marks=marks)
    for finding in (*garbled_findings(text), *invisible_findings(text, column)):
        file.report(row, column, finding.rule, **finding.values)
    return " ".join(text.split())


def _half_recalled(file: LotFile, lots: Sequence[Lot]) -> Iterator[Finding]:
    """A recall in one of the two tables alone: without a day, or without the status that tells."""
    for lot in lots:
        dated = any(event.step == RECALLED for event in lot.events)
        if lot.recalled == dated or lot.lot not in file.rows:
            continue
        row = file.rows[lot.lot]
        if lot.recalled or _says_ok(file, row):
            rule = RECALL_DAY if lot.recalled else RECALL_STATUS
            at = file.table.position(row, "status")
            yield Finding.of(file.name, at, rule, found=lot.lot, step=RECALLED)


def _says_ok(file: LotFile, row: TableRow) -> bool:
    """Whether a lot is called sound indeed; what else may stand there is told as a fault."""
    if "status" not in file.table.columns:
        return not file.table.faults
    return row.cells.get("status", LotStatus.OK.value).casefold() == LotStatus.OK


def _newest_first(lots: Sequence[Lot]) -> tuple[Lot, ...]:
    known = sorted(lots, key=lambda lot: lot.lot)
    return tuple(sorted(known, key=lambda lot: lot.produced or date.min, reverse=True))
