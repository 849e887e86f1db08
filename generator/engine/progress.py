"""What of a build is done: the files that stay as they are, and those that have been made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.engine.artifact import Artifact
from generator.engine.fingerprint import FingerprintBase, digest, fingerprint
from generator.engine.live_output import LiveOutput
from generator.engine.manifest import ManifestEntry
from generator.engine.stages import Stage
from generator.engine.workers import Made, Task


class Progress:
    """`entries` are those of all files that stay or have been made.

    `written` are paths whose content is another than before, `failed` what could not be made;
    `known` are the entries of the last build.
    """

    def __init__(self, version: str, known: Mapping[str, ManifestEntry]) -> None:
        self._bases = FingerprintBase(version)
        self._known = known
        self.entries: dict[str, ManifestEntry] = {}
        self.written: set[str] = set()
        self.failed: list[Made] = []

    def tasks(self, stage: Stage, output: LiveOutput) -> list[Task]:
        """Take note of the stage's files that stay, and give a task for every other artifact.

        Whether an artifact stays is told by its dependencies, or by its values where they are here
        already; the task finds it out where they have to be gathered. An artifact that comes after
        one that could not be made gets no task.
        """
        found = (self._task(each, stage.inputs_of(each), output) for each in stage.artifacts)
        return [each for each in found if each]

    def _task(self, artifact: Artifact, inputs: tuple[str, ...], output: LiveOutput) -> Task | None:
        base = self._bases.of(artifact)
        finished: dict[str, str] = {}
        if artifact.after:
            if not self.entries.keys() >= {*inputs}:
                return None
            finished = {path: self.entries[path].digest for path in inputs}
            base = self._bases.over(base, finished)
        dependencies = _dependencies(base, artifact)
        entries = [(path, self._known.get(path)) for path in artifact.paths]
        intact = {path: entry for path, entry in entries if output.has(path, entry) and entry}
        prints = {(entry.fingerprint, entry.dependencies) for entry in intact.values()}
        same = len(intact) == len(artifact.paths) and len(prints) == 1
        print_, depended_on = prints.pop() if same else (None, "")
        if dependencies and depended_on == dependencies:
            self.entries |= intact
            return None
        current = (intact[path].digest if path in intact else None for path, _ in entries)
        return Task(artifact, base, print_, dependencies, tuple(current), finished)

    def take(self, one: Made) -> None:
        """Take note of what became of a task."""
        self.written.update(one.written)
        if one.error:
            self.failed.append(one)
        self.entries.update(self._entries(one))

    def _entries(self, made: Made) -> Iterator[tuple[str, ManifestEntry]]:
        if made.error:
            return
        if not made.digests:
            for path in made.artifact.paths:
                yield path, self._known[path].depending_on(made.dependencies)
            return
        for path, digest_ in zip(made.artifact.paths, made.digests, strict=True):
            yield path, ManifestEntry(made.fingerprint, made.dependencies, digest_, (0, 0, 0, 0))


def _dependencies(base: str, artifact: Artifact) -> str:
    """The hash that tells whether an artifact stays, empty where nobody can tell yet."""
    if artifact.derive is None:
        return fingerprint(base, artifact.values)
    return digest(f"{base}\n{artifact.dependencies}".encode()) if artifact.dependencies else ""
