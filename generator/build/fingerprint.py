"""What an artifact was made from, as one hash: never a time stamp."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from generator.build.artifact import Artifact, Values


def digest(content: bytes) -> str:
    """BLAKE2b of some bytes, 32 hexadecimal digits."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def file_digests() -> Callable[[Path], str]:
    """A function that hashes files, each once; one per build, since files change between builds."""

    @cache
    def file_digest(path: Path) -> str:
        return digest(path.read_bytes())

    return file_digest


def grounds(artifact: Artifact, version: str, file_digest: Callable[[Path], str]) -> str:
    """The part of the fingerprint that is known without the values: maker, files and version."""
    maker = f"{artifact.make.__module__}.{artifact.make.__qualname__}"
    return "\n".join([version, maker, *artifact.paths, *map(file_digest, artifact.files)])


def fingerprint(grounds: str, values: Values) -> str:
    """The hash of an artifact's grounds and of the values it is made from."""
    canonical = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return digest(f"{grounds}\n{canonical}".encode())
