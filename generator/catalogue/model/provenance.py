"""Who answers for a product and where it is made: chosen once, for web, paper and judgement alike.

Stands with the models, below whoever puts it into words, since it picks among facts and says
nothing. Two things that a pack tells apart: the responsible party with its address, and the origin
(decree 43/2017/NĐ-CP, articles 12 and 15). Where there is room for one place only, it is the
origin's commune.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.model import (
    Catalogue,
    Place,
    Producer,
    Product,
    Village,
)


@dataclass(frozen=True, slots=True)
class Maker:
    """The producer with its commune of today; `former` is the unit that packs may still name.

    `commune` is None where the register doesn't say it.
    """

    producer: Producer
    commune: Place | None
    former: Place | None


@dataclass(frozen=True, slots=True)
class Origin:
    """The commune of today in which a product is made, and the old unit as it was written.

    `elsewhere` means that this is not the maker's commune, so that both want to be said. `commune`
    is None where nobody has told it, neither of the product nor of its maker.
    """

    commune: Place | None
    former: Place | None
    elsewhere: bool


def maker_of(catalogue: Catalogue, product: Product) -> Maker:
    """The responsible party. Within its commune `made_in` may name the old unit on the pack."""
    producer = catalogue.producers[product.producer]
    place = place_of(catalogue, producer)
    commune = _today(catalogue, place)
    made_in = catalogue.places[product.made_in] if product.made_in else None
    if made_in and made_in.now and catalogue.commune_of(made_in) == commune:
        place = made_in
    return Maker(producer, commune, _former(place))


def origin_of(catalogue: Catalogue, product: Product) -> Origin:
    """Where it is made: its own `made_in`, else its producer's place."""
    maker = maker_of(catalogue, product)
    if not product.made_in:
        return Origin(maker.commune, maker.former, elsewhere=False)
    place = catalogue.places[product.made_in]
    commune = catalogue.commune_of(place)
    return Origin(commune, _former(place), elsewhere=commune != maker.commune)


def place_of(catalogue: Catalogue, producer: Producer) -> Place | None:
    """The place that the producer names, a former unit perhaps."""
    return catalogue.places[producer.place] if producer.place else None


def commune_of(catalogue: Catalogue, village: Village) -> Place | None:
    """Today's commune of a craft village, as far as it is known."""
    return _today(catalogue, catalogue.places[village.place] if village.place else None)


def _today(catalogue: Catalogue, place: Place | None) -> Place | None:
    return catalogue.commune_of(place) if place else None


def _former(place: Place | None) -> Place | None:
    return place if place and place.now else None
