"""How long books take, and how much memory: `ocop brochure`, whole and step by step.

    python benchmarks/corpus.py 3000 --photos 60 --own-photos --out benchmarks/corpora/3000
    python benchmarks/books.py benchmarks/corpora/3000 --formats handbook

Each command runs twice: the first cuts the photos, the second finds them in the cache. Processor
time is of all processes, memory the most that they have together (PSS). With `--steps` the command
is run once more, in one process, and each step's processor time is told; a step that is done
within another is counted in that one alone.
"""

from __future__ import annotations

import argparse
import importlib
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import measure

HERE = Path(__file__).resolve().parent
LIMIT = 3600.0
STEPS = {
    "generator.desk.print_project:load": "reading content",
    "generator.press.brochures:values_of": "values",
    "generator.press.finishing.flavoured_photos:_cut": "cutting photos",
    "generator.press.drawn_codes:matrix": "codes",
    "generator.press.typesetter:pdf": "typesetting",
    "generator.press.typesetter:with_boxes": "boxes",
    "generator.press.finishing.large_book:kept_part": "all else of setting",
    "generator.press.finishing.large_book:_lay_feet": "feet and tabs",
    "generator.press.finishing.large_book:places": "counting pages",
    "generator.press.finishing.large_book:LargeBook._joined": "joining",
    "generator.press.finishing.press_pdf:in_one_ink": "small letters",
    "generator.press.finishing.large_book:framed": "marks",
    "generator.press.finishing.large_book:preflight": "preflight of parts",
    "generator.press.finishing.brochure_files:finished": "marks and PDF/X-4",
    "generator.press.finishing.brochure_files:preflight": "preflight",
    "generator.press.finishing.brochure_files:booklet": "booklet",
    "generator.desk.brochures.printing:edition_of": "list of editions",
    "generator.desk.brochures.printing:put": "writing",
}
"""What is timed: where a function is called from, and what it does."""


def main() -> None:
    """Read the command line, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpora", type=Path, nargs="+", metavar="corpus")
    parser.add_argument("--formats", default="handbook,catalogue")
    parser.add_argument("--steps", action="store_true", help="tell the time of each step")
    parser.add_argument("--steps-only", action="store_true", help="tell nothing else")
    parser.add_argument("--once", action="store_true", help="don't run it again with cut photos")
    given = parser.parse_args()
    print("| corpus | format | run | CPU s | wall s | MB | status |")
    print("|---|---|---|---:|---:|---:|---:|")
    for corpus in given.corpora:
        for key in given.formats.split(","):
            if not given.steps_only:
                _measure(corpus, key, 1 if given.once else 2)
            if given.steps or given.steps_only:
                _tell_steps(corpus, key)


def _measure(corpus: Path, key: str, times: int) -> None:
    with tempfile.TemporaryDirectory(prefix="books-", dir=corpus) as work:
        root = Path(work)
        (root / "content").symlink_to((corpus / "ours" / "content").resolve())
        log = corpus / f"{key}.log"
        log.unlink(missing_ok=True)
        for run in range(times):
            found = measure.run(_command(key, root), root, {}, log, LIMIT)
            name = "again" if run else "first"
            row = f"{found.cpu:.1f} | {found.wall:.1f} | {found.memory / 1e6:.0f}"
            print(f"| {corpus.name} | {key} | {name} | {row} | {found.status} |", flush=True)
        for file in sorted((root / "output").rglob("*.*")):
            print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")


def _command(key: str, root: Path) -> Sequence[str]:
    return sys.executable, "-m", "generator", "brochure", key, "--root", str(root)


def _tell_steps(corpus: Path, key: str) -> None:
    """Run the command in this process's child, with a clock around each step."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    timed, peaks = Counter[str](), dict[str, float]()
    os.cpu_count = lambda: 1  # all in one process, where the clocks are
    for name, step in STEPS.items():
        _put_clock(name, step, timed, peaks)
    with tempfile.TemporaryDirectory(prefix="books-", dir=corpus) as work:
        root = Path(work)
        (root / "content").symlink_to((corpus / "ours" / "content").resolve())
        started, began = time.process_time(), time.monotonic()
        with suppress(SystemExit):
            sys.argv = ["ocop", "brochure", key, "--root", str(root)]
            importlib.import_module("generator.cli").main()
        whole, wall = time.process_time() - started, time.monotonic() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"| {corpus.name} | {key} | steps | {whole:.1f} | {wall:.1f} | {most:.0f} | 0 |")
    for step, seconds in timed.most_common():
        print(f"  {step:20} {seconds:8.1f} s {peaks[step]:8.0f} MB by then")
    print(f"  {'all else':20} {whole - sum(timed.values()):8.1f} s", flush=True)
    os._exit(0)


def _put_clock(name: str, step: str, timed: Counter[str], peaks: dict[str, float]) -> None:
    module, _, attribute = name.partition(":")
    place: Any = importlib.import_module(module)
    *within, attribute = attribute.split(".")
    for each in within:
        place = getattr(place, each)
    own: Callable[..., Any] = getattr(place, attribute)

    def measured(*given: Any, **named: Any) -> Any:  # noqa: ANN401  # whatever the step takes
        before, within = time.process_time(), sum(timed.values())
        try:
            return own(*given, **named)
        finally:
            peaks[step] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
            inner = sum(timed.values()) - within
            timed[step] += time.process_time() - before - inner

    setattr(place, attribute, measured)


if __name__ == "__main__":
    main()
