"""A small catalogue for tests of print, and its photos."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import cast

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import zxingcpp
from PIL import Image, ImageDraw

from generator.catalogue.model import (
    Catalogue,
    Certificate,
    Fair,
    Pack,
    Photo,
    Place,
    Producer,
    Product,
    Site,
)
from generator.engine import (
    Artifact,
    Folders,
)
from generator.pictures.photos import PhotoFacts, Picture
from generator.press import brochures, labels, proof
from generator.press.label_values import SheetValues
from generator.press.plan import plan
from generator.press.typesetter import Flavour
from generator.theme import typst_templates

THEME = (Path(__file__).resolve().parent.parent / "themes" / "mua-nuoc-noi",)
Facts = Mapping[str, object]
BASE = "https://ocop-tanhung.example"
MM = 72 / 25.4
"""PDF points in a millimetre."""


def product(number: int = 1, facts: Facts | None = None, **more: object) -> Product:
    """A certified dried fish; `facts` and `more` in place of its own."""
    stated: dict[str, object] = {
        "slug": f"kho-ca-{number}",
        "source": f"content/products/kho-ca-{number}.md",
        "name": f"Khô cá số {number}",
        "summary": "Cá đồng phơi hai nắng.",
        "status": "certified",
        "code": f"7K3M{number}",
        "group": 8,
        "producer": "co-so",
        "certificate": Certificate.model_validate(
            {"stars": 3, "decided_on": "2025", "issued_by": "UBND", "legal_basis": "148/QĐ-TTg"}
        ),
        "photos": (Photo(file=f"{number}.jpg", alt=f"Ảnh khô cá số {number}"),),
        "packs": (Pack(net="500 g"),),
        "story": "Cá về khi nước rút. Người ta bẻ ngạnh rồi phơi.",
    }
    return Product.model_validate({**stated, **(facts or {}), **more})


def catalogue(*products: Product, base: str = BASE, maker: Facts | None = None) -> Catalogue:
    """The products, of one producer in a former commune; `maker` in place of its facts."""
    stated: dict[str, object] = {
        "slug": "co-so",
        "source": "content/producers/co-so.md",
        "name": "Cơ sở mẫu",
        "kind": "household",
        "place": "cu",
        "address": "Ấp mẫu",
    }
    return Catalogue(
        site=Site(name="OCOP Tân Hưng", base_url=base, area="Đồng Tháp Mười"),
        products=products,
        producers={"co-so": Producer.model_validate({**stated, **(maker or {})})},
        places={
            "nay": Place(slug="nay", kind="xã", name="Tân Hưng", province="Tây Ninh"),
            "cu": Place(
                slug="cu",
                kind="xã",
                name="Vĩnh Lợi",
                district="Tân Hưng",
                province="Long An",
                now="nay",
            ),
        },
        fairs=(),
    )


def fair(**facts: object) -> Fair:
    """Five days in December; `facts` in place of its own."""
    stated: dict[str, object] = {
        "slug": "hoi-cho",
        "source": "content/fairs/hoi-cho.md",
        "name": "Hội chợ mẫu",
        "starts_on": "2026-12-18",
        "ends_on": "2026-12-22",
    }
    return Fair.model_validate(stated | facts)


def planned(
    found: Catalogue, only: str = "labels", photos: dict[str, Picture] | None = None
) -> list[Artifact]:
    """What the press room would make."""
    return list(plan(found, photos or {}, THEME, frozenset({only})))


def made(artifact: Artifact, content: Path = Path()) -> dict[str, bytes]:
    """The artifact's files by the last part of their paths."""
    contents = artifact.make(artifact.values, Folders(content, THEME))
    names = (path.rsplit("/", 1)[1] for path in artifact.paths)
    return dict(zip(names, contents, strict=True))


def made_of(artifact: Artifact, flavour: Flavour, content: Path = Path()) -> bytes:
    """A brochure's PDF of one flavour, which is all that is made of it."""
    alone = brochures.in_flavour(artifact, flavour, artifact.paths[0])
    return alone.make(alone.values, Folders(content, THEME))[0]


def planned_sheet(found: Catalogue) -> Artifact:
    """The sheets of the first product."""
    return next(each for each in planned(found) if each.paths[0].endswith("sheet.pdf"))


_SHEETS: dict[tuple[str, Flavour], bytes] = {}


def sheet(found: Catalogue, flavour: Flavour = "press") -> bytes:
    """The first product's sheet in one flavour; tests that ask for the same one share it."""
    key = repr(found), flavour
    if key not in _SHEETS:
        values = labels.drawn(cast(SheetValues, planned_sheet(found).values))
        pdf = labels.print_labels(typst_templates(THEME), values, flavour)
        proof.prove({"sheet.pdf": pdf}, values)
        _SHEETS[key] = pdf
    return _SHEETS[key]


@functools.cache
def _photo(suffix: str) -> bytes:
    image = Image.new("RGB", (1200, 900), (225, 190, 120))
    ImageDraw.Draw(image).ellipse((240, 260, 960, 640), fill=(120, 80, 50))
    file = BytesIO()
    image.save(file, Image.registered_extensions()[suffix], quality=80)
    return file.getvalue()


def photographed(content: Path, found: Catalogue) -> dict[str, Picture]:
    """Photos for all products, put into the content folder."""
    media = content / "media"
    media.mkdir(exist_ok=True)
    pictures = {}
    for each in found.products:
        for photo in each.photos:
            (media / photo.file).write_bytes(_photo(Path(photo.file).suffix))
            pictures[photo.file] = Picture(PhotoFacts(1200, 900, ""), "00")
    return pictures


def pictures_of(pdf: bytes, dpi: int) -> list[Image.Image]:
    """Every page, rendered in grey."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]


def codes_in(pdf: bytes, dpi: int = 300) -> list[str]:
    """The text of every code on every page."""
    pages = pictures_of(pdf, dpi)
    formats = zxingcpp.barcode_formats_from_str("QRCode")
    return [found.text for page in pages for found in zxingcpp.read_barcodes(page, formats=formats)]


def text_of(pdf: bytes) -> str:
    """All words, in the order of the pages, with single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


def drawing_of(pdf: bytes) -> str:
    """The drawing operators of all pages."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return "\n".join(p.Contents.read_bytes().decode("latin-1") for p in document.pages)


def inks_of(pdf: bytes) -> set[str]:
    """Every CMYK colour that fills or strokes, as “C M Y K”; any other colour as its operator."""
    drawing = drawing_of(pdf)
    others = re.findall(r"(?<=[\d.] )(?:rg|RG|g|G|scn|SCN|sc|SC)\b", drawing)
    return {*re.findall(r"([\d.]+ [\d.]+ [\d.]+ [\d.]+) [kK]\b", drawing), *others}


def with_long_address(found: Catalogue) -> Catalogue:
    """The catalogue at an address longer than `ocop check` allows."""
    long = "https://tayninh.example/" + "danh-muc-san-pham/" * 9
    site = found.site.model_copy(update={"base_url": long})
    return found.model_copy(update={"site": site})
