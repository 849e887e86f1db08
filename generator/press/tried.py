"""Prints that were set on trial and had room: what need not be set again to know it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from generator.engine import Artifact
from generator.engine.fingerprint import FingerprintBase, fingerprint

MOST = 2_000
"""Prints that are remembered; those of long ago are forgotten first."""


class UntriedError(Exception):
    """Nobody has set that print yet, and it was not to be set now."""


class Tried:
    """Knows prints by the hash of all that they are made from, so that none is set twice.

    `version` is the program's, `known` the hashes of prints that had room, the latest first. With
    `setting` untried prints are set; without it the first of them raises UntriedError.
    """

    def __init__(self, version: str, known: Iterable[str] = (), *, setting: bool = True) -> None:
        self._bases = FingerprintBase(version)
        self._known = dict.fromkeys(known)
        self._setting = setting
        self._found: dict[str, None] = {}

    def attempt(self, artifact: Artifact, set_one: Callable[[Artifact], None]) -> None:
        """Set the print, unless it is known to have room. Raises what `set_one` does."""
        print_ = fingerprint(self._bases.of(artifact), artifact.values)
        if print_ not in self._known:
            if not self._setting:
                raise UntriedError
            set_one(artifact)
        self._found[print_] = None

    @property
    def known(self) -> tuple[str, ...]:
        """The hashes of prints that have room, those of this time first."""
        return tuple(islice({**self._found, **self._known}, MOST))
