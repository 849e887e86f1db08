"""Folders as lists of files, each with a stamp that tells whether it may have changed.

A stamp is only ever a hint: with equal stamps no file is read, with different ones it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.engine.processes import shared_out

Stamp = tuple[int, int, int, int]
"""Size in bytes, times of the last change of content and of the entry in ns, inode."""

Trees = Mapping[str, Mapping[str, Stamp]]
"""The files of each scope, by their path in it."""

_END = b"\0"
"""Of a line: no name has it."""
_LEVELS = 2
"""Below so many levels of folders are the many."""
_SHARE, _SHARES = 500, 4
"""Folders that are looked at together, and how many times that are worth a process."""

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
        waiting += _look(*waiting.pop(), found, hidden, compiled)
    return found


def _look(
    path: str, prefix: str, found: dict[str, Stamp], hidden: bool, compiled: bool
) -> list[tuple[str, str]]:
    """Put the files of one folder into `found`; the folders in it, with their prefixes."""
    folders = []
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
                folders.append((entry.path, f"{prefix}{name}/"))
            else:
                found[prefix + name] = stamp_of(entry.stat(follow_symlinks=False))
    if empty and prefix:
        found[prefix] = (0, 0, 0, 0)
    return folders


def lines(listings: Iterable[tuple[str, Mapping[str, Stamp]]]) -> bytes:
    """Named listings as text, equal for equal files in whatever order a folder gives them."""
    return _END.join(
        sorted(
            f"{name}/{path} {' '.join(map(str, stamp))}".encode(errors="surrogateescape")
            for name, files in listings
            for path, stamp in files.items()
        )
    )


def lines_of(name: str, folder: Path) -> bytes:
    """What `lines` gives for a listing; of many folders other processes look at their share."""
    if not folder.is_dir():
        return b""
    found: dict[str, Stamp] = {}
    waiting = [(os.fspath(folder), "")]
    for _ in range(_LEVELS):
        waiting = [each for at in waiting for each in _look(*at, found, True, True)]
    shares = [waiting[start : start + _SHARE] for start in range(0, len(waiting), _SHARE)]
    parts = shared_out(partial(_lines_below, name), shares, _SHARES)
    told = (line for part in (lines([(name, found)]), *parts) for line in part.split(_END) if line)
    return _END.join(sorted(told))


def _lines_below(name: str, waiting: Sequence[tuple[str, str]]) -> bytes:
    found: dict[str, Stamp] = {}
    left = [*waiting]
    while left:
        left += _look(*left.pop(), found, True, True)
    return lines([(name, found)])
