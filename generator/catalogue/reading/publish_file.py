"""The places that a project is published to, content/publish.yaml, and what is wrong with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.catalogue import settings_files
from generator.catalogue.folder_names import is_device
from generator.catalogue.model.publishing import ALWAYS, KEYS, PublishTarget
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rules_publish import (
    PUBLISH_KEY_NEEDED,
    PUBLISH_KEY_UNUSED,
    PUBLISH_NAME,
    PUBLISH_PASSWORD,
    PUBLISH_PATH,
    PUBLISH_PLACE,
)
from generator.catalogue.reading.files import stands
from generator.catalogue.reading.intake import Intake
from generator.catalogue.reading.key_words import about

FILE = settings_files.PUBLISH
SOURCE = f"content/{FILE}"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_NAME = 40
_SECRET = re.compile(
    r"pass|pasw|pwd|matkhau|secret|token|credential|apikey|accesskey|privatekey|keypem|^(?:pw|mk|pin)$"
)
"""Keys, of plain letters alone, below which people write what nobody may read."""
_PASSWORD_IN_ADDRESS = re.compile(r"^[a-z+]*://[^/@]*:[^/@]*@|^[^/@\s]+:[^/@\s]+@", re.IGNORECASE)
_OWN = ("content", "output", ".cache", "themes", "generator")
"""Folders of the project that no site may be written into."""


def variable_of(name: str) -> str:
    """The environment variable with the password of the target of that name."""
    return f"OCOP_PASSWORD_{name.upper().replace('-', '_')}"


def read(
    content: Path, root: Path | None = None
) -> tuple[Mapping[str, PublishTarget], tuple[Problem, ...]]:
    """Every target without a fault by its name, and the problems of the file.

    `root` is the project whose folders are no targets, where that isn't the one around `content`.
    """
    if not stands(content / FILE):
        return {}, ()
    intake = Intake(content)
    targets: dict[str, PublishTarget] = {}
    for name, entry in intake.mappings(FILE):
        # A folder of the cache has the name.
        if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME or is_device(name):
            intake.report(SOURCE, (name,), PUBLISH_NAME, found=name)
            continue
        secret = [*_secrets(entry.value)]
        public = {key: value for key, value in entry.value.items() if key not in {*secret}}
        for key in secret:
            values = {"key": key, "name": name, "variable": variable_of(name)}
            intake.report(SOURCE, (name, key), PUBLISH_PASSWORD, **values)
        target = intake.validated(PublishTarget, replace(entry, value=public), {"name": name}, None)
        faults = [*_faults(target, root or content.parent)] if target else []
        for each in faults:
            intake.note(each.in_file(SOURCE, below=(name,)))
        if target and not faults and not secret:
            targets[name] = target
    return targets, tuple(intake.problems)


def _secrets(value: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys of a target below which a password stands."""
    for key, found in value.items():
        hidden = _PASSWORD_IN_ADDRESS.search(str(found)) or (key == "user" and ":" in str(found))
        if _SECRET.search(_letters(key)) or (hidden and key != "path"):
            yield key


def _letters(key: str) -> str:
    """A key in small letters without marks and signs, as “matkhau” of “Mật_khẩu”."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFD", key.casefold()))


def _faults(target: PublishTarget, root: Path) -> Iterator[Finding]:
    """Yield what is wrong with the keys together; nothing is told of a key twice."""
    keys = KEYS[target.kind]
    known = (*keys.needed, *keys.others)
    for key in keys.needed:
        if getattr(target, key) is None:
            values = {"kind": target.kind, "key": key, **about(PublishTarget, key)}
            yield Finding("", (), PUBLISH_KEY_NEEDED, values)
    for key in target.model_fields_set - {"name", *ALWAYS, *known}:
        listed = ", ".join((*known, *ALWAYS))
        yield Finding.of("", (key,), PUBLISH_KEY_UNUSED, kind=target.kind, key=key, keys=listed)
    if target.path is None or "path" not in known:
        return
    if target.kind == "folder":
        if not is_outside(folder_of(target.path, root), root):
            yield Finding.of("", ("path",), PUBLISH_PLACE, found=target.path)
    elif {"..", "~"}.intersection(target.path.split("/")) or "\\" in target.path:
        yield Finding.of("", ("path",), PUBLISH_PATH, found=target.path)


def folder_of(path: str, root: Path) -> Path:
    """The folder of this machine that a target's path names; a relative one is below the root."""
    try:
        return root / Path(path).expanduser()
    except RuntimeError:  # “~nobody” has no home
        return root / path


def is_outside(folder: Path, root: Path) -> bool:
    """Whether a site may be written there: neither around the project nor into its own folders.

    Links are followed, as far as there is anything.
    """
    try:
        place, project = folder.resolve(), root.resolve()
    except (OSError, RuntimeError):
        return False
    if place == project or place in project.parents:
        return False
    if any(place.is_relative_to((project / own).resolve()) for own in _OWN):
        return False
    if ".git" in map(str.casefold, place.parts):
        return False
    if not place.is_relative_to(project):
        return True
    # What is hidden there is some program's: versions, environments. Some disks fold cases.
    first = place.relative_to(project).parts[0].casefold()
    return not first.startswith(".") and first not in _OWN
