"""A catalogue that goes on: what is broken now stands in it as it was before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from pathlib import Path

from generator.catalogue.languages import other_language
from generator.catalogue.model import Catalogue
from generator.catalogue.model.folders import FOLDERS, KEPT, PLACE, Folder, Thing
from generator.catalogue.reading.reader import trimmed

_PLACES = "content/places.yaml"
_WORDS = ("translations", "names", "bodies")
"""What things have by language."""


def standing(now: Catalogue, before: Catalogue | None, wrong: Set[str]) -> Catalogue:
    """The catalogue of now, with what the `wrong` files said `before` in place of what they say.

    So stands what names something broken, too. What never was sound is left out, and so is what
    needs a thing that is gone, and what is gone itself.
    """
    if not wrong:
        return now
    places, other = now.places, other_language(now.site.language)
    if before and _PLACES in wrong:
        places = {**before.places, **now.places}
    known: dict[str, Collection[str]] = {KEPT[PLACE]: places.keys()}
    parts: dict[str, Mapping[str, Thing]] = {}
    for folder in FOLDERS:
        found = {each.slug: each for each in folder.things(now) if each.source not in wrong}
        for each in folder.things(before) if before else ():
            if each.slug in found:
                if f"{each.source.removesuffix('.md')}.{other}.md" in wrong:
                    found[each.slug] = with_words(found[each.slug], each, folder)
            elif _is_there(now, each.source):
                found[each.slug] = each
        left = (trimmed(each, folder, known) for each in _by_file(found.values()))
        parts[folder.name] = {each.slug: each for each in left if each}
        known[folder.name] = parts[folder.name].keys()
    lots = {**(before.lots if before else {}), **now.lots}
    kept = {slug for slug in known["products"] if _is_there(now, f"content/lots/{slug}.csv")}
    told = {slug: found for slug, found in lots.items() if slug in kept}
    gathered = {folder.name: _gathered(folder, parts) for folder in FOLDERS}
    return now.with_parts({**gathered, "places": places, "lots": told})


def with_thing(catalogue: Catalogue, folder: Folder, thing: Thing) -> Catalogue | None:
    """The catalogue with a newer state of one of its things; None where it names what is not."""
    known: dict[str, Collection[str]] = {
        name: catalogue.by_slug.keys() if name == "products" else getattr(catalogue, name)
        for name in (KEPT[kind] for kind in folder.references.values())
    }
    if trimmed(thing, folder, known) != thing:
        return None
    things = [thing if each.slug == thing.slug else each for each in folder.things(catalogue)]
    return catalogue.with_parts({folder.name: folder.gathered(things)})


def with_words(thing: Thing, before: Thing, folder: Folder) -> Thing:
    """The thing with the words that it had before in languages in which it has none."""
    return folder.changed(
        thing,
        {
            key: {**getattr(before, key), **getattr(thing, key)}
            for key in _WORDS
            if key in folder.model.model_fields
        },
    )


def _gathered(folder: Folder, parts: Mapping[str, Mapping[str, Thing]]) -> object:
    gathered: object = folder.gathered(parts[folder.name].values())
    return gathered


def _by_file(things: Collection[Thing]) -> list[Thing]:
    return sorted(things, key=lambda each: each.source)


def _is_there(now: Catalogue, source: str) -> bool:
    root = now.content.parent if now.content else Path()
    return (root / source).exists()
