"""What the models declare of the value at a path of keys: its types, and what these say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel

from generator.catalogue.model.types import Price, Printed, Says
from generator.catalogue.problems.place import KeyPath


def says_at(model: type[BaseModel], path: KeyPath) -> Says | None:
    """The words of the value's type; None for a type that has none of its own."""
    return next((each for each in _declared(model, path) if isinstance(each, Says)), None)


def is_text(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether any words may stand there, but for the length."""
    return _is_text(model, _first(path))


def is_price(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether an amount of money stands there."""
    return _is_price(model, _first(path))


def is_printed(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether print may show what stands there."""
    return _is_printed(model, _first(path))


@cache
def _is_text(model: type[BaseModel], path: KeyPath) -> bool:
    declared = _declared(model, path)
    return str in declared and not any(isinstance(each, Says) for each in declared)


@cache
def _is_price(model: type[BaseModel], path: KeyPath) -> bool:
    return any(isinstance(each, Price) for each in _declared(model, path))


@cache
def _is_printed(model: type[BaseModel], path: KeyPath) -> bool:
    return Printed in _declared(model, path)


def _first(path: KeyPath) -> KeyPath:
    """The path of the first of all values that are declared alike."""
    return tuple(0 if isinstance(part, int) else part for part in path)


def model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The model of the mapping at that path; None where there is none."""
    return next((each for each in _declared(model, path) if _is_model(each)), None)


def with_inner(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model, and those of the mappings in it."""
    yield model
    for field in model.model_fields.values():
        for each in _layers(field.annotation):
            for inner in (each, *get_args(each)):
                if _is_model(inner):
                    yield from with_inner(inner)


def _declared(model: type[BaseModel], path: KeyPath) -> Sequence[object]:
    found: tuple[object, ...] = (model,)
    for part in path:
        found = tuple(inner for each in found for inner in _inside(each, part))
    return found


def _inside(outer: object, part: str | int) -> Iterator[object]:
    if isinstance(part, int):
        if get_origin(outer) is tuple:
            yield from _layers(get_args(outer)[0])
    elif _is_model(outer) and part in outer.model_fields:
        field = outer.model_fields[part]
        yield from field.metadata
        yield from _layers(field.annotation)


def _layers(annotation: object) -> Iterator[object]:
    """The annotation and what it is made of: the markers of `Annotated`, the members of a union."""
    yield annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *markers = get_args(annotation)
        yield from markers
        yield from _layers(inner)
    elif origin in (Union, UnionType):
        for each in get_args(annotation):
            yield from _layers(each)


def _is_model(found: object) -> TypeGuard[type[BaseModel]]:
    return get_origin(found) is None and isinstance(found, type) and issubclass(found, BaseModel)
