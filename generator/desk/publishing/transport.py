"""How files get to a target: the few things that every kind of target can do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Protocol


class TransportError(Exception):
    """A target can't be reached, read or written; `vi` and `en` say why, and what to do."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi
        self.en = en


class Transport(Protocol):
    """A target. Paths are below the site's root there, with forward slashes.

    Each operation raises TransportError. Nothing is ever read half-written: a file is the old one
    or the new one.
    """

    def read(self, path: str) -> bytes | None:
        """What a file holds; None where there is none."""

    def present(self, paths: Collection[str]) -> frozenset[str]:
        """Those of the paths where something stands."""

    def top(self) -> frozenset[str]:
        """Names of files and folders that stand in the site's root."""

    def folds_cases(self) -> bool:
        """Whether names that differ by case alone are one file there, or may be.

        Asked when the manifest is there.
        """

    def write(self, files: Mapping[str, Path]) -> Iterator[str]:
        """Put files of this machine there, in any order; yields each path that is in place."""

    def delete(self, paths: Collection[str]) -> None:
        """Remove files; what is gone already is no fault."""

    def prune(self, folders: Sequence[str]) -> None:
        """Remove those of the folders that are empty, given the deepest first."""

    def tidy(self) -> None:
        """Remove what a run that was stopped has left of files half-sent."""

    def finish(self) -> None:
        """Have all that was done outlast this run."""


def batches(paths: Iterable[str], most: int) -> Iterator[tuple[str, ...]]:
    """Yield the paths, so many at a time."""
    waiting = iter(paths)
    while some := tuple(islice(waiting, most)):
        yield some
