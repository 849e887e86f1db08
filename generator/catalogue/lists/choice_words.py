"""What people call the values of which a key has one: as lists have them, and as questions ask."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalogue import saying
from generator.catalogue.folding import bare
from generator.catalogue.lists.addresses import Communes
from generator.catalogue.lists.cells import CellDoubt, kind
from generator.catalogue.model import Place
from generator.catalogue.model.choices import SAID
from generator.catalogue.model.producers import ProducerKind
from generator.catalogue.model.products import Status
from generator.catalogue.ocop.groups import GROUPS


def tells_form(name: str, form: ProducerKind) -> bool:
    """Whether a producer's name says its legal form: “HTX Mẫu”, “Mẫu (household business)”."""
    return kind(name) == form.value or any(bare(said) in bare(name) for said in SAID[form])


def choice_words(places: Mapping[str, Place]) -> Mapping[str, Mapping[object, str]]:
    """By the key of a column: in Vietnamese, the words of each value that are read back as it."""
    known = Communes(places)
    communes: dict[object, str] = {
        slug: words
        for slug, place in places.items()
        if (words := saying.unit(place.kind, place.name, "vi")) and _named(known, words) == slug
    }
    return {
        "status": {each.value: SAID[each][0] for each in Status},
        "producer.kind": {each.value: SAID[each][0] for each in ProducerKind},
        "group": {number: f"{number}. {group.vi}" for number, group in GROUPS.items()},
        "producer.place": communes,
        "made_in": communes,
    }


def _named(communes: Communes, words: str) -> str:
    try:
        return communes.named(words)
    except CellDoubt:
        return ""
