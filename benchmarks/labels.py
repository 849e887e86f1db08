"""Every design on every stock for every product of a project: made, proven, counted and timed.

    .venv/bin/python benchmarks/labels.py [--root DIR] [--jobs N]

What has no room says so, as it should; anything else that a proof refuses is a fault of a design,
is printed, and makes the exit status 1.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from generator import theme
from generator.catalogue.model import Catalogue
from generator.desk.content import load
from generator.desk.options import SHIPPED_THEMES
from generator.press import labels, proof
from generator.press.designs import DESIGNS
from generator.press.run import Run
from generator.press.stocks import shipped
from generator.press.typesetter import PressError

NO_ROOM = {"print-overflow", "code-overflow"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One label: its product, stock and design, and the rule it broke, if any."""

    slug: str
    stock: str
    design: str
    rule: str | None = None
    said: str = ""


@cache
def catalogue(root: Path) -> Catalogue:
    """The project's catalogue, read once in each process."""
    found = load(root).catalogue
    if found is None:
        raise SystemExit(f"no catalogue in {root}")
    return found


def product(root: Path, slug: str) -> list[Outcome]:
    """Every design on every stock for one product, a label each, in the press flavour."""
    found = catalogue(root)
    folders = theme.chain(found.site.theme, (root / "themes", *SHIPPED_THEMES))
    words, templates = theme.press_words(folders, "vi"), theme.typst_templates(folders)
    outcomes = []
    for stock in shipped().values():
        for design in DESIGNS:
            run = Run(found.by_slug[slug], stock, date.max, design, stock.dpi[0], count=1)
            try:
                values = labels.drawn(labels.values_of(found, run, words))
                pdf = labels.print_labels(templates, values, "press")
                proof.prove({"labels.pdf": pdf}, values)
            except PressError as error:
                outcomes.append(Outcome(slug, stock.name, design, error.rule.code, str(error)))
            else:
                outcomes.append(Outcome(slug, stock.name, design))
    return outcomes


def main() -> int:
    """Make them all; 0 if what was refused was refused for want of room alone."""
    parser = argparse.ArgumentParser(description="Every design on every stock, made and proven.")
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    start = time.perf_counter()
    slugs = [one.slug for one in catalogue(asked.root).products if one.code or one.gtin]
    with ProcessPoolExecutor(asked.jobs) as pool:
        runs = pool.map(product, [asked.root] * len(slugs), slugs)
        outcomes = [outcome for run in runs for outcome in run]
    seconds = time.perf_counter() - start
    counts = Counter((outcome.design, outcome.rule or "proven") for outcome in outcomes)
    for (design, rule), count in sorted(counts.items()):
        print(f"{design:12} {rule:20} {count:5}")
    print(f"{len(outcomes)} labels in {seconds:.1f} s with {asked.jobs} processes")
    faults = [outcome for outcome in outcomes if outcome.rule and outcome.rule not in NO_ROOM]
    for fault in faults:
        print(fault.slug, fault.stock, fault.design, fault.said)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
