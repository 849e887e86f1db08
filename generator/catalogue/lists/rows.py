"""The rows below a heading: which are products, and what stands in their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.catalogue.folding import bare
from generator.catalogue.lists.columns import IGNORED, NUMBER
from generator.catalogue.lists.headings import ListHead, find_head
from generator.catalogue.lists.old_texts import OldTexts, old_texts
from generator.catalogue.lists.sections import Sections, Stated, is_section
from generator.catalogue.lists.tables import ListSheet, Value, letters

_TOTAL = re.compile(r"(?:tong cong|tong so|tong|cong)\b")
_END = re.compile(
    r"nguoi lap|nguoi tong hop|thu truong|chu tich|noi nhan|ghi chu|kt chu tich|tm ubnd|"
    r"tm uy ban|.*ngay (?:\d* ?)?thang (?:\d* ?)?nam"
)
_ORDINAL = re.compile(r"\(?(?:[0-9]{1,2}|[A-Z])\)?")


_TICKS = ("x", "v", "co", "")
"""What marks a column of several; of a sign such as ✓ no letter is left."""
_FEW = 4
"""More facts than that has no row but a product's."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A product's row: values by key, and the name of each cell.

    `section` are the texts of the rows that it stands under, `stated` what these say by key.
    `carried` says that the producer is that of the row above, which a plain table can't show.
    """

    sheet: str
    number: int
    values: Mapping[str, Value]
    cells: Mapping[str, str]
    section: str = ""
    carried: bool = False
    stated: Mapping[str, Stated] = field(default_factory=dict)

    @property
    def cell(self) -> str:
        """The cell of its name."""
        return self.cells.get("name", f"{self.sheet}!A{self.number}")


@dataclass(frozen=True, slots=True)
class Repair:
    """A text that was garbled, and as it is taken."""

    cell: str
    found: str
    meant: str


@dataclass(frozen=True, slots=True)
class ListReading:
    """What a sheet has: its heading, its products, what was passed over, and mended texts."""

    sheet: ListSheet
    head: ListHead | None
    rows: tuple[ListRow, ...] = ()
    passed: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    encoding: str = ""


def read_list(sheet: ListSheet, given: Mapping[str, str]) -> ListReading:
    """Read a sheet; `given` are an editor's keys by folded headings."""
    old = old_texts(" ".join(c for c in row if isinstance(c, str)) for row in sheet.rows)
    repairs = list[Repair]()
    rows = [_mended(sheet, number, row, old, repairs) for number, row in enumerate(sheet.rows)]
    sheet = replace(sheet, rows=rows)
    head = find_head(sheet, given)
    if head is None:
        return ListReading(sheet, None, repairs=tuple(repairs), encoding=old.kind)
    passed = list[str]()
    found = tuple(_products(sheet, head, _filled(sheet, head), passed))
    return ListReading(sheet, head, found, tuple(passed), tuple(repairs), old.kind)


def _mended(
    sheet: ListSheet, number: int, row: Sequence[Value], old: OldTexts, repairs: list[Repair]
) -> Sequence[Value]:
    if not old.kind:
        return row
    at = [column for column, value in enumerate(row) if isinstance(value, str)]
    texts = [str(row[column]) for column in at]
    mended = list(row)
    for column, before, after in zip(at, texts, old.read(texts), strict=True):
        if before != after:
            mended[column] = after
            repairs.append(Repair(sheet.cell(number, column), before, after))
    return mended


def _filled(sheet: ListSheet, head: ListHead) -> Mapping[tuple[int, int], tuple[int, int]]:
    """For each cell that is part of a merged one below the heading: where its value stands."""
    width = {each.column for each in head.headings}
    return {
        (row, left): (top, left)
        for (top, left), (bottom, right) in sheet.merged
        if top >= head.below and bottom > top and left in width and right - left < 2
        for row in range(top + 1, bottom + 1)
    }


@dataclass
class _Above:
    """What the rows above say of those below."""

    sections: Sections = field(default_factory=Sections)
    producer: Mapping[str, tuple[Value, str]] = field(default_factory=dict)


def _products(
    sheet: ListSheet,
    head: ListHead,
    filled: Mapping[tuple[int, int], tuple[int, int]],
    passed: list[str],
) -> Iterator[ListRow]:
    above = _Above()
    above.sections.entitle(sheet.name, sheet.cell(0, 0))
    for number in range(head.below):
        texts = [each for each in sheet.rows[number] if each not in ("", None)]
        if len(texts) == 1:
            above.sections.entitle(str(texts[0]), sheet.cell(number, 0))
    at_column = {each.column: f"{sheet.name}!{letters(each.column)}" for each in head.headings}
    wide = {top for (top, left), (_, right) in sheet.merged if right - left > 1}
    for number in range(head.below, len(sheet.rows)):
        row = sheet.rows[number]
        if not any(value not in ("", None) for value in row):
            continue
        values, cells = dict[str, Value](), dict[str, str]()
        own = 0
        for each in head.headings:
            at = filled.get((number, each.column)) or (number, each.column)
            value = sheet.rows[at[0]][at[1]] if at[1] < len(sheet.rows[at[0]]) else ""
            if value in ("", None) or not each.key:
                continue
            own += at[0] == number and each.key not in (NUMBER, IGNORED)
            if each.ticked and each.key in values:
                value = f"{values[each.key]}; {each.ticked} sao"
            elif each.ticked and bare(str(value)) in _TICKS:
                value = f"{each.ticked} sao"
            if each.key != IGNORED:
                values[each.key], cells[each.key] = value, f"{at_column[at[1]]}{at[0] + 1}"
        what = _what(row, own, wide=number in wide)
        if what == "end":
            passed.append(f"{sheet.cell(number, 0)} → {len(sheet.rows)}")
            return
        if what:
            passed.append(f"{sheet.cell(number, 0)} “{_text(row)[:50]}”")
            if what == "section":
                above.sections.enter(_text(row), sheet.cell(number, 0))
                above.producer = {}
            continue
        yield _row(sheet, number, values, cells, above)


def _row(
    sheet: ListSheet, number: int, values: dict[str, Value], cells: dict[str, str], above: _Above
) -> ListRow:
    of_producer = {k: (v, cells[k]) for k, v in values.items() if k.startswith("producer.")}
    carried = sheet.plain and "producer.name" not in values and bool(above.producer)
    if carried:
        for key, (value, cell) in above.producer.items():
            values.setdefault(key, value)
            cells.setdefault(key, cell)
    elif "producer.name" in values:
        above.producer = of_producer
    sections = above.sections
    return ListRow(
        sheet.name, number + 1, values, cells, sections.text(), carried, sections.stated()
    )


def _text(row: Sequence[Value]) -> str:
    return " ".join(" ".join(str(each).split()) for each in row if isinstance(each, str) and each)


def _what(row: Sequence[Value], own: int, *, wide: bool) -> str:
    """“end”, “total”, “section”, “numbers” of columns; empty for a product.

    `wide` says that a cell of it is merged over several columns.
    """
    there = [each for each in row if each not in ("", None)]
    if own > _FEW and not (isinstance(there[0], str) and _ORDINAL.fullmatch(there[0].strip())):
        return ""
    texts = [bare(each) for each in there if isinstance(each, str)]
    if own <= 2 and any(_END.match(each) for each in texts):
        return "end"
    if any(_TOTAL.match(each) for each in texts[:2]) and own <= _FEW and len(texts) <= 2:
        return "total"
    marks = [
        each if isinstance(each, str) else str(int(each)) if isinstance(each, float) else "?"
        for each in there
    ]
    if len(there) > 2 and all(_ORDINAL.fullmatch(each.strip()) for each in marks):
        return "numbers"
    if own <= 1 and len(there) <= 2 and texts and (wide or any(map(is_section, texts))):
        return "section"
    return ""
