"""Notes a version of content/ around a verb's work; where it can't, it only warns."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from generator.desk.reporting import Reporter
from generator.desk.versions.archive import Archive
from generator.engine.tree import Stamp

SWITCH = "OCOP_VERSIONS"
"""The variable with which versions are switched off where something else keeps them."""
BEFORE = "before: "
"""Begins the reason of a version that was noted before a command, not after it."""


def noted(
    root: Path,
    why: str,
    reporter: Reporter | None = None,
    stamps: Mapping[str, Stamp] | None = None,
) -> None:
    """Note a version of content/, if it has changed; `why` is the command that asks for it.

    The caller holds the project's lock. `stamps` are those of a listing of content/ just made.
    Never raises OSError: no work fails for it, and the reporter is told what is wrong.
    """
    if os.environ.get(SWITCH, "").strip().casefold() not in {"off", "no", "0"}:
        note(Archive.of(root), why, reporter, stamps)


def noted_before(root: Path, why: str, reporter: Reporter) -> None:
    """Note what editors wrote before a command changes it."""
    noted(root, f"{BEFORE}{why}", reporter)


def note(
    archive: Archive,
    why: str,
    reporter: Reporter | None,
    stamps: Mapping[str, Stamp] | None = None,
) -> None:
    """What `noted` does, whether or not versions are switched off."""
    try:
        archive.add(why, stamps)
    except OSError as error:
        if reporter:
            where, reason = error.filename or "", error.strerror or error
            reporter.refuse(
                f"Cảnh báo: chưa ghi được phiên bản này của content/ để sau lấy lại ({where} "
                f"{reason}). Việc khác vẫn làm như thường.",
                f"Warning: this version of content/ could not be noted, to be brought back later "
                f"({where} {reason}). All else goes on.",
            )
