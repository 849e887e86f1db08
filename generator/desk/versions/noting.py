"""Notes a version of content/ after a verb that succeeded; where it can't, it only warns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.desk.reporting import Reporter
from generator.desk.versions.archive import Archive
from generator.engine.tree import Stamp

BEFORE = "before: "
"""Begins the reason of a version that was noted before a command, not after it."""


def noted(
    root: Path,
    why: str,
    reporter: Reporter | None = None,
    stamps: Mapping[str, Stamp] | None = None,
) -> None:
    """Note a version of content/, if it has changed; `why` is the command that asks for it.

    The caller holds the project's lock. With the `stamps` of a listing of content/ that has been
    made anyhow, hardly anything is done where nothing changed. Never raises OSError: the work that
    is to be noted is done, and the reporter is told what is wrong.
    """
    try:
        archive = Archive.of(root)
        if stamps is None or not archive.unchanged(stamps):
            archive.add(why, stamps)
    except OSError as error:
        if reporter:
            where, reason = error.filename or "", error.strerror or error
            reporter.refuse(
                f"Cảnh báo: chưa ghi được phiên bản này của content/ để sau lấy lại ({where} "
                f"{reason}). Mọi việc khác đã xong.",
                f"Warning: this version of content/ could not be noted, to be brought back later "
                f"({where} {reason}). All else is done.",
            )
