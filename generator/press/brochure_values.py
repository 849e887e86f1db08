"""What a printed format says: of the site, its subject and each product, as JSON values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from generator import addresses
from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Fair, Place, Product
from generator.catalogue.model.provenance import origin_of
from generator.engine.processes import shared_out
from generator.press import print_values as facts
from generator.press.book_values import chapters, how_to_apply, indexes
from generator.press.document_day import day_of
from generator.press.filling import Words, counted, filled, in_each, own_string
from generator.press.formats import Format
from generator.press.own_mark import mark_of, mark_values
from generator.press.pieces import Piece
from generator.press.product_values import product_values
from generator.press.selection import Reason, Selection, Shown, certified, worded
from generator.press.slot_photos import slot_values
from generator.press.template_values import BrochureValues, FairValues

_MOST_OTHERS = 40
"""No back of a leaflet has room for more."""
_MANY_PRODUCTS = 300
"""It takes a second or two to gather what is said of so many."""
_NAMED = frozenset({Reason.OVER_THE_NUMBER, Reason.NO_CODE})
"""Why a product that was asked for is named where others are shown."""
_BOOTH = re.compile(r"^(?:gian(?: hàng)?|booth|stand)\s+(?=\S*\d)", re.IGNORECASE)
"""What the row's own name says already."""


def values_of(
    catalogue: Catalogue, piece: Piece, chosen: Selection, strings: Mapping[Language, Words]
) -> BrochureValues:
    """What the template gets, but that the codes are not drawn yet.

    All is in the piece's first language; `strings` are the theme's in each of its languages.
    """
    wanted, subject = piece.format, piece.subject
    fair, shown, language = subject.fair, chosen.shown, chosen.language
    words = strings[language]
    site = catalogue.site.wording(language)
    own = subject.wording(language)
    sample = any(each.product.sample for each in shown) or bool(fair and fair.sample)
    others = _others(catalogue, piece, chosen)
    number = len(shown) + len(others)
    stars = all(each.product.stars for each in shown)
    trial = own_string(words, wanted, "trial") if catalogue.site.placeholder_host else None
    products = shared_out(
        lambda each: product_values(catalogue, piece, each, strings), shown, _MANY_PRODUCTS
    )
    told = products if wanted.is_book else []
    told_in = [strings[each] for each in piece.languages]
    return {
        "day": day_of(each.product for each in shown).isoformat(),
        "language": language,
        "source": subject.source(catalogue),
        "format": wanted.values,
        "slots": slot_values(wanted, chosen),
        "title": _title(catalogue, piece, language),
        "title_key": "name" if own or not site.tagline else "tagline",
        "other_title": _other_title(catalogue, piece),
        "document": filled(own_string(words, wanted, "title"), name=own.name if own else site.name),
        "author": site.name,
        "kicker": own_string(words, wanted, _kicker(fair, shown)),
        "count": counted(words, wanted, "count" if stars else "count_mixed", number),
        "place": _place(catalogue, fair, language),
        "fair": _fair(catalogue, fair, wanted, told_in, language) if fair else None,
        "cover_credit": _credit(chosen),
        "description": site.description,
        "others": [_named(catalogue, each, language) for each in others[:_MOST_OTHERS]],
        "others_in_all": len(others),
        "office": _office(catalogue),
        "site": site.name,
        "code": facts.code(addresses.printed_url(catalogue.site.base_url, "")),
        "code_alt": filled(own_string(words, wanted, "site_alt"), name=site.name),
        "sample": words["sample.note"] if sample else None,
        "trial": trial,
        "prices": piece.prices,
        "mark": mark_values(wanted, mark_of(catalogue, wanted)),
        "products": products,
        "chapters": chapters(told),
        "indexes": indexes(told),
        "book": None,
        "apply": how_to_apply(catalogue, language) if wanted.stories else None,
        "words": dict(words),
        "other_words": dict(strings[piece.languages[1]]) if len(piece.languages) > 1 else None,
    }


def _kicker(fair: Fair | None, shown: Sequence[Shown]) -> str:
    """Which string stands over the title: nothing is called OCOP that has no stars yet."""
    if fair:
        return "cover_fair"
    return "cover_catalogue" if any(each.product.stars for each in shown) else "cover_potential"


def _title(catalogue: Catalogue, piece: Piece, language: Language) -> str:
    own, site = piece.subject.wording(language), catalogue.site.wording(language)
    return own.name if own else site.tagline or site.name


def _other_title(catalogue: Catalogue, piece: Piece) -> str | None:
    if len(piece.languages) == 1:
        return None
    first, second = (_title(catalogue, piece, each) for each in piece.languages)
    return second if second != first else None


def _others(catalogue: Catalogue, piece: Piece, chosen: Selection) -> list[Product]:
    """Products that found no room: of those asked for, or else of all that are certified."""
    if piece.subject.fair or piece.subject.product or piece.subject.products:
        left = (each for each in chosen.left_out if each.reason in _NAMED)
        return [each.product for each in left]
    inside = {each.product.slug for each in chosen.shown}
    return [
        each
        for each in certified(catalogue)
        if each.slug not in inside and worded(catalogue, each, chosen.language)
    ]


def _named(catalogue: Catalogue, product: Product, language: Language) -> list[str]:
    return [product.wording(language).name, _commune(catalogue, product, language)]


def _commune(catalogue: Catalogue, product: Product, language: Language) -> str:
    place = saying.place_or_none(origin_of(catalogue, product).commune, language) or ""
    return facts.kept_together(saying.capitalised(place))


def _place(catalogue: Catalogue, fair: Fair | None, language: Language) -> str | None:
    if fair and fair.place in catalogue.places:
        commune = catalogue.commune_of(catalogue.places[fair.place])
        return saying.capitalised(saying.place_in_full(commune, language))
    return catalogue.site.wording(language).area


def _fair(
    catalogue: Catalogue,
    fair: Fair,
    wanted: Format,
    strings: Sequence[Words],
    language: Language,
) -> FairValues:
    """Name, summary, and the rows of the invitation, named in each language.

    What nobody has told has no row.
    """
    place = catalogue.places.get(fair.place) if fair.place else None
    said = fair.wording(language)
    booth = _BOOTH.sub("", fair.booth) if fair.booth else None
    rows = {
        "when": saying.span(fair.starts_on, fair.ends_on),
        "hours": said.hours,
        "venue": _venue(said.venue, catalogue.commune_of(place) if place else None, language),
        "booth": booth,
    }
    told = [
        [in_each(strings, partial(own_string, wanted=wanted, name=key)), text]
        for key, text in rows.items()
        if text
    ]
    return {
        "name": said.name,
        "summary": said.summary,
        "rows": told,
        "when": saying.span(fair.starts_on, fair.ends_on),
        "booth": booth,
        "sample": strings[0]["sample.pill"] if fair.sample else None,
    }


def _credit(chosen: Selection) -> str | None:
    """Who made the cover's photo, where it is the fair's own."""
    own = chosen.pictures.get("cover")
    return own[0].credit if own else None


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
