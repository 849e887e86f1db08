"""Structured data (schema.org, as JSON-LD) for search engines.

The terms are written out, since most values stand within a type of their own; the field table has
under which term a field is told, and its tests hold it to what stands here.

OCOP's stars are a certification's rating, never an `aggregateRating`: nobody reviewed anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator import addresses
from generator.catalogue import saying
from generator.catalogue.dates import PartialDate
from generator.catalogue.languages import Language
from generator.catalogue.model import (
    Certificate,
    Fair,
    Mark,
    Place,
    Producer,
    Product,
    Status,
    Village,
)
from generator.catalogue.model.lots import Lot
from generator.catalogue.model.provenance import commune_of, origin_of, place_of
from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.ocop.stars import MAXIMUM_STARS
from generator.web.template_values.common import JsonLd
from generator.web.views.edition import Edition

TOURISM_GROUP = 26
_CONTEXT = "https://schema.org"
_GS1 = "https://ref.gs1.org/voc/"


def breadcrumbs(trail: Sequence[tuple[str, str]]) -> JsonLd:
    """BreadcrumbList of names and absolute addresses, from the home page to this one."""
    return {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(trail, 1)
        ],
    }


def product_data(edition: Edition, product: Product, images: Sequence[str]) -> JsonLd:
    """Product with its certification, or TouristAttraction; `images` are paths of files."""
    wording = product.wording(edition.language)
    url = edition.url(edition.path(("product", product.slug)) or "")
    producer = edition.catalogue.producers[product.producer]
    found: JsonLd = {
        "@context": [_CONTEXT, {"gs1": _GS1}],
        "@type": "TouristAttraction" if product.group == TOURISM_GROUP else "Product",
        "@id": f"{url}#product",
        "name": wording.name,
        "alternateName": [*product.also_known_as],
        "description": wording.summary,
        "url": url,
        "image": [edition.url(path) for path in images],
        "inLanguage": edition.language,
        "award": [
            f"{product.award_name(index, edition.language)} ({each.by}, {each.year})"
            for index, each in enumerate(product.awards)
        ],
    }
    if product.group == TOURISM_GROUP:
        commune = origin_of(edition.catalogue, product).commune
        found |= {
            "address": _address(edition, commune, None),
            "provider": _business(edition, producer),
        }
    else:
        found |= _goods(edition, product, producer)
    if product.certificate and tells_of_ocop(product):
        found["hasCertification"] = certification(product.certificate, product.status)
        found["gs1:certification"] = _certification_details(product.certificate)
    if product.marks:
        ocop = [found["hasCertification"]] if "hasCertification" in found else []
        others = [_mark_certification(each, edition.language) for each in product.marks]
        found["hasCertification"] = [*ocop, *others]
    return _known(found)


def tells_of_ocop(product: Product) -> bool:
    """Whether the first of its certifications is OCOP's, be it withdrawn."""
    return product.certificate is not None and product.status is not Status.POTENTIAL


def _goods(edition: Edition, product: Product, producer: Producer) -> JsonLd:
    group = GROUPS.get(product.group)
    scans = addresses.scan_paths(product)
    return {
        "category": group.name(edition.language) if group else None,
        "sku": product.code,
        "gtin": product.gtin,
        "hasGS1DigitalLink": edition.url(scans[0]) if product.gtin else None,
        "countryOfOrigin": {"@type": "Country", "name": edition.site.country},
        "additionalProperty": _origin(edition, product),
        "manufacturer": _business(edition, producer),
    }


def certification(certificate: Certificate, status: Status) -> JsonLd:
    """Certification; once it has lapsed, the page's own script makes it inactive, without stars."""
    decided = certificate.decided_on
    certified = status is Status.CERTIFIED
    active = certified and certificate.valid_until is not None
    # Of a certificate that nobody can say to be valid, nor not to be, no status is told.
    word = "Active" if active else None if certified else "Inactive"
    return _known(
        {
            "@type": "Certification",
            "name": "OCOP",
            "certificationIdentification": certificate.ocop_code or certificate.decision,
            "certificationRating": {
                "@type": "Rating",
                "ratingValue": certificate.stars,
                "bestRating": MAXIMUM_STARS,
            }
            if active
            else None,
            "certificationStatus": f"{_CONTEXT}/Certification{word}" if word else None,
            "issuedBy": {"@type": "Organization", "name": certificate.issued_by},
            "validFrom": _schema_date(decided) if decided else None,
            "expires": _iso(certificate.valid_until),
        }
    )


def _mark_certification(mark: Mark, language: Language) -> JsonLd:
    """Certification of another scheme; active only where it has an end at which it becomes not."""
    begins = mark.begins_on
    return _known(
        {
            "@type": "Certification",
            "name": mark.scheme_name(language),
            "certificationIdentification": mark.number,
            "certificationStatus": f"{_CONTEXT}/CertificationActive" if mark.until else None,
            "issuedBy": {"@type": "Organization", "name": mark.issuer} if mark.issuer else None,
            "validFrom": _schema_date(begins) if begins else None,
            "expires": _iso(mark.valid_until),
        }
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _schema_date(when: PartialDate) -> str:
    """As much of it as ISO 8601 can say, which knows no quarters."""
    return str(when.year) if when.quarter else str(when)


def _certification_details(certificate: Certificate) -> JsonLd:
    """The same in the GS1 Web Vocabulary, by its dates alone: a value or status could go stale."""
    return _known(
        {
            "@type": "gs1:CertificationDetails",
            "gs1:certificationStandard": ", ".join(filter(None, ("OCOP", certificate.legal_basis))),
            "gs1:certificationAgency": certificate.issued_by,
            "gs1:certificationIdentification": certificate.decision,
            "gs1:certificationStartDate": _iso(certificate.valid_from),
            "gs1:certificationEndDate": _iso(certificate.valid_until),
        }
    )


def lot_data(edition: Edition, product: Product, lot: Lot, path: str) -> JsonLd:
    """Product for one lot, with its lot and dates in the GS1 Web Vocabulary; `path` is its page."""
    wording = product.wording(edition.language)
    url = edition.url(path)
    return _known(
        {
            "@context": [_CONTEXT, {"gs1": _GS1}],
            "@type": "Product",
            "@id": f"{url}#lot",
            "name": edition.words.say("lot.title", name=wording.name, lot=lot.lot),
            "description": edition.words.say("recall.title", lot=lot.lot) if lot.recalled else None,
            "url": url,
            "gtin": product.gtin,
            "gs1:hasBatchLotNumber": lot.lot,
            "productionDate": lot.produced.isoformat() if lot.produced else None,
            "gs1:bestBeforeDate": lot.best_before.isoformat() if lot.best_before else None,
        }
    )


def producer_data(edition: Edition, producer: Producer) -> JsonLd:
    """LocalBusiness of the producer's own page."""
    return {"@context": _CONTEXT, **_business(edition, producer)}


def _business(edition: Edition, producer: Producer) -> JsonLd:
    path = edition.path(("producer", producer.slug))
    place = place_of(edition.catalogue, producer)
    commune = edition.catalogue.commune_of(place) if place else None
    return _known(
        {
            "@type": "LocalBusiness",
            "name": producer.name_in(edition.language),
            "url": edition.url(path) if path is not None else None,
            "telephone": producer.phone,
            "email": producer.email,
            "taxID": producer.tax_code,
            "address": _address(edition, commune, producer.address),
        }
    )


def _origin(edition: Edition, product: Product) -> list[JsonLd]:
    """Where it is made, said only where the manufacturer's address would not."""
    origin = origin_of(edition.catalogue, product)
    if not (origin.elsewhere and origin.commune):
        return []
    place = saying.place_in_full(origin.commune, edition.language)
    return [{"@type": "PropertyValue", "propertyID": "origin", "value": place}]


def _address(edition: Edition, place: Place | None, street: str | None) -> JsonLd | None:
    if not (place or street):
        return None
    return _known(
        {
            "@type": "PostalAddress",
            "streetAddress": street,
            "addressLocality": saying.place_or_none(place, "vi"),
            "addressRegion": place.province if place else None,
            "addressCountry": edition.site.country,
        }
    )


def list_data(edition: Edition, name: str, path: str, products: Sequence[Product]) -> JsonLd:
    """CollectionPage with an ItemList of the products in the order shown."""
    return {
        "@context": _CONTEXT,
        "@type": "CollectionPage",
        "name": name,
        "url": edition.url(path),
        "inLanguage": edition.language,
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(products),
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": product.wording(edition.language).name,
                    "url": edition.url(edition.path(("product", product.slug)) or ""),
                }
                for position, product in enumerate(products, 1)
            ],
        },
    }


def fair_data(edition: Edition, fair: Fair, place: Place | None, link: str | None) -> JsonLd:
    """ExhibitionEvent; `link` is a page of a map."""
    wording = fair.wording(edition.language)
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "ExhibitionEvent",
            "name": wording.name,
            "description": wording.summary,
            "url": edition.url(edition.path(("fair", fair.slug)) or ""),
            "startDate": fair.starts_on.isoformat(),
            "endDate": fair.ends_on.isoformat(),
            "location": {
                "@type": "Place",
                "name": wording.venue
                or (
                    saying.place(place, "vi")
                    if place
                    else edition.site.wording(edition.language).name
                ),
                **({"address": _address(edition, place, None)} if place else {}),
                **_known({"geo": _geo(fair.position), "hasMap": link}),
            },
        }
    )


def village_data(edition: Edition, village: Village, link: str | None) -> JsonLd:
    """Place, for whether visitors are asked in is not known; `link` is a page of a map."""
    wording = village.wording(edition.language)
    commune = commune_of(edition.catalogue, village)
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "Place",
            "name": wording.name,
            "description": wording.summary,
            "url": edition.url(edition.path(("village", village.slug)) or ""),
            "address": _address(edition, commune, None) if commune else None,
            "geo": _geo(village.position),
            "hasMap": link,
        }
    )


def _geo(position: str | None) -> JsonLd | None:
    if position is None:
        return None
    latitude, _, longitude = position.partition(",")
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude.strip()}


def site_data(edition: Edition) -> JsonLd:
    """WebSite, on the home page."""
    wording = edition.site.wording(edition.language)
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "WebSite",
            "name": wording.name,
            "description": wording.description,
            "url": edition.url(edition.path(("home", "")) or ""),
            "inLanguage": edition.language,
        }
    )


def _known(found: JsonLd) -> JsonLd:
    return {key: value for key, value in found.items() if value not in (None, [])}
