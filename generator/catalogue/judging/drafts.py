"""Files in work (`draft: true`): they may lack what a published file needs, and nobody needs them.

A draft is read and judged like any file, and left out where the catalogue is made
(reading/reader.py): what is not in the catalogue is neither published, printed nor counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace

from generator.catalogue.judging.checks import Gathered
from generator.catalogue.model.folders import FOLDERS, KEPT
from generator.catalogue.model.lots import Lot
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import KeyPath, Position
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_addresses import SCAN_ADDRESS_MISSING
from generator.catalogue.problems.rules_drafts import DRAFT_NEEDED, DRAFT_RECALLED, DRAFT_UNFINISHED
from generator.catalogue.problems.rules_keys import KEY_MISSING
from generator.catalogue.problems.rules_ocop import CERTIFICATE_MISSING
from generator.catalogue.problems.unsound import if_sound

WAITS: Mapping[Rule, str] = {CERTIFICATE_MISSING: "certificate", SCAN_ADDRESS_MISSING: "code"}
"""What a file may lack as long as it is a draft, beside keys without which it is none: the rules
that miss it, and its key."""
_MOST = 3
"""Places that name a draft, of which a message tells."""

Place = Callable[[str, Position | KeyPath], str]
"""File and line of what stands there, as messages have it."""
Mention = tuple[str, str, Position | KeyPath]
"""The file that is named, the file that names it, and where."""


def is_draft(thing: object) -> bool:
    """Whether the thing, which may have errors, is in work; words in another language are not."""
    has_mark = "draft" in getattr(type(thing), "model_fields", ())
    return has_mark and if_sound(thing, "draft") is True


def lenient(problem: Problem) -> Problem:
    """A problem of a draft; one that only waits for its facts is no error."""
    if problem.rule is not KEY_MISSING and problem.rule not in WAITS:
        return problem
    said = {language: problem.said_in(language).removesuffix(".") for language in ("vi", "en")}
    waits = ((f"wanted_{language}", words) for language, words in said.items())
    return replace(problem, rule=DRAFT_UNFINISHED, values=tuple(waits))


def mentions(gathered: Gathered) -> Iterator[Mention]:
    """Yield what the keys of published files name."""
    for folder in FOLDERS:
        for thing in gathered.judged(folder):
            if is_draft(thing):
                continue
            for key, kind in folder.references.items():
                named = if_sound(thing, key)
                listed = isinstance(named, tuple)
                for index, slug in enumerate(named if listed else (named,)):
                    at: KeyPath = (key, index) if listed else (key,)
                    yield f"content/{KEPT[kind]}/{slug}.md", thing.source, at


def needed(found: Iterable[Mention], drafts: Set[str], place: Place) -> Iterator[Finding]:
    """Yield a finding for each draft that is named by what is published."""
    if not drafts:
        return
    named: dict[str, list[tuple[str, Position | KeyPath]]] = {}
    for source, file, at in found:
        if source in drafts:
            named.setdefault(source, []).append((file, at))
    for source, places in named.items():
        shown = ", ".join(place(*each) for each in places[:_MOST])
        more = f" (+{len(places) - _MOST})" if len(places) > _MOST else ""
        yield Finding.of(source, ("draft",), DRAFT_NEEDED, found=shown + more)


def unheard(lots: Mapping[str, Iterable[Lot]], drafts: Set[str]) -> Iterator[Finding]:
    """Yield a finding for each draft of a product with recalled lots, of which no page tells."""
    for slug, found in lots.items():
        source = f"content/products/{slug}.md"
        recalled = [each.lot for each in found if each.recalled] if source in drafts else ()
        if recalled:
            more = f" (+{len(recalled) - _MOST})" if len(recalled) > _MOST else ""
            said = ", ".join(recalled[:_MOST]) + more
            yield Finding.of(source, ("draft",), DRAFT_RECALLED, found=said)
