"""The site's files as they are published, and what is under way while they are.

Both are written on the target: `MANIFEST` when all pages of a version are there, `UNDER_WAY` before
the first file of it is sent. So whoever comes next, also from another machine, knows which files
are ocop's, which of them may be of either version, and which were to go.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Self

from generator.compact_json import compact_json
from generator.engine.fingerprint import digest
from generator.engine.paths import is_below

MANIFEST, UNDER_WAY, PARTS = ".ocop-published", ".ocop-under-way", ".ocop-part"
"""Our own on a target: the list of files, what is being changed, a folder for parts of files."""
_FORM = b"ocop 1 "
"""Begins the first line of what is written, with the number of its form; then comes a hash."""


class SiteFile(NamedTuple):
    """What a file holds, by hash and number of bytes."""

    digest: str
    size: int


def is_sound(path: str) -> bool:
    """Whether a path below the site's root may be written or removed on a target."""
    own = path.partition("/")[0] in (MANIFEST, UNDER_WAY, PARTS)
    return not own and is_below(f"site/{path}", {"site"})


@dataclass(frozen=True)
class SiteVersion:
    """All files of the site by path; `built_on` is the day of their build, for people."""

    files: Mapping[str, SiteFile]
    base_url: str = ""
    built_on: str = ""

    @cached_property
    def encoded(self) -> bytes:
        """The manifest."""
        files = {path: [*self.files[path]] for path in sorted(self.files)}
        return _sealed({"base_url": self.base_url, "built_on": self.built_on, "files": files})

    @cached_property
    def id(self) -> str:
        """What tells it from every other version."""
        return digest(self.encoded)

    @classmethod
    def decoded(cls, text: bytes | None) -> Self | None:
        """The version of a manifest; None where it is not whole, or names what no site has."""
        found = _opened(text)
        try:
            files = {
                str(path): SiteFile(str(hash_), int(size))
                for path, (hash_, size) in found["files"].items()
            }
            version = cls(files, str(found["base_url"]), str(found["built_on"]))
        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return version if all(map(is_sound, files)) else None


@dataclass(frozen=True)
class UnderWay:
    """What a run is changing.

    Until the manifest is that of `version`, nobody knows of the files that are `coming` whether
    they are old or new; those `leaving` may be gone.
    """

    version: str = ""
    coming: frozenset[str] = field(default_factory=frozenset)
    leaving: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def encoded(self) -> bytes:
        """As it is written on the target."""
        lists = {"coming": sorted(self.coming), "leaving": sorted(self.leaving)}
        return _sealed({"version": self.version, **lists})

    @classmethod
    def decoded(cls, text: bytes | None) -> Self | None:
        """What was under way; None where that is not known."""
        found = _opened(text)
        try:
            coming, leaving = (frozenset(map(str, found[key])) for key in ("coming", "leaving"))
            version = str(found["version"])
        except (KeyError, TypeError):
            return None
        return cls(version, coming, leaving) if all(map(is_sound, coming | leaving)) else None


def _sealed(value: object) -> bytes:
    content = compact_json(value).encode()
    return _FORM + digest(content).encode() + b"\n" + content + b"\n"


def _opened(text: bytes | None) -> Any:  # noqa: ANN401 - JSON: its readers validate it
    head, _, content = (text or b"").partition(b"\n")
    content = content.removesuffix(b"\n")
    if head != _FORM + digest(content).encode():
        return None
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
