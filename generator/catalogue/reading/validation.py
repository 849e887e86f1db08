"""What the models complain of, said as rules at the place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.catalogue.model import (
    Certificate,
    Model,
    Office,
    Pack,
    Photo,
    Seller,
    SiteWording,
)
from generator.catalogue.reading.frontmatter import (
    Fault,
    KeyPath,
)

_NESTED: Mapping[str, type[Model]] = {
    "certificate": Certificate,
    "photos": Photo,
    "packs": Pack,
    "buy": Seller,
    "office": Office,
    "english": SiteWording,
}
_NOT_WRITTEN = frozenset(
    {"source", "translations", "story", "story_line", "bodies", "names", "body", "body_line"}
)
_FORMS = {
    "code": "code",
    "gtin": "gtin",
    "gln": "gln",
    "phone": "phone",
    "focus": "focus",
    "url": "url",
    "video": "url",
    "map": "url",
    "position": "position",
    "website": "url",
    **dict.fromkeys(("page", "label", "margin", "far_margin", "gap", "inset"), "measures"),
}
_DATES = {"decided_on": "date", "expires_on": "date", "recognised_on": "date"} | dict.fromkeys(
    ("revoked_on", "starts_on", "ends_on", "printed_on"), "day"
)
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


def written_keys(model: type[Model], *, without: Iterable[str] = ()) -> tuple[str, ...]:
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


def complaints(error: ValidationError) -> Iterator[tuple[KeyPath, Fault]]:
    """Yield a fault and its key path for each of the errors; positions are still to be filled."""
    for details in error.errors(include_url=False):
        path = details["loc"]
        if details["type"] == "default_factory_not_called":
            continue  # another key, which is told, would have given the value
        if details["type"] == "missing":
            yield path[:-1], Fault("key-missing", (1, 1), {"key": key_name(path)})
        elif details["type"] == "extra_forbidden":
            yield path, _unknown(str(path[-1]), _siblings(path))
        else:
            yield path, _wrong(details, path)


def key_name(path: KeyPath) -> str:
    """The key as an editor would say it: `photos[1].file`, counting from 1."""
    name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return name.removeprefix(".")


def _siblings(path: KeyPath) -> tuple[str, ...]:
    names = [part for part in path[:-1] if isinstance(part, str)]
    return written_keys(_NESTED[names[-1]]) if names and names[-1] in _NESTED else ()


def _wrong(details: ErrorDetails, path: KeyPath) -> Fault:
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    found = _shown(details["input"])
    if key == "stars":
        return Fault("stars-range", (1, 1), {"found": found})
    values = {"key": key_name(path) or "…", "found": found, "wanted": _wanted(details, key)}
    context = details.get("ctx", {})
    if details["type"] == "base_url":
        said = {name: str(value) for name, value in context.items()}
        return Fault("base-url", (1, 1), said | {"key": values["key"]})
    if values["wanted"] == "choice":
        values["choices"] = _choices(str(context.get("expected", "")))
    if values["wanted"] == "short":
        values["most"] = str(context.get("max_length", ""))
    real = key not in _DATES or not re.fullmatch(r"[0-9/]{6,}|[0-9]{4}-[0-9Qq-]+", found)
    return Fault("type-wrong" if real else "date-impossible", (1, 1), values)


def _wanted(details: ErrorDetails, key: str) -> str:
    kind = details["type"]
    if key in _DATES and kind == "value_error":
        return _DATES[key]
    if kind == "string_pattern_mismatch":
        return _FORMS.get(key, "slug")
    # int_parsing, int_type, int_from_float … are one and the same to an editor.
    return _WANTED.get(kind) or _WANTED.get(kind.split("_")[0], "text")


def _choices(expected: str) -> str:
    return ", ".join(re.findall(r"'([^']+)'", expected)) or expected


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: …" for key in value) or "{}"
    if isinstance(value, (list, tuple)):
        return "- " + " - ".join("…" if isinstance(v, (dict, list)) else str(v) for v in value)
    return "" if value is None else str(value)
