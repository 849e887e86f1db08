"""Puts a finished build in place: the whole new one, or the whole old one stays.

The new tree is laid beside the old one, of links to the files that stay and of the files just
made. Then the two change places.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.build.exchange import exchange, recover
from generator.build.tree import Stamp

STAGING = ".staging"
"""A folder in output/ for files not yet published; whatever an earlier build left there goes."""


def tidy(output: Path, scopes: Iterable[str]) -> Path:
    """Make good what a killed build left, and give an empty folder for files to publish."""
    for scope in scopes:
        recover(output / scope)
    staging = output / STAGING
    if staging.exists():
        shutil.rmtree(staging)
    staging.mkdir(parents=True)
    return staging


def publish(
    output: Path, scope: str, staged: Mapping[str, Path], removed: set[str], there: Iterable[str]
) -> None:
    """Replace the tree output/`scope` by one with the staged files and without the removed.

    Paths count from that folder. `there` lists all that stands in it now, a stranger's files and
    empty folders included; what is neither staged nor removed stays. Raises OSError, and then the
    old tree stands.
    """
    live, next_ = output / scope, output / STAGING / f"next-{scope}"
    next_.mkdir()
    known: set[str] = {""}
    for path in there:
        if path not in removed and path not in staged:
            _keep(live, next_, path, known)
    for path, file in staged.items():
        _folder_for(next_, path, known)
        file.replace(next_ / path)
    if live.exists():
        exchange(next_, live)
    else:
        next_.replace(live)


def _keep(live: Path, next_: Path, path: str, known: set[str]) -> None:
    _folder_for(next_, path, known)
    if path.endswith("/"):
        return
    target = next_ / path
    try:
        os.link(live / path, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(live / path, target, follow_symlinks=False)


def _folder_for(root: Path, path: str, known: set[str]) -> None:
    """Make the folders above a path (up to its last slash) that don't exist yet."""
    folder = path.rpartition("/")[0]
    if folder not in known:
        (root / folder).mkdir(parents=True, exist_ok=True)
        known.add(folder)


def strangers(there: Mapping[str, Stamp], own: set[str]) -> tuple[str, ...]:
    """Files (not empty folders) of a listing that no build has published."""
    return tuple(sorted(p for p in there if p not in own and not p.endswith("/")))
