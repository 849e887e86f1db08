"""The verb `restore`: files of content/ as they were in a version, once the present is noted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.catalogue.problems.nearest import closest
from generator.desk.reporting import FAILED, FINE, MISUSED, Reporter, VerbOutcome
from generator.desk.versions.archive import Archive, State
from generator.desk.versions.history import moment, named_changes
from generator.desk.versions.kept_version import Change, KeptVersion, changes_between
from generator.desk.versions.named_files import below_content, named
from generator.desk.versions.noting import BEFORE, note
from generator.desk.versions.older_lots import tell_lots
from generator.desk.versions.only_growing import is_ledger, rows_lacking
from generator.desk.versions.placing import WayBack
from generator.engine import locked

_MOST_NAMED = 30


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A version, its files, and what bringing them back changes.

    `ledgers` differ and were not named; `left` differ, and could not be noted as they are now.
    `now` has the hashes of the files as they are now.
    """

    version: KeptVersion
    files: Mapping[str, str]
    now: Mapping[str, str]
    changes: Mapping[str, Change]
    ledgers: tuple[str, ...]
    left: tuple[str, ...]


def restore(
    root: Path, words: Sequence[str], reporter: Reporter, *, dry_run: bool = False
) -> VerbOutcome:
    """Bring back the files named (all, if none is) of the version whose number comes first.

    Without a number it is the last version in which they were not as they are now. A `dry_run`
    says what would change.
    """
    try:
        with locked(root / ".cache" / "lock", reporter.waiting):
            return _restore(root, words, reporter, dry_run=dry_run)
    except OSError as error:
        reporter.unwritable(error)
        return VerbOutcome(FAILED)


def would_bring(root: Path, number: int) -> list[str]:
    """The files that come back with that version, ledgers aside, to choose one of them.

    It is held against the last version, which a dry run has just noted. Raises OSError.
    """
    archive = Archive.of(root)
    versions = archive.versions()
    if not any(each.number == number for each in versions):
        return []
    now, then = (archive.files(each) for each in (versions[-1].number, number))
    changes = changes_between(now, then)
    return [path for path, kind in changes.items() if kind != "gone" and not is_ledger(path)]


def _restore(root: Path, words: Sequence[str], reporter: Reporter, *, dry_run: bool) -> VerbOutcome:
    archive = Archive.of(root)
    number = int(words[0]) if words and words[0].isascii() and words[0].isdigit() else None
    names = [below_content(root, each) for each in words[number is not None :]]
    said = " ".join(["ocop restore", *words])
    earlier = archive.versions()
    # From here on nothing can be lost; where this fails, nothing is changed.
    now = archive.add(f"{BEFORE}{said}")
    if unknown := _unknown(earlier, names):
        name, near = unknown
        reporter.refuse(
            f"Không phiên bản nào có tệp “{name}”."
            + (f" Có phải “{near}”?" if near else "")
            + " Không đổi gì. Xem: ocop history.",
            f"No version has a file “{name}”."
            + (f" Did you mean “{near}”?" if near else "")
            + " Nothing was changed. See: ocop history.",
        )
        return VerbOutcome(MISUSED)
    wanted = _wanted(archive, earlier, number, names, now)
    if wanted is None:
        numbers = f"{earlier[0].number}–{earlier[-1].number}" if earlier else "0"
        reporter.refuse(
            f"Không có phiên bản nào như vậy, hoặc không phiên bản nào có khác bây giờ (đang có: "
            f"{numbers}). Không đổi gì. Xem: ocop history.",
            f"There is no such version, or none that differs from now (there are: {numbers}). "
            "Nothing was changed. See: ocop history.",
        )
        return VerbOutcome(MISUSED)
    if lacking := [name for name in names if not named(name, wanted.files)]:
        reporter.refuse(
            f"Phiên bản {wanted.version.number} không có: {', '.join(lacking)}. Không đổi gì. "
            f"Xem: ocop history {lacking[0]}",
            f"Version {wanted.version.number} has no {', '.join(lacking)}. Nothing was changed. "
            f"See: ocop history {lacking[0]}",
        )
        return VerbOutcome(MISUSED)
    _tell_left(wanted, reporter)
    if not wanted.changes:
        reporter.say("Không có gì khác: không đổi gì.", "Nothing differs: nothing was changed.")
        return VerbOutcome(FINE)
    return _bring_back(archive, wanted, said, reporter, dry_run=dry_run)


def _unknown(versions: Sequence[KeptVersion], names: Sequence[str]) -> tuple[str, str] | None:
    """The first of the names that no version has, and the nearest one that there is."""
    known = {path for version in versions for path in version.changes}
    for name in names:
        if known and not named(name, known):
            plain = PurePosixPath(name).name
            stems = {PurePosixPath(path).name: path for path in sorted(known)}
            stems |= {PurePosixPath(path).stem: path for path in sorted(known)}
            near = closest(name, known) or stems.get(closest(plain, stems), "")
            return name, near
    return None


def _wanted(
    archive: Archive,
    versions: Sequence[KeptVersion],
    number: int | None,
    names: Sequence[str],
    now: State,
) -> _Wanted | None:
    """The version that is asked for; None where there is none."""
    later: KeptVersion | None = None
    for version in reversed(versions):
        # One after which none of them changed has what the later one had: nothing else than now.
        if number is None and later and not _chosen(later.changes, names):
            later = version
            continue
        later = version
        if number is None or version.number == number:
            found = _compared(version, archive.files(version.number), names, now)
            if found.changes or number is not None:
                return found
    return None


def _compared(
    version: KeptVersion, files: Mapping[str, str], names: Sequence[str], now: State
) -> _Wanted:
    differing = changes_between(now.files, files)
    chosen = _chosen(files.keys() | differing.keys() if not names else files, names)
    left = {path for path in files if path in now.left} & chosen
    may = {p: kind for p, kind in differing.items() if p in chosen and p not in now.left}
    ledgers = {path for path in may if is_ledger(path) and path not in names}
    changes = {path: kind for path, kind in may.items() if path not in ledgers}
    return _Wanted(version, files, now.files, changes, (*sorted(ledgers),), (*sorted(left),))


def _chosen(paths: Iterable[str], names: Sequence[str]) -> set[str]:
    """Those of the paths that are meant: all, where none is named."""
    if not names:
        return {*paths}
    known = [*paths]
    return {path for name in names for path in named(name, known)}


def _tell_left(wanted: _Wanted, reporter: Reporter) -> None:
    if wanted.ledgers:
        files = ", ".join(f"content/{each}" for each in wanted.ledgers)
        reporter.say(
            f"Để nguyên như bây giờ: {files}. Sổ in chỉ ghi thêm: sổ cũ thiếu những gì đã in, đã "
            "dán. Sổ bây giờ bị hỏng hay mất dòng thì ghi rõ tên tệp ấy.",
            f"Left as now: {files}. The ledger only grows: an older one lacks what is "
            "printed. Where today's is spoilt or has lost rows, name that file.",
        )
    if wanted.left:
        files = ", ".join(f"content/{each}" for each in wanted.left)
        reporter.say(
            f"Để nguyên, vì bây giờ là liên kết, không đọc được hay quá lớn: {files}.",
            f"Left alone, for now it is a link, can't be read or is too large: {files}.",
        )


def _bring_back(
    archive: Archive, wanted: _Wanted, said: str, reporter: Reporter, *, dry_run: bool
) -> VerbOutcome:
    version, changes = wanted.version, wanted.changes
    gone = [path for path, kind in changes.items() if kind == "gone"]
    back = [path for path, kind in changes.items() if kind != "gone"]
    stage = WayBack(archive.root)
    with stage.filled(archive.read(version.number, back) if back else ()) as folder:
        for path in filter(is_ledger, back):
            if count := rows_lacking(path.casefold(), folder, archive.root / "content"):
                return _refuse_older(version, path, count, reporter)
        _tell_changes(wanted, reporter)
        tell_lots(changes, folder, archive.root / "content", reporter)
        if dry_run:
            reporter.say("Chưa đổi gì: chỉ xem trước.", "Nothing was changed: a dry run.")
            return VerbOutcome(FINE)
        failed = stage.place(said, gone, back, wanted.now)
    note(archive, said, reporter)
    if failed:
        names = "; ".join(failed)
        reporter.refuse(
            f"Chưa lấy lại được: {names}. Hãy đóng chương trình đang mở tệp ấy rồi chạy lại.",
            f"Not brought back: {names}. Close the program that has it open and run again.",
        )
        return VerbOutcome(FAILED)
    reporter.say(
        "Xong. Bản vừa rồi cũng đã ghi lại: “ocop restore” lần nữa là về như cũ. "
        "Bây giờ hãy chạy: ocop check",
        "Done. What was there is noted too: “ocop restore” again undoes this. Now run: ocop check",
    )
    return VerbOutcome(FINE)


def _refuse_older(version: KeptVersion, path: str, count: int, reporter: Reporter) -> VerbOutcome:
    reporter.refuse(
        f"Không lấy lại content/{path} của phiên bản {version.number}: bản ấy thiếu {count} dòng "
        "đã ghi đến nay, tức là quên những gì đã in. Không đổi gì. Nếu tệp bây giờ mới là sai, hãy "
        "dời nó ra khỏi content/ rồi chạy lại.",
        f"content/{path} of version {version.number} is not brought back: it lacks {count} rows "
        "recorded by now, and so forgets what is printed. Nothing was changed. If it is "
        "today's file that is wrong, move it out of content/ and run again.",
    )
    return VerbOutcome(FAILED)


def _tell_changes(wanted: _Wanted, reporter: Reporter) -> None:
    version, changes = wanted.version, wanted.changes
    listed = [named_changes(changes, language, _MOST_NAMED) for language in ("vi", "en")]
    reporter.say(
        f"Lấy lại phiên bản {version.number} ({moment(version, 'vi')}), {len(changes)} tệp: "
        f"{listed[0]}",
        f"Bringing back version {version.number} ({moment(version, 'en')}), {len(changes)} "
        f"files: {listed[1]}",
    )
