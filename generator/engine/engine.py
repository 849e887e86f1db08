"""A build: what is fresh stays, the rest is made into a next tree that then becomes the output.

Nothing that the public sees changes until every artifact has been tried; then each scope of the
output (site, labels, brochures) of which all could be made changes places with its new tree in one
step, and any other stays as it was. Whenever a build is stopped, the next one goes on from whatever
it finds.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from generator.engine import manifest
from generator.engine.artifact import (
    Folders,
    Plan,
)
from generator.engine.fingerprint import fingerprint
from generator.engine.kept_files import kept_files
from generator.engine.live_output import LiveOutput
from generator.engine.making import make_all
from generator.engine.manifest import ManifestEntry
from generator.engine.modes import readable_by_all
from generator.engine.next_tree import (
    drop,
    next_tree_folder,
)
from generator.engine.paths import check_below
from generator.engine.progress import Progress
from generator.engine.publish import (
    STAGING,
    strangers,
)
from generator.engine.stages import Stage, stages
from generator.engine.survey import prepare
from generator.engine.tree import Trees
from generator.engine.workers import (
    BuildContext,
    ExecutorFactory,
    Made,
    SharedSubject,
    Task,
)

if TYPE_CHECKING:
    from generator.engine.away import Cluster

MANIFEST = "manifest.json"


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
    this machine; to a `cluster` goes what can be made anywhere. `confirm` is called when all is
    made, and `ahead` with the scopes that are about to be published; what either raises ends the
    build there, and nothing is published.
    """

    output: Path
    cache: Path
    folders: Folders
    version: str
    jobs: int
    scopes: frozenset[str]
    on_made: Callable[[Made], None] = field(default=lambda _: None)
    executor: ExecutorFactory | None = None
    cluster: Cluster | None = None
    first: str | None = None
    confirm: Callable[[], None] = field(default=lambda: None)
    ahead: Callable[[frozenset[str]], None] = field(default=lambda _: None)

    def run(self, plan: Plan, survey: Iterator[Trees] | None = None) -> Outcome:
        """Make what is not fresh and publish each scope of which no artifact fails.

        `survey` is what `prepare` gave. Raises OSError where the output can't be written, or where
        a path leads out of its scope, and StageError where artifacts can't be put in order; then
        all is as it was. Raises PublishedError where some scope is wholly new by then. What fails
        leaves nothing lying on the disk.
        """
        order = stages(plan.artifacts)
        check_below((path for each in plan.artifacts for path in each.paths), self.scopes)
        if survey is None:
            with prepare(self.output, self.cache, self.scopes, jobs=1) as found:
                return self.run(plan, found)
        next_tree = next_tree_folder(self.output, self.cache, self._staging)
        try:
            return self._run(plan, order, survey, next_tree)
        except OSError:
            shutil.rmtree(next_tree, ignore_errors=True)
            raise

    @property
    def _staging(self) -> Path:
        return self.output / STAGING

    def _run(
        self, plan: Plan, order: Sequence[Stage], survey: Iterator[Trees], next_tree: Path
    ) -> Outcome:
        known = manifest.load(self.cache / MANIFEST)
        planned = {path for artifact in plan.artifacts for path in artifact.paths}
        listed = manifest.load_inventory(self.output)
        own = listed | known.keys()
        output = LiveOutput(self.output, next_tree, next(survey))
        progress = Progress(self.version, known)
        first = progress.tasks(order[0], output)
        removed = {path for path in output.files() if path in own and path not in planned}
        output.linked(next(survey))
        _check_folders(planned, {*output.files()} - removed)
        for path in removed:
            scope, _, rest = path.partition("/")
            drop(next_tree / scope, rest)
        later = (progress.tasks(stage, output) for stage in order[1:])
        self._make(plan.subject, chain([first], later), progress, next_tree)
        self.confirm()
        failed = tuple(progress.failed)
        held = self._held(planned - progress.entries.keys())
        for scope in held:
            shutil.rmtree(next_tree / scope, ignore_errors=True)
        if held >= self.scopes:
            return Outcome(failed=failed, held=tuple(sorted(held)))
        written = progress.written
        sound = replace(self, scopes=self.scopes - held)
        self.ahead(sound.scopes)
        with output.telling_what_is_new():
            # Held against the list itself: where output/ was deleted, the cache knows all the same.
            if not sound._own(planned) <= listed:
                manifest.save_inventory(self.output, own | sound._own(planned))
            outcome = sound._published(planned, own, written, removed, output)
            sound._remember(progress.entries, known, output)
        return replace(outcome, failed=failed, held=tuple(sorted(held)), trees=output.trees)

    def _held(self, missing: Iterable[str]) -> frozenset[str]:
        """The scopes that must stay as they were: files in them have not been made."""
        held = frozenset(path.partition("/")[0] for path in missing)
        return self.scopes if self.first in held else held

    def _published(
        self,
        planned: set[str],
        own: set[str],
        written: set[str],
        removed: set[str],
        output: LiveOutput,
    ) -> Outcome:
        """Put the scopes' trees in place; of all paths those count that are in one of them."""
        planned, written, removed = (self._own(each) for each in (planned, written, removed))
        gone = self._own(own) - planned
        foreign = strangers(output.files(), own | planned | kept_files(self.output))
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

    def _make(
        self,
        subject: object,
        rounds: Iterable[Sequence[Task]],
        progress: Progress,
        next_tree: Path,
    ) -> None:
        """Do all tasks, asking for those of a stage when the one before it is done."""
        self._staging.mkdir(parents=True, exist_ok=True)
        shared = SharedSubject(subject, self._staging)
        try:
            with readable_by_all() as mask:
                context = BuildContext(self.folders, next_tree, shared, mask)
                for tasks in rounds:
                    for one in self._done(tasks, context):
                        self.on_made(one)
                        progress.take(one)
        finally:
            shared.forget()

    def _done(self, tasks: Sequence[Task], context: BuildContext) -> Iterator[Made]:
        """Do them, the cluster's first: its client has threads, beside which nothing is forked."""
        if self.cluster:
            sent, here = list[Task](), list[Task]()
            for each in tasks:
                (sent if _is_to_send(each) else here).append(each)
            if sent:
                yield from self.cluster.make(sent, context)
            tasks = here
        yield from make_all(tasks, context, self.jobs, self.executor)

    def _remember(
        self,
        entries: Mapping[str, ManifestEntry],
        known: Mapping[str, ManifestEntry],
        output: LiveOutput,
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


def _is_to_send(task: Task) -> bool:
    """Whether it can be made anywhere, and has to be."""
    artifact = task.artifact
    return artifact.anywhere and fingerprint(task.bases, artifact.values) != task.known


def _check_folders(planned: Iterable[str], files: set[str]) -> None:
    """Raise OSError where a file or a link stands in place of a folder that is to hold files."""
    folders = {path.rpartition("/")[0] for path in planned}
    while folders:
        if wrong := folders & files:
            said = "là tệp hay liên kết, không phải thư mục (a file or a link, not a folder)"
            raise OSError(errno.ENOTDIR, said, min(wrong))
        folders = {path.rpartition("/")[0] for path in folders} - {""}
