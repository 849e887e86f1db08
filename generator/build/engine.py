"""A build: what is fresh stays, the rest is made into a staging folder and then published.

Nothing that the public sees changes until every artifact has been made; then each scope of the
output (site, labels, brochures) is exchanged for its new tree in one step. Whenever a build is
stopped, the next one goes on from whatever it finds.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.build import manifest
from generator.build.artifact import Artifact, Folders, Plan
from generator.build.fingerprint import Grounds, digest, fingerprint
from generator.build.guests import guests
from generator.build.manifest import Entry
from generator.build.publish import publish, spare_folder, stage, strangers, tidy
from generator.build.tree import Stamp, listing
from generator.build.workers import ExecutorFactory, Made, Shop, Subject, Task, ahead, make_all

MANIFEST = "manifest.json"
Trees = Mapping[str, Mapping[str, Stamp]]
"""The files of each scope, by their path in it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Paths written, unchanged and removed; `failed` holds artifacts whose making stopped.

    `strangers` are files that stand in output/ though no build has put them there; `trees` is
    what stands there now.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failed: tuple[Made, ...] = ()
    strangers: tuple[str, ...] = ()
    trees: Trees = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Survey:
    """What stands in the output, and in the spare trees, before a build."""

    live: Trees
    spare: Trees


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

    def run(self, plan: Plan, survey: Callable[[], Survey] | None = None) -> Outcome:
        """Make what is not fresh and publish it, or change nothing if any artifact fails.

        `survey` is what `prepare` gave. Raises OSError where the output can't be written; then it
        is as it was.
        """
        look = survey or prepare(self.output, self.cache, self.scopes, jobs=1)
        staging = stage(self.output)
        try:
            return self._run(plan, staging, look())
        finally:
            shutil.rmtree(staging, ignore_errors=True)

    def _run(self, plan: Plan, staging: Path, survey: Survey) -> Outcome:
        output = _Output(self.output, survey)
        known = manifest.load(self.cache / MANIFEST)
        fresh, tasks = self._sorted(plan.artifacts, known, output)
        made = self._made(plan, tasks, staging)
        if failed := tuple(one for one in made if one.error):
            return Outcome(failed=failed)
        return self._publish(plan.artifacts, fresh, made, known, output, staging)

    def _sorted(
        self, artifacts: Sequence[Artifact], known: Mapping[str, Entry], output: _Output
    ) -> tuple[dict[str, Entry], list[Task]]:
        """The files that stay, and a task for every other artifact.

        Whether an artifact stays is told by its needs or by its values where they are here already;
        the task finds it out where they have to be gathered.
        """
        fresh: dict[str, Entry] = {}
        tasks = []
        grounds = Grounds(self.version)
        for artifact in artifacts:
            ground = grounds.of(artifact)
            needs = _needs(ground, artifact)
            entries = [(path, known.get(path)) for path in artifact.paths]
            intact = {path: entry for path, entry in entries if output.has(path, entry) and entry}
            prints = {(entry.fingerprint, entry.needs) for entry in intact.values()}
            same = len(intact) == len(artifact.paths) and len(prints) == 1
            print_, needed = prints.pop() if same else (None, "")
            if needs and needed == needs:
                fresh |= intact
            else:
                tasks.append(Task(artifact, ground, print_, needs))
        return fresh, tasks

    def _made(self, plan: Plan, tasks: Sequence[Task], staging: Path) -> list[Made]:
        shared = Subject(plan.subject, staging / "subject")
        try:
            shop = Shop(self.folders, staging, shared)
            made = []
            for one in make_all(tasks, shop, self.jobs, self.executor):
                self.on_made(one)
                made.append(one)
        finally:
            shared.forget()
        return made

    def _publish(
        self,
        artifacts: Sequence[Artifact],
        fresh: Mapping[str, Entry],
        made: Sequence[Made],
        known: Mapping[str, Entry],
        output: _Output,
        staging: Path,
    ) -> Outcome:
        planned = {path for artifact in artifacts for path in artifact.paths}
        entries = {**fresh, **{path: each for one in made for path, each in _entries(one, known)}}
        staged = {
            path
            for one in made
            if one.digests
            for path in one.artifact.paths
            if not output.says(path, entries[path], known.get(path))
        }
        own = manifest.load_inventory(self.output) | known.keys()
        removed = {path for path in output.files() if path in own and path not in planned}
        gone = {path for path in own if self._answers_for(path)} - planned
        foreign = strangers(output.files(), own | planned | guests(self.output))
        if staged or removed:
            if not planned <= own:
                manifest.save_inventory(self.output, own | planned)
            spare = spare_folder(self.output, self.cache)
            for scope in sorted(self.scopes):
                output.publish(scope, staged, removed, staging, spare / scope)
        if gone or not planned <= own:
            manifest.save_inventory(self.output, (own | planned) - gone)
        self._remember(entries, known, output)
        return Outcome(
            written=tuple(sorted(staged)),
            unchanged=tuple(sorted(planned - staged)),
            removed=tuple(sorted(removed)),
            strangers=foreign,
            trees=output.trees,
        )

    def _remember(
        self, entries: Mapping[str, Entry], known: Mapping[str, Entry], output: _Output
    ) -> None:
        """Save the manifest, with the stamps that the files have now."""
        stamped = {
            path: entry if entry.stamp == stamp else entry.stamped(stamp)
            for path, entry in entries.items()
            if (stamp := output.stamp(path))
        }
        others = {path: entry for path, entry in known.items() if not self._answers_for(path)}
        if stamped | others != known:
            manifest.save(self.cache / MANIFEST, others | stamped)

    def _answers_for(self, path: str) -> bool:
        return path.partition("/")[0] in self.scopes


def _needs(ground: str, artifact: Artifact) -> str:
    """The hash that tells whether an artifact stays, empty where nobody can tell yet."""
    if artifact.derive is None:
        return fingerprint(ground, artifact.values)
    return digest(f"{ground}\n{artifact.needs}".encode()) if artifact.needs else ""


def prepare(output: Path, cache: Path, scopes: frozenset[str], jobs: int) -> Callable[[], Survey]:
    """Make good what a killed build left, and look at what stands.

    With several jobs the look begins at once, in another process; calling what this gives waits
    for its end. Between the two nobody else may write: the build holds its lock. Raises OSError.
    """
    tidy(output, scopes)
    cache.mkdir(parents=True, exist_ok=True)
    for folder in (output, cache):
        manifest.forget_parts(folder)
    look = partial(_survey, output, spare_folder(output, cache), scopes)
    return ahead(look) if jobs > 1 else look


def _survey(output: Path, spare: Path, scopes: frozenset[str]) -> Survey:
    live, kept = ({scope: listing(root / scope) for scope in scopes} for root in (output, spare))
    return Survey(live, kept)


class _Output:
    """What stands in output/, as far as this build answers for it."""

    def __init__(self, folder: Path, survey: Survey) -> None:
        self._folder = folder
        self._spare = survey.spare
        self.trees = dict(survey.live)

    def files(self) -> Iterator[str]:
        """The path of every file, and of every empty folder with a closing slash."""
        return (f"{scope}/{path}" for scope, files in self.trees.items() for path in files)

    def stamp(self, path: str) -> Stamp | None:
        """The stamp of a file, None where there is none."""
        scope, _, rest = path.partition("/")
        return self.trees.get(scope, {}).get(rest)

    def has(self, path: str, entry: Entry | None) -> bool:
        """Whether that file is what the entry says."""
        return entry is not None and entry.describes(self._folder, path, self.stamp(path))

    def says(self, path: str, made: Entry, known: Entry | None) -> bool:
        """Whether that file has the content just made; `known` spares reading it if it holds."""
        if known and known.stamp == self.stamp(path):
            return known.digest == made.digest
        return self.has(path, made)

    def publish(
        self, scope: str, staged: set[str], removed: set[str], staging: Path, spare: Path
    ) -> None:
        """Exchange one scope's tree, if anything in it changes."""
        start = f"{scope}/"
        new = {p.removeprefix(start) for p in staged if p.startswith(start)}
        gone = {p.removeprefix(start) for p in removed if p.startswith(start)}
        if new or gone:
            before, has = self.trees[scope], self._spare[scope]
            made = staging / scope
            live = self._folder / scope
            self.trees[scope] = publish(live, spare, made, new, gone, before, has)


def _entries(made: Made, known: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    if not made.digests:
        for path in made.artifact.paths:
            yield path, known[path].needing(made.needs)
        return
    for path, digest_ in zip(made.artifact.paths, made.digests, strict=True):
        yield path, Entry(made.fingerprint, made.needs, digest_, (0, 0, 0, 0))
