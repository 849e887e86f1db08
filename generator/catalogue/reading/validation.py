"""What the models complain of, said as rules at the place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.catalogue.model import Says
from generator.catalogue.reading.declared import model_at, says_at
from generator.catalogue.reading.frontmatter import (
    Fault,
    KeyPath,
)

_NOT_WRITTEN = frozenset(
    {"source", "translations", "story", "story_line", "bodies", "names", "body", "body_line"}
)
_OF_THE_FORM = frozenset({"string_pattern_mismatch", "value_error"})
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
}


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like the one written, empty where none is near."""
    return next(iter(get_close_matches(word, list(known), n=1)), "")


def written_keys(model: type[BaseModel], *, without: Iterable[str] = ()) -> tuple[str, ...]:
    """The keys that an editor may write for that model, in the model's order."""
    hidden = _NOT_WRITTEN.union(without)
    return tuple(key for key in model.model_fields if key not in hidden)


def unknown_keys(value: Mapping[str, Any], known: Iterable[str]) -> Iterator[tuple[KeyPath, Fault]]:
    """Yield a fault for each key that is not among the known ones."""
    known = tuple(known)
    for key in value:
        if key not in known:
            yield (key,), _unknown(key, known)


def _unknown(key: str, known: Iterable[str]) -> Fault:
    return Fault("key-unknown", (1, 1), {"key": key, "closest": closest(key, known)})


def complaints(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[KeyPath, Fault]]:
    """Yield a fault and its key path for each of the model's errors, positions still to fill."""
    for details in error.errors(include_url=False):
        path = details["loc"]
        if details["type"] == "missing":
            yield path[:-1], Fault("key-missing", (1, 1), {"key": key_name(path)})
        elif details["type"] == "extra_forbidden":
            yield path, _unknown(str(path[-1]), _siblings(model, path))
        else:
            yield path, _wrong(details, path, says_at(model, path))


def key_name(path: KeyPath) -> str:
    """The key as an editor would say it: `photos[1].file`, counting from 1."""
    name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return name.removeprefix(".")


def _siblings(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    within = model_at(model, path[:-1]) if path[:-1] else None
    return written_keys(within) if within else ()


def _wrong(details: ErrorDetails, path: KeyPath, says: Says | None) -> Fault:
    found = _shown(details["input"])
    if says and says.rule != "type-wrong":
        return Fault(says.rule, (1, 1), {"found": found})
    values = {"key": key_name(path) or "…", "found": found}
    context = details.get("ctx", {})
    if details["type"] == "base_url":
        said = {name: str(value) for name, value in context.items()}
        return Fault("base-url", (1, 1), said | {"key": values["key"]})
    if says and details["type"] in _OF_THE_FORM:
        values |= {"wanted_vi": says.vi, "wanted_en": says.en}
    else:
        values["wanted"] = wanted = _wanted(details)
        if wanted == "choice":
            values["choices"] = _choices(str(context.get("expected", "")))
        if wanted == "short":
            values["most"] = str(context.get("max_length", ""))
    dated = says and says.dated and re.fullmatch(r"[0-9/]{6,}|[0-9]{4}-[0-9Qq-]+", found)
    return Fault("date-impossible" if dated else "type-wrong", (1, 1), values)


def _wanted(details: ErrorDetails) -> str:
    # int_parsing, int_type, int_from_float … are one and the same to an editor.
    kind = details["type"]
    return _WANTED.get(kind) or _WANTED.get(kind.split("_")[0], "text")


def _choices(expected: str) -> str:
    return ", ".join(re.findall(r"'([^']+)'", expected)) or expected


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: …" for key in value) or "{}"
    if isinstance(value, (list, tuple)):
        return "- " + " - ".join("…" if isinstance(v, (dict, list)) else str(v) for v in value)
    return "" if value is None else str(value)
