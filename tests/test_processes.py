"""Other processes: a Ctrl-C that comes while one is being started is neither lost nor shown."""

from __future__ import annotations

import subprocess
import sys

import pytest

_CTRL_C_AT_A_FORK = """
import os, signal
from generator.engine import processes
signal.signal(signal.SIGINT, signal.default_int_handler)
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
try:
    {start}
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only there are processes forked")
@pytest.mark.parametrize(
    "start",
    ["[*processes.spread(2)(abs, [1, 2, 3])]", "[*processes.SideProcess(lambda: iter([1]))]"],
    ids=["pool", "side"],
)
def test_ctrl_c_at_a_fork_stops_the_work(start: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CTRL_C_AT_A_FORK.format(start=start)],
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.stdout == "stopped\n"
    assert done.stderr == ""
