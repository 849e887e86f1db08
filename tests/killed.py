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
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    status = 99
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        ledger = os.open(count, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        left = change

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if _is_change(event, arguments):
                left -= 1
                os.write(ledger, b".")
                if not left:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        status = work()
    finally:
        os._exit(status)


def seen_at_each_change(work: Callable[[], int], look: Callable[[], T], kept: Path) -> list[T]:
    """What a process that is killed before each change of the disk would leave, and after the last.

    The work is done once, in a fork: what `look` sees before a change is all that is on the disk.
    `kept` is a file for it.
    """
    child = os.fork()
    if child:
        assert os.waitpid(child, 0)[1] == 0
        return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]  # noqa: S301
    status = 99
    try:
        seen: list[T] = []

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            if _is_change(event, arguments):
                seen.append(look())

        sys.addaudithook(watch)
        status = work()
        found = pickle.dumps([*seen, look()])
        kept.write_bytes(found)
    finally:
        os._exit(status)


def _is_change(event: str, arguments: tuple[object, ...]) -> bool:
    opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES
    return bool(opened) or event in _CHANGES or event == "ctypes.dlsym"
