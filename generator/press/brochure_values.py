"""What a printed format says: of the site, its subject and each product, as JSON values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from generator import addresses
from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Fair, Place
from generator.catalogue.model.provenance import maker_of, origin_of
from generator.catalogue.prose.story import render
from generator.catalogue.reading.stories import story_of
from generator.press import print_values as facts
from generator.press.formats import Format, Slot
from generator.press.selection import Shown, Subject, certified
from generator.press.stocks import measures
from generator.press.template_values import (
    BrochureProduct,
    BrochureValues,
    FairValues,
    SlotValues,
)
from generator.theme.signs import printed

Words = Mapping[str, str]

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[“\"(]?[^\W\d_a-z])")
_MOST_SENTENCES = 6
_MOST_OTHERS = 10
_BOOTH = re.compile(r"^gian(?: hàng)?\s+(?=\S*\d)", re.IGNORECASE)
"""What the row's own name says already."""


def values_of(
    catalogue: Catalogue, wanted: Format, subject: Subject, shown: Sequence[Shown], words: Words
) -> BrochureValues:
    """What the template gets, but that the codes are not drawn yet."""
    site, fair = catalogue.site, subject.fair
    own = subject.product or fair
    sample = any(each.product.sample for each in shown) or bool(fair and fair.sample)
    stars = all(each.product.stars for each in shown)
    count = _own(words, wanted, "count" if stars else "count_mixed")
    trial = _own(words, wanted, "trial") if site.placeholder_host else None
    return {
        "source": subject.source(catalogue),
        "format": wanted.values,
        "slots": slot_values(wanted, shown),
        "title": own.name if own else site.tagline or site.name,
        "document": _own(words, wanted, "title").format(name=own.name if own else site.name),
        "author": site.name,
        "kicker": _own(words, wanted, "cover_fair" if fair else "cover_catalogue"),
        "count": count.format(n=len(shown)),
        "place": _place(catalogue, fair),
        "fair": _fair(catalogue, fair, wanted, words) if fair else None,
        "description": site.description,
        "others": [] if own else _others(catalogue, shown),
        "office": _office(catalogue),
        "site": site.name,
        "code": facts.code(addresses.printed_url(site.base_url, "")),
        "code_alt": _own(words, wanted, "site_alt").format(name=site.name),
        "sample": words["sample.note"] if sample else None,
        "trial": trial,
        "products": [_product(catalogue, each, words) for each in shown],
        "words": dict(words),
    }


def slot_values(wanted: Format, shown: Sequence[Shown]) -> Mapping[str, SlotValues]:
    """The format's places for photos, and which files stand in them."""
    found: dict[str, SlotValues] = {}
    for name, slot in wanted.slots_for(len(shown)).items():
        width, height = measures(slot.size)
        files = [file for file, _ in photos_in(slot, shown)]
        found[name] = {
            "width": width,
            "height": height,
            "bleeds": [*slot.bleeds],
            "files": [*files],
        }
    return found


def photos_in(slot: Slot, shown: Sequence[Shown]) -> Sequence[tuple[str, Shown]]:
    """The files that stand in a slot, each with the product whose photo it is."""
    match slot.shows:
        case "first":
            return [(f"{slot.name}.jpg", shown[0])]
        case "last":
            return [(f"{slot.name}.jpg", shown[-1])]
        case "each":
            return [(f"{slot.name}-{number}.jpg", each) for number, each in enumerate(shown)]


def _own(words: Words, wanted: Format, name: str) -> str:
    """The format's own string, else the one for all of print."""
    return words.get(f"{wanted.key}.{name}") or words[f"print.{name}"]


def sentences(story: str, language: Language) -> list[str]:
    """The first sentences of a story in Markdown, for as many as there is room."""
    blocks = render(story, "products").blocks if story else ()
    opening = next((block.text for block in blocks if block.kind == "paragraph"), "")
    said = printed(opening, language)
    return [each for each in _SENTENCE_END.split(said)[:_MOST_SENTENCES] if each]


def _product(catalogue: Catalogue, shown: Shown, words: Mapping[str, str]) -> BrochureProduct:
    product = shown.product
    stars = product.stars
    language = catalogue.site.language
    return {
        "name": product.name,
        "stars": stars,
        "rank": words["stars.rank"].format(n=stars) if stars else words["stars.potential"],
        "producer": maker_of(catalogue, product).producer.name,
        "place": facts.commune(origin_of(catalogue, product).commune),
        "summary": product.summary,
        "story": sentences(story_of(catalogue, product, language), language),
        "sample": words["sample.pill"] if product.sample else None,
        "photo_alt": printed(shown.photo.alt, language) or product.name,
        "code": facts.code(shown.url),
        "code_alt": words["code.alt"].format(name=product.name),
    }


def _others(catalogue: Catalogue, shown: Sequence[Shown]) -> list[list[str]]:
    """Name and commune of certified products that are not inside, as many as the back holds."""
    inside = {each.product.slug for each in shown}
    others = (each for each in certified(catalogue) if each.slug not in inside)
    return [
        [
            each.name,
            facts.kept_together(
                saying.capitalised(saying.place(origin_of(catalogue, each).commune, "vi"))
            ),
        ]
        for each in islice(others, _MOST_OTHERS)
    ]


def _place(catalogue: Catalogue, fair: Fair | None) -> str | None:
    if fair and fair.place in catalogue.places:
        commune = catalogue.commune_of(catalogue.places[fair.place])
        return saying.capitalised(saying.place_in_full(commune, "vi"))
    return catalogue.site.area


def _fair(catalogue: Catalogue, fair: Fair, wanted: Format, words: Words) -> FairValues:
    """Name, summary, and the rows of the invitation; what nobody has told has no row."""
    place = catalogue.places.get(fair.place) if fair.place else None
    rows = {
        "when": saying.span(fair.starts_on, fair.ends_on),
        "hours": fair.hours,
        "venue": _venue(fair, catalogue.commune_of(place) if place else None),
        "booth": _BOOTH.sub("", fair.booth) if fair.booth else None,
    }
    told = [[_own(words, wanted, key), text] for key, text in rows.items() if text]
    return {"name": fair.name, "summary": fair.summary, "rows": told}


def _venue(fair: Fair, commune: Place | None) -> str | None:
    """The venue and its commune, which is not said twice where the venue's own words name it."""
    parts = [fair.venue] if fair.venue else []
    if commune:
        named = fair.venue and saying.place(commune, "vi") in fair.venue
        parts.append(
            saying.province(commune, "vi") if named else saying.place_in_full(commune, "vi")
        )
    return facts.kept_together(saying.capitalised(", ".join(parts))) or None


def _office(catalogue: Catalogue) -> list[str]:
    """The programme office's lines: name, address, telephone, e-mail, as far as they are known."""
    office = catalogue.site.office
    if office is None:
        return []
    return [line for line in (office.name, office.address, office.phone, office.email) if line]
