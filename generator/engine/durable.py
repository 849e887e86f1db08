"""Files that must outlive a power cut: on the disk itself before anything else happens."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_CANT = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM}
"""What file systems answer that sync no folder, as some of a network."""


def write_durably(path: Path, content: bytes) -> None:
    """Write a file in one step, and return once it and its name are on the disk. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)  # noqa: PTH105 - the step that a test of the order records
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(path.parent)


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
