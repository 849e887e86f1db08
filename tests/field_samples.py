"""Another value for each field, and what else is made where a field changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from full_catalogue import PHOTOS
from press_samples import THEME

from generator.catalogue.dates import PartialDate
from generator.catalogue.fields import BY_KEY, Shows
from generator.catalogue.model import (
    Award,
    Booth,
    Catalogue,
    Certificate,
    Fair,
    LabelHabits,
    Mark,
    Model,
    OcopMark,
    Office,
    Pack,
    Page,
    Photo,
    Place,
    PressHabits,
    Producer,
    Product,
    Seller,
    Site,
    Status,
    Translation,
    Village,
)
from generator.catalogue.model.folders import FOLDERS
from generator.catalogue.model.lots import Event, Lot, LotStatus
from generator.desk.offered import downloads
from generator.press import labels
from generator.press.brochure_values import values_of
from generator.press.designs import DESIGNS
from generator.press.formats import formats
from generator.press.pieces import Piece, chosen_for
from generator.press.plan import plan as press_plan
from generator.press.run import Run
from generator.press.selection import Stand, Subject
from generator.press.stocks import shipped
from generator.theme import press_words
from generator.web.plan import plan as web_plan

Outputs = dict[str, tuple[str, object]]
"""Source and values of all that would be made, by path."""
ROOM = "content/products/kho-ca.md"
CHANGED: Mapping[type, Mapping[str, Any]] = {
    Product: {
        **dict.fromkeys(
            (
                "name",
                "summary",
                "brand",
                "logo",
                "ingredients",
                "allergens",
                "directions",
                "storage",
            ),
            "Lời mới",
        ),
        **dict.fromkeys(("warnings", "shelf_life", "story"), "Lời mới"),
        "also_known_as": ("Tên khác", "Tên nữa"),
        "status": "potential",
        "code": "7K3M9",
        "gtin": "9521234500063",
        "group": 21,
        "producer": "hop-tac-xa",
        "made_in": "vinh-chau",
        "certificate": None,
        "photos": (),
        "video": "https://phim.example/moi",
        "packs": ({"net": "1 kg", "price": 123456},),
        "standards": ("TCCS 9",),
        "awards": ({"name": "Giải mẫu", "year": "2024", "by": "Hội thi mẫu"},),
        "marks": ({"scheme": "haccp"},),
        "buy": ({"name": "Chợ mới"},),
        "aliases": ("/san-pham/ten-cu-khac/",),
        "sample": True,
        "draft": True,
    },
    Translation: dict.fromkeys(("pack_nets", "photo_alts", "award_names"), ("Changed",)),
    Certificate: {
        "stars": 5,
        "decision": "Số 9",
        "decided_on": "2026-02",
        "issued_by": "UBND huyện",
        "legal_basis": "1048/QĐ-TTg",
        "score": 70.5,
        "ocop_code": "80-27721-06-2026",
        "expires_on": "2029-02-01",
        "revoked_on": "2026-03-12",
        "revoked_by": "Số 10",
    },
    Photo: {"file": "gao.jpg", "alt": "Ảnh khác", "credit": "Người khác", "focus": "10% 10%"},
    Pack: {"net": "1 kg", "price": 123456, "gtin": "9521234500063"},
    Award: {"name": "Giải khác", "year": "2024", "by": "Hội thi khác"},
    Mark: {
        "scheme": "Nhãn khác",
        "number": "PGI-IT-02305",
        "issuer": "Nơi cấp khác",
        "from": "2026-Q1",
        "until": "2031-01-15",
    },
    Seller: {"name": "Chợ khác", "url": "https://khac.example", "phone": "0000 000 009"},
    Producer: {
        "name": "Cơ sở khác",
        "kind": "cooperative",
        "place": "vinh-chau",
        "village": "khac",
        "address": "Ấp Ba",
        "phone": "0000 000 008",
        "email": "khac@example.com",
        "website": "https://khac.example",
        "tax_code": "0000000008",
        "gln": "9520000000011",
        "founded": 2021,
        "logo": "khac.svg",
        "logo_colour": "#654321",
        "sample": False,
        "bodies": {"vi": "Ba chị em."},
    },
    Village: {
        "name": "Làng khác",
        "summary": "Làng mới.",
        "craft": "Muối cá",
        "place": "vinh-chau",
        "position": "10.9, 105.7",
        "map": "https://ban-do.example/2",
        "founded": 1991,
        "recognised_on": "2025-11-19",
        "decision": "Số 3",
        "recognised_by": "UBND xã",
        "sample": False,
        "body": "Nghề khác.",
    },
    Fair: {
        "name": "Hội chợ khác",
        "summary": "Hội chợ mới.",
        "hours": "9 giờ",
        "venue": "Nhà trưng bày",
        "starts_on": "2026-12-17",
        "ends_on": "2026-12-23",
        "booth": "A2",
        "cover": {"file": "kho-ca.jpg", "alt": "Ảnh khác"},
        "plan": {"file": "kho-ca.jpg", "alt": "Ảnh khác"},
        "place": "vinh-chau",
        "products": ("gao",),
        "booths": ({"name": "A2", "products": ("mam-ca",)},),
        "position": "10.5, 105.5",
        "map": "https://ban-do.example/khac",
        "sample": False,
        "body": "Dãy cuối.",
    },
    Booth: {"name": "A3", "products": ("mam-ca",)},
    Page: {"title": "Trang khác", "summary": "Dòng khác.", "menu": None, "body": "Lời khác."},
    Place: {
        "kind": "phường",
        "name": "Khác",
        "province": "Khác",
        "province_kind": "thành phố",
        "district": "Khác",
        "code": "27722",
        "province_code": "81",
        "now": "vinh-chau",
    },
    Site: {
        "name": "Danh mục khác",
        "base_url": "https://khac.example",
        "former_base_urls": ("https://cu-khac.example",),
        "language": "en",
        "languages": ("vi",),
        "country": "IT",
        "share_cards": False,
        "downloads": True,
        "tagline": "Câu khác",
        "description": "Lời khác.",
        "area": "Vùng khác",
        "office": None,
        "labels": None,
        "press": None,
        "mark": None,
        "english": None,
    },
    Office: {
        "name": "Bộ phận khác",
        "address": "Ấp Tư",
        "phone": "0000 000 007",
        "email": "khac@example.com",
    },
    Lot: {
        "produced": date(2026, 1, 3),
        "best_before": date(2026, 7, 3),
        "quantity": "90 gói",
        "status": LotStatus.RECALLED,
        "note": "Ghi khác",
    },
    Event: {
        "when": PartialDate.parse("2026-01-03"),
        "step": "stored",
        "place": "Kho",
        "actor": "Người khác",
        "gln": "9520000000011",
        "note": "Khác",
    },
}
"""Another value for each field whose row's example won't do: see `another`."""
WITHIN: Mapping[type, tuple[str | int, ...]] = {
    Translation: ("translations", "en"),
    Certificate: ("certificate",),
    Photo: ("photos", 0),
    Pack: ("packs", 0),
    Award: ("awards", 0),
    Mark: ("marks", 0),
    Seller: ("buy", 0),
    Booth: ("booths", 0),
}
"""Where a part of a product or a fair stands in it."""
WITHIN_SITE: Mapping[type, tuple[str, ...]] = {
    Site: (),
    Office: ("office",),
    LabelHabits: ("labels",),
    PressHabits: ("press",),
    OcopMark: ("mark",),
}
"""Where a part of the site stands in it."""
FORMER = {"district", "now"}
"""What only a former unit has."""


def another(model: type, key: str) -> object:
    """Another value of the field than the full catalogue's: the example of its row, or its own."""
    own = CHANGED.get(model, {})
    return own[key] if key in own else yaml.safe_load(BY_KEY[model, key].example)


def _with(thing: Model, path: tuple[str | int, ...], key: str, value: object) -> Model:
    facts = thing.model_dump()
    inside: Any = facts
    for part in path:
        inside = inside[part]
    inside[key] = value
    return type(thing).model_validate(facts)


def _lot_with(lot: Lot, model: type, key: str) -> Lot:
    value: dict[str, Any] = {key: another(model, key)}
    if model is Lot:
        return replace(lot, **value)
    first, *others = lot.events
    return replace(lot, events=(replace(first, **value), *others))


def changed(found: Catalogue, model: type, key: str) -> tuple[Catalogue, str]:
    """The catalogue with another value of the field, and the file that says it."""
    value = another(model, key)
    parts = {name: getattr(found, name) for name in Catalogue.model_fields}
    source = ROOM
    if model in {Lot, Event}:
        parts["lots"] = {
            "kho-ca": tuple(_lot_with(lot, model, key) for lot in found.lots["kho-ca"])
        }
    elif model in WITHIN_SITE:
        path = WITHIN_SITE[model]
        parts["site"], source = _with(found.site, path, key, value), ""
    elif model is Place:
        slug = "vinh-chau-cu" if key in FORMER else "tan-hung"
        place = _with(found.places[slug], (), key, value)
        parts["places"], source = {**found.places, slug: place}, ""
    else:
        owner = model
        if model in WITHIN:
            owner = Fair if model is Booth else Product
        (folder,) = (each for each in FOLDERS if each.model is owner)
        things = {each.source: each for each in folder.things(found)}
        source = next(name for name in things if name == ROOM or owner is not Product)
        if owner in {Producer, Village}:
            source = next(name for name in things if name.endswith(("/co-so.md", "/lang.md")))
        things[source] = _with(things[source], WITHIN.get(model, ()), key, value)
        parts[folder.name] = folder.gathered(things.values())
    return Catalogue.model_construct(**parts), source


def outputs(found: Catalogue) -> Outputs:
    """All that would be published and printed, by path: its source and its values."""
    offered = downloads(found, PHOTOS, THEME, frozenset())
    planned = web_plan(found, PHOTOS, Path("content"), THEME, {}, offered)
    pages = {
        path: (each.source, each.values_from(planned.subject))
        for each in planned.artifacts
        for path in each.paths
    }
    printed = press_plan(found, PHOTOS, THEME, frozenset({"labels", "brochures"}))
    # The day of a document is for its reader's list of files: it is on no label.
    paper = {p: (each.source, {**each.values, "day": None}) for each in printed for p in each.paths}
    return {**pages, **paper, **dict(_labels(found)), **_english(found)}


def _english(found: Catalogue) -> Outputs:
    piece = Piece(formats(THEME)["leaflet"], Subject(), ("en",))
    chosen = chosen_for(found, piece, Stand(PHOTOS))
    values = values_of(found, piece, chosen, {"en": press_words(THEME, "en")})
    return {"brochures/en": ("", {**values, "day": None})}


def _labels(found: Catalogue) -> Iterator[tuple[str, tuple[str, object]]]:
    """What `ocop labels` would print of the product and its lot, in each design."""
    product = found.by_slug["kho-ca"]
    lot = next(iter(found.lots["kho-ca"]))
    words = press_words(THEME, "vi")
    on = date(2026, 6, 1)
    for design in DESIGNS.keys() - {"code"}:
        plain = Run(product, shipped()["a4-105x74"], on, design, languages=("vi", "en"))
        dated = replace(plain, lot=lot.lot, produced=lot.produced, best_before=lot.best_before)
        for name, run in (("plain", plain), ("dated", dated)):
            yield f"labels/{design}/{name}", (product.source, labels.values_of(found, run, words))


def _place_of(path: str, source: str, own: str) -> Shows:
    if path == "site/catalogue.json":
        return Shows.OPEN_DATA
    if path.endswith("passport.json"):
        return Shows.PASSPORT
    if path.startswith("site/static/search"):
        return Shows.SEARCH
    if path.startswith("labels/"):
        return Shows.LABEL
    if path.startswith("brochures/"):
        return Shows.LEAFLET
    return Shows.OWN_PAGE if source == own else Shows.ELSEWHERE


def _base(found: Catalogue, model: type, key: str) -> Catalogue:
    """The catalogue in which the field counts: as it is, or without what hides the field."""
    if model is Producer and key == "logo":
        products = tuple(each.model_copy(update={"logo": None}) for each in found.products)
        return found.model_copy(update={"products": products})
    if not (model is Certificate and key.startswith("revoked")):
        return found
    parts = {name: getattr(found, name) for name in Catalogue.model_fields}
    withdrawn = {"revoked_on": date(2026, 3, 1), "revoked_by": "Số 8"}
    products = tuple(
        each.model_copy(
            update={
                "status": Status.WITHDRAWN,
                "certificate": each.certificate and each.certificate.model_copy(update=withdrawn),
            }
        )
        for each in found.products
    )
    return Catalogue.model_construct(**parts | {"products": products})


def shows(found: Catalogue, known: Outputs, model: type, key: str) -> Shows:
    """Where something else is said once the field has another value; `known` before it has."""
    base = _base(found, model, key)
    other, own = changed(base, model, key)
    before, after = known if base is found else outputs(base), outputs(other)
    seen = Shows.NOWHERE
    for path in before.keys() | after.keys():
        if before.get(path) != after.get(path):
            source = (after.get(path) or before[path])[0]
            seen |= _place_of(path, source, own)
    return seen


def told_to_engines(
    found: Catalogue, known: Outputs, model: type, key: str
) -> Iterator[Mapping[str, set[str]]]:
    """What the thing's own pages tell search engines under each term, before and after."""
    other, own = changed(found, model, key)
    for each, published in ((found, known), (other, outputs(other))):
        told: dict[str, set[str]] = {}
        for source, values in published.values():
            if source == (own or each.site.source) and isinstance(values, dict):
                for terms in values.get("page", {}).get("json_ld", ()):
                    _gather(terms, told)
        yield told


def _gather(value: object, told: dict[str, set[str]]) -> None:
    if isinstance(value, list):
        for each in value:
            _gather(each, told)
    elif isinstance(value, dict) and value.get("@type") != "BreadcrumbList":
        for term, inner in value.items():
            told.setdefault(term, set()).add(str(inner))
            _gather(inner, told)
