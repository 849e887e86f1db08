"""The verb `restore`: files of content/ as they were in a version, once the present is noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.desk.reporting import FAILED, FINE, MISUSED, Reporter, VerbOutcome
from generator.desk.versions.archive import Archive, State
from generator.desk.versions.history import moment, named_changes
from generator.desk.versions.kept_version import Change, KeptVersion, changes_between
from generator.desk.versions.named_files import below_content, named
from generator.desk.versions.noting import BEFORE, noted
from generator.engine import locked
from generator.engine.paths import check_below, check_unlinked
from generator.engine.writing import write

LEDGERS = frozenset({"printed.csv", "printed.seal", "handed-out.csv"})
"""They only grow: an older one has forgotten codes that are on packs in shops."""
_MOST_NAMED = 30


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A version, its files, and what bringing them back changes; `ledgers` are left alone."""

    version: KeptVersion
    files: Mapping[str, str]
    changes: Mapping[str, Change]
    ledgers: tuple[str, ...]


def restore(root: Path, words: Sequence[str], reporter: Reporter) -> VerbOutcome:
    """Bring back the files named (all, if none is) of the version whose number comes first.

    Without a number it is the last version in which they were not as they are now.
    """
    try:
        with locked(root / ".cache" / "lock", reporter.waiting):
            return _restore(root, words, reporter)
    except OSError as error:
        reporter.unwritable(error)
        return VerbOutcome(FAILED)


def _restore(root: Path, words: Sequence[str], reporter: Reporter) -> VerbOutcome:
    archive = Archive.of(root)
    number = int(words[0]) if words and words[0].isascii() and words[0].isdigit() else None
    names = [below_content(root, each) for each in words[number is not None :]]
    said = " ".join(["ocop restore", *words])
    earlier = archive.versions()
    # From here on nothing can be lost; where this fails, nothing is changed.
    now = archive.add(f"{BEFORE}{said}")
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
    _tell_ledgers(wanted, reporter)
    if lacking := [name for name in names if not named(name, wanted.files)]:
        reporter.refuse(
            f"Phiên bản {wanted.version.number} không có: {', '.join(lacking)}. Không đổi gì. "
            f"Xem: ocop history {lacking[0]}",
            f"Version {wanted.version.number} has no {', '.join(lacking)}. Nothing was changed. "
            f"See: ocop history {lacking[0]}",
        )
        return VerbOutcome(MISUSED)
    if not wanted.changes:
        reporter.say("Không có gì khác: không đổi gì.", "Nothing differs: nothing was changed.")
        return VerbOutcome(FINE)
    return _bring_back(archive, wanted, said, reporter)


def _wanted(
    archive: Archive,
    versions: Sequence[KeptVersion],
    number: int | None,
    names: Sequence[str],
    now: State,
) -> _Wanted | None:
    """The version that is asked for; None where there is none."""
    for version in reversed(versions):
        if number is None or version.number == number:
            files = archive.files(version.number)
            changes = _changes(now, files, names)
            own = {path: kind for path, kind in changes.items() if _may(path, names)}
            ledgers = tuple(sorted(changes.keys() - own.keys()))
            if own or number is not None:
                return _Wanted(version, files, own, ledgers)
    return None


def _changes(now: State, files: Mapping[str, str], names: Sequence[str]) -> dict[str, Change]:
    """What bringing back changes; a file that could not be noted as it is now is never touched."""
    changes = changes_between(now.files, files)
    if names:
        chosen = {path for name in names for path in named(name, files)}
        changes = {path: kind for path, kind in changes.items() if path in chosen}
    return {path: kind for path, kind in changes.items() if path not in now.left}


def _may(path: str, names: Sequence[str]) -> bool:
    """Whether it is no ledger, or is named itself."""
    return path not in LEDGERS or path in names


def _tell_ledgers(wanted: _Wanted, reporter: Reporter) -> None:
    if not wanted.ledgers:
        return
    files = ", ".join(f"content/{each}" for each in wanted.ledgers)
    reporter.say(
        f"Để nguyên như bây giờ: {files}. Sổ in chỉ ghi thêm: sổ cũ thiếu những mã đã in, đã dán. "
        "Vẫn muốn lấy lại thì ghi rõ tên tệp ấy.",
        f"Left as now: {files}. The ledger only grows: an older one lacks codes that are printed. "
        "To bring it back all the same, name that file.",
    )


def _bring_back(archive: Archive, wanted: _Wanted, said: str, reporter: Reporter) -> VerbOutcome:
    version, changes = wanted.version, wanted.changes
    listed = [named_changes(changes, language, _MOST_NAMED) for language in ("vi", "en")]
    reporter.say(
        f"Lấy lại phiên bản {version.number} ({moment(version, 'vi')}), {len(changes)} tệp: "
        f"{listed[0]}",
        f"Bringing back version {version.number} ({moment(version, 'en')}), {len(changes)} "
        f"files: {listed[1]}",
    )
    content = archive.root / "content"
    # Read before anything is changed: what can't be read stops all.
    texts = {p: archive.read(version.number, p) for p, kind in changes.items() if kind != "gone"}
    gone = {path: None for path, kind in changes.items() if kind == "gone"}
    # These first: a folder of that name, or another case of its letters, may come back.
    failed = [why for path, text in {**gone, **texts}.items() if (why := _put(content, path, text))]
    noted(archive.root, said, reporter)
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


def _put(content: Path, path: str, text: bytes | None) -> str:
    """Write a file, or remove it where there is no text; why that can't be, or nothing."""
    try:
        check_below([f"content/{path}"], {"content"})
        check_unlinked(content, path)
        if text is not None:
            write(content / path, text)
            return ""
        (content / path).unlink(missing_ok=True)
        for folder in (content / path).parents:
            if folder == content or any(folder.iterdir()):
                break
            folder.rmdir()
    except OSError as error:
        return f"content/{path} ({error.strerror or error})"
    return ""
