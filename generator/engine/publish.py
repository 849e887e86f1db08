"""Puts a finished build in place: the whole new one, or the whole old one stays.

The new tree lies ready beside the old one. The two change places in one step, and the old tree is
kept as the tree in which the next build is laid out.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import Self

from generator.engine.renaming import rename
from generator.engine.swap import (
    recover,
    swap,
)
from generator.engine.tree import (
    Stamp,
    stamp_of,
)

STAGING = ".staging"
"""A folder in output/ for what no build leaves behind; whatever a killed one left there goes."""


class PublishedError(OSError):
    """Something couldn't be written when some of the output, or all of it, was new already."""

    @classmethod
    def after(cls, error: OSError) -> Self:
        """The same trouble, with what is known of it."""
        return cls(error.errno, error.strerror or str(error), error.filename)


def tidy(output: Path, scopes: Iterable[str]) -> None:
    """Make good what a killed build left."""
    for scope in scopes:
        recover(output / scope)
    if (output / STAGING).exists():
        shutil.rmtree(output / STAGING)


def publish(live: Path, next_tree: Path) -> None:
    """Put the next tree in the live one's place, and the live one in its. Raises OSError."""
    if live.exists():
        swap(live, next_tree)
    else:
        rename(next_tree, live, about=live)


def stamps_after(
    live: Path, before: Mapping[str, Stamp], written: Set[str], removed: Set[str]
) -> dict[str, Stamp]:
    """The listing of a tree that has just been published, from the one before it.

    A file's stamp also changes when another of its names is written or removed.
    """
    start = f"{os.fspath(live)}/"
    new = {path: stamp_of(os.lstat(start + path)) for path in written}
    gone = written | removed
    kept = {path: stamp for path, stamp in before.items() if path not in gone}
    touched = {before[path][3] for path in gone if path in before}
    touched |= {stamp[3] for stamp in new.values()}
    renamed = [path for path, stamp in kept.items() if stamp[3] in touched and path[-1:] != "/"]
    return kept | new | {path: stamp_of(os.lstat(start + path)) for path in renamed}


def strangers(there: Iterable[str], own: set[str]) -> tuple[str, ...]:
    """Files (not empty folders) of a listing that no build has published."""
    return tuple(sorted(p for p in there if p not in own and not p.endswith("/")))
