"""What the models complain of, said as rules at the place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.catalogue.model import Says
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import closest, key_name
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rules_addresses import BASE_URL
from generator.catalogue.problems.rules_keys import (
    DATE_IMPOSSIBLE,
    KEY_MISSING,
    KEY_UNKNOWN,
    TYPE_WRONG,
)
from generator.catalogue.reading.declared import model_at, says_at

_NOT_WRITTEN = frozenset(
    {"source", "translations", "story", "story_line", "bodies", "names", "body", "body_line"}
)
_OF_THE_FORM = frozenset(
    {"string_pattern_mismatch", "value_error", "greater_than_equal", "less_than_equal"}
)
"""Errors that the words of a type explain; any other is one of the kind of value."""
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
    "greater_than_equal": "points",
    "less_than_equal": "points",
    "enum": "choice",
    "literal": "choice",
    "string_too_short": "filled",
    "string_too_long": "short",
    "string": "text",
    "too_long": "short",
}


def written_keys(model: type[BaseModel], *, without: Iterable[str] = ()) -> tuple[str, ...]:
    """The keys that an editor may write for that model, in the model's order."""
    hidden = _NOT_WRITTEN.union(without)
    return tuple(key for key in model.model_fields if key not in hidden)


def unknown_keys(value: Mapping[str, Any], known: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each key that is not among the known ones."""
    known = tuple(known)
    for key in value:
        if key not in known:
            yield _unknown((key,), known)


def _unknown(path: KeyPath, known: Iterable[str]) -> Finding:
    key = str(path[-1])
    return Finding.of("", path, KEY_UNKNOWN, key=key, closest=closest(key, known))


def complaints(error: ValidationError, model: type[BaseModel]) -> Iterator[Finding]:
    """Yield a finding for each of the model's errors, by key paths in the model's own keys."""
    for details in error.errors(include_url=False):
        path = details["loc"]
        if details["type"] == "default_factory_not_called":
            continue  # another key, which is told, would have given the value
        if details["type"] == "missing":
            yield Finding.of("", path[:-1], KEY_MISSING, key=key_name(path))
        elif details["type"] == "extra_forbidden":
            yield _unknown(path, _siblings(model, path))
        else:
            yield _wrong(details, path, says_at(model, path))


def _siblings(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    within = model_at(model, path[:-1]) if path[:-1] else None
    return written_keys(within) if within else ()


def _wrong(details: ErrorDetails, path: KeyPath, says: Says | None) -> Finding:
    found = _shown(details["input"])
    rule = says.rule if says else TYPE_WRONG
    if rule != TYPE_WRONG:
        return Finding.of("", path, rule, found=found)
    values = {"key": key_name(path) or "…", "found": found}
    context = details.get("ctx", {})
    if details["type"] == "base_url":
        said = {name: str(value) for name, value in context.items()}
        return Finding("", path, BASE_URL, said | {"key": values["key"]})
    if says and details["type"] in _OF_THE_FORM:
        values |= {"wanted_vi": says.vi, "wanted_en": says.en}
    else:
        values["wanted"] = wanted = _wanted(details)
        if wanted == "choice":
            values["choices"] = _choices(str(context.get("expected", "")))
        if wanted == "short":
            values["most"] = str(context.get("max_length", ""))
    dated = says and says.dated and re.fullmatch(r"[0-9/]{6,}|[0-9]{4}-[0-9Qq-]+", found)
    return Finding("", path, DATE_IMPOSSIBLE if dated else TYPE_WRONG, values)


def _wanted(details: ErrorDetails) -> str:
    # int_parsing, int_type, int_from_float … are one and the same to an editor.
    kind = details["type"]
    if kind == "too_short":
        return "filled" if isinstance(details["input"], str) else "list"
    return _WANTED.get(kind) or _WANTED.get(kind.split("_")[0], "text")


def _choices(expected: str) -> str:
    return ", ".join(re.findall(r"'([^']+)'", expected)) or expected


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: …" for key in value) or "{}"
    if isinstance(value, (list, tuple)):
        return "- " + " - ".join("…" if isinstance(v, (dict, list)) else str(v) for v in value)
    return "" if value is None else str(value)
