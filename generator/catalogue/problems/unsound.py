"""What a rule does when it asks for a value that could not be read: nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

T = TypeVar("T")


class UnsoundError(Exception):
    """The value asked for could not be read; that is told already."""


def if_sound(thing: object, name: str) -> Any:  # noqa: ANN401 - any field
    """The thing's value of that name, None where it could not be read."""
    try:
        return getattr(thing, name)
    except UnsoundError:
        return None


def as_far(found: Iterable[T]) -> Iterator[T]:
    """What is found until a value is asked for that could not be read."""
    try:
        yield from found
    except UnsoundError:
        return
