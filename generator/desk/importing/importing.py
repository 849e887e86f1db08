"""The verb `import`: shows what a list would change, and with --apply writes what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.languages import Language
from generator.catalogue.lists import own_headings
from generator.catalogue.lists.columns import BY_KEY, IGNORED, NUMBER, YEAR_ONLY
from generator.catalogue.lists.list_error import ListError
from generator.catalogue.lists.old_texts import NAMES
from generator.catalogue.lists.rows import ListReading, read_list
from generator.catalogue.lists.tables import letters, read_sheets
from generator.catalogue.problems.problem import Severity
from generator.catalogue.reading.reader import Reading, read
from generator.desk.importing.plan import Fate, Planned, Planner
from generator.desk.reporting import FAILED, FINE, MISUSED, PARTLY, Reporter, VerbOutcome
from generator.engine.lock import locked
from generator.engine.writing import write

_SHOWN = 40
"""Mended texts and unchanged rows that are shown; the others are counted."""


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What is to be imported; `headings` and `given` are --map and --set."""

    root: Path
    file: Path
    apply: bool = False
    headings: Mapping[str, str] | None = None
    given: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ImportOutcome(VerbOutcome):
    """What becomes of each row, and the files that were written."""

    rows: tuple[Planned, ...] = ()
    written: tuple[str, ...] = ()


def import_list(order: ImportOrder, reporter: Reporter) -> ImportOutcome:
    """Show or do the import; a list is never changed, nor is a product that there is."""
    try:
        with locked(order.root / ".cache" / "lock", reporter.waiting):
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
    lists = [read_list(sheet, words) for sheet in read_sheets(order.file)]
    if not any(each.head for each in lists):
        raise ListError(
            "Không tìm thấy dòng tiêu đề trong 20 dòng đầu của trang tính: cần một cột “Tên sản "
            'phẩm” và ít nhất một cột khác. Dùng --map "Tiêu đề=name" nếu cột ấy có tên khác.',
            "No heading was found in the first 20 rows of any sheet: there must be a column “Tên "
            'sản phẩm” and another. Use --map "Heading=name" where it is called otherwise.',
        )
    reading = read(order.root)
    if refused := _broken(reading, reporter):
        return refused
    catalogue = reading.catalogue
    assert catalogue is not None  # noqa: S101 - a project without one has been refused
    _tell_lists(lists, reporter)
    rows = Planner(order.root, catalogue).plan(lists, order.given or {})
    _tell_rows(rows, reporter)
    if not order.apply:
        reporter.say(
            "Chưa ghi gì. Thêm --apply để ghi những sản phẩm mới.",
            "Nothing was written. Add --apply to write the new products.",
        )
        return ImportOutcome(FINE, rows=rows)
    if new_headings:
        write(content / own_headings.FILE, own_headings.written(headings))
    return _apply(content, rows, reporter)


def _broken(reading: Reading, reporter: Reporter) -> ImportOutcome | None:
    """A refusal where products or producers can't be read: their rows would seem new."""
    wrong = tuple(
        each
        for each in reading.problems
        if each.severity is Severity.ERROR
        and each.path.startswith(("content/products/", "content/producers/", "content/places"))
    )
    if reading.catalogue is not None and not wrong:
        return None
    problems = wrong or reading.problems
    reporter.problems(problems)
    reporter.refuse(
        "Hãy sửa các lỗi trên trước: sản phẩm không đọc được sẽ bị nhập thành sản phẩm mới.",
        "Mend these first: a product that can't be read would be imported as a new one.",
    )
    return ImportOutcome(FAILED, problems)


def _tell_lists(lists: Sequence[ListReading], reporter: Reporter) -> None:
    for each in lists:
        name = each.sheet.name
        if each.head is None:
            vi, en = "không có bảng sản phẩm, bỏ qua", "no table of products, passed over"
            reporter.say(f"Trang tính “{name}”: {vi}.", f"Sheet “{name}”: {en}.")
            continue
        row = each.head.below
        reporter.say(
            f"Trang tính “{name}”, tiêu đề đến dòng {row}, {len(each.rows)} dòng sản phẩm:",
            f"Sheet “{name}”, heading down to row {row}, {len(each.rows)} rows of products:",
        )
        for heading in each.head.headings:
            vi, en = _said_key(heading.key, sure=heading.sure)
            place = f"  {letters(heading.column)} “{heading.text}”"
            reporter.say(f"{place} → {vi}", f"{place} → {en}")
        for passed in each.passed:
            reporter.say(f"  không phải sản phẩm: {passed}", f"  no product: {passed}")
        _tell_repairs(each, reporter)


def _said_key(key: str, *, sure: bool) -> tuple[str, str]:
    if key in BY_KEY:
        row = BY_KEY[key].row
        vi = "" if sure else "; gần đúng, sai thì sửa bằng --map"
        en = "" if sure else "; nearly, correct it by --map"
        return f"{row.name('vi')} ({key}{vi})", f"{row.name('en')} ({key}{en})"
    if key == NUMBER:
        return "số thứ tự", "running number"
    if key == YEAR_ONLY:
        return "năm công nhận", "year of the decision"
    if key == IGNORED:
        return "không lấy", "not taken"
    return "chưa biết, không lấy; dùng --map nếu cần", "not known, not taken; use --map if wanted"


def _tell_repairs(reading: ListReading, reporter: Reporter) -> None:
    if not reading.repairs:
        return
    count, name = len(reading.repairs), NAMES[reading.encoding]
    reporter.say(
        f"  Chữ gõ bằng {name} đã đọc lại ở {count} ô, hãy xem kỹ:",
        f"  Texts in {name} were read aright in {count} cells, look closely:",
    )
    for each in reading.repairs[:_SHOWN]:
        reporter.raw(f"    {each.cell}: “{each.found}” → “{each.meant}”")


def _tell_rows(rows: Sequence[Planned], reporter: Reporter) -> None:
    told = [line for row in rows for line in _lines_of(row, reporter.language)]
    if told:
        reporter.raw("\n".join(told))
    counts = Counter(row.fate for row in rows)
    reporter.say(
        ", ".join(f"{counts[fate]} {fate.value[0]}" for fate in Fate) + ".",
        ", ".join(f"{counts[fate]} {fate.value[1]}" for fate in Fate) + ".",
    )


def _lines_of(row: Planned, language: Language) -> Iterator[str]:
    """What is told of a row; nothing of one that changes nothing and was read as it stands."""
    if row.fate is Fate.UNCHANGED and not row.notes:
        return
    english = language == "en"
    yield f"[{row.fate.value[english]}] {row.cell} {row.name}"
    yield from (f"    + content/{name}" for name in row.files)
    for key, (before, after) in row.changes.items():
        yield f"    {key}: {before or '–'} → {after}"
    for told in (*row.reasons, *row.notes):
        yield f"    {told.cell}: {told.en if english else told.vi}"


def _apply(content: Path, rows: Sequence[Planned], reporter: Reporter) -> ImportOutcome:
    texts = {name: text for row in rows if row.fate is Fate.NEW for name, text in row.files.items()}
    # A product's file names its producer's, which must be there first.
    for name in sorted(texts):
        write(content / name, texts[name].encode(), durably=len(texts) < _SHOWN)
    reporter.say(
        f"Đã ghi {len(texts)} tệp mới trong content/. Chạy ocop check để xem còn thiếu gì.",
        f"Wrote {len(texts)} new files in content/. Run ocop check to see what is still missing.",
    )
    counts = Counter(row.fate for row in rows)
    if counts[Fate.CHANGED]:
        reporter.refuse(
            f"{counts[Fate.CHANGED]} sản phẩm đã có mà danh sách ghi khác thì không ghi đè: "
            "hãy sửa các khóa nêu trên trong tệp của sản phẩm.",
            f"{counts[Fate.CHANGED]} products that there are and of which the list says "
            "otherwise were not written: change the keys named above in the products' files.",
        )
    left = counts[Fate.CHANGED] + counts[Fate.DOUBTFUL] + counts[Fate.REFUSED]
    return ImportOutcome(PARTLY if left else FINE, rows=tuple(rows), written=tuple(sorted(texts)))
