"""Makes an artifact into the next tree, in whatever process.

The subject that artifacts derive their values from reaches a worker without being sent with each
task: a forked worker has it already, any other reads it once from a file.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.engine.artifact import (
    Artifact,
    Finished,
    Folders,
    InputError,
)
from generator.engine.fingerprint import (
    digest,
    digest_at,
    fingerprint,
)
from generator.engine.next_tree import (
    put,
    put_link,
    put_new,
    put_new_link,
)

if TYPE_CHECKING:
    from concurrent.futures import Executor

_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would change the ends of lines."""

ExecutorFactory = Callable[[int], "Executor"]
"""Gives a `concurrent.futures` executor with so many workers."""


@dataclass(frozen=True, slots=True)
class Task:
    """An artifact to make unless its fingerprint is `known`; `bases` as `fingerprint` wants.

    `dependencies` is for the manifest: the hash of its base and of all that its values may come
    from.
    `current` has the hash of what stands at each path, None where one would have to look;
    `finished` those of the files that the artifact comes after.
    """

    artifact: Artifact
    bases: str
    known: str | None
    dependencies: str
    current: tuple[str | None, ...]
    finished: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one artifact: a hash per path (none if it was fresh), or the error.

    `written` are the paths whose content is another than before. Where an input file is to blame,
    `blamed` is that file, and `rule` what is wrong with it. `finding` is what the error itself
    brings of that name: whoever raises and whoever reads it know what it is.
    """

    artifact: Artifact
    fingerprint: str = ""
    dependencies: str = ""
    digests: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    error: str | None = None
    rule: str = ""
    blamed: Path | None = None
    finding: object | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A `Made` on its way home; `index` stands for the artifact, `written` is per path."""

    index: int
    fingerprint: str = ""
    digests: tuple[str, ...] = ()
    written: tuple[bool, ...] = ()
    error: str | None = None
    rule: str = ""
    blamed: Path | None = None
    finding: object | None = None


class SharedSubject:
    """What artifacts derive their values from; it travels as the name of a file, and its hash.

    Reading a pickle runs whatever it says. The hash comes with the tasks, and bytes that have
    another are not unpickled: it does not matter who else can write in the folder.
    """

    _here: dict[str, Any] = {}  # noqa: RUF012  # one for all: that is its point

    def __init__(self, value: object, folder: Path) -> None:
        self._file = folder / f"subject-{secrets.token_hex(16)}"
        self._hash = ""
        self._here[self._file.name] = value

    def value(self) -> Any:  # noqa: ANN401  # whatever the build is about
        """The subject itself, read from its file at the first call in a foreign process.

        Raises ValueError where that is not the file that was written.
        """
        name = self._file.name
        if name not in self._here:
            pickled = self._file.read_bytes()
            if _strong_hash(pickled) != self._hash:
                raise ValueError(f"{self._file}: not what this build has written there")
            self._here.clear()
            self._here[name] = pickle.loads(pickled)  # noqa: S301  # by this build, as its hash tells
        return self._here[name]

    def write(self) -> None:
        """Write the file once, for workers that are no forks of this process and nobody else."""
        if self._hash:
            return
        pickled = pickle.dumps(self.value(), pickle.HIGHEST_PROTOCOL)
        self._hash = _strong_hash(pickled)
        handle = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(pickled)

    def forget(self) -> None:
        """Let the subject go."""
        self._here.pop(self._file.name, None)
        self._file.unlink(missing_ok=True)


def _strong_hash(pickled: bytes) -> str:
    return hashlib.blake2b(pickled).hexdigest()


@dataclass(frozen=True, slots=True)
class BuildContext:
    """What all tasks of a build share; `next_tree` is where files go, by their path in output/.

    `umask` is that of the process that builds: a worker's own may be any.
    """

    folders: Folders
    next_tree: Path
    subject: SharedSubject
    umask: int

    def make(self, index: int, task: Task) -> Result:
        """Make one artifact into the next tree; any exception in making it becomes its error.

        Raises OSError where the tree can't be written: that is no fault of the artifact's.
        """
        artifact = task.artifact
        try:
            values = artifact.values_from(self.subject.value())
            print_ = fingerprint(task.bases, values)
            if print_ == task.known:
                return Result(index, print_)
            contents = artifact.make(values, self._folders_for(task))
        except InputError as error:
            said = f"{type(error).__name__}: {error}"
            return Result(index, error=said, rule=error.rule, blamed=error.path)
        except Exception as error:  # one failing artifact must let the others finish
            said = f"{type(error).__name__}: {error}"
            return Result(index, error=said, finding=getattr(error, "finding", None))
        return self.put(index, task, print_, contents)

    def put(self, index: int, task: Task, print_: str, contents: Sequence[bytes]) -> Result:
        """Put what was made of that fingerprint into the next tree.

        Raises OSError where the tree can't be written.
        """
        try:
            hashes, written = self._put_all(task, contents)
        except OSError as error:
            path = task.artifact.paths[0]
            raise OSError(error.errno, error.strerror or str(error), path) from error
        return Result(index, print_, hashes, written)

    def _folders_for(self, task: Task) -> Folders:
        """The build's folders: the same object for all, so that what is read of them is kept."""
        if not task.artifact.after:
            return self.folders
        return replace(self.folders, finished=Finished(self.next_tree, task.finished))

    def _put_all(
        self, task: Task, contents: Sequence[bytes]
    ) -> tuple[tuple[str, ...], tuple[bool, ...]]:
        """The files' hashes, and which had to be written.

        Bytes that stand at several paths are hashed once and linked.
        """
        start = f"{os.fspath(self.next_tree)}/"
        first: dict[int, tuple[str, str]] = {}
        hashes, written = [], []
        for path, content, had in zip(task.artifact.paths, contents, task.current, strict=True):
            file = start + path
            other, hash_ = first.get(id(content)) or ("", digest(content))
            first.setdefault(id(content), (file, hash_))
            hashes.append(hash_)
            # Mostly there is no file of which nobody knows: one that can be made is new.
            written.append(
                (had is None and _put_new(file, content, other))
                or (hash_ != (had or digest_at(file)) and _put(file, content, other))
            )
        return tuple(hashes), tuple(written)


def _put_new(file: str, content: bytes, other: str) -> bool:
    """Make a file where there is none, or a link to the `other` one of the same bytes."""
    return bool(other and put_new_link(file, other)) or put_new(file, content)


def _put(file: str, content: bytes, other: str) -> bool:
    """The same in place of whatever is there."""
    if not (other and put_link(file, other)):
        put(file, content)
    return True


def home(result: Result, tasks: Sequence[Task]) -> Made:
    """What became of the task of that result."""
    task = tasks[result.index]
    pairs = zip(task.artifact.paths, result.written, strict=bool(result.written))
    written = tuple(path for path, differs in pairs if differs)
    return Made(
        *(task.artifact, result.fingerprint, task.dependencies, result.digests, written),
        *(result.error, result.rule, result.blamed, result.finding),
    )
