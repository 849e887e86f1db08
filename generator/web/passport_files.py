"""Every product's digital passport for machines, and the JSON Schema that describes it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import addresses, theme
from generator.catalogue import saying
from generator.catalogue.judging.passport import (
    Completeness,
    passport,
)
from generator.catalogue.languages import Language
from generator.catalogue.model import Mark, Product, Status
from generator.catalogue.model.lots import Lot
from generator.catalogue.model.provenance import maker_of, origin_of
from generator.catalogue.ocop.steps import (
    STEPS,
    step_name,
)
from generator.compact_json import compact_json
from generator.engine.artifact import (
    Artifact,
    Folders,
    Values,
)
from generator.web.dependencies import Dependencies
from generator.web.views.edition import Edition
from generator.web.views.lot import lot_path, lots_of
from generator.web.views.passport import passport_path

SCHEMA = Path(__file__).parent / "schema" / "passport.json"
SCHEMA_PATH = "schema/passport.json"


def passports(
    edition: Edition, folders: theme.Folders, dependencies: Dependencies | None
) -> Iterator[Artifact]:
    """A file beside each product's page, and the schema; `edition` in the site's own language."""
    words = theme.string_files(folders, edition.language)
    source = edition.site.source
    values = {"id": edition.url(SCHEMA_PATH)}
    yield Artifact((f"site/{SCHEMA_PATH}",), publish_schema, values, source, (SCHEMA,))
    for product in edition.catalogue.products:
        yield Artifact(
            (f"site/{passport_path(edition, product)}",),
            write_passport,
            {"language": edition.language, "about": product.slug},
            product.source,
            words,
            derive=passport_values,
            dependencies=dependencies.of(product.source) if dependencies else None,
        )


def publish_schema(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """The schema under its public address, `id`."""
    schema = {**json.loads(SCHEMA.read_text("utf-8")), "$id": values["id"]}
    return (f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode(),)


def write_passport(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """passport.json, without white space: there is one for each product."""
    return (f"{compact_json(values)}\n".encode(),)


def passport_values(editions: Mapping[Language, Edition], values: Values) -> Values:
    """The passport of the product `about`; every field is described in schema/passport.json."""
    edition = editions[values["language"]]
    product = edition.catalogue.by_slug[values["about"]]
    found = passport(edition.catalogue, product, edition.language)
    return {
        "$schema": edition.url(SCHEMA_PATH),
        "url": edition.url(edition.path(("product", product.slug)) or ""),
        "language": edition.language,
        "sample": product.sample,
        "product": _product(edition, product),
        "producer": _producer(edition, product),
        "origin": _origin(edition, product),
        "certificate": _certificate(product),
        "marks": [_mark(each, edition.language) for each in product.marks],
        "shelf_life": product.shelf_life,
        "warnings": product.warnings,
        "allergens": product.allergens,
        "standards": list(product.standards),
        "items": [
            {
                "key": each.item.key,
                "name": each.item.name(edition.language),
                "circular_02_2024": each.item.circular,
                "decree_37_2026_32": each.item.decree,
                "value": each.value,
            }
            for each in found.entries
        ],
        "completeness": {
            "circular_02_2024": _completeness(found.circular),
            "decree_37_2026_32": _completeness(found.decree),
        },
        "lots": [_lot(edition, product, lot) for lot in lots_of(edition, product)],
    }


def _product(edition: Edition, product: Product) -> dict[str, object]:
    english = product.translations.get("en")
    return {
        "slug": product.slug,
        "name": product.name,
        "name_en": english.name if english else None,
        "status": product.status.value,
        "group": product.group,
        "brand": product.brand,
        "gtin": product.gtin,
        "code": product.code,
        "scan_addresses": [edition.url(path) for path in addresses.scan_paths(product)],
    }


def _producer(edition: Edition, product: Product) -> dict[str, object]:
    maker = maker_of(edition.catalogue, product)
    producer = maker.producer
    return {
        "name": producer.name,
        "address": saying.maker_address(maker, edition.language),
        "former_address": saying.former_address(maker, edition.language),
        "phone": producer.phone,
        "tax_code": producer.tax_code,
        "gln": producer.gln,
    }


def _origin(edition: Edition, product: Product) -> dict[str, object]:
    origin = origin_of(edition.catalogue, product)
    commune = origin.commune
    return {
        "commune": saying.place_or_none(commune, edition.language),
        "province": commune.province if commune else None,
        "commune_code": commune.code if commune else None,
        "former": (
            saying.place_in_full(origin.former, edition.language) if origin.former else None
        ),
    }


def _certificate(product: Product) -> dict[str, object] | None:
    """Stars are those of the decision: they hold from `valid_from` through `valid_until` only.

    They are None where it isn't known until when.
    """
    held = product.certificate
    if held is None or product.status is not Status.CERTIFIED:
        return None
    return {
        "programme": "OCOP",
        "stars": product.stars,
        "decision": held.decision,
        "decided_on": str(held.decided_on) if held.decided_on else None,
        "issued_by": held.issued_by,
        "legal_basis": held.legal_basis,
        "ocop_code": held.ocop_code,
        "valid_from": held.valid_from.isoformat() if held.valid_from else None,
        "valid_until": held.valid_until.isoformat() if held.valid_until else None,
    }


def _mark(mark: Mark, language: Language) -> dict[str, object]:
    return {
        "scheme": mark.scheme_name(language),
        "number": mark.number,
        "issuer": mark.issuer,
        "from": str(mark.begins_on) if mark.begins_on else None,
        "valid_until": mark.valid_until.isoformat() if mark.valid_until else None,
    }


def _completeness(found: Completeness) -> dict[str, object]:
    return {"known": found.known, "of": found.of, "missing": list(found.missing)}


def _lot(edition: Edition, product: Product, lot: Lot) -> dict[str, object]:
    return {
        "lot": lot.lot,
        "url": edition.url(lot_path(edition, product, lot.lot)),
        "produced": lot.produced.isoformat() if lot.produced else None,
        "best_before": lot.best_before.isoformat() if lot.best_before else None,
        "quantity": lot.quantity,
        "status": lot.status.value,
        "note": lot.note,
        "events": [
            {
                "when": str(event.when),
                "step": event.step if event.step in STEPS else None,
                "name": step_name(event.step, edition.language),
                "place": event.place,
                "actor": event.actor,
                "gln": event.gln,
                "note": event.note,
            }
            for event in lot.events
        ],
    }
