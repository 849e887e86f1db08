"""Other processes: a Ctrl-C while one is started is neither lost nor shown; shares in order."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from generator.engine.processes import shared_out, start_method

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


def test_what_is_shared_out_comes_back_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)

    found = shared_out(lambda each: (each, os.getpid()), range(40), 10)
    few = shared_out(lambda each: (each, os.getpid()), range(9), 10)

    assert [each for each, _ in found] == [*range(40)]
    assert len({process for _, process in found}) == (3 if start_method() == "fork" else 1)
    assert few == [(each, os.getpid()) for each in range(9)]
