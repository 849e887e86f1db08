"""A craft village's page, and the list of all."""

from __future__ import annotations

from generator.catalogue import saying
from generator.catalogue.model import Village
from generator.catalogue.model.provenance import commune_of
from generator.web.structured import village_data
from generator.web.template_values.common import LinkValues
from generator.web.template_values.pages import IndexPage, RecognitionValues, VillagePage
from generator.web.views.card import cards
from generator.web.views.edition import Edition
from generator.web.views.frame import Head, frame
from generator.web.views.lists import first_picture, index_head, links, members
from generator.web.views.maps import map_of


def village_page(edition: Edition, village: Village) -> VillagePage:
    """Values of village.html."""
    wording = village.wording(edition.language)
    place = edition.catalogue.places[village.place] if village.place else None
    commune = commune_of(edition.catalogue, village)
    key = ("village", village.slug)
    head = Head(
        key=key,
        origin=edition.path(key) or "",
        title=wording.name,
        description=wording.summary,
        trail=(("home", ""), ("village", "")),
        sample=village.sample,
        draft=village.draft,
    )
    makers = [p.slug for p in edition.catalogue.producers.values() if p.village == village.slug]
    return {
        **frame(edition, head, [village_data(edition, village, map_of(village))]),
        "summary": wording.summary,
        "craft": wording.craft,
        "address": saying.address(None, commune, edition.language),
        "former_address": (
            saying.place_in_full(place, edition.language) if place and place.now else None
        ),
        "commune_href": edition.to(head.origin, ("commune", commune.slug)) if commune else None,
        "map": map_of(village),
        "founded": village.founded,
        "recognised": _recognised(edition, village),
        "story": edition.story(head.origin, wording.body, "villages"),
        "producers": links(edition, head.origin, "producer", only=makers),
        "cards": cards(edition, head.origin, members(edition, "village").get(village.slug, ())),
    }


def _recognised(edition: Edition, village: Village) -> RecognitionValues | None:
    on = village.recognised_on
    found: RecognitionValues = {
        "on": saying.period(on, edition.language) if on else None,
        "decision": village.decision,
        "by": village.recognised_by,
    }
    return found if any(found.values()) else None


def village_index(edition: Edition) -> IndexPage:
    """Values of index.html: all craft villages of this edition."""
    head = index_head(edition, "village")
    return {**frame(edition, head), "links": _links(edition, head.origin)}


def _links(edition: Edition, origin: str) -> list[LinkValues]:
    catalogue, found = edition.catalogue, list[LinkValues]()
    for slug, village in catalogue.villages.items():
        if edition.language not in edition.paths.of(("village", slug)):
            continue
        products = members(edition, "village").get(slug, ())
        found.append(
            {
                "title": village.wording(edition.language).name,
                "href": edition.to(origin, ("village", slug)),
                "note": saying.place_or_none(commune_of(catalogue, village), edition.language)
                or "",
                "names": [each.wording(edition.language).name for each in products[:3]],
                "picture": first_picture(edition, origin, products),
            }
        )
    return found
