"""One output, made by a pure function from named values."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

Values = Mapping[str, Any]


class InputError(ValueError):
    """An input file of which an artifact can't be made.

    `rule` is the code of what it breaks, `path` the file.
    """

    def __init__(self, rule: str, path: Path) -> None:
        super().__init__(f"{rule}: {path.name}")
        self.rule = rule
        self.path = path

    def __reduce__(self) -> tuple[type[InputError], tuple[object, Path]]:
        """Let a worker process hand the error over."""
        return type(self), (self.rule, self.path)


class Finished(NamedTuple):
    """Files that an artifact comes after, as they will be published, though they aren't yet.

    `digests` has the hash of each by its path below output/, in the order of paths.
    """

    tree: Path
    digests: Mapping[str, str]

    def read(self, path: str) -> bytes:
        """What a file holds. Raises LookupError for one that the artifact does not come after."""
        return Path(self._place(path)).read_bytes()

    def size(self, path: str) -> int:
        """Its bytes. Raises LookupError for one that the artifact does not come after."""
        return os.stat(self._place(path)).st_size  # noqa: PTH116  # tens of thousands of times

    def _place(self, path: str) -> str:
        if path not in self.digests:
            raise LookupError(f"{path}: the artifact does not come after it")
        return f"{self.tree}/{path}"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the makers find files: `content` (the project's), `theme` (nearest ancestor last).

    `finished` has files for an artifact that comes after others, and for no other. In `cache`,
    where there is one, a maker may keep what is long to make, by the rules of `store.py`.
    """

    content: Path
    theme: tuple[Path, ...]
    cache: Path | None = field(default=None, compare=False, repr=False)
    finished: Finished = field(default=Finished(Path(), {}), compare=False, repr=False)


Maker = Callable[[Values, Folders], Sequence[bytes]]
Deriver = Callable[[Any, Values], Values]


@dataclass(frozen=True, slots=True)
class Artifact:
    """Files that one call of `make(values, folders)` gives, one bytes object per path.

    `paths` are relative to output/, with forward slashes. `make` is a module-level function that
    depends on nothing but its arguments and `files`, the input files it reads. `values` are JSON
    values, hashed for the fingerprint. `source` is the content file that asked for it.

    Where a build has many artifacts, each can leave the gathering of its values to the worker that
    makes it: `derive(subject, values)` then gives the values, from the build's one subject.
    `dependencies` tells by its equality that what `derive` would give is as it was: a hash of
    everything that the values may come from. While it and the published files stay, nothing is even
    gathered. Several paths may get one and the same bytes object.

    `after` names files of the same scope that are made first, as `stages` tells; the maker reads
    them in `folders.finished`. It is made again whenever one of them changes, comes or goes, and
    not at all where one could not be made.

    `cost` is about how many tenths of a second it takes to make, 0 for a moment: those that take
    long go to workers one by one, the longest first. One that can be made `anywhere` derives
    nothing and reads nothing but `files`, which stand in the build's folders: they are sent along.
    """

    paths: tuple[str, ...]
    make: Maker
    values: Values
    source: str
    files: tuple[Path, ...] = ()
    derive: Deriver | None = None
    dependencies: str | None = None
    cost: int = 0
    after: tuple[str, ...] = ()
    anywhere: bool = False

    def values_from(self, subject: object) -> Values:
        """The values that `make` gets."""
        return self.derive(subject, self.values) if self.derive else self.values


@dataclass(frozen=True, slots=True)
class Plan:
    """All artifacts of a build, and the subject that they derive their values from."""

    artifacts: tuple[Artifact, ...]
    subject: object = None


@dataclass(frozen=True, slots=True)
class Clash:
    """Two artifacts want one path, or one wants a file where the other wants a folder."""

    path: str
    sources: tuple[str, str]


def clashes(artifacts: Sequence[Artifact]) -> tuple[Clash, ...]:
    """Every path that two artifacts claim, with the content files that asked for them."""
    owners: dict[str, str] = {}
    found = []
    for artifact in artifacts:
        for path in artifact.paths:
            if path in owners:
                found.append(Clash(path, (owners[path], artifact.source)))
            owners[path] = artifact.source
    folders = _folders(owners)
    both = sorted(folders.keys() & owners.keys())
    return (*found, *(Clash(path, (owners[path], folders[path])) for path in both))


def _folders(owners: Mapping[str, str]) -> Mapping[str, str]:
    """Every folder that files are to stand in, each with the source of one of them."""
    folders: dict[str, str] = {}
    for path, source in owners.items():
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders[folder] = source
            folder = folder.rpartition("/")[0]
    return folders
