"""The verb `new lot`: one more row in a product's table of lots, and nothing else is touched."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.catalogue.fields import Row, Shows, rows_of
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.model.lots import Lot
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START, Position
from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.reading.frontmatter import clean
from generator.catalogue.reading.lot_files import LOT_COLUMNS, read_lots
from generator.catalogue.reading.lot_table import FOLDER
from generator.catalogue.reading.table_editing import with_cells
from generator.catalogue.reading.tables import read_table
from generator.desk.content import load
from generator.desk.editing.checked_writing import (
    AskedError,
    Writing,
    ended,
    raw_text,
    show_changes,
    write_checked,
)
from generator.desk.new.asking import Ask, Interview, reason_for
from generator.desk.new.choices import Choice, matching
from generator.desk.new.questions import Question
from generator.desk.new.texts import answer_of
from generator.desk.new.things import require_inside, unreadable
from generator.desk.reporting import FINE, Reporter, VerbOutcome
from generator.engine import locked

_LOT = ("lot",)
_REFUSAL = (
    "Ghi như vậy sẽ gây lỗi, nên bảng được giữ như cũ.",
    "With this there would be an error, so the table is as it was.",
)
_UNREADABLE = (
    "Bảng lô có lỗi, nên không ghi gì. Hãy chạy ocop check và sửa bảng trước.",
    "The table of lots has a fault, so nothing was written. Run ocop check and mend it.",
)
_PRODUCT = Row(
    Lot,
    "product",
    vi=("sản phẩm", "Sản phẩm của lô này."),
    en=("product", "The product that the lot is of."),
    example="kho-ca-loc",
    shows=Shows.NOWHERE,
)


def lot_questions() -> tuple[Question, ...]:
    """The columns of the table."""
    rows = {row.key: row for row in rows_of(Lot)}
    return tuple(
        Question((key,), rows[key], key == "lot", listed=False, flag=False) for key in LOT_COLUMNS
    )


def new_lot(
    root: Path,
    product: str | None,
    given: Mapping[str, str],
    language: Language | None,
    reporter: Reporter,
    ask: Ask | None,
) -> VerbOutcome:
    """Add a lot of the product; `given` are its cells by their columns, `ask` is the terminal."""
    found = load(root, with_drafts=True)
    if found.catalogue is None:
        return unreadable(found, reporter.speaking(language or "vi"))
    reporter = reporter.speaking(language or found.catalogue.site.language)
    interview = Interview(ask, reporter) if ask else None
    given = {key: told for key, text in given.items() if (told := answer_of(text))}
    catalogue = found.catalogue

    def work() -> VerbOutcome:
        chosen = _chosen(catalogue, product, interview)
        if absent := _absent(chosen, given, interview):
            raise AskedError(
                f"Thiếu {absent}. Hãy ghi như: ocop new lot kho-ca-loc L261105",
                f"{absent} missing. Write it as: ocop new lot kho-ca-loc L261105",
            )
        if chosen is None:
            raise AskedError("Chưa chọn sản phẩm, nên không ghi gì.", "No product, so no lot.")
        row = _NewRow(root, chosen)
        row.take(given)
        if interview:
            row.fill(interview)
        with locked(root / ".cache" / "lock", reporter.waiting):
            return row.write(reporter)

    return ended(reporter, _UNREADABLE, work)


def _absent(chosen: Product | None, given: Mapping[str, str], interview: Interview | None) -> str:
    """What the command line has to give where nobody can be asked."""
    lacking = ("PRODUCT", chosen is None), ("LOT", not given.get("lot"))
    return "" if interview else ", ".join(name for name, lacks in lacking if lacks)


def _chosen(
    catalogue: Catalogue, product: str | None, interview: Interview | None
) -> Product | None:
    """The product that is meant; None where none was given. Raises AskedError."""
    choices = [Choice(each.slug, each.name) for each in catalogue.products]
    if product is None:
        slug = interview.choice(_PRODUCT, choices) if interview else None
        return catalogue.by_slug[slug] if slug else None
    found = matching(choices, answer_of(product), numbered=False)
    if len(found) != 1:
        raise AskedError(*reason_for(product, found, shown=False))
    return catalogue.by_slug[found[0][1].value]


@dataclass(slots=True)
class _NewRow:
    """What is known so far of the lot."""

    root: Path
    product: Product
    cells: dict[str, str] = field(default_factory=dict)

    @property
    def table(self) -> Path:
        return self.root / "content" / FOLDER / f"{self.product.slug}.csv"

    def take(self, given: Mapping[str, str]) -> None:
        """Take what the command line gives. Raises AskedError for what can't be taken."""
        for question in lot_questions():
            if text := given.get(question.name):
                if reason := self._reason(question.name, text):
                    name = "LOT" if question.required else question.option
                    raise AskedError(*(f"{name}: {said}" for said in reason))
                self.cells[question.name] = text

    def fill(self, interview: Interview) -> None:
        """Ask for what was not given."""
        for question in lot_questions():
            if question.asked and question.name not in self.cells:
                key, needed = question.name, question.required
                judge = lambda text, key=key: self._reason(key, answer_of(text))  # noqa: E731
                if answer := interview.answer(question.row, judge, needed=needed):
                    self.cells[key] = answer_of(answer)

    def _reason(self, key: str, text: str) -> tuple[str, str] | None:
        """What the check would say of the cell; None where it passes it."""
        if key == "lot" and (line := self._line_of(text)):
            return (
                f"Lô {text} đã có ở dòng {line} của content/{FOLDER}/{self.table.name}.",
                f"Lot {text} is in line {line} of content/{FOLDER}/{self.table.name} already.",
            )
        known = {each.said_in("en") for each in self._errors(self.cells)}
        after = self._errors({**self.cells, key: text})
        new = [each for each in after if each.said_in("en") not in known]
        return (new[0].said_in("vi"), new[0].said_in("en")) if new else None

    def _line_of(self, lot: str) -> int | None:
        if not self.table.exists():
            return None
        text = raw_text(self.table, self.root / "content")
        rows = read_table(clean(text), LOT_COLUMNS, _LOT).rows
        return next((row.line for row in rows if row.cells.get("lot") == lot), None)

    def _errors(self, cells: Mapping[str, str]) -> list[Problem]:
        """Errors of a table with this row alone."""
        if "lot" not in cells:
            return []
        with TemporaryDirectory() as place:
            file = Path(place) / FOLDER / self.table.name
            file.parent.mkdir()
            file.write_text(_as_table(cells), "utf-8", newline="\n")
            found = read_lots(Path(place), [self.product], {self.product.slug}).findings
        return [_problem(each) for each in found if each.rule.severity is Severity.ERROR]

    def write(self, reporter: Reporter) -> VerbOutcome:
        """Add the row. Raises AskedError, TableError, UnreadableError, OSError."""
        content = self.root / "content"
        before = load(self.root)
        require_inside(self.table, content)
        if reason := self._reason("lot", self.cells["lot"]):
            raise AskedError(*reason)
        there = self.table.exists()
        old = raw_text(self.table, content) if there else f"{','.join(LOT_COLUMNS)}\n"
        new = with_cells(old, LOT_COLUMNS, _LOT, self.cells)
        show_changes(reporter, f"content/{FOLDER}/{self.table.name}", old if there else "", new)
        writing = Writing({self.table: new}, "ocop new lot", _REFUSAL)
        outcome = write_checked(self.root, before, writing, reporter)
        if outcome.status == FINE:
            self._say_what_next(reporter)
        return outcome

    def _say_what_next(self, reporter: Reporter) -> None:
        reporter.say(
            f"Đã thêm lô {self.cells['lot']} của {self.product.slug}. Tiếp theo: in tem bằng ocop "
            f"labels {self.product.slug} --lot {self.cells['lot']}, và chạy ocop build.",
            f"Added lot {self.cells['lot']} of {self.product.slug}. Next: print labels with ocop "
            f"labels {self.product.slug} --lot {self.cells['lot']}, and run ocop build.",
        )


def _problem(finding: Finding) -> Problem:
    return Problem.at(finding.at if isinstance(finding.at, Position) else START, finding)


def _as_table(cells: Mapping[str, str]) -> str:
    rows: Sequence[Sequence[str]] = ([*cells], [*cells.values()])
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
