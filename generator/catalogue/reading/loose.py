"""A file with errors, as far as it can be read: so that its other problems are told at once too.

A loose model is the model itself, with every field optional. Whoever asks for what could not be
read gets an UnsoundError, and the rule that asked says nothing: `as_far` ends it there. Nothing is
ever made of loose models but findings.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import ValidationError, create_model

from generator.catalogue.model import Model
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.unsound import UnsoundError

M = TypeVar("M", bound=Model)


class Loose(Model):
    """What is read of a thing with errors; `unsound` are the fields that could not be."""

    unsound: tuple[str, ...] = ()

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - any field
        """Any field; UnsoundError for one that could not be read."""
        found = super().__getattribute__(name)
        if not name.startswith(("_", "model_")) and name != "unsound" and name in self.unsound:
            raise UnsoundError(name)
        return found


@cache
def loosened(model: type[M]) -> type[M]:
    """The model with every field optional, and the same of every model within."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        annotation = _loose_type(field.annotation)
        declared = Annotated[annotation, *field.metadata] if field.metadata else annotation
        default = field.get_default(call_default_factory=True) if not field.is_required() else None
        fields[name] = (declared | None if field.is_required() else declared, default)
    bases: Any = (Loose, model)
    return cast(type[M], create_model(f"Loose{model.__name__}", __base__=bases, **fields))


def _loose_type(annotation: Any) -> Any:  # noqa: ANN401 - any type
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return loosened(annotation) if issubclass(annotation, Model) else annotation
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is tuple and len(inner) == 2:
        return tuple[_loose_type(inner[0]), ...]  # type: ignore[misc]  # made at run time
    if origin is Annotated:
        return Annotated[_loose_type(inner[0]), *inner[1:]]
    if origin in (Union, UnionType):
        return Union[tuple(_loose_type(each) for each in inner)]  # noqa: UP007 - made at run time
    return annotation


def read_loosely(model: type[M], keys: Mapping[str, Any], error: ValidationError) -> M | None:
    """What the keys say but for those with errors; None where even that can't be read."""
    left = copy.deepcopy(dict(keys))
    for details in error.errors(include_url=False, include_input=False):
        _take_away(left, details["loc"])
    try:
        return cast(M, loosened(model).model_validate(left))
    except ValidationError:
        return None


def _take_away(keys: dict[str, Any], path: KeyPath) -> None:
    """Remove what stands there from the innermost mapping around it, which then says so."""
    around, key, inner = keys, path[0], keys.get(str(path[0]))
    for part, below in zip(path[1:], _steps(inner, path[1:]), strict=False):
        if isinstance(below, dict) and isinstance(part, str):
            around, key = below, part
    around.pop(str(key), None)
    if key not in around.get("unsound", ()):
        around["unsound"] = [*around.get("unsound", ()), key]


def _steps(value: Any, path: KeyPath) -> Iterator[Any]:  # noqa: ANN401 - any nesting
    """The list or mapping in which each part of the path is looked up."""
    for part in path:
        yield value
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            value = None
