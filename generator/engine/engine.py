"""A build: what is fresh stays, the rest is made into a next tree that then becomes the output.

Nothing that the public sees changes until every artifact has been tried; then each scope of the
output (site, labels, brochures) of which all could be made changes places with its new tree in one
step, and any other stays as it was. Whenever a build is stopped, the next one goes on from whatever
it finds.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Self

from generator.engine import manifest
from generator.engine.artifact import (
    Artifact,
    Folders,
    Plan,
)
from generator.engine.fingerprint import (
    FingerprintBase,
    digest,
    fingerprint,
)
from generator.engine.kept_files import kept_files
from generator.engine.manifest import ManifestEntry
from generator.engine.next_tree import (
    drop,
    mirror,
    next_tree_folder,
)
from generator.engine.paths import check_below
from generator.engine.processes import SideProcess
from generator.engine.publish import (
    STAGING,
    publish,
    stamps_after,
    strangers,
    tidy,
)
from generator.engine.tree import (
    Stamp,
    listing,
)
from generator.engine.workers import (
    BuildContext,
    ExecutorFactory,
    Made,
    SharedSubject,
    Task,
    make_all,
)
from generator.engine.writing import forget_parts

MANIFEST = "manifest.json"


class PublishedError(OSError):
    """Something couldn't be written when some of the output, or all of it, was new already."""

    @classmethod
    def after(cls, error: OSError) -> Self:
        """The same trouble, with what is known of it."""
        return cls(error.errno, error.strerror or str(error), error.filename)


Trees = Mapping[str, Mapping[str, Stamp]]
"""The files of each scope, by their path in it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Paths written, unchanged and removed; `failed` holds artifacts whose making stopped.

    `held` are the scopes that stay as they were since not all of them could be made.
    `strangers` are files that stand in output/ though no build has put them there; `trees` is
    what stands there now.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failed: tuple[Made, ...] = ()
    held: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    trees: Trees = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Engine:
    """Where a build happens: `scopes` are the first path segments it answers for.

    The others lean on the scope `first`: while that can't be published, none is.
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
    first: str | None = None

    def run(self, plan: Plan, survey: Iterator[Trees] | None = None) -> Outcome:
        """Make what is not fresh and publish each scope of which no artifact fails.

        `survey` is what `prepare` gave. Raises OSError where the output can't be written, or where
        a path leads out of its scope; then all is as it was. Raises PublishedError where some
        scope is wholly new by then. What fails leaves nothing lying on the disk.
        """
        check_below((path for each in plan.artifacts for path in each.paths), self.scopes)
        if survey is None:
            with prepare(self.output, self.cache, self.scopes, jobs=1) as found:
                return self.run(plan, found)
        next_tree = next_tree_folder(self.output, self.cache, self._staging)
        try:
            return self._run(plan, survey, next_tree)
        except OSError:
            shutil.rmtree(next_tree, ignore_errors=True)
            raise

    @property
    def _staging(self) -> Path:
        return self.output / STAGING

    def _run(self, plan: Plan, survey: Iterator[Trees], next_tree: Path) -> Outcome:
        known = manifest.load(self.cache / MANIFEST)
        planned = {path for artifact in plan.artifacts for path in artifact.paths}
        own = manifest.load_inventory(self.output) | known.keys()
        output = _Output(self.output, next_tree, next(survey))
        fresh, tasks = self._sorted(plan.artifacts, known, output)
        removed = {path for path in output.files() if path in own and path not in planned}
        output.linked(next(survey))
        _check_folders(planned, {*output.files()} - removed)
        for path in removed:
            scope, _, rest = path.partition("/")
            drop(next_tree / scope, rest)
        made = self._made(plan, tasks, next_tree)
        failed = tuple(one for one in made if one.error)
        held = self._held(tasks, made)
        for scope in held:
            shutil.rmtree(next_tree / scope, ignore_errors=True)
        if held >= self.scopes:
            return Outcome(failed=failed, held=tuple(sorted(held)))
        new = {path: each for one in made for path, each in _entries(one, known)}
        written = {path for one in made for path in one.written}
        sound = replace(self, scopes=self.scopes - held)
        with output.telling_what_is_new():
            outcome = sound._published(planned, own, written, removed, output)
            sound._remember({**fresh, **new}, known, output)
        return replace(outcome, failed=failed, held=tuple(sorted(held)), trees=output.trees)

    def _held(self, tasks: Sequence[Task], made: Sequence[Made]) -> frozenset[str]:
        """The scopes that must stay as they were: something in them has not been made."""
        done = {path for one in made if not one.error for path in one.artifact.paths}
        paths = {path for task in tasks for path in task.artifact.paths} - done
        held = frozenset(path.partition("/")[0] for path in paths)
        return self.scopes if self.first in held else held

    def _published(
        self,
        planned: set[str],
        own: set[str],
        written: set[str],
        removed: set[str],
        output: _Output,
    ) -> Outcome:
        """Put the scopes' trees in place; of all paths those count that are in one of them."""
        planned, written, removed = (self._own(each) for each in (planned, written, removed))
        gone = self._own(own) - planned
        foreign = strangers(output.files(), own | planned | kept_files(self.output))
        if not planned <= own:
            manifest.save_inventory(self.output, own | planned)
        for scope in sorted(self.scopes):
            output.publish(scope, written, removed)
        if gone:
            manifest.save_inventory(self.output, (own | planned) - gone)
        return Outcome(
            written=tuple(sorted(written)),
            unchanged=tuple(sorted(planned - written)),
            removed=tuple(sorted(removed)),
            strangers=foreign,
        )

    def _sorted(
        self, artifacts: Sequence[Artifact], known: Mapping[str, ManifestEntry], output: _Output
    ) -> tuple[dict[str, ManifestEntry], list[Task]]:
        """The files that stay, and a task for every other artifact.

        Whether an artifact stays is told by its dependencies, or by its values where they are here
        already; the task finds it out where they have to be gathered.
        """
        fresh: dict[str, ManifestEntry] = {}
        tasks = []
        bases = FingerprintBase(self.version)
        for artifact in artifacts:
            base = bases.of(artifact)
            dependencies = _dependencies(base, artifact)
            entries = [(path, known.get(path)) for path in artifact.paths]
            intact = {path: entry for path, entry in entries if output.has(path, entry) and entry}
            prints = {(entry.fingerprint, entry.dependencies) for entry in intact.values()}
            same = len(intact) == len(artifact.paths) and len(prints) == 1
            print_, depended_on = prints.pop() if same else (None, "")
            if dependencies and depended_on == dependencies:
                fresh |= intact
            else:
                current = (intact[path].digest if path in intact else None for path, _ in entries)
                tasks.append(Task(artifact, base, print_, dependencies, tuple(current)))
        return fresh, tasks

    def _made(self, plan: Plan, tasks: Sequence[Task], next_tree: Path) -> list[Made]:
        self._staging.mkdir(parents=True, exist_ok=True)
        shared = SharedSubject(plan.subject, self._staging)
        try:
            made = []
            for one in make_all(
                tasks, BuildContext(self.folders, next_tree, shared), self.jobs, self.executor
            ):
                self.on_made(one)
                made.append(one)
        finally:
            shared.forget()
        return made

    def _remember(
        self,
        entries: Mapping[str, ManifestEntry],
        known: Mapping[str, ManifestEntry],
        output: _Output,
    ) -> None:
        """Save the manifest, with the stamps that the files have now."""
        stamped = {
            path: entry if entry.stamp == stamp else entry.stamped(stamp)
            for path, entry in entries.items()
            if self._answers_for(path) and (stamp := output.stamp(path))
        }
        others = {path: entry for path, entry in known.items() if not self._answers_for(path)}
        if stamped | others != known:
            manifest.save(self.cache / MANIFEST, others | stamped)

    def _own(self, paths: set[str]) -> set[str]:
        return {path for path in paths if self._answers_for(path)}

    def _answers_for(self, path: str) -> bool:
        return path.partition("/")[0] in self.scopes


def _dependencies(base: str, artifact: Artifact) -> str:
    """The hash that tells whether an artifact stays, empty where nobody can tell yet."""
    if artifact.derive is None:
        return fingerprint(base, artifact.values)
    return digest(f"{base}\n{artifact.dependencies}".encode()) if artifact.dependencies else ""


def _check_folders(planned: Iterable[str], files: set[str]) -> None:
    """Raise OSError where a file or a link stands in place of a folder that is to hold files."""
    folders = {path.rpartition("/")[0] for path in planned}
    while folders:
        if wrong := folders & files:
            said = "là tệp hay liên kết, không phải thư mục (a file or a link, not a folder)"
            raise OSError(errno.ENOTDIR, said, min(wrong))
        folders = {path.rpartition("/")[0] for path in folders} - {""}


@contextmanager
def prepare(
    output: Path, cache: Path, scopes: frozenset[str], jobs: int
) -> Iterator[Iterator[Trees]]:
    """Make good what a killed build left, look at what stands, and lay the next trees.

    What it gives has two answers: the trees that stand, then, when the next trees are laid, those
    of their files that had to be linked, with the stamps they now have. With several jobs another
    process is at work on them at once. Until the last answer nobody else may write: the build
    holds its lock. Raises OSError.
    """
    for scope in scopes:
        if (output / scope).is_symlink():
            said = "là liên kết: hãy trỏ --output tới thư mục thật (a link: let --output name it)"
            raise OSError(errno.ENOTDIR, said, os.fspath(output / scope))
    tidy(output, scopes)
    cache.mkdir(parents=True, exist_ok=True)
    for folder in (output, cache):
        forget_parts(folder)
    next_tree = next_tree_folder(output, cache, output / STAGING)
    try:
        with SideProcess(partial(_survey, output, next_tree, scopes), alone=jobs == 1) as survey:
            yield survey
    finally:
        shutil.rmtree(output / STAGING, ignore_errors=True)


def _survey(output: Path, next_tree: Path, scopes: frozenset[str]) -> Iterator[Trees]:
    trees = {scope: listing(output / scope) for scope in scopes}
    yield trees
    yield {scope: mirror(output / scope, next_tree / scope, tree) for scope, tree in trees.items()}


class _Output:
    """What stands in output/, as far as this build answers for it; `trees` has current stamps."""

    def __init__(self, folder: Path, next_tree: Path, found: Trees) -> None:
        self._folder = folder
        self._next_tree = next_tree
        self._found = found
        self._copies: dict[str, Mapping[str, Stamp]] = {}
        self._new: list[str] = []
        self.trees = dict(found)

    def linked(self, laid: Trees) -> None:
        """Take note of files whose stamps are others since they were linked.

        Where there are no links, they are those of copies, which count once these are published.
        """
        for scope, stamps in laid.items():
            found = self._found[scope]
            same = {path: each for path, each in stamps.items() if each[3] == found[path][3]}
            self._copies[scope] = {path: stamps[path] for path in stamps.keys() - same.keys()}
            if same:
                self.trees[scope] = {**found, **same}

    def files(self) -> Iterator[str]:
        """The path of every file, and of every empty folder with a closing slash."""
        return (f"{scope}/{path}" for scope, files in self._found.items() for path in files)

    def stamp(self, path: str) -> Stamp | None:
        """The stamp that a file has by now, None where there is none."""
        scope, _, rest = path.partition("/")
        return self.trees.get(scope, {}).get(rest)

    def has(self, path: str, entry: ManifestEntry | None) -> bool:
        """Whether that file was found to be what the entry says."""
        scope, _, rest = path.partition("/")
        stamp = self._found.get(scope, {}).get(rest)
        return entry is not None and entry.describes(self._folder, path, stamp)

    def publish(self, scope: str, written: set[str], removed: set[str]) -> None:
        """Swap one scope's tree for its next one, if anything in it changes."""
        start = f"{scope}/"
        new = {p.removeprefix(start) for p in written if p.startswith(start)}
        gone = {p.removeprefix(start) for p in removed if p.startswith(start)}
        if new or gone:
            live = self._folder / scope
            publish(live, self._next_tree / scope)
            self._new.append(scope)
            before = {**self.trees[scope], **self._copies[scope]}
            self.trees[scope] = stamps_after(live, before, new, gone)

    @contextmanager
    def telling_what_is_new(self) -> Iterator[None]:
        """Let an OSError say whether some of the output is new by then."""
        try:
            yield
        except OSError as error:
            if self._new:
                raise PublishedError.after(error) from error
            raise


def _entries(made: Made, known: Mapping[str, ManifestEntry]) -> Iterator[tuple[str, ManifestEntry]]:
    if made.error:
        return
    if not made.digests:
        for path in made.artifact.paths:
            yield path, known[path].depending_on(made.dependencies)
        return
    for path, digest_ in zip(made.artifact.paths, made.digests, strict=True):
        yield path, ManifestEntry(made.fingerprint, made.dependencies, digest_, (0, 0, 0, 0))
