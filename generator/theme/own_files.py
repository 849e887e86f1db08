"""The files of a theme that a person put there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.litter import is_passed_over


def own_files(folder: Path, *patterns: str) -> Iterator[Path]:
    """Yield those of the folder that match, pattern by pattern, by name; no litter of systems."""
    for pattern in patterns:
        for path in sorted(folder.glob(pattern)):
            if path.is_file() and not is_passed_over(path.name):
                yield path
