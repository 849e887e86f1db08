"""Files that visitors may take along: what is printed, for screens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalogue.languages import Language


@dataclass(frozen=True, slots=True)
class Download:
    """A file at a path below the site's root, what it is called, and the language of its words.

    `fair` is the slug of the fair that it is for, None where it is of the whole catalogue.
    """

    path: str
    names: Mapping[Language, str]
    language: Language
    fair: str | None = None
