"""Puts a finished build in place: the whole new one, or the whole old one stays.

The new tree is laid out beside the old one, of links to the files that stay and of the files just
made. Then the two change places, and the old tree is kept as the spare on which the next one is
laid: what both have in common need not be laid out again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.build.exchange import exchange, recover
from generator.build.tree import Stamp, listing

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


def spare_folder(output: Path, cache: Path) -> Path:
    """Where spare trees are kept: in the cache, if the two are on one file system."""
    cache.mkdir(parents=True, exist_ok=True)
    near = cache.stat().st_dev == output.stat().st_dev
    return (cache if near else output / STAGING) / "spare"


def publish(
    live: Path,
    spare: Path,
    made: Path,
    staged: set[str],
    removed: set[str],
    there: Mapping[str, Stamp],
) -> None:
    """Replace the tree `live` by one with the staged files of `made` and without the removed.

    Paths count from those folders. `there` lists all that stands in it now, a stranger's files and
    empty folders included; what is neither staged nor removed stays. `spare` is a folder of the
    same file system, whatever is in it. Raises OSError, and then the old tree stands.
    """
    if not live.exists():
        made.replace(live)
        return
    kept = {path: stamp for path, stamp in there.items() if path not in removed | staged}
    try:
        _lay(live, spare, kept)
    except OSError:
        shutil.rmtree(spare, ignore_errors=True)
        _lay(live, spare, kept)
    for path in staged:
        (spare / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).replace(spare / path)
    exchange(live, spare)


def _lay(live: Path, spare: Path, kept: Mapping[str, Stamp]) -> None:
    """Make the spare tree one of links to the live tree's kept files, and of nothing else."""
    spare.mkdir(parents=True, exist_ok=True)
    has = listing(spare)
    for path, stamp in has.items():
        if path not in kept or kept[path] != stamp:
            _drop(spare, path)
    for path, stamp in kept.items():
        if has.get(path) != stamp:
            _link(live, spare, path)


def _drop(root: Path, path: str) -> None:
    target = root / path
    if path.endswith("/"):
        target.rmdir()
    else:
        target.unlink()
    for folder in target.parents:
        if folder == root or any(os.scandir(folder)):
            return
        folder.rmdir()


def _link(live: Path, spare: Path, path: str) -> None:
    target = spare / path
    if path.endswith("/"):
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(live / path, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(live / path, target, follow_symlinks=False)


def strangers(there: Mapping[str, Stamp], own: set[str]) -> tuple[str, ...]:
    """Files (not empty folders) of a listing that no build has published."""
    return tuple(sorted(p for p in there if p not in own and not p.endswith("/")))
