"""Temporary files of a run of tests in memory: hundreds of projects come and go on the disk."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_DISK = Path("/dev/shm")  # noqa: S108  # Linux has its files in memory
_ROOM = 4 << 30
"""Bytes that must be free; a run of all tests takes some 2 GB."""
_NAME = "ocop-tests-"


@contextmanager
def temporary_files() -> Iterator[None]:
    """Meanwhile those of this process and of all it starts are in memory, where there is room."""
    if not _has_room():
        yield
        return
    for left in _DISK.glob(f"{_NAME}*"):
        if not Path("/proc", left.name.removeprefix(_NAME)).exists():
            shutil.rmtree(left, ignore_errors=True)
    folder = _DISK / f"{_NAME}{os.getpid()}"
    folder.mkdir(mode=0o700)
    before, os.environ["TMPDIR"] = os.environ.get("TMPDIR"), str(folder)
    tempfile.tempdir = None  # else what it was before is remembered
    try:
        yield
    finally:
        tempfile.tempdir = None
        if before is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = before
        shutil.rmtree(folder, ignore_errors=True)


def _has_room() -> bool:
    """Whether there is such a disk, large enough, where programs may be run as well."""
    with suppress(OSError, AttributeError):  # Windows has no statvfs
        disk = os.statvfs(_DISK)
        free = disk.f_bavail * disk.f_frsize
        return free >= _ROOM and not disk.f_flag & os.ST_NOEXEC and os.access(_DISK, os.W_OK)
    return False
