"""The catalogue in words that print can set: what stands between the models and every template.

Labels, stamps, artwork and leaflets are all made of such a catalogue, so that each fits, measures
and lists the words as they are printed. What has no words left there counts as not told.
"""

from __future__ import annotations

from typing import TypeVar

from generator.catalogue.judging.printed_texts import rewritten
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Model
from generator.theme.signs import doubtful, printed

M = TypeVar("M", bound=Model)


def lettered(catalogue: Catalogue) -> Catalogue:
    """The catalogue as print has it; stories, which stay in their files, are not looked at."""
    own = catalogue.site.language
    parts = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    parts |= {
        "site": _lettered(catalogue.site, own),
        "products": tuple(_lettered(each, own) for each in catalogue.products),
        "producers": {slug: _lettered(each, own) for slug, each in catalogue.producers.items()},
        "places": {slug: _lettered(each, own) for slug, each in catalogue.places.items()},
        "fairs": tuple(_lettered(each, own) for each in catalogue.fairs),
    }
    return Catalogue.model_construct(**parts)


def _lettered(thing: M, language: Language) -> M:
    """The thing itself where print can set all of it, as nearly always."""
    if not doubtful(thing.model_dump_json()):
        return thing
    return rewritten(thing, language, printed)
