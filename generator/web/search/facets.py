"""What visitors narrow the catalogue by: a row a facet.

A new facet is a row here, its name and its parameter in the address under `[search]` in the
strings, and, where no column of `columns.py` has it, that column. The page's script knows no facet
by name, but how each `kind` is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypedDict

from generator.catalogue import saying
from generator.web.views.edition import Edition

PRICES = (50_000, 100_000, 200_000, 500_000)
"""Where a range of prices ends and the next begins, in đồng."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet by its `name`; `column` is what it goes by.

    Its kind: `one` where each product has one of the choices or none, `many` where a choice has a
    list of products, `range` where choices are ranges of a number, `valid` for certificates that
    hold on the visitor's day.
    """

    name: str
    kind: Literal["one", "many", "range", "valid"]
    column: str


FACETS = (
    Facet("valid", "valid", "days"),
    Facet("star", "one", "star"),
    Facet("group", "one", "group"),
    Facet("price", "range", "price"),
    Facet("fair", "many", "fairs"),
    Facet("commune", "one", "commune"),
    Facet("producer", "one", "producer"),
)


class FacetValues(TypedDict):
    """A facet as the page's script gets it; ranges have their choices here, others in a column."""

    name: str
    param: str
    title: str
    kind: str
    column: str
    ends: list[int]
    titles: list[str]


def facets(edition: Edition) -> list[FacetValues]:
    """All facets, in the order in which they stand on the page."""
    return [_facet(edition, each) for each in FACETS]


def _facet(edition: Edition, facet: Facet) -> FacetValues:
    ranged = facet.kind == "range"
    return {
        "name": facet.name,
        "param": edition.words.say(f"search.param_{facet.name}"),
        "title": edition.words.say(f"search.facet_{facet.name}"),
        "kind": facet.kind,
        "column": facet.column,
        "ends": [*PRICES] if ranged else [],
        "titles": _ranges(edition) if ranged else [],
    }


def _ranges(edition: Edition) -> list[str]:
    words, said = edition.words, [saying.dong(each, edition.language) for each in PRICES]
    return [
        words.say("search.price_below", price=said[0]),
        *(words.say("search.price_between", low=low, high=high) for low, high in pairwise(said)),
        words.say("search.price_above", price=said[-1]),
    ]
