"""Two folders are swapped in one step, so that nobody ever sees a half of either."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

from generator.engine.renaming import rename

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Linux, renameat2(2); macOS calls the same RENAME_SWAP, and its value is the same."""
_NO_SUCH_STEP = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a system or a file system says that can't do it."""


def swap(one: Path, other: Path) -> None:
    """Let two existing folders of one file system change places.

    Where the system can do it in one step (Linux, macOS), it is one step. Elsewhere (Windows) it
    is two renames, and should the program be stopped between them, `recover` puts `one` back.
    Raises OSError.
    """
    if _at_once(one, other):
        return
    aside = _aside(one)
    rename(one, aside, about=one)
    try:
        rename(other, one, about=one)
    except OSError:
        rename(aside, one, about=one)
        raise
    rename(aside, other, about=other)


def recover(folder: Path) -> None:
    """Put back a folder whose swap was stopped half-way."""
    aside = _aside(folder)
    if not aside.exists():
        return
    if folder.exists():
        shutil.rmtree(aside)
    else:
        rename(aside, folder, about=folder)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.aside")


def _at_once(one: Path, other: Path) -> bool:
    """Whether the system swapped the two in one step; False where it has no such step.

    Raises OSError where it has one that failed.
    """
    names = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            done = library.renamex_np(*names, ctypes.c_uint(_RENAME_EXCHANGE))
        else:
            done = library.renameat2(
                _AT_FDCWD, names[0], _AT_FDCWD, names[1], ctypes.c_uint(_RENAME_EXCHANGE)
            )
    except (AttributeError, OSError, TypeError):
        return False
    if done == 0:
        return True
    wrong = ctypes.get_errno()
    if wrong in _NO_SUCH_STEP:
        return False
    raise OSError(wrong, os.strerror(wrong), os.fspath(one))
