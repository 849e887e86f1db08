"""The verb `history`: the versions of content/, newest first, in words for an editor."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.desk.reporting import FAILED, FINE, MISUSED, Reporter, VerbOutcome
from generator.desk.versions.archive import Archive
from generator.desk.versions.kept_version import Change, KeptVersion
from generator.desk.versions.named_files import below_content, named
from generator.desk.versions.noting import BEFORE
from generator.desk.versions.placing import unfinished

_FEW = 5
_SHOWN = 20
_DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_ENGLISH_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WORDS: Mapping[Change, tuple[str, str]] = {
    "new": ("thêm", "new"),
    "changed": ("sửa", "changed"),
    "gone": ("xóa", "gone"),
}


def show(root: Path, file: str | None, reporter: Reporter, *, every: bool = False) -> VerbOutcome:
    """Tell the versions, or those in which a file changed."""
    try:
        versions = Archive.of(root).versions(partial(_tell_damage, reporter))
    except OSError as error:
        reporter.unwritable(error)
        return VerbOutcome(FAILED)
    if command := unfinished(root):
        reporter.refuse(
            f"Lệnh “{command}” chưa xong: nếu đã bị ngắt giữa chừng thì content/ nửa cũ nửa mới. "
            "Hãy chạy lại lệnh ấy, hoặc lấy lại phiên bản mới nhất dưới đây.",
            f"“{command}” has not finished: if it was ended midway, content/ is half old and half "
            "new. Run it again, or bring back the newest version below.",
        )
    if not versions:
        reporter.say(
            "Chưa có phiên bản nào: mỗi lần ocop build xong, content/ được ghi lại một phiên bản.",
            "There is no version yet: each ocop build that succeeds notes one of content/.",
        )
        return VerbOutcome(FINE)
    if file is not None:
        known = {path for each in versions for path in each.changes}
        wanted = named(below_content(root, file), known)
        versions = [each for each in versions if wanted & each.changes.keys()]
        if not wanted:
            reporter.refuse(f"Không phiên bản nào có tệp {file}.", f"No version has a file {file}.")
            return VerbOutcome(MISUSED)
    shown = versions if every else versions[-_SHOWN:]
    for version in reversed(shown):
        reporter.say(line_of(version, "vi"), line_of(version, "en"))
    if len(shown) < len(versions):
        more = len(versions) - len(shown)
        reporter.say(f"… và {more} phiên bản cũ hơn: --all", f"… and {more} older ones: --all")
    reporter.say(
        "Lấy lại: ocop restore SỐ [TỆP…]; không ghi số thì lấy lại phiên bản ngay trước.",
        "Bring back: ocop restore NUMBER [FILE…]; without a number, the version just before.",
    )
    return VerbOutcome(FINE)


def _tell_damage(reporter: Reporter, error: OSError) -> None:
    reporter.refuse(
        f"Cảnh báo: một phần .versions/ bị hỏng, phiên bản trong đó không đọc được ({error}).",
        f"Warning: a part of .versions/ is damaged, versions in it can't be read ({error}).",
    )


def line_of(version: KeptVersion, language: Language) -> str:
    """A version in one line: number, day and time here, why, what changed."""
    names, count = named_changes(version.changes, language), len(version.changes)
    before, why = version.why.startswith(BEFORE), version.why.removeprefix(BEFORE)
    if language == "vi":
        when, files = ("trước" if before else "sau"), "tệp"
    else:
        when, files = ("before" if before else "after"), "file" if count == 1 else "files"
    head = f"{version.number} · {moment(version, language)} · {when} {why}"
    return f"{head} · {count} {files}: {names}"


def moment(version: KeptVersion, language: Language) -> str:
    """The day and the time by this machine's clock."""
    at = time.localtime(version.at)
    days = _DAYS if language == "vi" else _ENGLISH_DAYS
    return f"{days[at.tm_wday]} {saying.day(date(*at[:3]))} {time.strftime('%H:%M', at)}"


def named_changes(changes: Mapping[str, Change], language: Language, most: int = _FEW) -> str:
    """The files with what became of each; a few of many."""
    shown = [
        f"{path} ({_WORDS[kind][language != 'vi']})" for path, kind in [*changes.items()][:most]
    ]
    return ", ".join(shown) + (f" (+{len(changes) - most})" if len(changes) > most else "")
