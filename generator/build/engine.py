"""A build: what is fresh stays, the rest is made into a staging folder and then published.

Nothing that the public sees changes until every artifact has been made; then each scope of the
output (site, labels, brochures) is exchanged for its new tree in one step. Whenever a build is
stopped, the next one goes on from whatever it finds.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.build import manifest
from generator.build.artifact import Artifact, Folders, Plan
from generator.build.fingerprint import file_digests, grounds
from generator.build.guests import guests
from generator.build.manifest import Entry
from generator.build.publish import publish, spare_folder, strangers, tidy
from generator.build.tree import Stamp, listing
from generator.build.workers import ExecutorFactory, Made, Shop, Subject, Task, make_all

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Paths written, unchanged and removed; `failed` holds artifacts whose making stopped.

    `strangers` are files that stand in output/ though no build has put them there.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failed: tuple[Made, ...] = ()
    strangers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """Where a build happens: `scopes` are the first path segments it answers for.

    `cache` is a folder for this output alone. `executor` gives workers other than processes of
    this machine.
    """

    output: Path
    cache: Path
    folders: Folders
    version: str
    jobs: int
    scopes: frozenset[str]
    on_made: Callable[[Made], None] = field(default=lambda _: None)
    executor: ExecutorFactory | None = None

    def run(self, plan: Plan) -> Outcome:
        """Make what is not fresh and publish it, or change nothing if any artifact fails.

        Raises OSError where the output can't be written; then it is as it was.
        """
        staging = tidy(self.output, self.scopes)
        for folder in (self.output, self.cache):
            manifest.forget_parts(folder)
        try:
            return self._run(plan, staging)
        finally:
            shutil.rmtree(staging, ignore_errors=True)

    def _run(self, plan: Plan, staging: Path) -> Outcome:
        there = _Output(self.output, self.scopes)
        known = manifest.load(self.cache / MANIFEST)
        shared = Subject(plan.subject, staging / "subject")
        try:
            shop = Shop(self.folders, staging, shared)
            tasks = [*self._tasks(plan.artifacts, known, there)]
            made = []
            for one in make_all(tasks, shop, self.jobs, self.executor):
                self.on_made(one)
                made.append(one)
        finally:
            shared.forget()
        if failed := tuple(one for one in made if one.error):
            return Outcome(failed=failed)
        return self._publish(plan.artifacts, made, known, there, staging)

    def _tasks(
        self, artifacts: Sequence[Artifact], known: Mapping[str, Entry], there: _Output
    ) -> Iterator[Task]:
        """Each artifact with the fingerprint that its files, if they all stand, were made from."""
        file_digest = file_digests()
        for artifact in artifacts:
            entries = [known.get(path) for path in artifact.paths]
            first = entries[0]
            intact = first and all(
                entry and entry.fingerprint == first.fingerprint and there.has(path, entry)
                for entry, path in zip(entries, artifact.paths, strict=True)
            )
            print_ = first.fingerprint if first and intact else None
            yield Task(artifact, grounds(artifact, self.version, file_digest), print_)

    def _publish(
        self,
        artifacts: Sequence[Artifact],
        made: Sequence[Made],
        known: Mapping[str, Entry],
        there: _Output,
        staging: Path,
    ) -> Outcome:
        planned = {path for artifact in artifacts for path in artifact.paths}
        entries = {path: entry for one in made for path, entry in _entries(one, known)}
        staged = {
            path
            for one in made
            for path in one.artifact.paths
            if one.digests and not there.has(path, entries[path])
        }
        own = manifest.load_inventory(self.output) | known.keys()
        removed = {path for path in there.files if path in own and path not in planned}
        gone = {path for path in own if self._answers_for(path)} - planned
        if staged or removed or not planned <= own:
            manifest.save_inventory(self.output, own | planned)
            spare = spare_folder(self.output, self.cache)
            for scope in sorted(self.scopes):
                there.publish(scope, staged, removed, staging, spare / scope)
            manifest.save_inventory(self.output, (own | planned) - gone)
        self._remember(entries, known)
        return Outcome(
            written=tuple(sorted(staged)),
            unchanged=tuple(sorted(planned - staged)),
            removed=tuple(sorted(removed)),
            strangers=strangers(there.files, own | planned | guests(self.output)),
        )

    def _remember(self, entries: Mapping[str, Entry], known: Mapping[str, Entry]) -> None:
        """Save the manifest, with the stamps that the files have now."""
        now = _Output(self.output, self.scopes).files
        stamped = {
            path: Entry(entry.fingerprint, entry.digest, now[path])
            for path, entry in entries.items()
            if path in now
        }
        others = {path: entry for path, entry in known.items() if not self._answers_for(path)}
        if stamped | others != known:
            manifest.save(self.cache / MANIFEST, others | stamped)

    def _answers_for(self, path: str) -> bool:
        return path.partition("/")[0] in self.scopes


class _Output:
    """What stands in output/ now, as far as this build answers for it."""

    def __init__(self, folder: Path, scopes: frozenset[str]) -> None:
        self._folder = folder
        self._scopes = {scope: listing(folder / scope) for scope in scopes}
        self.files: dict[str, Stamp] = {
            f"{scope}/{path}": stamp
            for scope, found in self._scopes.items()
            for path, stamp in found.items()
        }

    def has(self, path: str, entry: Entry) -> bool:
        """Whether that file is what the entry says."""
        return entry.describes(self._folder / path, self.files.get(path))

    def publish(
        self, scope: str, staged: set[str], removed: set[str], staging: Path, spare: Path
    ) -> None:
        """Exchange one scope's tree, if anything in it changes."""
        start = f"{scope}/"
        new = {p.removeprefix(start) for p in staged if p.startswith(start)}
        gone = {p.removeprefix(start) for p in removed if p.startswith(start)}
        if new or gone:
            publish(self._folder / scope, spare, staging / scope, new, gone, self._scopes[scope])


def _entries(made: Made, known: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    if not made.digests:
        yield from ((path, known[path]) for path in made.artifact.paths)
        return
    for path, digest in zip(made.artifact.paths, made.digests, strict=True):
        yield path, Entry(made.fingerprint, digest, (0, 0, 0, 0))
