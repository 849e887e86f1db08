"""The tree in which the next build is laid out: hard links to what stands, and files just made.

Before anything is made it mirrors the live tree; what the last builds left in it is what both have
in common, and need not be laid out again. Files of it are never written to, but replaced, since
the live tree has them too.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.engine.tree import (
    Stamp,
    listing,
    stamp_of,
)


def next_tree_folder(output: Path, cache: Path, staging: Path) -> Path:
    """Where next trees are kept: in the cache, if that and output/ are on one file system."""
    there = next(each for each in (output.absolute(), *output.absolute().parents) if each.exists())
    near = cache.stat().st_dev == there.stat().st_dev
    return (cache if near else staging) / "next_tree"


def mirror(live: Path, next_tree: Path, there: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """Make the next tree one of links to all files of the live one, and of nothing else.

    `there` is the live tree's listing. Gives the stamps of those of its files that have others
    now, having got a link or lost one; where there are no links, of the copies. Raises OSError.
    """
    for folder in (next_tree.parent, next_tree):
        if folder.is_symlink():
            folder.unlink()  # whatever it leads to is no tree of ours
    if not there:
        shutil.rmtree(next_tree, ignore_errors=True)
    next_tree.mkdir(parents=True, exist_ok=True)
    try:
        return _mirrored(live, next_tree, there, listing(next_tree))
    except OSError:
        shutil.rmtree(next_tree, ignore_errors=True)
        next_tree.mkdir(parents=True, exist_ok=True)
        return _mirrored(live, next_tree, there, {})


def _mirrored(
    live: Path, next_tree: Path, there: Mapping[str, Stamp], has: Mapping[str, Stamp]
) -> dict[str, Stamp]:
    lost = set()
    for path, stamp in has.items():
        if there.get(path) == stamp:
            continue
        lost.add(stamp[3])
        if path in there:
            (next_tree / path).unlink()  # its folder will be wanted again
        else:
            drop(next_tree, path)
    start = f"{os.fspath(live)}/"
    changed = {}
    for path, stamp in there.items():
        if has.get(path) != stamp:
            file = _taken(live, next_tree, path)
        elif stamp[3] in lost:
            file = start + path
        else:
            continue
        if not path.endswith("/"):
            changed[path] = file
    return {path: stamp_of(os.lstat(file)) for path, file in changed.items()}


def _taken(live: Path, next_tree: Path, path: str) -> str:
    """Give the next tree that file; which of the two now tells the stamp that counts."""
    source, target = f"{os.fspath(live)}/{path}", f"{os.fspath(next_tree)}/{path}"
    if path.endswith("/"):
        os.makedirs(target, exist_ok=True)  # noqa: PTH103  # here and below: a matter of speed
    elif not _linked(source, target):
        os.makedirs(target.rpartition("/")[0], exist_ok=True)  # noqa: PTH103
        if not _linked(source, target):
            shutil.copy2(source, target, follow_symlinks=False)
            return target
    return source


def _linked(source: str, target: str) -> bool:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True


def drop(root: Path, path: str) -> None:
    """Remove a file, or an empty folder with a closing slash, and the folders that it leaves empty.

    Raises OSError.
    """
    target = root / path
    if path.endswith("/"):
        target.rmdir()
    else:
        target.unlink()
    for folder in target.parents:
        if folder == root or any(os.scandir(folder)):
            return
        folder.rmdir()


def put(path: str, content: bytes) -> None:
    """Write a new file in place of whatever file is there. Raises OSError."""
    _clear(path)
    with open(path, "xb") as file:  # noqa: PTH123  # here and below: a matter of speed
        file.write(content)


def put_new(path: str, content: bytes) -> bool:
    """Write a file where there is none; whether there was none. Raises OSError."""
    try:
        file = open(path, "xb")  # noqa: PTH123, SIM115
    except FileExistsError:
        return False
    except FileNotFoundError:
        _make_folder(path)
        file = open(path, "xb")  # noqa: PTH123, SIM115
    with file:
        file.write(content)
    return True


def put_link(path: str, first: str) -> bool:
    """Let a path be another name of the file at `first`; whether that could be done."""
    try:
        _clear(path)
    except OSError:
        return False
    return _linked(first, path)


def put_new_link(path: str, first: str) -> bool:
    """Let a path at which there is no file be another name of the one at `first`; whether it is."""
    if _linked(first, path):
        return True
    try:
        _make_folder(path)
    except OSError:
        return False
    return _linked(first, path)


def _clear(path: str) -> None:
    """Have no file there, but a folder to put it in."""
    try:
        os.unlink(path)  # noqa: PTH108
    except FileNotFoundError:
        _make_folder(path)


def _make_folder(path: str) -> None:
    """Have a folder to put the file in."""
    folder = path.rpartition("/")[0]
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
