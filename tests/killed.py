"""A build in a process of its own that dies at a chosen change of the disk."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

_CHANGES = frozenset(
    {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.utime"}
)
"""What the interpreter announces before it changes the disk (PEP 578), but for files opened."""
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


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
            opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES
            if opened or event in _CHANGES or event == "ctypes.dlsym":
                left -= 1
                os.write(ledger, b".")
                if not left:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        status = work()
    finally:
        os._exit(status)
