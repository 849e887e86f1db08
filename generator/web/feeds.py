"""What machines read: robots.txt, the Atom feeds and the catalogue as open data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from generator.catalogue import saying
from generator.catalogue.fields import BY_KEY, Row
from generator.catalogue.languages import Language
from generator.catalogue.model import Certificate, Producer, Product, Status
from generator.catalogue.model.provenance import origin_of
from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.ordering import in_order
from generator.engine.artifact import (
    Artifact,
    Folders,
    Values,
)
from generator.web import sitemap
from generator.web.dependencies import Dependencies
from generator.web.feed_values import FeedEntry, FeedValues
from generator.web.paths import RECALLS
from generator.web.views.card import newest
from generator.web.views.certificate import certificate
from generator.web.views.edition import Edition
from generator.web.views.frame import feed_path, recall_feed_path
from generator.web.views.passport import passport_path
from generator.web.views.recalls import recall_entries

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_ATOM = "http://www.w3.org/2005/Atom"
_MOST_ENTRIES = 50
_A_TENTH = 3000
"""Products that take a tenth of a second."""

Editions = Mapping[Language, Edition]

_COLUMNS: Mapping[str, Row | tuple[str, str]] = {
    "slug": (
        "Tên trong địa chỉ trang, không đổi",
        "The name within the page's address, permanent",
    ),
    "url": ("Trang sản phẩm", "The product's page"),
    "name": BY_KEY[Product, "name"],
    "name_en": ("Tên tiếng Anh, nếu có", "The English name, if any"),
    "status": BY_KEY[Product, "status"],
    "group": BY_KEY[Product, "group"],
    "producer": BY_KEY[Producer, "name"],
    "commune": ("Xã hiện nay", "The commune of today"),
    "commune_code": ("Mã đơn vị hành chính của xã", "The commune's administrative code"),
    "code": BY_KEY[Product, "code"],
    "gtin": BY_KEY[Product, "gtin"],
    "stars": BY_KEY[Certificate, "stars"],
    "decision": BY_KEY[Certificate, "decision"],
    "decided_on": (
        "Ngày quyết định: 2025, 2025-Q1, 2025-03 hoặc 2025-03-12",
        "The date of the decision, which may be a year, a quarter, a month or a day",
    ),
    "issued_by": BY_KEY[Certificate, "issued_by"],
    "legal_basis": BY_KEY[Certificate, "legal_basis"],
    "valid_until": (
        "Ngày cuối còn hiệu lực, tính cả ngày đó",
        "The last day of validity, inclusive",
    ),
    "passport": ("Hộ chiếu số cho máy đọc", "The digital passport, for machines"),
    "sample": BY_KEY[Product, "sample"],
}
"""What each value of a product is: a field as it was written, or what was made of one."""


def _described(what: Row | tuple[str, str]) -> str:
    told = (what.meaning("vi"), what.meaning("en")) if isinstance(what, Row) else what
    return " · ".join(told)


FIELDS = {column: _described(what) for column, what in _COLUMNS.items()}
"""Every field of a product in catalogue.json, in both languages; null stands for unknown."""


def feeds(editions: Sequence[Edition], dependencies: Dependencies | None) -> Iterator[Artifact]:
    """All of them; `editions` with the site's own language first."""
    face = dependencies.face if dependencies else None
    main = editions[0]
    source = main.site.source
    yield Artifact(("site/robots.txt",), robots, {"sitemap": main.url(sitemap.PATH)}, source)
    yield Artifact(
        ("site/catalogue.json",),
        open_data,
        {"language": main.language},
        source,
        derive=_open_data_values,
        dependencies=face,
        cost=len(main.catalogue.products) // _A_TENTH,
    )
    for edition in editions:
        at, known = (f"site/{feed_path(edition)}",), {"language": edition.language}
        words = edition.words.table.get("feed.entry", "")
        yield Artifact(
            at,
            atom,
            {**known, "words": words},
            source,
            derive=_atom_values,
            dependencies=face and f"{face}\n{words}",
        )
        yield from _recall_feed(edition, dependencies)


def _recall_feed(edition: Edition, dependencies: Dependencies | None) -> Iterator[Artifact]:
    """The feed of recalled lots, where the catalogue has lots."""
    if edition.path(RECALLS) is None:
        return
    words = [edition.words.table.get(f"recall.{key}", "") for key in ("feed", "entry", "do")]
    yield Artifact(
        (f"site/{recall_feed_path(edition)}",),
        atom,
        {"language": edition.language, "words": words},
        edition.site.source,
        derive=_recall_values,
        dependencies="\n".join((dependencies.of_recalls, *words)) if dependencies else None,
    )


def _open_data_values(editions: Editions, values: Values) -> Values:
    return _open_data(editions[values["language"]])


def _atom_values(editions: Editions, values: Values) -> Values:
    return _entries(editions[values["language"]])


def _recall_values(editions: Editions, values: Values) -> Values:
    return recall_entries(editions[values["language"]])


def robots(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """robots.txt: everything may be read, and `sitemap` tells where it is listed."""
    return (f"User-agent: *\nAllow: /\n\nSitemap: {values['sitemap']}\n".encode(),)


def atom(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """An Atom feed of the newest certificates, dated by their decisions."""
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": values["language"]})
    _texts(root, {"title": values["title"], "id": values["id"], "updated": values["updated"]})
    _link(root, "self", values["self"])
    _link(root, "alternate", values["id"])
    for entry in values["entries"]:
        element = ET.SubElement(root, f"{{{_ATOM}}}entry")
        _texts(
            element,
            {key: entry[key] for key in ("title", "id", "updated", "summary") if entry[key]},
        )
        author = ET.SubElement(element, f"{{{_ATOM}}}author")
        _texts(author, {"name": entry["author"]})
        _link(element, "alternate", entry["id"])
    return (_xml(root),)


def open_data(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """catalogue.json, for people to read too: a product a line."""
    whole = json.dumps({**values, "products": []}, ensure_ascii=False, indent=1)
    head = whole.removesuffix("[]\n}")
    products = ",\n".join(f"  {_ENCODE(product)}" for product in values["products"])
    return (f"{head}[\n{products}\n ]\n}}\n".encode(),)


def _xml(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _texts(parent: ET.Element, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: ET.Element, rel: str, href: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", {"rel": rel, "href": href})


def _entries(edition: Edition) -> FeedValues:
    site = edition.site.wording(edition.language)
    entries = [_entry(edition, each) for each in newest(edition.products, _MOST_ENTRIES)]
    return {
        "language": edition.language,
        "title": site.name,
        "id": edition.url(edition.path(("home", "")) or ""),
        "self": edition.url(feed_path(edition)),
        "updated": max(
            (entry["updated"] for entry in entries), default="2019-01-01T00:00:00+07:00"
        ),
        "entries": entries,
    }


def _entry(edition: Edition, product: Product) -> FeedEntry:
    wording = product.wording(edition.language)
    held = product.certificate
    day = held.valid_from.isoformat() if held and held.valid_from else ""
    until = (saying.until(held) if held else None) or ""
    return {
        "title": edition.words.say("feed.entry", name=wording.name, n=product.stars, until=until),
        "id": edition.url(edition.path(("product", product.slug)) or ""),
        "updated": f"{day}T00:00:00+07:00",
        "summary": wording.summary,
        "author": edition.catalogue.producers[product.producer].name_in(edition.language),
    }


def _open_data(edition: Edition) -> dict[str, object]:
    products = in_order(edition.catalogue.products, edition.language)
    return {
        "name": edition.site.name,
        "url": edition.url(""),
        "fields": FIELDS,
        "groups": {
            str(number): GROUPS[number].name(edition.language)
            for number in sorted(
                {each.group for each in edition.catalogue.products} & GROUPS.keys()
            )
        },
        "products": [_record(edition, product) for product in products],
    }


def _record(edition: Edition, product: Product) -> dict[str, object]:
    commune = origin_of(edition.catalogue, product).commune
    english = product.translations.get("en")
    held = product.certificate if product.status is Status.CERTIFIED else None
    panel = certificate(product, edition.language)
    return {
        "slug": product.slug,
        "url": edition.url(edition.path(("product", product.slug)) or ""),
        "name": product.name,
        "name_en": english.name if english else None,
        "status": product.status.value,
        "group": product.group,
        "producer": edition.catalogue.producers[product.producer].name,
        "commune": saying.place_or_none(commune, "vi"),
        "commune_code": commune.code if commune else None,
        "code": product.code,
        "gtin": product.gtin,
        "stars": product.stars,
        "decision": panel["decision"] if panel else None,
        "decided_on": str(held.decided_on) if held and held.decided_on else None,
        "issued_by": panel["issued_by"] if panel else None,
        "legal_basis": panel["legal_basis"] if panel else None,
        "valid_until": panel["until"] if panel else None,
        "passport": edition.url(passport_path(edition, product)),
        "sample": product.sample,
    }
