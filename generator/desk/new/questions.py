"""What can be told of a new thing, from the field table: an option each, some of them asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from generator.catalogue.fields import Row, Written, rows_of
from generator.catalogue.model import Certificate, Fair, Model, Pack, Photo, Producer, Product
from generator.catalogue.model.folders import Folder
from generator.catalogue.model.lots import Lot
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.reading import frontmatter
from generator.catalogue.reading.editing import Value

_WITHIN: Mapping[KeyPath, type[Model]] = {
    ("certificate",): Certificate,
    ("photos", 0): Photo,
    ("packs", 0): Pack,
}
"""Parts of a product whose keys have options of their own."""
_ASKED_TOO: Mapping[type, frozenset[str]] = {
    Certificate: frozenset({"decision", "decided_on"}),
    Producer: frozenset({"place"}),
    Fair: frozenset({"venue", "place", "products"}),
    Lot: frozenset({"produced", "best_before"}),
}
"""What is asked for although a file may do without."""
CERTIFIED = "certified"
_WIDEST = {"starts_on": "1900-01-01", "ends_on": "2199-12-31"}
"""Days that stand in for those not told yet, and contradict no other."""


@dataclass(frozen=True, slots=True)
class Question:
    """One key of a file: where it stands, and its row; `listed` keys have several values.

    `parted` ones are of texts, of which several may be typed in one line.
    """

    path: KeyPath
    row: Row
    required: bool
    listed: bool
    flag: bool
    parted: bool = False

    @property
    def option(self) -> str:
        """The option on the command line."""
        return f"--{self.row.key.replace('_', '-')}"

    @property
    def name(self) -> str:
        """What the command line calls its value."""
        return self.row.key

    @property
    def asked(self) -> bool:
        """Whether a terminal is asked for it, if it wasn't given."""
        return self.required or self.row.key in _ASKED_TOO.get(self.row.model, ())


def questions_of(folder: Folder) -> tuple[Question, ...]:
    """All keys of a file there, each with a name of its own: a part's key gives way."""
    found: dict[str, Question] = {}
    for each in _questions(folder):
        found.setdefault(each.name, each)
    return tuple(found.values())


def _questions(folder: Folder) -> Iterator[Question]:
    yield from _keys(folder.model, ())
    if folder.model is Product:
        for path, model in _WITHIN.items():
            yield from _keys(model, path)


def _keys(model: type[Model], above: KeyPath) -> Iterator[Question]:
    for row in rows_of(model):
        if row.written is Written.AS_KEY:
            field = model.model_fields[row.key]
            yield Question(
                (*above, row.key),
                row,
                field.is_required(),
                _list_of(field.annotation) is not None,
                field.annotation is bool,
                _is_of_texts(field.annotation),
            )


def _list_of(kind: object) -> object | None:
    """The kind of a list, also of one that may be left out; none of what is no list."""
    kinds = (kind, *get_args(kind)) if get_origin(kind) is not tuple else (kind,)
    return next((each for each in kinds if get_origin(each) is tuple), None)


def _is_of_texts(kind: object) -> bool:
    """Whether a key is a list, and not of parts with keys of their own."""
    within = get_args(_list_of(kind))
    one = within[0] if within else None
    return one is not None and not (isinstance(one, type) and issubclass(one, Model))


def facts_of(answers: Mapping[KeyPath, Value]) -> dict[str, Any]:
    """The keys of a file: answers at paths, put together."""
    facts: dict[str, Any] = {}
    for path, value in answers.items():
        first, *rest = path
        if not rest:
            facts[str(first)] = value
        elif isinstance(rest[0], int):
            entry = facts.setdefault(str(first), [{}])[0]
            entry[str(rest[1])] = value
        else:
            facts.setdefault(str(first), {})[str(rest[0])] = value
    return facts


def missing(questions: Sequence[Question], answers: Mapping[KeyPath, Value]) -> list[Question]:
    """What a file with these answers can't do without and lacks; one that is certified, more."""
    begun = {path[0] for path in answers}
    if answers.get(("status",)) == CERTIFIED:
        begun.add("certificate")
    return [
        each
        for each in questions
        if each.required
        and each.path not in answers
        and (len(each.path) == 1 or each.path[0] in begun)
        and each.path[:1] not in answers
    ]


def stand_ins_for(questions: Sequence[Question]) -> dict[KeyPath, Value]:
    """Answers by which a file can be judged that waits for its own, and for its code."""
    return {
        each.path: _WIDEST.get(each.name) or each.row.example.strip('"')
        for each in questions
        if len(each.path) == 1 and (each.required or each.row.key == "code")
    }


def typed(texts: Sequence[str], *, listed: bool) -> Value:
    """What was typed as a value: a text, or lists and mappings as YAML writes them in brackets."""
    values = [_typed(each) for each in texts]
    if not listed:
        return values[-1]
    found: list[Any] = []
    for each in values:
        found += each if isinstance(each, list) else [each]
    return found


def _typed(text: str) -> Value:
    if text[:1] not in ("[", "{"):
        return text
    try:
        value: Value = frontmatter.parse(text).value
    except frontmatter.UnreadableError:
        return text
    return text if _is_hollow(value) else value


def _is_hollow(value: object) -> bool:
    """Whether nothing stands somewhere in it."""
    if isinstance(value, dict):
        return not value or any(map(_is_hollow, value.values()))
    return not value or (isinstance(value, list) and any(map(_is_hollow, value)))
