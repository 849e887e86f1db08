"""The verb `import`: shows what a list would change, and with --apply writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.lists import own_headings
from generator.catalogue.lists.list_error import ListError
from generator.catalogue.lists.rows import ListReading, read_list
from generator.catalogue.lists.tables import ListSheet, read_sheets
from generator.catalogue.problems.problem import Severity
from generator.desk.building.garbage import without_collecting
from generator.desk.content import Content
from generator.desk.editing.checked_writing import real
from generator.desk.importing.edits import Proposal, proposed
from generator.desk.importing.fates import Fate, Planned
from generator.desk.importing.judging import Judge
from generator.desk.importing.plan import Planner
from generator.desk.importing.telling import tell_lists, tell_rows
from generator.desk.reporting import FAILED, FINE, MISUSED, PARTLY, Reporter, VerbOutcome
from generator.desk.versions import noted, noted_before
from generator.engine.lock import locked
from generator.engine.tree import Stamp, stamp_of
from generator.engine.writing import forget_parts, sync, write

COMMAND = "ocop import"
_ROOMS = ("producers", "products")
"""A product's file names its producer's, which is written before it."""


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What is to be imported; `headings` and `given` are --map and --set.

    `sized` says that the file's size has been looked at.
    """

    root: Path
    file: Path
    apply: bool = False
    headings: Mapping[str, str] | None = None
    given: Mapping[str, str] | None = None
    sized: bool = False


@dataclass(frozen=True, slots=True)
class ImportOutcome(VerbOutcome):
    """What becomes of each row, and the files that were written."""

    rows: tuple[Planned, ...] = ()
    written: tuple[str, ...] = ()


def import_list(order: ImportOrder, reporter: Reporter) -> ImportOutcome:
    """Show or do the import; the list itself is never changed."""
    try:
        with locked(order.root / ".cache" / "lock", reporter.waiting), without_collecting():
            return _import(order, reporter)
    except ListError as error:
        reporter.refuse(error.vi, error.en)
        return ImportOutcome(MISUSED)
    except OSError as error:
        reporter.unwritable(error)
        return ImportOutcome(FAILED)


def _import(order: ImportOrder, reporter: Reporter) -> ImportOutcome:
    content = order.root / "content"
    new_headings = order.headings or {}
    for key in (*new_headings.values(), *(order.given or {})):
        own_headings.check_key(key)
    headings = {**own_headings.read_headings(content), **new_headings}
    words = own_headings.by_words(headings)
    lists = [read_list(sheet, words) for sheet in _sheets(order)]
    _check(lists)
    judge = Judge(order.root, will_be_written=order.apply)
    if refused := _broken(judge.before, reporter):
        return refused
    catalogue = judge.before.catalogue
    assert catalogue is not None  # noqa: S101 - a project without one has been refused
    tell_lists(lists, reporter)
    planner = Planner(order.root, catalogue, judge.before.drafts)
    planned = planner.plan(lists, order.given or {})
    found = proposed(content, planned, judge)
    rows = tuple(found.rows)
    tell_rows(rows, reporter)
    if found.wrong:
        reporter.problems(found.wrong)
        reporter.refuse(
            "Danh sách này sẽ gây các lỗi trên ở tệp khác, nên không ghi gì.",
            "This list would bring these errors into other files, so nothing was written.",
        )
        return ImportOutcome(FAILED, tuple(found.wrong), rows)
    if not order.apply:
        _say_what_next(rows, reporter)
        return ImportOutcome(FINE, rows=rows)
    noted_before(order.root, COMMAND, reporter)
    if new_headings:
        write(content / own_headings.FILE, own_headings.written(headings))
        reporter.say(
            f"Đã nhớ cột vào content/{own_headings.FILE}; lần sau không cần --map nữa.",
            f"What columns are is kept in content/{own_headings.FILE}: no --map the next time.",
        )
    outcome = _apply(content, found, judge, reporter)
    noted(order.root, COMMAND, reporter)
    return outcome


def _check(lists: Sequence[ListReading]) -> None:
    """Raise ListError where no sheet can be a list."""
    if not any(value for each in lists for row in each.sheet.rows for value in row):
        raise ListError(
            "Không có chữ nào trong các ô của tệp này: trang tính trống, bị ẩn, hoặc chỉ có ảnh "
            "chụp danh sách. Ảnh thì không đọc được; hãy xin tệp Excel gốc, hoặc gõ lại vào ô.",
            "No cell of this file holds anything: its sheets are empty or hidden, or have only a "
            "picture of a list. A picture can't be read: ask for the workbook, or type it again.",
        )
    if not any(each.head for each in lists):
        raise ListError(
            "Không tìm thấy dòng tiêu đề trong 20 dòng đầu của trang tính: cần một cột “Tên sản "
            'phẩm” và ít nhất một cột khác. Dùng --map "Tiêu đề=name" nếu cột ấy có tên khác.',
            "No heading was found in the first 20 rows of any sheet: there must be a column “Tên "
            'sản phẩm” and another. Use --map "Heading=name" where it is called otherwise.',
        )


def _say_what_next(rows: Sequence[Planned], reporter: Reporter) -> None:
    fates = {each.fate for each in rows}
    if fates & {Fate.NEW, Fate.CHANGED}:
        reporter.say(
            "Chưa ghi gì. Thêm --apply để ghi những gì mới và thay đổi.",
            "Nothing was written. Add --apply to write what is new and what has changed.",
        )
    elif fates & {Fate.DOUBTFUL, Fate.REFUSED}:
        reporter.say(
            "Chưa có gì ghi được. Hãy sửa trong danh sách những ô nêu trên, rồi chạy lại.",
            "There is nothing that can be written. Correct the cells named above, and run it "
            "again.",
        )
    else:
        reporter.say(
            "Không có gì để ghi: danh mục đã đúng như danh sách.",
            "There is nothing to write: the catalogue says what the list says.",
        )


def _sheets(order: ImportOrder) -> tuple[ListSheet, ...]:
    file = order.file
    try:
        return read_sheets(file, sized=order.sized)
    except PermissionError as error:
        raise ListError(
            f"Không mở được {file.name}: có lẽ tệp đang mở trong Excel. Hãy đóng lại rồi chạy lại.",
            f"{file.name} can't be opened: perhaps Excel has it open. Close it and run this again.",
        ) from error


def _broken(before: Content, reporter: Reporter) -> ImportOutcome | None:
    """A refusal where products or producers can't be read: their rows would seem new."""
    wrong = tuple(
        each
        for each in before.problems
        if each.severity is Severity.ERROR
        and each.path.startswith(("content/products/", "content/producers/", "content/places"))
    )
    if before.catalogue is not None and not wrong:
        return None
    problems = wrong or before.problems
    reporter.problems(problems)
    reporter.refuse(
        "Hãy sửa các lỗi trên trước: sản phẩm không đọc được sẽ bị nhập thành sản phẩm mới.",
        "Mend these first: a product that can't be read would be imported as a new one.",
    )
    return ImportOutcome(FAILED, problems)


def _apply(content: Path, found: Proposal, judge: Judge, reporter: Reporter) -> ImportOutcome:
    """Write the files, each in one step, so that a kill at any moment leaves none by half."""
    names = sorted(found.texts, key=lambda name: (_ROOMS.index(name.partition("/")[0]), name))
    if edited := [name for name in names if _now(content / name) != found.before[name]]:
        reporter.refuse(
            f"content/{edited[0]} vừa được ai đó sửa, nên không ghi gì. Hãy chạy lại.",
            f"Somebody has just edited content/{edited[0]}, so nothing was written. Run it again.",
        )
        return ImportOutcome(FAILED, rows=tuple(found.rows))
    for room in _ROOMS:
        forget_parts(content / room)
    stamps = {name: _written(content / name, found.texts[name]) for name in names}
    sync(content, names)
    judge.written(stamps)
    new = sum(not found.before[name] for name in names)
    reporter.say(
        f"Đã ghi {new} tệp mới và sửa {len(names) - new} tệp trong content/. "
        "Chạy ocop check để xem còn thiếu gì.",
        f"Wrote {new} new files and changed {len(names) - new} in content/. "
        "Run ocop check to see what is still missing.",
    )
    if names:
        reporter.say(
            "Nhập nhầm thì chạy ngay: ocop restore (content/ trở về như trước lần nhập này).",
            "To undo it, run at once: ocop restore (content/ becomes what it was before).",
        )
    left = sum(each.fate in (Fate.DOUBTFUL, Fate.REFUSED) for each in found.rows)
    if left:
        reporter.say(
            f"Còn {left} dòng chưa ghi: hãy sửa trong danh sách những ô nêu trên, rồi chạy lại.",
            f"{left} rows were not written: correct the cells named above, and run it again.",
        )
    facts = sum(len(each.refused) for each in found.rows)
    status = PARTLY if left or facts else FINE
    return ImportOutcome(status, rows=tuple(found.rows), written=tuple(names))


def _written(file: Path, text: bytes) -> Stamp:
    """Write a file; the stamp that it has now."""
    write(real(file), text)
    return stamp_of(file.lstat())


def _now(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""
