"""Files written in one step: whoever reads sees the old content or the new, never a part."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from generator.engine.renaming import rename

_FEW = 64
_CANT = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM}
"""What file systems answer that sync no folder, as some of a network."""


def write(path: Path, content: bytes, *, durably: bool = False) -> None:
    """Write a file and the folders it stands in. Raises OSError.

    What is written `durably` outlives a power cut: it and its name are on the disk itself before
    this returns.
    """
    write_by(path, lambda file: file.write(content), durably=durably)


def write_by(path: Path, fill: Callable[[BinaryIO], object], *, durably: bool = False) -> None:
    """The same for content that is too much to be held at once: `fill` writes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _about(path, part), part.open("wb") as file:
            fill(file)
            if durably:
                file.flush()
                os.fsync(file.fileno())
        rename(part, path, about=path)
    finally:
        part.unlink(missing_ok=True)
    if durably:
        _sync_folder(path.parent)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files: the disk has room for all before the first takes its place.

    Raises OSError; then they are as they were, but where a rename fails midway.
    """
    parts = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            forget_parts(path.parent, path.name)
            with _about(path, parts[path]):
                parts[path].write_bytes(content)
        for path, part in parts.items():
            rename(part, path, about=path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


@contextmanager
def _about(path: Path, part: Path) -> Iterator[None]:
    """Let an OSError name the file that is to be: a full disk tells of none, and a part is ours."""
    try:
        yield
    except OSError as error:
        if error.filename in (None, os.fspath(part)):
            error.filename = os.fspath(path)
        raise


def forget_parts(folder: Path, name: str = "*") -> None:
    """Remove what is left of a file, or of all, when the program is killed while it writes."""
    for part in folder.glob(f".{name}.*.part"):
        part.unlink(missing_ok=True)


def sync(root: Path, paths: Collection[str]) -> None:
    """Have written files below `root`, and their names, on the disk itself before this returns.

    Few are asked for one by one; for many, all of a system's disks are, which takes less time.
    Raises OSError.
    """
    if len(paths) > _FEW and hasattr(os, "sync") and sys.platform == "linux":
        os.sync()  # elsewhere it doesn't wait
        return
    for path in paths:
        # Windows syncs only what is open for writing.
        file = root / path
        handle = os.open(file, os.O_RDWR)
        try:
            with _about(file, file):
                os.fsync(handle)
        finally:
            os.close(handle)
    for folder in sorted({(root / path).parent for path in paths}):
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Have the folder's list of names on the disk; Windows keeps it there by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANT:
            raise
    finally:
        os.close(handle)
