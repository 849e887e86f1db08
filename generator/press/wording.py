"""What a label says of a product, as values for the designs; what nobody has told is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator import addresses
from generator.catalogue import saying
from generator.catalogue.model import (
    Catalogue,
    Wording,
)
from generator.catalogue.model.countries import country_name
from generator.catalogue.model.provenance import Maker, Origin, maker_of, origin_of
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.pictures import ean
from generator.press import print_values as facts
from generator.press.label_values import (
    BarsValues,
    EnglishValues,
    ItemValues,
    LabelValues,
    OriginValues,
    PriceValues,
    QuantityValues,
)
from generator.press.run import Run

Words = Mapping[str, str]

_VOLUME = re.compile(r"\d\s*(?:ml|cl|l|lít)\b", re.IGNORECASE)
_MASS = re.compile(r"\d\s*(?:mg|g|gam|kg)\b", re.IGNORECASE)
ITEMS = ("ingredients", "allergens", "directions", "storage", "warnings")
"""A label's paragraphs in the order that decree 37/2026 lists them, by front-matter key."""


def label(catalogue: Catalogue, run: Run, words: Words) -> LabelValues:
    """What one label says.

    A service (group 26) has no pack: it invites instead of giving quantity and dates. Stars and
    their rank stand only while the certificate holds on the day of printing.
    """
    product = run.product
    said = product.wording("vi")
    maker, origin = maker_of(catalogue, product), origin_of(catalogue, product)
    service = product.group == TOURISM_GROUP
    address = facts.address(maker)
    stars = product.stars if holds(run) else None
    trial = catalogue.site.placeholder_host
    return {
        "name": said.name,
        "producer": maker.producer.name_in("vi"),
        "address": address,
        "address_and_origin": f"{address}{_made_in(origin, words, service=service)}".strip(),
        "former": None if service else former(maker, words),
        "commune": facts.commune(origin.commune, "vi"),
        "stars": stars,
        "rank": words["stars.rank"].format(n=stars) if stars else None,
        "net": None if service else quantity(run, words),
        "dates": [] if service else [list(each) for each in dates(run, words)],
        "elsewhere": words["label.elsewhere"],
        "invitation": words["label.invitation"] if service else None,
        "sample": words["sample.pill"] if product.sample else None,
        "trial": words["label.trial"] if trial else None,
        "trial_short": words["label.trial_short"] if trial else None,
        "caption": captions(catalogue, run, words)[-1],
        "code_alt": words["code.alt"].format(name=said.name),
        "items": [*items(run, words)],
        "maker": {
            "title": words["label.maker"],
            "contact": (
                words["label.phone"].format(phone=maker.producer.phone.replace(" ", "\u00a0"))
                if maker.producer.phone
                else None
            ),
        },
        "origin": origin_line(origin, catalogue.site.country, words, service=service),
        "bars": bars(run, words),
        "prices": [*prices(run)],
        "call": words["label.call"],
        "site": catalogue.site.name,
        "english": english(catalogue, run, words),
    }


def former(maker: Maker, words: Words) -> str | None:
    """“(bao bì ghi: xã Vĩnh Lợi, …)”, or None where the unit of the pack is today's."""
    place = saying.former_address(maker, "vi")
    return words["label.on_pack"].format(address=facts.kept_together(place)) if place else None


def origin_line(
    origin: Origin, country: str, words: Words, *, service: bool
) -> OriginValues | None:
    """The country; where the address of the responsible party doesn't tell it, the commune too.

    A service has no origin, only a place to go to.
    """
    place = facts.kept_together(saying.in_full_or_none(origin.commune, "vi") or "")
    if service:
        title = words["label.visit"]
        return {"title": title, "text": saying.capitalised(place)} if origin.elsewhere else None
    parts = [saying.capitalised(place)] if origin.elsewhere else []
    text = ", ".join([*parts, country_name(country, "vi")])
    return {"title": words["label.origin"], "text": text}


def _made_in(origin: Origin, words: Words, *, service: bool) -> str:
    if not origin.elsewhere:
        return ""
    place = facts.kept_together(saying.in_full_or_none(origin.commune, "vi") or "")
    return " " + words["label.visit_at" if service else "label.made_at"].format(address=place)


def holds(run: Run) -> bool:
    """Whether the product's certificate is valid on the day of printing."""
    certificate = run.product.certificate
    return certificate is not None and certificate.holds_on(run.on)


def quantity(run: Run, words: Words) -> QuantityValues:
    """The quantity under the name its unit asks for; to be written in unless there is one pack."""
    packs = run.packs_in("vi")
    if len(packs) != 1:
        return {"label": words["label.net_mass"], "value": None, "english": None}
    net = packs[0].net
    name = "label.net_volume" if _VOLUME.search(net) else "label.net"
    if name == "label.net" and _MASS.search(net):
        name = "label.net_mass"
    other = english_of(run)
    translated = run.packs_in("en")[0].net if other else net
    told = f"{words['english.net']}: {translated}" if translated != net else None
    return {"label": words[name], "value": net, "english": told}


def dates(run: Run, words: Words) -> Iterator[tuple[str, str | None]]:
    """The day made, the last day of use, the lot: dd/mm/yyyy, or None for a blank to stamp on.

    Without a last day, a full label says the shelf life instead, as the decree allows.
    """
    made = saying.day_or_none(run.produced)
    until = saying.day_or_none(run.best_before)
    if until is None and run.drawn_as.lawful:
        until = run.product.wording("vi").shelf_life
    yield words["label.made"], made
    yield words["label.until"], until
    yield words["label.lot"], run.lot


def items(run: Run, words: Words) -> Iterator[ItemValues]:
    """The paragraphs of a full label, allergens marked to stand out, with English if asked for."""
    product = run.product
    said, other = product.wording("vi"), english_of(run)
    for key in ITEMS:
        text = getattr(said, key)
        if text:
            translated = getattr(other, key) if other else None
            name = words[f"english.{key}"]
            yield {
                "key": key,
                "title": words[f"label.{key}"],
                "text": text.rstrip("."),
                "strong": key == "allergens",
                "english": f"{name}: {translated.rstrip('.')}" if translated else None,
            }
    if product.standards:
        yield {
            "key": "standards",
            "title": words["label.standards"],
            "text": "; ".join(product.standards),
            "strong": False,
            "english": None,
        }


def english(catalogue: Catalogue, run: Run, words: Words) -> EnglishValues | None:
    """The English of name and maker, None unless it is asked for and someone has written it."""
    translation = english_of(run)
    if translation is None:
        return None
    maker = catalogue.producers[run.product.producer]
    return {
        "name": translation.name,
        "maker": words["english.maker"].format(name=maker.name_in("en")),
    }


def english_of(run: Run) -> Wording | None:
    """The product's English words if they are asked for and there are any."""
    if "en" not in run.languages:
        return None
    product = run.product
    return product if "vi" in product.translations else product.translations.get("en")


def bars(run: Run, words: Words) -> BarsValues | None:
    """The bars of the run's GTIN; None without one that shops scan."""
    found = ean.bars(run.gtin) if run.gtin else None
    if found is None:
        return None
    runs = [[start, length] for start, length in found.runs]
    return {
        "digits": found.digits,
        "modules": found.modules,
        "runs": runs,
        "alt": words["label.bars_alt"].format(digits=found.digits),
    }


def prices(run: Run) -> Iterator[PriceValues]:
    """“90.000 đ” and what it buys, for each pack with a price, with English if asked for."""
    packs = run.packs_in("vi")
    translated = run.packs_in("en") if english_of(run) else packs
    for pack, other in zip(packs, translated, strict=True):
        if pack.price is not None:
            english = other.net if other.net != pack.net else None
            yield {"value": saying.dong(pack.price, "vi"), "per": pack.net, "english": english}


def captions(catalogue: Catalogue, run: Run, words: Words) -> list[str]:
    """What stands beneath each code: where it leads, and its number where it has one of its own.

    “Quét mã · ocop.example.vn”: who can't scan finds the product there. A product without bars, and
    so without a number to look for, is told by its code.
    """
    site = addresses.readable_url(catalogue.site.base_url).rstrip("/")
    said = words["label.caption"].format(site=site)
    if not run.product.gtin and run.product.code:
        said = words["label.caption_code"].format(site=site, code=run.product.code)
    if run.serials is None:
        return [said]
    return [words["label.caption_serial"].format(caption=said, serial=each) for each in run.serials]
