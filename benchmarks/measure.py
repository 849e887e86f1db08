"""Run a command and measure it: wall time, processor time and memory of all its processes (Linux).

Memory is the sum over the process and its descendants, sampled: `memory` of their proportional
sizes (PSS), in which a page that several share is divided among them, `resident` of their resident
sizes (RSS), in which it counts once for each.
"""

from __future__ import annotations

import ctypes
import os
import re
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SAMPLE = 0.1
"""Seconds between two looks at the processes' memory."""
_SHARE = 20
"""So many times as long as a look takes it rests: a look at gigabytes holds the process up."""
_PATIENCE = 10.0
"""Seconds for descendants to end after the command has."""
_SIZE = re.compile(r"^(Pss|Rss):\s+(\d+) kB", re.MULTILINE)
_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of wall and processor time, peak bytes, and the exit status (negative: killed)."""

    wall: float
    cpu: float
    memory: int
    resident: int
    status: int


def run(
    command: Sequence[str], cwd: Path, environment: Mapping[str, str], log: Path, limit: float
) -> Measured:
    """Run to the end, or for `limit` seconds; what it says is added to `log`."""
    _adopt_orphans()
    os.sync()
    before = _cpu_of_children()
    with log.open("ab") as said:
        start = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env={**os.environ, **environment},
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        watch = _Watch(process.pid, start + limit)
        watch.start()
        _, status = os.waitpid(process.pid, 0)
        wall = time.monotonic() - start
        watch.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    _reap(process.pid)
    cpu = _cpu_of_children() - before
    return Measured(wall, cpu, watch.memory, watch.resident, process.returncode)


class _Watch(threading.Thread):
    """Samples the memory of a process and its descendants, and ends them when time is up."""

    def __init__(self, process: int, until: float) -> None:
        super().__init__(daemon=True)
        self.memory = self.resident = 0
        self._process, self._until = process, until
        self._done = threading.Event()

    def run(self) -> None:
        rest = _SAMPLE
        while not self._done.wait(rest):
            looked = time.monotonic()
            memory, resident = _sizes(self._process)
            rest = max(_SAMPLE, _SHARE * (time.monotonic() - looked))
            self.memory = max(self.memory, memory)
            self.resident = max(self.resident, resident)
            if time.monotonic() > self._until:
                os.killpg(self._process, signal.SIGKILL)
                return

    def stop(self) -> None:
        """Look no more."""
        self._done.set()
        self.join()


def _sizes(process: int) -> tuple[int, int]:
    """Proportional and resident bytes of a process and its descendants."""
    memory, resident, waiting = 0, 0, [str(process)]
    while waiting:
        folder = Path("/proc", waiting.pop())
        try:
            found = dict(_SIZE.findall((folder / "smaps_rollup").read_text()))
            memory += int(found.get("Pss", 0)) * 1024
            resident += int(found.get("Rss", 0)) * 1024
            for thread in (folder / "task").iterdir():
                waiting += (thread / "children").read_text().split()
        except OSError:  # it has just ended
            continue
    return memory, resident


def _adopt_orphans() -> None:
    """Become the parent of processes whose own has ended, so that their time counts too."""
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _reap(session: int) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            found, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not found:
            if time.monotonic() > until:
                os.killpg(session, signal.SIGKILL)
            time.sleep(0.01)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
