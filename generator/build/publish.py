"""Puts a finished build in place: the whole new one, or the whole old one stays.

The new tree is laid out beside the old one, of links to the files that stay and of the files just
made. Then the two change places, and the old tree is kept as the spare on which the next one is
laid: what both have in common need not be laid out again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from generator.build.exchange import exchange, recover
from generator.build.tree import Stamp, stamp_of

STAGING = ".staging"
"""A folder in output/ for files not yet published; whatever an earlier build left there goes."""


def tidy(output: Path, scopes: Iterable[str]) -> None:
    """Make good what a killed build left."""
    for scope in scopes:
        recover(output / scope)
    if (output / STAGING).exists():
        shutil.rmtree(output / STAGING)


def stage(output: Path) -> Path:
    """An empty folder for files to publish."""
    staging = output / STAGING
    staging.mkdir(parents=True)
    return staging


def spare_folder(output: Path, cache: Path) -> Path:
    """Where spare trees are kept: in the cache, if the two are on one file system."""
    there = next(each for each in (output.absolute(), *output.absolute().parents) if each.exists())
    near = cache.stat().st_dev == there.stat().st_dev
    return (cache if near else output / STAGING) / "spare"


def publish(
    live: Path,
    spare: Path,
    made: Path,
    staged: set[str],
    removed: set[str],
    there: Mapping[str, Stamp],
    has: Mapping[str, Stamp],
) -> dict[str, Stamp]:
    """Replace the tree `live` by one with the staged files of `made` and without the removed.

    Paths count from those folders. `there` lists all that stands in it now, a stranger's files and
    empty folders included; what is neither staged nor removed stays. `spare` is a folder of the
    same file system, whatever is in it, and `has` its listing. Gives the new tree's listing.
    Raises OSError, and then the old tree stands.
    """
    if not live.exists():
        made.replace(live)
        return _stamped(live, staged)
    gone = removed | staged
    kept = {path: stamp for path, stamp in there.items() if path not in gone}
    try:
        fresh = _lay(live, spare, kept, has, staged)
    except OSError:
        shutil.rmtree(spare, ignore_errors=True)
        fresh = _lay(live, spare, kept, {}, staged)
    _move(made, spare, staged)
    exchange(live, spare)
    return kept | _stamped(live, staged | fresh)


def _move(made: Path, spare: Path, staged: Iterable[str]) -> None:
    """Put each staged file in its place, over what is there."""
    source, target = f"{os.fspath(made)}/", f"{os.fspath(spare)}/"
    for path in staged:
        try:
            os.replace(source + path, target + path)  # noqa: PTH105  # tens of thousands of times
        except FileNotFoundError:
            (spare / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).replace(spare / path)


def _stamped(root: Path, paths: Iterable[str]) -> dict[str, Stamp]:
    start = f"{os.fspath(root)}/"
    return {path: stamp_of(os.lstat(start + path)) for path in paths}


def _lay(
    live: Path,
    spare: Path,
    kept: Mapping[str, Stamp],
    has: Mapping[str, Stamp],
    staged: Set[str],
) -> set[str]:
    """Make the spare tree one of links to the live tree's kept files, and of nothing else.

    What stands at a staged file's path may stay: it will be replaced. Gives the files that had to
    be linked, whose stamps are others now.
    """
    spare.mkdir(parents=True, exist_ok=True)
    fresh = set()
    for path, stamp in has.items():
        if kept.get(path) != stamp and path not in staged:
            _drop(spare, path)
    for path, stamp in kept.items():
        if has.get(path) != stamp:
            _link(live, spare, path)
            if not path.endswith("/"):
                fresh.add(path)
    return fresh


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


def strangers(there: Iterable[str], own: set[str]) -> tuple[str, ...]:
    """Files (not empty folders) of a listing that no build has published."""
    return tuple(sorted(p for p in there if p not in own and not p.endswith("/")))
