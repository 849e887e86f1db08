"""Photos made by a cluster's workers on this machine, beside the machine's own processes.

    python benchmarks/corpus.py 200 --photos 200 --own-photos --out benchmarks/corpora/photos
    python benchmarks/cluster.py benchmarks/corpora/photos --workers 1 2 4

Each row builds the site from nothing. Of the bytes moved, each photo goes out once, and what was
made of it comes home.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from distributed import LocalCluster

from generator.desk.building.build import build
from generator.desk.console import Desk
from generator.desk.options import Order
from generator.desk.version import program_version
from generator.engine.away import Cluster

PROGRAM = ("generator.desk.version:program_version", program_version())


def main() -> None:
    """Read the command line and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    given = parser.parse_args()
    content = given.corpus / "ours" / "content"
    photos = [*(content / "media").glob("*.jpg")]
    out = sum(each.stat().st_size for each in photos)
    print(f"{len(photos)} photos, {out / 1e6:.0f} MB go out once")
    print("| who | s | renditions, MB |\n|---|---:|---:|")
    _row("2 processes", content, os.cpu_count() or 1, None)
    for workers in given.workers:
        with LocalCluster(
            n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as found:
            cluster = Cluster(found.scheduler_address, PROGRAM)
            _row(f"cluster of {workers}", content, 1, cluster)


def _row(name: str, content: Path, jobs: int, cluster: Cluster | None) -> None:
    with tempfile.TemporaryDirectory(prefix="cluster-", dir=content.parent.parent) as work:
        root = Path(work)
        (root / "content").symlink_to(content.resolve())
        order = Order(root, root / "output", only="site", jobs=jobs, cluster=cluster)
        began = time.monotonic()
        status = build(order, Desk("en")).status
        seconds = time.monotonic() - began
        home = sum(each.stat().st_size for each in (root / "output/site/media").glob("*"))
        print(f"| {name} | {seconds:.1f} | {home / 1e6:.0f} |{' failed' if status else ''}")


if __name__ == "__main__":
    main()
