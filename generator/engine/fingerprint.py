"""What an artifact was made from, as one hash: never a time stamp."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.compact_json import compact_json
from generator.engine.artifact import (
    Artifact,
    Maker,
    Values,
)


def digest(content: bytes) -> str:
    """BLAKE2b of some bytes, 32 hexadecimal digits."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def digest_at(path: str) -> str | None:
    """The hash of what that file holds, None where it can't be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123  # tens of thousands of times
            return digest(file.read())
    except OSError:
        return None


class FingerprintBase:
    """The part of fingerprints that is known without the values: paths, maker, files and version.

    One per build, since files change between builds; each file is hashed once.
    """

    def __init__(self, version: str) -> None:
        self._version = version
        self._file_digest = cache(lambda path: digest(path.read_bytes()))
        self._common = cache(self._of_makers)

    def of(self, artifact: Artifact) -> str:
        """The hash for one artifact."""
        common = self._common(artifact.make, artifact.files)
        return digest("\n".join((common, *artifact.paths)).encode())

    @staticmethod
    def over(base: str, finished: Mapping[str, str]) -> str:
        """The hash for one that comes after files with those hashes by path."""
        lines = (f"{path} {digest_}" for path, digest_ in finished.items())
        return digest("\n".join((base, *lines)).encode())

    def _of_makers(self, make: Maker, files: tuple[Path, ...]) -> str:
        maker = f"{make.__module__}.{make.__qualname__}"
        return digest("\n".join([self._version, maker, *map(self._file_digest, files)]).encode())


def fingerprint(bases: str, values: Values) -> str:
    """The hash of an artifact's base and of the values it is made from."""
    return digest(f"{bases}\n{compact_json(values)}".encode())
