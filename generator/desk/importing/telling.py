"""What an editor is told of an import: how the list was read, and what becomes of each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.catalogue.languages import Language
from generator.catalogue.lists.columns import BY_KEY, IGNORED, NUMBER, YEAR_ONLY
from generator.catalogue.lists.old_texts import NAMES
from generator.catalogue.lists.rows import ListReading
from generator.catalogue.lists.tables import letters
from generator.desk.importing.alike import Remarks
from generator.desk.importing.fates import Fate, Planned
from generator.desk.reporting import Reporter

_SHOWN = 40
"""Mended texts that are shown; the others are counted."""


def tell_lists(lists: Sequence[ListReading], reporter: Reporter) -> None:
    """Say of each sheet what its columns are, what is passed over and what was mended."""
    for each in lists:
        name = each.sheet.name
        if each.sheet.unseen:
            reporter.say(
                f"Trang tính “{name}” đang ẩn nên không đọc; nếu cần thì bỏ ẩn trong Excel.",
                f"Sheet “{name}” is hidden and was not read; unhide it in Excel if it is wanted.",
            )
            continue
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
        _tell_hidden(each, reporter)
        _tell_repairs(each, reporter)


def _tell_hidden(reading: ListReading, reporter: Reporter) -> None:
    """Rows that a filter hides are products all the same: nobody should miss that they are read."""
    hidden = {*reading.sheet.hidden}
    found = [row.number for row in reading.rows if row.number in hidden]
    if not found:
        return
    shown = ", ".join(map(str, found[:10])) + (", …" if len(found) > 10 else "")
    reporter.say(
        f"  {len(found)} dòng đang ẩn trong Excel (do lọc hoặc ẩn tay) vẫn được đọc: dòng {shown}. "
        "Không muốn nhập thì xóa các dòng ấy.",
        f"  {len(found)} rows that Excel hides (by a filter, or by hand) were read too: {shown}. "
        "Delete those that are not wanted.",
    )


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
        f"  Chữ ở dạng {name} đã đọc lại ở {count} ô, hãy xem kỹ:",
        f"  Texts in {name} were read aright in {count} cells, look closely:",
    )
    for each in reading.repairs[:_SHOWN]:
        reporter.raw(f"    {each.cell}: “{each.found}” → “{each.meant}”")


def tell_rows(rows: Sequence[Planned], reporter: Reporter) -> None:
    """Say what becomes of each row that changes something or is held back, and count all."""
    seen = [row for row in rows if row.fate is not Fate.UNCHANGED or row.refused]
    remarks = Remarks(seen, reporter.language)
    told = [line for row in seen for line in _lines_of(row, remarks, reporter.language)]
    if told := [*told, *remarks.of_several()]:
        reporter.raw("\n".join(told))
    counts = Counter(row.fate for row in rows)
    fates = [fate for fate in Fate if fate is not Fate.OUTDONE or counts[fate]]
    vi = [f"{counts[fate]} {fate.value[0]}" for fate in fates]
    en = [f"{counts[fate]} {fate.value[1]}" for fate in fates]
    if facts := sum(len(row.refused) for row in rows):
        vi.append(f"{facts} dữ kiện không nhận")
        en.append(f"{facts} facts refused")
    reporter.say(f"{', '.join(vi)}.", f"{', '.join(en)}.")


def _lines_of(row: Planned, remarks: Remarks, language: Language) -> Iterator[str]:
    yield f"[{row.fate.value[language == 'en']}] {row.cell} {row.name}"
    yield from (f"    + content/{name}" for name in row.files)
    for each in row.changes:
        value = each.after
        if isinstance(value, dict):
            value = ", ".join(f"{key} {said}" for key, said in value.items())
        yield f"    content/{each.file}: {each.name}: {each.before or '–'} → {value} ({each.cell})"
    yield from (f"    {told}" for told in remarks.of(row))
