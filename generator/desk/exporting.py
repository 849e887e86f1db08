"""The verb `export`: the catalogue as a list, which `ocop import` reads back without a change."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from generator.catalogue.lists.choice_words import choice_words
from generator.catalogue.lists.columns import COLUMNS, Column
from generator.catalogue.model import Catalogue
from generator.catalogue.ocop.stars import MAXIMUM_STARS, MINIMUM_STARS
from generator.catalogue.problems.problem import Severity
from generator.catalogue.reading.reader import read
from generator.desk.listed import listed
from generator.desk.reporting import FAILED, FINE, MISUSED, Reporter, VerbOutcome
from generator.engine.writing import write

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Form = Literal["xlsx", "csv", "json"]
_MARK = "\ufeff"
"""Without this mark at its beginning, Excel takes UTF-8 for another encoding."""
_WIDEST, _NARROWEST = 48, 9
"""Characters of a column's width."""
_NUMBERS = ("certificate.stars", "certificate.score", "producer.founded")
_CHOICES, _MORE_ROWS = "Lựa chọn", 200
"""The sheet of what may be chosen; so many rows below the last product have it too."""
_FORMULAS = ("=", "+", "-", "@")


def export(
    root: Path, form: Form, file: Path | None, reporter: Reporter, *, replace: bool = False
) -> VerbOutcome:
    """Write all products to a file; where none is named, to san-pham.xlsx or the next free name.

    A list that is there may have been edited: only with `replace` is another put in its place.
    """
    reading = read(root)
    wrong = tuple(each for each in reading.problems if each.severity is Severity.ERROR)
    if reading.catalogue is None:
        reporter.problems(wrong)
        return VerbOutcome(FAILED, wrong)
    catalogue = reading.catalogue
    rows = [_row(listed(catalogue, product)) for product in catalogue.products]
    target = file or _free_name(form)
    if target.resolve().is_relative_to((root / "content").resolve()):
        reporter.refuse(
            f"Không ghi danh sách vào {target}: content/ là nơi của tệp do người viết. Hãy ghi "
            "danh sách ra ngoài thư mục ấy.",
            f"No list is written to {target}: content/ is for the files that people write. Name a "
            "file outside of it.",
        )
        return VerbOutcome(MISUSED)
    if target.exists() and not (replace and target.is_file()):
        reporter.refuse(
            f"Đã có {target}, có thể đã được sửa, nên không ghi đè. Hãy ghi tên khác, hoặc thêm "
            "--replace để thay tệp ấy.",
            f"{target} is there, perhaps with edits, and is left alone. Name another file, or add "
            "--replace to put the new list in its place.",
        )
        return VerbOutcome(MISUSED)
    try:
        write(target, _written(form, rows, catalogue))
    except OSError as error:
        reporter.unwritable(error)
        return VerbOutcome(FAILED)
    reporter.say(f"Đã ghi {len(rows)} sản phẩm vào {target}.", f"Wrote {len(rows)} to {target}.")
    if drafts := sum(name.startswith("content/products/") for name in reading.drafts):
        reporter.say(
            f"{drafts} bản nháp (draft: true) không có trong danh sách.",
            f"{drafts} drafts (draft: true) are not in the list.",
        )
    left = reading.product_files - len(rows)
    if left > 0:
        reporter.refuse(
            f"Còn {left} sản phẩm có lỗi nên không có trong danh sách: hãy chạy ocop check.",
            f"{left} products have errors and are not in the list: run ocop check.",
        )
        return VerbOutcome(FAILED, wrong)
    return VerbOutcome(FINE)


def _free_name(form: Form) -> Path:
    names = (f"san-pham{'' if number == 1 else f'-{number}'}.{form}" for number in count(1))
    return next(path for path in map(Path, names) if not path.exists())


def _row(values: Mapping[str, object]) -> dict[str, object]:
    """The values by column; packs stand in one cell, apart by semicolons."""
    found = {key: value for key, value in values.items() if key != "packs"}
    packs = values.get("packs", [])
    if isinstance(packs, list) and packs:
        found["packs.net"] = "; ".join(pack["net"] for pack in packs)
        if any("price" in pack for pack in packs):
            found["packs.price"] = "; ".join(str(pack.get("price", "-")) for pack in packs)
    return found


def _written(form: Form, rows: Sequence[Mapping[str, object]], catalogue: Catalogue) -> bytes:
    if form == "json":
        return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()
    words = choice_words(catalogue.places)
    said = [
        {key: words.get(key, {}).get(value, value) for key, value in row.items()} for row in rows
    ]
    return _table(said) if form == "csv" else _workbook(said, _choices(words))


def _table(rows: Sequence[Mapping[str, object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow([column.heading for column in COLUMNS])
    for row in rows:
        writer.writerow([_as_text(row.get(column.key, "")) for column in COLUMNS])
    return (_MARK + text.getvalue()).encode()


def _as_text(value: object) -> str:
    """A cell of plain text; what Excel would take for a formula is set behind an apostrophe."""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _workbook(rows: Sequence[Mapping[str, object]], choices: Mapping[str, Sequence[str]]) -> bytes:
    # The writer is a library of its own; whoever exports nothing needs it not.
    import xlsxwriter

    found = io.BytesIO()
    with xlsxwriter.Workbook(found, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Sản phẩm")
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        text = book.add_format({"num_format": "@", "valign": "top"})
        number = book.add_format({"valign": "top"})
        sheet.freeze_panes(1, 3)
        sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
        for at, column in enumerate(COLUMNS):
            sheet.write_string(0, at, column.heading, heading)
            values = [row.get(column.key) for row in rows]
            kind = number if column.key in _NUMBERS else text
            sheet.set_column(at, at, _width(column, values), kind)
            for below, value in enumerate(values, 1):
                if isinstance(value, int | float):
                    sheet.write_number(below, at, value, kind)
                elif value is not None:
                    sheet.write_string(below, at, str(value), kind)
        _offer(book, sheet, choices, len(rows) + _MORE_ROWS)
    return found.getvalue()


def _width(column: Column, values: Sequence[object]) -> int:
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return max(_NARROWEST, min(_WIDEST, max(longest, len(column.heading) // 2 + 2) + 2))


def _offer(
    book: Workbook, sheet: Worksheet, choices: Mapping[str, Sequence[str]], last: int
) -> None:
    """Offer in each such column what may stand there, from a second sheet: there may be many."""
    from xlsxwriter.utility import xl_range_abs

    page = book.add_worksheet(_CHOICES)
    page.set_column(0, len(choices) - 1, _WIDEST)
    for at, (key, words) in enumerate(choices.items()):
        page.write_column(0, at, words)
        column = [each.key for each in COLUMNS].index(key)
        source = f"='{_CHOICES}'!{xl_range_abs(0, at, len(words) - 1, at)}"
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        sheet.data_validation(1, column, last, column, rule)


def _choices(words: Mapping[str, Mapping[object, str]]) -> Mapping[str, Sequence[str]]:
    """What may stand in a column, by its key."""
    stars = [str(n) for n in range(MINIMUM_STARS, MAXIMUM_STARS + 1)]
    found = {key: [*said.values()] for key, said in words.items()}
    return {key: said for key, said in {**found, "certificate.stars": stars}.items() if said}
