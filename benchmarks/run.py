"""Build one corpus with several generators, in turns, and compare them.

    python benchmarks/run.py benchmarks/corpora/1000 --reps 3

Each repetition has four scenarios: a cold build (no output, no cache), one with nothing changed,
one after an edit to one story, one after an edit to the template around every page. In each the
generators take turns, and each repetition begins with another of them. Every build's output is
looked at. Results go to results/<corpus>.jsonl, a table of medians to standard output.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import measure
import outcome
from peers import HERE, PEERS, TOKEN, USUAL, Peer
from table import table

SCENARIOS = ("cold", "same", "story", "template")
_SETTLED = 0.3
"""Seconds between an edit and the build: nobody saves and builds within a tick of the clock."""


@dataclass(slots=True)
class Entrant:
    """A generator at work in its folder; `gone` says why it takes no further part."""

    peer: Peer
    work: Path
    slugs: Sequence[str]
    gone: str = ""
    originals: dict[Path, str] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        """Where its pages are."""
        return self.work / self.peer.output

    @property
    def slug(self) -> str:
        """The product whose story is edited."""
        return self.slugs[len(self.slugs) // 2]

    @property
    def product(self) -> Path:
        """That product's file."""
        return self.work / self.peer.product.format(slug=self.slug)

    @property
    def template(self) -> Path:
        """The template around every page."""
        return self.work / self.peer.template

    def stage(self, corpus: Path) -> None:
        """Lay everything out, and remember the files that will be edited."""
        self.peer.stage(corpus, self.work)
        for path in (self.product, self.template):
            self.originals[path] = path.read_text("utf-8")
        if TOKEN not in self.originals[self.template]:
            raise SystemExit(f"{self.peer.name}: no {TOKEN} in {self.template}")

    def prepare(self, scenario: str, token: str) -> None:
        """Bring its folder into the state that the scenario begins with."""
        if scenario == "cold":
            for path, text in self.originals.items():
                path.write_text(text, "utf-8")
            for name in self.peer.wipe:
                self._put_aside(self.work / name)
        elif scenario == "story":
            text = self.originals[self.product]
            self.product.write_text(f"{text}\nThêm một đoạn {token}.\n", "utf-8")
        elif scenario == "template":
            self.template.write_text(self.originals[self.template].replace(TOKEN, token), "utf-8")

    def _put_aside(self, path: Path) -> None:
        """Take a file or folder away without deleting it.

        Where tens of thousands of files have just been deleted, ext4 is slow to make new ones.
        """
        if path.exists():
            aside = self.work.with_suffix(".aside")
            aside.mkdir(exist_ok=True)
            path.rename(aside / f"{time.time_ns()}")

    def build(self, limit: float) -> measure.Measured:
        """Build as it stands."""
        environment = {
            name: value.format(work=self.work) for name, value in self.peer.environment.items()
        }
        log = self.work.with_suffix(".log")
        return measure.run(self.peer.command, self.work, environment, log, limit)

    def faults(self, scenario: str, token: str, corpus: Mapping[str, Any]) -> Sequence[str]:
        """What is wrong with its output after that scenario."""
        found = list(outcome.faults(outcome.look(self.output, self.slugs), corpus))
        if scenario == "story":
            page = outcome.product_page(self.output, self.slug)
            if not page.is_file() or token not in page.read_text("utf-8"):
                found.append("the edit does not show")
        if scenario == "template" and (pages := outcome.lacking(self.output, token)):
            found.append(f"{pages} pages without the template's edit")
        return found


def main() -> None:
    """Read the command line, measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--peers", default=",".join(USUAL), help=", ".join(PEERS))
    parser.add_argument("--reps", type=int, default=3)
    parser.add_argument("--limit", type=float, default=900, help="seconds for one build")
    parser.add_argument("--work", type=Path, default=HERE / "work", help="where to build")
    parser.add_argument("--keep", action="store_true", help="leave what was built")
    given = parser.parse_args()
    corpus = given.corpus.resolve()
    results = HERE / "results" / f"{corpus.name}.jsonl"
    results.parent.mkdir(exist_ok=True)
    work = given.work.resolve() / corpus.name
    names = given.peers.split(",")
    with results.open("w", encoding="utf-8") as lines:
        for line in measured(corpus, work, names, given.reps, given.limit):
            lines.write(json.dumps(line, ensure_ascii=False) + "\n")
            lines.flush()
            _say(line)
    if not given.keep:
        shutil.rmtree(work)
    print(table(results))


def measured(
    corpus: Path, work: Path, names: Sequence[str], reps: int, limit: float
) -> Iterator[Mapping[str, Any]]:
    """A line about the machine and the corpus, then one for every build."""
    made = json.loads((corpus / "corpus.json").read_text("utf-8"))
    slugs = sorted(path.stem for path in (corpus / "plain" / "products").iterdir())
    entrants = [Entrant(PEERS[name], work / name, slugs) for name in names]
    yield {
        "corpus": made,
        "machine": {"cores": os.cpu_count(), "processor": _processor()},
        "versions": {entrant.peer.name: entrant.peer.versions() for entrant in entrants},
        "day": time.strftime("%Y-%m-%d"),
    }
    for entrant in entrants:
        entrant.stage(corpus)
    for rep in range(reps):
        for scenario in SCENARIOS:
            for entrant in _turns(entrants, rep):
                if not entrant.gone:
                    yield _one(entrant, scenario, rep, made, limit)


def _turns(entrants: Sequence[Entrant], rep: int) -> Sequence[Entrant]:
    first = rep % len(entrants)
    return [*entrants[first:], *entrants[:first]]


def _one(
    entrant: Entrant, scenario: str, rep: int, corpus: Mapping[str, Any], limit: float
) -> Mapping[str, Any]:
    token = f"{scenario}{rep}x{os.getpid()}"
    entrant.prepare(scenario, token)
    time.sleep(_SETTLED)
    result = entrant.build(limit)
    line = {"peer": entrant.peer.name, "scenario": scenario, "rep": rep, **asdict(result)}
    if result.status:
        entrant.gone = f"status {result.status}, see {entrant.work.with_suffix('.log')}"
        return {**line, "faults": [entrant.gone]}
    found = outcome.look(entrant.output, entrant.slugs) if scenario == "cold" else None
    return {
        **line,
        "faults": entrant.faults(scenario, token, corpus),
        **({"made": found.as_json()} if found else {}),
    }


def _processor() -> str:
    """What the system calls its processor."""
    found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text("utf-8"))
    return found[1] if found else "?"


def _say(line: Mapping[str, Any]) -> None:
    if "peer" not in line:
        print(json.dumps(line, ensure_ascii=False), flush=True)
        return
    print(
        f"{line['rep']} {line['scenario']:9}{line['peer']:16}{line['wall']:8.2f} s "
        f"{line['cpu']:8.2f} s cpu {line['memory'] / 2**20:6.0f} MB {'; '.join(line['faults'])}",
        flush=True,
    )


if __name__ == "__main__":
    main()
