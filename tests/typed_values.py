"""Whether values are of the types that they are declared to be, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import (
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)


def differences(value: Any, hint: Any, at: str) -> list[str]:  # noqa: ANN401 # JSON and its type
    """Where a value differs from its type: a key too many or too few, another kind of value."""
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    found = [[*_differences(value, each, at)] for each in kinds]
    return min(found, key=lambda faults: (len(faults), f"{at}: {value!r}" in faults))


def required(kind: type) -> set[str]:
    """The keys that a dictionary of the type must have."""
    hints = get_type_hints(kind, include_extras=True)
    return {key for key, hint in hints.items() if get_origin(hint) is not NotRequired}


def _differences(value: Any, hint: Any, at: str) -> Iterator[str]:  # noqa: ANN401
    origin, within = get_origin(hint), get_args(hint)
    if is_typeddict(hint) and isinstance(value, dict):
        hints = get_type_hints(hint)
        odd = {*value} - {*hints} | (required(hint) - {*value})
        yield from (f"{at}.{key}" for key in sorted(odd))
        for key in value.keys() & hints.keys():
            yield from differences(value[key], hints[key], f"{at}.{key}")
    elif origin is list and isinstance(value, list):
        for each in value:
            yield from differences(each, within[0], f"{at}[]")
    elif origin in (dict, Mapping) and isinstance(value, Mapping):
        for key, each in value.items():
            yield from differences(each, within[1], f"{at}.{key}")
    elif origin is Literal:
        if value not in within:
            yield f"{at}: {value!r}"
    elif not (isinstance(hint, type) and not is_typeddict(hint) and _fits(value, hint)):
        yield f"{at}: {value!r}"


def _fits(value: object, kind: type) -> bool:
    if isinstance(value, bool):
        return kind in (bool, object)
    return isinstance(value, (float, int) if kind is float else kind)
