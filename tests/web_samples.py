"""A small catalogue written inline, and what the site of it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from generator.catalogue.model import Catalogue
from generator.engine.artifact import Artifact, Folders
from generator.pictures.photos import PhotoFacts, Picture
from generator.web.plan import plan

THEME = (Path(__file__).parent.parent / "themes" / "mua-nuoc-noi",)
BASE = "https://ocop.example/tan-hung"
STORY = "Cá tươi từ sáng sớm. Xem thêm [gạo thơm](gao-thom.md).\n\n" * 40


def product(slug: str, **facts: object) -> dict[str, Any]:
    return {
        "slug": slug,
        "source": f"content/products/{slug}.md",
        "name": slug.replace("-", " ").capitalize(),
        "status": "certified",
        "group": 8,
        "producer": "co-so",
        "made_in": "vinh-loi",
        "certificate": {
            "stars": 3,
            "decided_on": "2025-11-18",
            "issued_by": "UBND tỉnh",
            "legal_basis": "148/QĐ-TTg",
        },
        **facts,
    }


def catalogue() -> Catalogue:
    english = {"name": "Dried fish", "summary": "Dried in the sun.", "source": "x.en.md"}
    products = [
        product(
            "kho-ca",
            code="7K3M9",
            gtin="9521234500018",
            summary="Khô cá </script> phơi nắng.",
            story=STORY,
            photos=[{"file": "ca.jpg", "alt": "Cá phơi trên giàn", "credit": "Tranh"}],
            packs=[{"net": "500 g", "price": "185.000"}],
            buy=[{"name": "Chợ", "phone": "0000 000 001"}],
            aliases=["/san-pham/kho-cu/"],
            sample=True,
            translations={"en": english},
        ),
        product("gao-thom", group=3, status="potential", code="4N8TQ", certificate=None),
        product("ruou-cu", group=14, status="withdrawn", code="9VE3C", certificate=None),
        product("diem-vuon", group=26),
    ]
    return Catalogue.model_validate(
        {
            "site": {
                "name": "OCOP Tân Hưng",
                "base_url": BASE,
                "languages": ("vi", "en"),
                "office": {
                    "name": "Văn phòng", "phone": "0000 000 009", "email": "a&b@ocop.example",
                },
            },
            "products": products,
            "producers": {
                "co-so": {
                    "slug": "co-so",
                    "source": "content/producers/co-so.md",
                    "name": "Cơ sở",
                    "kind": "household",
                    "place": "vinh-loi", "village": "lang-kho",
                }
            },
            "villages": {
                "lang-kho": {
                    "slug": "lang-kho", "source": "content/villages/lang-kho.md",
                    "name": "Làng khô", "place": "vinh-loi",
                }
            },
            "places": {
                "tan-hung": {
                    "slug": "tan-hung", "kind": "xã", "name": "Tân Hưng", "province": "Tây Ninh",
                },
                "vinh-loi": {
                    "slug": "vinh-loi", "kind": "xã", "name": "Vĩnh Lợi", "district": "Tân Hưng",
                    "province": "Long An", "now": "tan-hung",
                },
            },
            "fairs": [
                {
                    "slug": "phien-cho", "name": "Phiên chợ",
                    "source": "content/fairs/phien-cho.md",
                    "starts_on": "2026-12-18", "ends_on": "2026-12-22",
                }
            ],
            "lots": {
                "kho-ca": [
                    {
                        "lot": "L2", "produced": "2026-10-12", "best_before": "2027-04-12",
                        "events": [
                            {"when": "2026-10", "step": "bought", "actor": "Hộ <b>nuôi</b>"},
                            {"when": "2026-10-12", "step": "packed", "gln": "9521234500001"},
                        ],
                    },
                    {
                        "lot": "L1", "status": "recalled", "note": "Mốc & chua",
                        "events": [{"when": "2026-08-05", "step": "recalled"}],
                    },
                ],
            },
            "pages": [
                {
                    "slug": "gioi-thieu", "source": "content/pages/gioi-thieu.md", "menu": 1,
                    "title": "Giới thiệu",
                    "body": "Xem [khô cá](../products/kho-ca.md).\n\n## Một mục\n\n### Một ý",
                }
            ],
        }
    )  # fmt: skip


def planned(photos: dict[str, Picture]) -> list[Artifact]:
    """The site's artifacts with the values that workers would derive."""
    found = plan(catalogue(), photos, Path("content"), THEME)
    return [
        replace(each, values=each.values_from(found.subject), derive=None)
        for each in found.artifacts
    ]


def pictured() -> list[Artifact]:
    """The same of a site with one photo."""
    photos = {
        "ca.jpg": Picture(PhotoFacts(1600, 1200, "data:image/webp;base64,UklGRg=="), "0" * 64)
    }
    return planned(photos)


def made(artifacts: list[Artifact]) -> dict[str, bytes]:
    """Files by path below site/; pictures and fonts are there by name alone."""
    folders = Folders(Path("content"), THEME)
    found: dict[str, bytes] = {}
    for artifact in artifacts:
        web = artifact.make.__module__.startswith("generator.web")
        made = artifact.make(artifact.values, folders) if web else [b""] * len(artifact.paths)
        found |= zip((path.removeprefix("site/") for path in artifact.paths), made, strict=True)
    return found


class Page(HTMLParser):
    """The attributes of a page's elements, in order, and its JSON-LD."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.data: list[dict[str, Any]] = []
        self._in_data = False
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._in_data = found.get("type") == "application/ld+json"
        self.elements.append((tag, found))

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(json.loads(data))
            self._in_data = False

    def requests(self) -> Iterator[str]:
        for tag, each in self.elements:
            if tag in ("img", "script", "source") and "src" in each:
                yield each["src"]
            if "srcset" in each:
                yield from (part.split()[0] for part in each["srcset"].split(","))
            if tag == "link" and each["rel"] in ("stylesheet", "icon", "preload"):
                yield each["href"]

    def links(self) -> Iterator[str]:
        for tag, each in self.elements:
            if tag == "a" and "href" in each:
                yield each["href"]

    def typed(self, kind: str) -> dict[str, Any]:
        return next(each for each in self.data if each["@type"] == kind)
