"""The verb `recall`: a lot is called back in the product's tables, and nothing else is touched.

It works on the two tables alone: another file that is broken must never hold a recall up.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model.lots import LotStatus
from generator.catalogue.ocop.steps import RECALLED, step_key
from generator.catalogue.problems.nearest import Alike, closest
from generator.catalogue.reading.frontmatter import UnreadableError, clean
from generator.catalogue.reading.lot_files import EVENT_COLUMNS, LOT_COLUMNS
from generator.catalogue.reading.lot_table import FOLDER
from generator.catalogue.reading.table_editing import with_cells
from generator.catalogue.reading.tables import read_table
from generator.desk.content import Content, load
from generator.desk.editing.checked_writing import (
    AskedError,
    Writing,
    ended,
    raw_text,
    show_changes,
    write_checked,
)
from generator.desk.reporting import FINE, Reporter, VerbOutcome
from generator.engine import locked

_LOT = ("lot",)
_EVENT = ("lot", "when", "step")
_REFUSAL = (
    "Ghi như vậy sẽ gây lỗi, nên hai bảng được giữ như cũ.",
    "With this there would be an error, so both tables are as they were.",
)


def recall(
    root: Path,
    product: str,
    lot: str,
    reason: str,
    day: date,
    language: Language | None,
    reporter: Reporter,
    *,
    unlisted: bool = False,
) -> VerbOutcome:
    """Call the lot back for that reason, as of that day; twice is as once."""
    reporter = reporter.speaking(language or "vi")
    unreadable = (
        f"Bảng lô của {product} có lỗi, nên không ghi gì. Hãy chạy ocop check và sửa bảng, "
        "hoặc tự ghi “recalled” vào cột status.",
        f"The table of lots of {product} has a fault, so nothing was written. Run ocop check "
        "and mend it, or write “recalled” into the column status yourself.",
    )

    def work() -> VerbOutcome:
        with locked(root / ".cache" / "lock", reporter.waiting):
            before = load(root)
            told = reporter
            if before.catalogue and not language:
                told = reporter.speaking(before.catalogue.site.language)
            old, new = _tables(root, product, lot, reason, day, unlisted=unlisted)
            changed = {path: text for path, text in new.items() if text != old[path]}
            for path, text in changed.items():
                show_changes(told, path.relative_to(root).as_posix(), old[path], text)
            asked = Writing(changed, f"ocop recall {product} {lot}", _REFUSAL)
            outcome = write_checked(root, before, asked, told) if changed else VerbOutcome(FINE)
            if outcome.status == FINE:
                _say_what_next(product, lot, before, told)
            return outcome

    return ended(reporter, unreadable, work)


def _say_what_next(product: str, lot: str, before: Content, reporter: Reporter) -> None:
    if (draft := f"content/products/{product}.md") in before.drafts:
        reporter.refuse(
            f"Lô {lot} của {product} đã được ghi là thu hồi, nhưng {draft} là bản nháp nên không "
            "trang nào báo. Hãy xóa dòng draft: true trong tệp ấy trước khi đăng.",
            f"Lot {lot} of {product} is recalled, but {draft} is a draft, so no page tells of it. "
            "Delete the line draft: true there before you publish.",
        )
        return
    reporter.say(
        f"Lô {lot} của {product} đã được ghi là thu hồi. Trang chưa báo cho đến khi đăng: hãy chạy "
        "ocop build --keep-going rồi ocop publish (hoặc chép output/site lên) ngay.",
        f"Lot {lot} of {product} is recalled. Pages say so once they are published: run "
        "ocop build --keep-going and ocop publish (or copy output/site) at once.",
    )


def _tables(
    root: Path, product: str, lot: str, reason: str, day: date, *, unlisted: bool
) -> tuple[Mapping[Path, str], Mapping[Path, str]]:
    """Both tables as they are and as they are to be. Raises AskedError."""
    reason = " ".join(reason.split())
    if not reason:
        raise AskedError(
            "Hãy ghi lý do thu hồi sau --reason: người mua sẽ đọc lời ấy.",
            "Say why after --reason: those who bought it will read that.",
        )
    content = root / "content"
    lots, events = (content / FOLDER / f"{product}{end}" for end in (".csv", ".events.csv"))
    products = {path.stem for path in (content / "products").glob("*.md")}
    if product not in products:
        raise AskedError(*_unknown("sản phẩm", "product", product, closest(product, products)))
    old = {
        lots: raw_text(lots, content) if lots.exists() else "lot,status,note\n",
        events: raw_text(events, content) if events.exists() else "lot,when,step,note\n",
    }
    known = _known(old[lots])
    if lot not in known and not unlisted:
        vietnamese, english = _unknown("lô", "lot", lot, Alike(known).to(lot))
        raise AskedError(
            f"{vietnamese} Nếu lô này có thật mà chưa có trong bảng, hãy thêm --unlisted.",
            f"{english} If it exists but is not in the table, add --unlisted.",
        )
    status = {"lot": lot, "status": LotStatus.RECALLED.value, "note": reason}
    new = {lots: with_cells(old[lots], LOT_COLUMNS, _LOT, status), events: old[events]}
    told = read_table(clean(old[events]), EVENT_COLUMNS, _EVENT).rows
    if not any(each.cells["lot"] == lot and _is_recall(each.cells["step"]) for each in told):
        event = {"lot": lot, "when": saying.day(day), "step": RECALLED, "note": reason}
        new[events] = with_cells(old[events], EVENT_COLUMNS, _EVENT, event)
    return old, new


def lots_in_table(root: Path, product: str) -> list[str] | None:
    """The lots of a product as its table has them; None where it can't be read."""
    content = root / "content"
    table = content / FOLDER / f"{product}.csv"
    try:
        return _known(raw_text(table, content)) if table.exists() else []
    except (OSError, UnreadableError, UnicodeDecodeError):
        return None


def _known(table: str) -> list[str]:
    return [row.cells["lot"] for row in read_table(clean(table), LOT_COLUMNS, _LOT).rows]


def _is_recall(step: str) -> bool:
    return step_key(step) == RECALLED


def _unknown(vietnamese: str, english: str, name: str, near: str) -> tuple[str, str]:
    return (
        f"Không có {vietnamese} “{name}”." + (f" Có phải “{near}”?" if near else ""),
        f"There is no {english} “{name}”." + (f" Did you mean “{near}”?" if near else ""),
    )
