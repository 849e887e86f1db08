"""A draft that lacks facts as a preview shows it: something stands in for what is yet to be told.

Whatever comes after reading has a whole thing then, and need not know. What was taken away or is
missing is handed on by its keys, for the page to list.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from pydantic import ValidationError

from generator.catalogue.fields import keys_of
from generator.catalogue.judging.checks import own_findings
from generator.catalogue.judging.drafts import WAITS
from generator.catalogue.languages import Language
from generator.catalogue.model import (
    Award,
    Booth,
    Certificate,
    Fair,
    FairWording,
    Mark,
    Model,
    Pack,
    Page,
    PageWording,
    Photo,
    Producer,
    ProducerKind,
    Product,
    Seller,
    Status,
    Translation,
    Village,
    VillageWording,
)
from generator.catalogue.model.types import LAST_YEAR
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import KeyPath, Position
from generator.catalogue.problems.problem import Severity
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_addresses import ALIAS_CASE, ALIAS_CLASH, ALIAS_SCAN
from generator.catalogue.problems.rules_files import SLUG_DUPLICATE, SLUG_INVALID, SLUG_RESERVED
from generator.catalogue.problems.rules_pages import ADDRESS_RESERVED
from generator.catalogue.problems.rules_texts import (
    TEXT_DENSE,
    TEXT_LONG,
    TEXT_MARKS,
    TEXT_NESTED,
    TEXT_UNREADABLE,
)
from generator.catalogue.reading.declared import model_at
from generator.catalogue.reading.loose import loosened
from generator.catalogue.reading.markdown_file import FileKind, MarkdownFile
from generator.catalogue.reading.markdown_files import MarkdownFiles

NOBODY = "chua-ghi"
"""The producer of products whose own is not told, or is not there."""
_NOT_TOLD: Mapping[Language, str] = {"vi": "chưa ghi", "en": "not told yet"}
_FAR_AWAY = date(LAST_YEAR, 12, 31).isoformat()


class _Of(Enum):
    FILE = "the file's name"
    WORDS = "words that say so"
    STARTS_ON = "the first day"
    ENDS_ON = "the last day"


STANDS_IN: Mapping[tuple[type[Model], str], object] = {
    (Product, "name"): _Of.FILE,
    (Product, "status"): Status.POTENTIAL.value,
    (Product, "group"): 0,  # none that there is: no list has it, and no page says one
    (Product, "producer"): NOBODY,
    (Translation, "name"): _Of.FILE,
    (Certificate, "issued_by"): _Of.WORDS,
    (Photo, "alt"): _Of.WORDS,
    (Pack, "net"): _Of.WORDS,
    (Seller, "name"): _Of.WORDS,
    (Award, "name"): _Of.WORDS,
    (Award, "by"): _Of.WORDS,
    (Mark, "scheme"): _Of.WORDS,
    (Producer, "name"): _Of.FILE,
    (Producer, "kind"): ProducerKind.HOUSEHOLD.value,
    (Fair, "name"): _Of.FILE,
    (Fair, "starts_on"): _Of.ENDS_ON,
    (Fair, "ends_on"): _Of.STARTS_ON,
    (FairWording, "name"): _Of.FILE,
    (Booth, "name"): _Of.WORDS,
    (Village, "name"): _Of.FILE,
    (VillageWording, "name"): _Of.FILE,
    (Page, "title"): _Of.FILE,
    (PageWording, "title"): _Of.FILE,
}
"""What stands in for a key that a model needs. One without a row takes what it is part of along:
no other number of stars is true, no other year of a prize, and no other photo."""

UNSHOWN: frozenset[Rule] = frozenset(
    {
        *(SLUG_INVALID, SLUG_RESERVED, SLUG_DUPLICATE),
        *(ALIAS_CASE, ALIAS_CLASH, ALIAS_SCAN, ADDRESS_RESERVED),
        *(TEXT_DENSE, TEXT_LONG, TEXT_MARKS, TEXT_NESTED, TEXT_UNREADABLE),
    }
)
"""Errors with which not even a preview has a page of a draft: it has no address of its own, or
its text can't be set."""

_ROUNDS = 4
"""One takes keys with errors away, the next what can't do without them, and so on outwards."""


@dataclass(frozen=True, slots=True)
class AsPreviewed:
    """A file as a preview has it, and the keys of a draft that are missing or wrong."""

    file: MarkdownFile[Any]
    lacking: tuple[KeyPath, ...] = ()


def shown(
    kind: FileKind, one: MarkdownFile[Any], own: Language, of_others: Iterable[Finding] = ()
) -> AsPreviewed:
    """The file of a draft, or of its words in another language, with all that a page needs.

    `of_others` is what is wrong with it beside other files, `own` the site's language. What can't
    be read at all stays as it is.
    """
    thing = one.thing or (
        loosened(kind.model).model_validate_json(one.loose) if one.loose else None
    )
    if thing is None:
        return AsPreviewed(one)
    found = [each for each in (*own_findings(thing), *of_others) if _path(each)]
    waits = [(WAITS[each.rule],) for each in found if each.rule in WAITS]
    wrong = [_path(each) for each in found if each.rule not in WAITS]
    if one.thing is not None and not wrong:
        return AsPreviewed(one, tuple(waits))
    keys = json.loads(thing.model_dump_json())
    missing = [*_unsound(keys)]
    for path in sorted(wrong, key=_order, reverse=True):  # the last of a list first
        _take_away(keys, path)
    filled = _filled(kind.model, keys, one.slug, own)
    lacking = _in_order(kind.model, {*missing, *wrong, *waits})
    return AsPreviewed(one if filled is None else replace(one, thing=filled), lacking)


def with_stand_ins(
    files: MarkdownFiles, found: Iterable[Finding], own: Language
) -> tuple[MarkdownFiles, Mapping[str, tuple[KeyPath, ...]]]:
    """The files with drafts as a preview has them, and what these lack, by file.

    `found` is what is wrong with files beside each other.
    """
    drafts = files.drafts()
    by_file: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        by_file[finding.file].append(finding)
    by_kind: dict[FileKind, Sequence[MarkdownFile[Any]]] = {}
    lacking: dict[str, tuple[KeyPath, ...]] = {}
    for kind, read in files.by_kind.items():
        by_kind[kind] = seen = []
        for one in read:
            if kind.source(one.slug) in drafts:
                known = shown(kind, one, own, by_file.get(one.name, ()))
                lacking |= {one.name: known.lacking} if known.lacking else {}
                one = known.file
            seen.append(one)
    return replace(files, by_kind=by_kind), lacking


def nobody(language: Language) -> Producer:
    """The producer that stands in for one that is not told."""
    return Producer(
        slug=NOBODY,
        source=f"content/producers/{NOBODY}.md",
        name=_NOT_TOLD[language],
        kind=ProducerKind.HOUSEHOLD,
        draft=True,
    )


def _path(finding: Finding) -> KeyPath:
    """The key that is wrong in the draft; nothing where it is none, or only that it is a draft."""
    if isinstance(finding.at, Position) or finding.at == ("draft",):
        return ()
    return finding.at if finding.rule.severity is Severity.ERROR else ()


def _unsound(keys: dict[str, Any], path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the paths of what could not be read, and forget it."""
    for key in keys.pop("unsound", ()):
        keys.pop(key, None)
        yield (*path, key)
    for key, value in keys.items():
        if isinstance(value, dict):
            yield from _unsound(value, (*path, key))
        for index, each in enumerate(value if isinstance(value, list) else ()):
            if isinstance(each, dict):
                yield from _unsound(each, (*path, key, index))


def _take_away(keys: dict[str, Any], path: Sequence[str | int]) -> None:
    around = _at(keys, path[:-1])
    if isinstance(around, dict):
        around.pop(path[-1], None)
    elif isinstance(around, list) and isinstance(path[-1], int) and path[-1] < len(around):
        del around[path[-1]]


def _at(value: Any, path: Sequence[str | int]) -> Any:  # noqa: ANN401 - any nesting
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _filled(model: type[Model], keys: dict[str, Any], slug: str, own: Language) -> Model | None:
    """The model of the keys, with something for each that it needs; None where that is no use."""
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(keys)
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False)
        paths = {each["loc"]: each["type"] == "missing" for each in details}
        gone = set[KeyPath]()
        for path in sorted(paths, key=_order, reverse=True):
            around = model_at(model, path[:-1])
            row = next((row for row in STANDS_IN if row == (around, path[-1])), None)
            mapping = _at(keys, path[:-1])
            if paths[path] and row and isinstance(mapping, dict):
                mapping[path[-1]] = _value(STANDS_IN[row], mapping, slug, own)
            elif not (paths[path] and row):
                gone.add(path[:-1] if paths[path] else path)
        for path in sorted(gone, key=_order, reverse=True):  # once, whatever of it is missing
            _take_away(keys, path)
    return None


def _value(stands_in: object, beside: Mapping[str, Any], slug: str, own: Language) -> object:
    match stands_in:
        case _Of.FILE:
            return slug
        case _Of.WORDS:
            return _NOT_TOLD[own]
        case _Of.STARTS_ON:
            return beside.get("starts_on") or _FAR_AWAY
        case _Of.ENDS_ON:
            return beside.get("ends_on") or _FAR_AWAY
    return stands_in


def _in_order(model: type[Model], paths: Iterable[KeyPath]) -> tuple[KeyPath, ...]:
    """In the model's order, each once."""
    keys = {key: place for place, key in enumerate(keys_of(model))}
    return tuple(sorted(paths, key=lambda path: (keys.get(str(path[0]), len(keys)), _order(path))))


def _order(path: KeyPath) -> tuple[tuple[int, str], ...]:
    """Sorts keys by name and rows by number."""
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in path)
