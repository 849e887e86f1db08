"""Photos made by a cluster's workers on this machine, beside the machine's own processes.

    python benchmarks/corpus.py 200 --photos 200 --own-photos --out benchmarks/corpora/photos
    python benchmarks/cluster.py benchmarks/corpora/photos --workers 1 2 4 0

Each row builds the site from nothing; 0 workers are the machine's own processes. Of the bytes
moved, each photo goes out once, and what was made of it comes home. CPU and memory are those of
all: the build, the scheduler and the workers, with their start. The *office* is the build alone,
which of a real cluster is all that the office's machine has to do.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import measure
from distributed import LocalCluster

_LIMIT = 4 * 3600
"""Seconds for a row."""


def main() -> None:
    """Read the command line and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4, 0])
    parser.add_argument("--row", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    content = given.corpus / "ours" / "content"
    if given.row is not None:
        sys.exit(_build(content, given.row))
    photos = [*(content / "media").glob("*.jpg")]
    out = sum(each.stat().st_size for each in photos)
    print(f"{len(photos)} photos, {out / 1e6:.0f} MB go out once")
    print("| workers | s | CPU s | office's CPU s | memory, MB | renditions, MB |")
    print("|---|---:|---:|---:|---:|---:|")
    for workers in given.workers:
        with tempfile.TemporaryDirectory(prefix="cluster-") as folder:
            log = Path(folder, "log")
            command = [sys.executable, __file__, str(given.corpus), "--row", str(workers)]
            made = measure.run(command, Path.cwd(), {}, log, _LIMIT)
            said = log.read_text("utf-8").splitlines()
        if made.status:
            sys.exit("\n".join([*said[-20:], f"{workers}: exit status {made.status}"]))
        seconds, office, home = map(float, said[-1].split())
        print(
            f"| {workers or 'no cluster'} | {seconds:.1f} | {made.cpu:.1f} | {office:.1f}"
            f" | {made.memory / 1e6:.0f} | {home:.0f} |",
            flush=True,
        )


def _build(content: Path, workers: int) -> int:
    """Say the build's seconds, its CPU seconds and the megabytes of pictures; its exit status."""
    if not workers:
        return _built(content, ["--jobs", str(os.cpu_count() or 1)])
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as found:
        # What is not a photo is made by the build itself, one after the other.
        there = ["--executor", "dask", "--scheduler", found.scheduler_address]
        return _built(content, ["--jobs", "1", *there])


def _built(content: Path, how: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="cluster-", dir=content.parent.parent) as work:
        root = Path(work)
        (root / "content").symlink_to(content.resolve())
        words = ["build", "--root", work, "--only", "site", *how]
        began = time.monotonic()
        process = subprocess.Popen([sys.executable, "-m", "generator", *words])
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
        home = sum(each.stat().st_size for each in (root / "output/site/media").glob("*"))
    print(f"{seconds:.1f} {used.ru_utime + used.ru_stime:.1f} {home / 1e6:.0f}", flush=True)
    return process.returncode


if __name__ == "__main__":
    main()
