"""What an artifact was made from, as one hash: never a time stamp."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from generator.build.artifact import Artifact


def digest(content: bytes) -> str:
    """BLAKE2b of some bytes, 32 hexadecimal digits."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def file_digests() -> Callable[[Path], str]:
    """A function that hashes files, each once; one per build, since files change between builds."""

    @cache
    def file_digest(path: Path) -> str:
        return digest(path.read_bytes())

    return file_digest


def fingerprint(artifact: Artifact, version: str, file_digest: Callable[[Path], str]) -> str:
    """Hash the artifact's maker, values and input files, and the program's version."""
    made_from = {
        "version": version,
        "make": f"{artifact.make.__module__}.{artifact.make.__qualname__}",
        "paths": artifact.paths,
        "values": artifact.values,
        "files": [file_digest(path) for path in artifact.files],
    }
    canonical = json.dumps(made_from, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return digest(canonical.encode())
