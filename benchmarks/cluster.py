"""Photos made by a cluster's workers on this machine, beside the machine's own processes.

    python benchmarks/corpus.py 200 --photos 200 --own-photos --out benchmarks/corpora/photos
    python benchmarks/cluster.py benchmarks/corpora/photos --workers 1 2 4 0

Each row builds the site from nothing, in a process of its own; 0 workers are the machine's own
processes. Of the bytes moved, each photo goes out once, and what was made of it comes home. CPU and
memory are those of all: the build, the scheduler and the workers, with their start.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import measure
from distributed import LocalCluster

from generator.desk.building.build import build
from generator.desk.console import Desk
from generator.desk.options import Order
from generator.desk.version import program_version
from generator.engine.away import Cluster

PROGRAM = ("generator.desk.version:program_version", program_version())
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
    print("| workers | s | CPU s | memory, MB | renditions, MB |\n|---|---:|---:|---:|---:|")
    for workers in given.workers:
        with tempfile.TemporaryDirectory(prefix="cluster-") as folder:
            log = Path(folder, "log")
            command = [sys.executable, __file__, str(given.corpus), "--row", str(workers)]
            made = measure.run(command, Path.cwd(), {}, log, _LIMIT)
            said = log.read_text("utf-8").splitlines()
        if made.status:
            sys.exit("\n".join([*said[-20:], f"{workers}: exit status {made.status}"]))
        seconds, home = map(float, said[-1].split())
        print(
            f"| {workers or 'no cluster'} | {seconds:.1f} | {made.cpu:.1f}"
            f" | {made.memory / 1e6:.0f} | {home:.0f} |",
            flush=True,
        )


def _build(content: Path, workers: int) -> int:
    """Say the build's seconds and the megabytes of the site's pictures; its exit status."""
    if not workers:
        return _built(content, os.cpu_count() or 1, None)
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as found:
        return _built(content, 1, Cluster(found.scheduler_address, PROGRAM))


def _built(content: Path, jobs: int, cluster: Cluster | None) -> int:
    with tempfile.TemporaryDirectory(prefix="cluster-", dir=content.parent.parent) as work:
        root = Path(work)
        (root / "content").symlink_to(content.resolve())
        order = Order(root, root / "output", only="site", jobs=jobs, cluster=cluster)
        began = time.monotonic()
        status = build(order, Desk("en")).status
        seconds = time.monotonic() - began
        home = sum(each.stat().st_size for each in (root / "output/site/media").glob("*"))
    print(f"{seconds:.1f} {home / 1e6:.0f}", flush=True)
    return status


if __name__ == "__main__":
    main()
