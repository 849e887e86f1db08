"""A product as a row of a list, by the keys of columns: what export writes and import compares."""

from __future__ import annotations

from generator.catalogue.model import Catalogue, Producer, Product


def listed(catalogue: Catalogue, product: Product) -> dict[str, object]:
    """Everything that the columns can say of it; what is not known is left out."""
    producer = catalogue.producers.get(product.producer)
    found: dict[str, object] = {
        key: getattr(product, key)
        for key in (
            *("slug", "code", "name", "group", "gtin", "brand", "made_in", "summary"),
            *("ingredients", "allergens", "directions", "storage", "warnings", "shelf_life"),
        )
    }
    found["status"] = product.status.value
    if held := product.certificate:
        for key in ("stars", "decision", "issued_by", "legal_basis", "score", "ocop_code"):
            found[f"certificate.{key}"] = getattr(held, key)
        for key in ("decided_on", "expires_on"):
            value = getattr(held, key)
            found[f"certificate.{key}"] = str(value) if value else None
    if producer:
        found |= listed_producer(producer)
    found["packs"] = [
        {key: value for key in ("net", "price") if (value := getattr(pack, key)) is not None}
        for pack in product.packs
    ]
    return {key: value for key, value in found.items() if value not in (None, "", [])}


def listed_producer(producer: Producer) -> dict[str, object]:
    """The columns that tell of the producer."""
    found: dict[str, object] = {
        f"producer.{key}": getattr(producer, key)
        for key in (
            *("slug", "name", "place", "address", "phone", "email", "website"),
            *("tax_code", "founded"),
        )
    }
    found["producer.kind"] = producer.kind.value
    return {key: value for key, value in found.items() if value not in (None, "")}
