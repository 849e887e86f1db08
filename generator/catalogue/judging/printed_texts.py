"""The texts of a model that print and share cards may show: the models' own marks tell which.

What these are is asked of the models, so a field that is added is looked at with the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from generator.catalogue.languages import Language
from generator.catalogue.model import Model, Printed
from generator.catalogue.problems.place import KeyPath

M = TypeVar("M", bound=Model)
STORY = "story"
"""The field that no key but the text below the keys gives."""
_ENGLISH = "english"
"""The key of site.yaml below which words are in English."""


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text with its key path; `required` where nothing can be printed in its place."""

    path: KeyPath
    text: str
    required: bool


def texts(thing: Model, path: KeyPath = ()) -> Iterator[PrintedText]:
    """Every text that stands at a key, in the order of the model's fields."""
    for name, required in _fields(type(thing)).items():
        if name != STORY:
            yield from _texts(getattr(thing, name), (*path, name), required=required)


def tells_a_story(model: type[Model]) -> bool:
    """Whether print may show what stands below the keys of such a file."""
    return STORY in _fields(model)


def rewritten(thing: M, language: Language, change: Callable[[str, str], str]) -> M:
    """The thing with each of its texts as `change(text, language)` gives it.

    What isn't required and has no words left is gone; `language` is that of the thing's own words.
    """
    update = {}
    for name, required in _fields(type(thing)).items():
        value = getattr(thing, name)
        own: Language = "en" if name == _ENGLISH else language
        if (new := _rewritten(value, own, change)) != value:
            update[name] = new if new is not None or not required else ""
    return thing.model_copy(update=update) if update else thing


@cache
def _fields(model: type[Model]) -> Mapping[str, bool]:
    """The fields that hold marked texts or other models, and whether they must be given."""
    hints = get_type_hints(model, include_extras=True)
    return {
        name: field.is_required()
        for name, field in model.model_fields.items()
        if _marked(hints[name])
    }


def _marked(hint: Any) -> bool:  # noqa: ANN401  # any type at all
    if isinstance(hint, type) and issubclass(hint, Model):
        return any(_fields(hint))
    inner = (*get_args(hint), *getattr(hint, "__metadata__", ()))
    return hint is Printed or any(map(_marked, inner))


def _texts(value: object, path: KeyPath, *, required: bool) -> Iterator[PrintedText]:
    if isinstance(value, str):
        yield PrintedText(path, value, required)
    elif isinstance(value, Model):
        yield from texts(value, path)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _texts(each, (*path, index), required=False)


def _rewritten(value: Any, language: Language, change: Callable[[str, str], str]) -> Any:  # noqa: ANN401  # any field's
    """The value with its texts changed, None where a text has no words left."""
    if isinstance(value, str):
        return change(value, language) or None
    if isinstance(value, Model):
        return rewritten(value, language, change)
    if isinstance(value, tuple):
        found = (_rewritten(each, language, change) for each in value)
        return tuple(each for each in found if each is not None)
    if isinstance(value, dict):
        pairs = (
            (key, _rewritten(each, cast(Language, key), change)) for key, each in value.items()
        )
        return {key: each for key, each in pairs if each is not None}
    return value
