"""Makes artifacts into a staging folder, in this process or in several."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from generator.build.artifact import Artifact, Folders
from generator.build.fingerprint import digest

_BATCH = 6
_ALONE = 12


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one artifact: a hash per path, or the error that stopped it."""

    artifact: Artifact
    digests: tuple[str, ...] = ()
    error: str | None = None


def make(artifact: Artifact, folders: Folders, staging: Path) -> Made:
    """Make one artifact into the staging folder; any exception becomes its error."""
    try:
        contents = artifact.make(artifact.values, folders)
        for path, content in zip(artifact.paths, contents, strict=True):
            target = staging / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except Exception as error:  # one failing artifact must let the others finish
        return Made(artifact, error=f"{type(error).__name__}: {error}")
    return Made(artifact, tuple(digest(content) for content in contents))


def _make_batch(batch: Sequence[Artifact], folders: Folders, staging: Path) -> list[Made]:
    return [make(artifact, folders, staging) for artifact in batch]


def make_all(
    artifacts: Sequence[Artifact], folders: Folders, staging: Path, jobs: int
) -> Iterator[Made]:
    """Make them all, yielding each as it is done, in no particular order."""
    if jobs == 1 or len(artifacts) <= _ALONE:
        yield from (make(artifact, folders, staging) for artifact in artifacts)
        return
    batches = [artifacts[start : start + _BATCH] for start in range(0, len(artifacts), _BATCH)]
    method = "forkserver" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        tasks = [pool.submit(_make_batch, batch, folders, staging) for batch in batches]
        try:
            for task in as_completed(tasks):
                yield from task.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
