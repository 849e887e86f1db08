"""The list of places, which may have a whole country's: read, or remembered by its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.catalogue.folder_names import is_device
from generator.catalogue.judging.checks import (
    PLACES as PLACES_SOURCE,
)
from generator.catalogue.judging.sign_checks import key_findings
from generator.catalogue.languages import Language
from generator.catalogue.model import Place
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rules_files import SLUG_DUPLICATE, SLUG_RESERVED
from generator.catalogue.reading.files import read_text, stands
from generator.catalogue.reading.frontmatter import UnreadableError
from generator.catalogue.reading.intake import Intake
from generator.catalogue.reading.markdown_files import MarkdownCache
from generator.catalogue.settings_files import PLACES

LARGEST_PLACES = 4_000_000
"""Bytes of places.yaml: a whole country's communes with the units before them take about half."""


class _Places(NamedTuple):
    """What the list says."""

    by_row: Mapping[int, Place]
    slugs: Set[str]
    problems: Sequence[Problem]


def places_of(intake: Intake, cache: MarkdownCache) -> tuple[Mapping[int, Place], Set[str]]:
    """Places by their row, from 0, and all slugs; a project without the file has none."""
    if not stands(intake.content / PLACES):
        return {}, frozenset()
    try:
        text = read_text(intake.content / PLACES, intake.content, LARGEST_PLACES)
    except UnreadableError as error:
        intake.note(error.finding.in_file(PLACES_SOURCE))
        return {}, frozenset()
    known = cache.recall_places(text, intake.language)
    if known is not None:
        return known, {each.slug for each in known.values()}
    found = _places_in(text, intake.language)
    if not found.problems:
        cache.keep_places(text, intake.language, found.by_row)
    intake.problems += found.problems
    return found.by_row, found.slugs


@lru_cache(maxsize=2)  # it has thousands, and a preview reads it with every save
def _places_in(text: str, language: Language) -> _Places:
    intake = Intake(Path(), language)
    places: dict[int, Place] = {}
    known: set[str] = set()
    for row, entry in intake.sequence_in(PLACES, text):
        slug = str(entry.value.get("slug", ""))
        place = intake.validated(Place, entry, {}, None)
        if place:
            for finding in key_findings(place, intake.language):
                intake.note(finding.in_file(entry.name, below=entry.prefix))
        if slug in known:
            at = (*entry.prefix, "slug")
            intake.report(entry.name, at, SLUG_DUPLICATE, slug=slug, other=entry.name)
        elif is_device(slug):
            intake.report(entry.name, (*entry.prefix, "slug"), SLUG_RESERVED, found=slug)
        elif place:
            places[row] = place
        known.add(slug)
    return _Places(places, known, tuple(intake.problems))
