"""The folders of content/ whose Markdown files each describe a thing with a page of its own.

One row a folder. Reading, links, judging and what a page depends on all go by this table, and the
kinds of pages (`generator/web/kinds/`) by the names in `kind`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

from generator.catalogue.languages import Language
from generator.catalogue.model import (
    Catalogue,
    Fair,
    FairWording,
    Model,
    Page,
    PageWording,
    Producer,
    ProducerWording,
    Product,
    Translation,
    Village,
    VillageWording,
)

PLACE = "place"
"""What a key names that holds the slug of a place; places stand in a file, not in a folder."""

Words = Mapping[Language, Any]
"""A thing's words in other languages: models of the folder's `words`."""


class Thing(Protocol):
    """What the table knows of all that it has."""

    @property
    def slug(self) -> str:
        """The stem of its file, and the last part of its address."""

    @property
    def source(self) -> str:
        """Its file, from the project's root."""

    @property
    def draft(self) -> bool:
        """Whether it is in work, and not published."""


def _translated(thing: Any, words: Words) -> Thing:  # noqa: ANN401 - any row's model
    told: Thing = thing.model_copy(update={"translations": words})
    return told


def _named(producer: Producer, words: Words) -> Thing:
    """A producer keeps its names and texts by language."""
    names = {language: each.name for language, each in words.items() if each.name}
    bodies = {language: each.body for language, each in words.items() if each.body.strip()}
    return producer.model_copy(update={"names": names, "bodies": {**producer.bodies, **bodies}})


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder: its `name` is that of the catalogue's field too.

    `model` is what a file describes, `words` what its translation may say; `bare` translations may
    do without keys. `references` are the keys that name other things, with the kind they name.
    `by_slug` says that the catalogue keeps the things by slug.
    """

    name: str
    kind: str
    model: type[Model]
    words: type[Model]
    references: Mapping[str, str] = field(default_factory=dict)
    bare: bool = False
    by_slug: bool = False
    told: Callable[[Any, Words], Thing] = _translated

    def things(self, catalogue: Catalogue) -> Sequence[Thing]:
        """What the catalogue has of it, in its order."""
        found = getattr(catalogue, self.name)
        return tuple(found.values()) if self.by_slug else cast(Sequence[Thing], found)

    def changed(self, thing: Thing, facts: Mapping[str, object]) -> Thing:
        """The thing with other facts."""
        return cast(Thing, cast(Model, thing).model_copy(update=facts))

    def gathered(self, things: Iterable[Thing]) -> Any:  # noqa: ANN401 - a field of any row
        """Things in the form in which the catalogue keeps them."""
        return {each.slug: each for each in things} if self.by_slug else tuple(things)


FOLDERS = (
    Folder(
        "villages",
        kind="village",
        model=Village,
        words=VillageWording,
        references={"place": PLACE},
        by_slug=True,
    ),
    Folder(
        "producers",
        kind="producer",
        model=Producer,
        words=ProducerWording,
        references={"place": PLACE, "village": "village"},
        bare=True,
        by_slug=True,
        told=_named,
    ),
    Folder(
        "products",
        kind="product",
        model=Product,
        words=Translation,
        references={"producer": "producer", "made_in": PLACE},
    ),
    Folder(
        "fairs",
        kind="fair",
        model=Fair,
        words=FairWording,
        references={"place": PLACE, "products": "product"},
    ),
    Folder("pages", kind="page", model=Page, words=PageWording),
)
"""What others name comes before those who name it."""

NAMES = frozenset(folder.name for folder in FOLDERS)
BY_NAME = {folder.name: folder for folder in FOLDERS}
KEPT = {PLACE: "places", **{folder.kind: folder.name for folder in FOLDERS}}
"""Where things of each kind are kept: the folder, or the catalogue's field."""


def folder_of(source: str) -> str:
    """The folder that a content file stands in: “products” for `content/products/x.md`."""
    return source.split("/")[1]
