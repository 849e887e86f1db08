"""What a printed format says: of the site, its subject and each product, as JSON values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator import addresses
from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Fair, Place, Product
from generator.catalogue.model.provenance import maker_of, origin_of
from generator.catalogue.prose.story import render
from generator.catalogue.reading.stories import story_of
from generator.press import print_values as facts
from generator.press.format_strings import IN_THE_SINGULAR
from generator.press.formats import Format, Slot
from generator.press.selection import Selection, Shown, Subject, certified, worded
from generator.press.stocks import measures
from generator.press.template_values import (
    BrochureProduct,
    BrochureValues,
    FairValues,
    SlotValues,
)
from generator.theme import ThemeError
from generator.theme.signs import printed

Words = Mapping[str, str]

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[“\"(]?[^\W\d_a-z])")
_MOST_SENTENCES = 6
_MOST_OTHERS = 40
"""No back of a leaflet has room for more."""
_BOOTH = re.compile(r"^(?:gian(?: hàng)?|booth|stand)\s+(?=\S*\d)", re.IGNORECASE)
"""What the row's own name says already."""


def values_of(
    catalogue: Catalogue, wanted: Format, subject: Subject, chosen: Selection, words: Words
) -> BrochureValues:
    """What the template gets, but that the codes are not drawn yet.

    All is in the selection's language, of which `words` are the theme's strings.
    """
    fair, shown, language = subject.fair, chosen.shown, chosen.language
    site = catalogue.site.wording(language)
    own = subject.wording(language)
    sample = any(each.product.sample for each in shown) or bool(fair and fair.sample)
    others = [] if own else _others(catalogue, shown, language)
    number = len(shown) + len(others)
    stars = all(each.product.stars for each in shown)
    trial = _own(words, wanted, "trial") if catalogue.site.placeholder_host else None
    return {
        "language": language,
        "source": subject.source(catalogue),
        "format": wanted.values,
        "slots": slot_values(wanted, shown),
        "title": own.name if own else site.tagline or site.name,
        "title_key": "name" if own or not site.tagline else "tagline",
        "document": _filled(_own(words, wanted, "title"), name=own.name if own else site.name),
        "author": site.name,
        "kicker": _own(words, wanted, "cover_fair" if fair else "cover_catalogue"),
        "count": _count(words, wanted, "count" if stars else "count_mixed", number),
        "place": _place(catalogue, fair, language),
        "fair": _fair(catalogue, fair, wanted, words, language) if fair else None,
        "description": site.description,
        "others": others[:_MOST_OTHERS],
        "others_in_all": len(others),
        "office": _office(catalogue),
        "site": site.name,
        "code": facts.code(addresses.printed_url(catalogue.site.base_url, "")),
        "code_alt": _filled(_own(words, wanted, "site_alt"), name=site.name),
        "sample": words["sample.note"] if sample else None,
        "trial": trial,
        "products": [_product(catalogue, each, words, language) for each in shown],
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


def _filled(text: str, **values: object) -> str:
    """The string with its values. Raises ThemeError for a place that nobody fills in."""
    try:
        return text.format(**values)
    except (ValueError, LookupError, AttributeError) as error:
        raise ThemeError(
            f"có chữ không điền được: {text!r}", f"a string that can't be filled in: {text!r}"
        ) from error


def _count(words: Words, wanted: Format, name: str, number: int) -> str:
    """So many in words, with the string for one where the language has it."""
    single = f"{name}{IN_THE_SINGULAR}"
    if number == 1 and (f"{wanted.key}.{single}" in words or f"print.{single}" in words):
        name = single
    return _filled(_own(words, wanted, name), n=number)


def sentences(story: str, language: Language) -> list[str]:
    """The first sentences of a story in Markdown, for as many as there is room."""
    blocks = render(story, "products").blocks if story else ()
    opening = next((block.text for block in blocks if block.kind == "paragraph"), "")
    said = printed(opening, language)
    return [each for each in _SENTENCE_END.split(said)[:_MOST_SENTENCES] if each]


def _product(
    catalogue: Catalogue, shown: Shown, words: Words, language: Language
) -> BrochureProduct:
    product, said = shown.product, shown.product.wording(language)
    stars = product.stars
    alt = product.photo_alt(product.photos.index(shown.photo), language)
    return {
        "source": product.source,
        "name": said.name,
        "stars": stars,
        "rank": _filled(words["stars.rank"], n=stars) if stars else words["stars.potential"],
        "producer": maker_of(catalogue, product).producer.name_in(language),
        "place": facts.commune(origin_of(catalogue, product).commune, language),
        "summary": said.summary,
        "story": sentences(story_of(catalogue, product, language), language),
        "sample": words["sample.pill"] if product.sample else None,
        "photo_alt": printed(alt, language) or said.name,
        "code": facts.code(shown.url),
        "code_alt": _filled(words["code.alt"], name=said.name),
    }


def _others(catalogue: Catalogue, shown: Sequence[Shown], language: Language) -> list[list[str]]:
    """Name and commune of certified products that are not inside."""
    inside = {each.product.slug for each in shown}
    others = (
        each
        for each in certified(catalogue)
        if each.slug not in inside and worded(catalogue, each, language)
    )
    return [[each.wording(language).name, _commune(catalogue, each, language)] for each in others]


def _commune(catalogue: Catalogue, product: Product, language: Language) -> str:
    place = saying.place_or_none(origin_of(catalogue, product).commune, language) or ""
    return facts.kept_together(saying.capitalised(place))


def _place(catalogue: Catalogue, fair: Fair | None, language: Language) -> str | None:
    if fair and fair.place in catalogue.places:
        commune = catalogue.commune_of(catalogue.places[fair.place])
        return saying.capitalised(saying.place_in_full(commune, language))
    return catalogue.site.wording(language).area


def _fair(
    catalogue: Catalogue, fair: Fair, wanted: Format, words: Words, language: Language
) -> FairValues:
    """Name, summary, and the rows of the invitation; what nobody has told has no row."""
    place = catalogue.places.get(fair.place) if fair.place else None
    said = fair.wording(language)
    rows = {
        "when": saying.span(fair.starts_on, fair.ends_on),
        "hours": said.hours,
        "venue": _venue(said.venue, catalogue.commune_of(place) if place else None, language),
        "booth": _BOOTH.sub("", fair.booth) if fair.booth else None,
    }
    told = [[_own(words, wanted, key), text] for key, text in rows.items() if text]
    return {"name": said.name, "summary": said.summary, "rows": told}


def _venue(venue: str | None, commune: Place | None, language: Language) -> str | None:
    """The venue and its commune, which is not said twice where the venue's own words name it."""
    parts = [venue] if venue else []
    if commune:
        named = venue and saying.place(commune, language) in venue
        whole = saying.province if named else saying.place_in_full
        parts += filter(None, [whole(commune, language)])
    return facts.kept_together(saying.capitalised(", ".join(parts))) or None


def _office(catalogue: Catalogue) -> list[str]:
    """The programme office's lines: name, address, telephone, e-mail, as far as they are known."""
    office = catalogue.site.office
    if office is None:
        return []
    return [line for line in (office.name, office.address, office.phone, office.email) if line]
