"""A build in a process of its own that dies at a chosen change of the disk."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

_CHANGES = frozenset(
    {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.utime"}
)
"""What the interpreter announces before it changes the disk (PEP 578), but for files opened."""
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT

T = TypeVar("T")


def killed_at(change: int, work: Callable[[], int], count: Path) -> int:
    """Do the work in a fork that kills itself before the change of that number (from 1) is made.

    `count` is a file that gets one byte a change. Returns the wait status.
    """
    left = change
    ledger = os.open(count, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)

    def is_over() -> bool:
        nonlocal left
        left -= 1
        os.write(ledger, b".")
        return not left

    try:
        return killed_when(is_over, work)
    finally:
        os.close(ledger)


def killed_when(is_over: Callable[[], bool], work: Callable[[], int]) -> int:
    """Do the work in a fork that kills itself before the first change of which that is true.

    Returns the wait status.
    """

    def before_change() -> None:
        if is_over():
            os.kill(os.getpid(), signal.SIGKILL)

    return _watched(before_change, work)


def seen_at_each_change(work: Callable[[], int], look: Callable[[], T], kept: Path) -> list[T]:
    """What a process that is killed before each change of the disk would leave, and after the last.

    The work is done once, in a fork: what `look` sees before a change is all that is on the disk.
    `kept` is a file for it.
    """
    seen: list[T] = []

    def worked() -> int:
        status = work()
        found = pickle.dumps([*seen, look()])
        kept.write_bytes(found)
        return status

    assert _watched(lambda: seen.append(look()), worked) == 0
    return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]  # noqa: S301


def _watched(before_change: Callable[[], None], work: Callable[[], int]) -> int:
    """Do the work in a fork, which calls that before each change of the disk; the wait status."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    status = 99
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES
            if opened or event in _CHANGES or event == "ctypes.dlsym":
                before_change()

        sys.addaudithook(watch)
        status = work()
    finally:
        os._exit(status)
