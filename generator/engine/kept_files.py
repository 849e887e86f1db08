"""Files below output/ that another command than a build puts there: kept, and no strangers.

Their list stands beside them, as the inventory of a build's own files does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.engine.paths import check_below, check_unlinked
from generator.engine.writing import write_all

KEPT_FILES = ".guests"  # as it was first called: label files printed before stay known
SCOPES = frozenset({"labels", "brochures"})


def kept_files(output: Path) -> set[str]:
    """The paths below output/, with forward slashes."""
    try:
        return set((output / KEPT_FILES).read_text("utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return set()


def check_room(output: Path, paths: Iterable[str]) -> None:
    """Raise OSError where a path, or a link on its way, leads out of SCOPES."""
    for path in paths:
        check_below((path,), SCOPES)
        check_unlinked(output, path)


def put(output: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their path below output/, each in one step, once there is room for all.

    They may only be in SCOPES. Raises OSError, before anything is written where a path or
    a link leads elsewhere.
    """
    check_room(output, files)
    listed = sorted(kept_files(output).union(files))
    kept = "".join(f"{path}\n" for path in listed).encode()
    write_all({output / path: content for path, content in {KEPT_FILES: kept, **files}.items()})
