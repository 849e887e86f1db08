"""What the models complain of, said as rules at the place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.catalogue.dates import is_impossible
from generator.catalogue.fields import keys_of
from generator.catalogue.model import Says
from generator.catalogue.model.choices import SAID
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import key_name
from generator.catalogue.problems.phrases import PHRASES
from generator.catalogue.problems.place import KeyPath, Position
from generator.catalogue.problems.rule import Severity
from generator.catalogue.problems.rules_addresses import BASE_URL
from generator.catalogue.problems.rules_keys import (
    DATE_IMPOSSIBLE,
    KEY_MISSING,
    KEY_UNKNOWN,
    NUMBER_SHORTENED,
    TYPE_WRONG,
)
from generator.catalogue.reading.declared import model_at, says_at
from generator.catalogue.reading.doubts import is_shortened
from generator.catalogue.reading.key_words import about, meant

_OF_THE_FORM = frozenset(
    {"string_pattern_mismatch", "value_error", "greater_than_equal", "less_than_equal"}
)
"""Errors that the words of a type explain; any other is one of the kind of value."""
_IN_VIETNAMESE = {each.value: f"{each.value} ({vi})" for each, (vi, _) in SAID.items()}
_DECIMAL_COMMA = re.compile(r"([0-9]+)\s*,\s*([0-9]+)")
_WANTED = {
    "int": "whole",
    "float": "number",
    "finite_number": "number",
    "bool": "yes-no",
    "date": "day",
    "tuple": "list",
    "list": "list",
    "model": "mapping",
    "dict": "mapping",
    "greater_than": "positive",
    "greater_than_equal": "at-least",
    "less_than_equal": "at-most",
    "enum": "choice",
    "literal": "choice",
    "string_too_short": "filled",
    "string_too_long": "short",
    "string": "text",
    "too_long": "short",
}


def unknown_keys(value: Mapping[str, Any], model: type[BaseModel]) -> Iterator[Finding]:
    """Yield a finding for each key that nobody may write for that model."""
    known = keys_of(model)
    for key in value:
        if key not in known:
            yield _unknown((key,), model)


def _unknown(path: KeyPath, model: type[BaseModel] | None) -> Finding:
    key = str(path[-1])
    near = meant(model, key) if model else ""
    values = {"key": key, "closest": near}
    return Finding("", path, KEY_UNKNOWN, values | about(model, near) if model else values)


def _missing(path: KeyPath, model: type[BaseModel] | None) -> Finding:
    key = str(path[-1])
    said = about(model, key, by_example=True) if model else {"about": ""}
    values = {"key": key_name(path), "line": key, **said}
    return Finding("", path[:-1], KEY_MISSING, values)


def complaints(error: ValidationError, model: type[BaseModel]) -> Iterator[Finding]:
    """Yield a finding for each of the model's errors, by key paths in the model's own keys."""
    for details in error.errors(include_url=False):
        path = details["loc"]
        if details["type"] == "default_factory_not_called":
            continue  # another key, which is told, would have given the value
        if details["type"] == "missing":
            yield _missing(path, model_at(model, path[:-1]))
        elif details["type"] == "extra_forbidden":
            yield _unknown(path, model_at(model, path[:-1]))
        else:
            yield _wrong(details, path, says_at(model, path))


def one_for_each_cause(
    found: Sequence[Finding], splits: Mapping[KeyPath, Finding]
) -> Iterator[Finding]:
    """Yield the findings, without those that only follow from a key misspelt or a value split.

    A key isn't missing where another is taken for it; a split value that would be wrong as a
    whole too is told as such, with what to write.
    """
    meant_keys = {
        (*path[:-1], each.values["closest"])
        for each in found
        if each.rule is KEY_UNKNOWN and not isinstance(path := each.at, Position)
    }
    told = {each.at for each in found if each.rule.severity is Severity.ERROR}
    for each in found:
        missing = each.rule is KEY_MISSING and not isinstance(each.at, Position)
        if not (missing and (*each.at, each.values["line"]) in meant_keys):
            yield each
    yield from (each for path, each in splits.items() if path not in told)


def _wrong(details: ErrorDetails, path: KeyPath, says: Says | None) -> Finding:
    found = shown(details["input"])
    rule = says.rule if says else TYPE_WRONG
    if rule != TYPE_WRONG:
        return Finding.of("", path, rule, found=found)
    values = {"key": key_name(path) or "…", "found": found}
    context = details.get("ctx", {})
    if details["type"] == "base_url":
        said = {name: str(value) for name, value in context.items()}
        return Finding("", path, BASE_URL, said | {"key": values["key"]})
    if is_shortened(found):
        return Finding("", path, NUMBER_SHORTENED, values)
    if says and details["type"] in _OF_THE_FORM:
        values |= {"wanted_vi": says.vi, "wanted_en": says.en}
    else:
        values["wanted"] = wanted = _wanted(details)
        if wanted in ("at-least", "at-most") and path[-1] == "score":
            values["wanted"] = "points"
        if wanted == "number" and (decimal := _DECIMAL_COMMA.fullmatch(found)):
            values |= {"wanted": "decimal", "decimal": f"{decimal[1]}.{decimal[2]}"}
        values |= {"least": str(context.get("ge", "")), "largest": str(context.get("le", ""))}
        if wanted == "choice":
            choices = _choices(str(context.get("expected", "")))
            called = ", ".join(_IN_VIETNAMESE.get(each, each) for each in choices)
            values["choices"] = ", ".join(choices)
            values["wanted_vi"] = PHRASES["choice"][0].format(choices=called)
        if wanted == "short":
            values |= {
                "most": str(context.get("max_length", "")),
                "length": str(len(details["input"])),
            }
    dated = says and says.dated and is_impossible(found)
    return Finding("", path, DATE_IMPOSSIBLE if dated else TYPE_WRONG, values)


def _wanted(details: ErrorDetails) -> str:
    # int_parsing, int_type, int_from_float … are one and the same to an editor.
    kind = details["type"]
    if kind == "too_short":
        return "filled" if isinstance(details["input"], str) else "list"
    return _WANTED.get(kind) or _WANTED.get(kind.split("_")[0], "text")


def _choices(expected: str) -> list[str]:
    return re.findall(r"'([^']+)'", expected) or [expected]


def shown(value: object) -> str:
    """A value that may be a list or a mapping, as a message quotes it."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: …" for key in value) or "{}"
    if isinstance(value, (list, tuple)):
        return "- " + " - ".join("…" if isinstance(v, (dict, list)) else str(v) for v in value)
    return "" if value is None else str(value)
