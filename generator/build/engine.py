"""A build: what is fresh stays, the rest is made into a staging folder and then published.

Nothing in output/ changes until every artifact has been made; then files are put in place one by
one, each in one step, and files of artifacts that no longer exist are removed.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.build import manifest
from generator.build.artifact import Artifact, Folders
from generator.build.fingerprint import file_digests, fingerprint
from generator.build.manifest import Entry
from generator.build.workers import Made, make_all


@dataclass(frozen=True, slots=True)
class Clash:
    """Two artifacts want one path."""

    path: str
    sources: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Paths written, unchanged and removed; `failed` holds artifacts whose making stopped."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failed: tuple[Made, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """Where a build happens: `scopes` are the first path segments it answers for."""

    output: Path
    cache: Path
    folders: Folders
    version: str
    jobs: int
    scopes: frozenset[str]
    on_made: Callable[[Made], None] = field(default=lambda _: None)

    def run(self, artifacts: Sequence[Artifact]) -> Outcome:
        """Make what is not fresh and publish it, or change nothing if any artifact fails."""
        known = manifest.load(self._manifest_path)
        file_digest = file_digests()
        prints = {a.paths[0]: fingerprint(a, self.version, file_digest) for a in artifacts}
        stale = [a for a in artifacts if not self._is_fresh(a, prints[a.paths[0]], known)]
        self.output.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".staging-", dir=self.output))
        try:
            made = []
            for one in make_all(stale, self.folders, staging, self.jobs):
                self.on_made(one)
                made.append(one)
            failed = tuple(one for one in made if one.error)
            if failed:
                return Outcome(failed=failed)
            return self._publish(artifacts, made, prints, known, staging)
        finally:
            shutil.rmtree(staging, ignore_errors=True)

    @property
    def _manifest_path(self) -> Path:
        return self.cache / "manifest.json"

    def _is_fresh(self, artifact: Artifact, print_: str, known: dict[str, Entry]) -> bool:
        entries = [known.get(path) for path in artifact.paths]
        return all(
            entry and entry.fingerprint == print_ and entry.describes(self.output / path)
            for entry, path in zip(entries, artifact.paths, strict=True)
        )

    def _publish(
        self,
        artifacts: Sequence[Artifact],
        made: Sequence[Made],
        prints: dict[str, str],
        known: dict[str, Entry],
        staging: Path,
    ) -> Outcome:
        entries = {
            path: Entry(prints[one.artifact.paths[0]], digest)
            for one in made
            for path, digest in zip(one.artifact.paths, one.digests, strict=True)
        }
        written = [p for p, entry in entries.items() if not entry.describes(self.output / p)]
        for path in written:
            target = self.output / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (staging / path).replace(target)
        planned = {path for artifact in artifacts for path in artifact.paths}
        gone = [p for p in known if p not in planned and p.split("/")[0] in self.scopes]
        removed = [path for path in gone if known[path].describes(self.output / path)]
        for path in removed:
            self._remove(path)
        kept = {p: entry for p, entry in known.items() if p not in gone}
        manifest.save(self._manifest_path, kept | entries)
        changed = set(written)
        unchanged = tuple(sorted(planned - changed))
        return Outcome(tuple(sorted(written)), unchanged, tuple(sorted(removed)))

    def _remove(self, path: str) -> None:
        target = self.output / path
        target.unlink(missing_ok=True)
        for folder in target.parents:
            if folder == self.output or any(folder.iterdir()):
                return
            folder.rmdir()


def clashes(artifacts: Sequence[Artifact]) -> tuple[Clash, ...]:
    """Every path that two artifacts claim, with the content files that asked for them."""
    owners: dict[str, str] = {}
    found = []
    for artifact in artifacts:
        for path in artifact.paths:
            if path in owners:
                found.append(Clash(path, (owners[path], artifact.source)))
            owners[path] = artifact.source
    return tuple(found)
