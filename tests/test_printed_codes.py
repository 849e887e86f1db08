"""What is printed from the repository's own content: every code opens its product's page."""

from __future__ import annotations

import io
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import resvg_py
import zxingcpp
from PIL import Image
from press_samples import codes_in

ROOT = Path(__file__).resolve().parent.parent
LABELLED = sorted(
    file.stem
    for file in (ROOT / "content" / "products").glob("[!.]*.md")
    if not file.stem.endswith(".en") and "status: certified" in file.read_text("utf-8")
)


def page_behind(site: str, code: str) -> str:
    """The page that the built site serves at a printed address; HTTPError where there is none."""
    assert code == code.upper()
    with urllib.request.urlopen(site + urlsplit(code).path) as answer:  # noqa: S310  # our own server
        return str(answer.read().decode())


def read_picture(picture: Image.Image) -> str:
    [found] = zxingcpp.read_barcodes(picture)
    return str(found.text)


def test_every_certified_product_has_labels_and_no_other(output: Path) -> None:
    assert sorted(folder.name for folder in (output / "labels").iterdir()) == LABELLED
    assert len(LABELLED) == 16


@pytest.mark.parametrize(("number", "slug"), enumerate(LABELLED), ids=LABELLED)
def test_every_code_of_a_product_is_the_address_of_its_page(
    output: Path, site: str, number: int, slug: str
) -> None:
    """Sheets of every other product are read as a printer of labels prints, the others as an
    office's does.
    """
    folder = output / "labels" / slug
    code = read_picture(Image.open(folder / "qr.png"))
    page = page_behind(site, code)

    assert f"/san-pham/{slug}/" in page.split('rel="canonical"')[1].split(">")[0]
    for dpi in (203, 300):
        drawn = resvg_py.svg_to_bytes(svg_string=(folder / "qr.svg").read_text(), dpi=dpi)
        assert read_picture(Image.open(io.BytesIO(bytes(drawn))).convert("L")) == code
        assert codes_in((folder / "qr.pdf").read_bytes(), dpi) == [code]
    for sheet in ("sheet.pdf", "sheet.office.pdf"):
        assert codes_in((folder / sheet).read_bytes(), (203, 300)[number % 2]) == [code] * 24


@pytest.mark.parametrize("name", ["leaflet.pdf", "leaflet.office.pdf"])
@pytest.mark.parametrize(("which", "products"), [("catalogue", 16), ("hoi-cho-mau-2026", 6)])
def test_every_code_of_a_leaflet_is_the_address_of_a_page(
    output: Path, site: str, which: str, products: int, name: str
) -> None:
    pdf = (output / "brochures" / which / name).read_bytes()
    codes = codes_in(pdf, 203)

    assert len(codes) == products + 1
    assert all("<h1" in page_behind(site, code) for code in codes)
