"""Folders as lists of files, each with a stamp that tells whether it may have changed.

A stamp is only ever a hint: with equal stamps no file is read, with different ones it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""Size in bytes, times of the last change of content and of the entry in ns, inode."""

Trees = Mapping[str, Mapping[str, Stamp]]
"""The files of each scope, by their path in it."""

TICK = 100_000_000
"""Nanoseconds: longer than a tick of any common file system's clock but FAT's."""


def stamp_of(found: os.stat_result) -> Stamp:
    """The stamp of a file; the time of its entry (ctime) can't be set back by a copying program."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def listing(folder: Path, *, hidden: bool = True, compiled: bool = True) -> dict[str, Stamp]:
    """Every file below a folder by its path there, with forward slashes; nothing is followed.

    A folder without files is listed with a closing slash. Without `hidden`, names with a dot in
    front are left out, without `compiled` what Python keeps of modules. Raises OSError where it
    can't be read.
    """
    if not folder.is_dir():
        return {}
    found: dict[str, Stamp] = {}
    waiting = [(os.fspath(folder), "")]
    while waiting:
        path, prefix = waiting.pop()
        empty = True
        with os.scandir(path) as entries:
            for entry in entries:
                name = entry.name
                if not hidden and name.startswith("."):
                    continue
                if not compiled and name == "__pycache__":
                    continue
                empty = False
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{name}/"))
                else:
                    found[prefix + name] = stamp_of(entry.stat(follow_symlinks=False))
        if empty and prefix:
            found[prefix] = (0, 0, 0, 0)
    return found


def lines(listings: Iterable[tuple[str, Mapping[str, Stamp]]]) -> bytes:
    """Named listings as text, equal for equal files in whatever order a folder gives them."""
    found = [
        f"{name}/{path} {' '.join(map(str, stamp))}"
        for name, files in listings
        for path, stamp in files.items()
    ]
    return "\n".join(sorted(found)).encode(errors="surrogateescape")
