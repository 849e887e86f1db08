"""What a reader copies from a printed PDF is the address as it is: nothing unseen stands in it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import pytest
from label_samples import full, printed, run_of, templates, words
from press_samples import catalogue, made, photographed, planned, product, sheet

from generator.press import artwork
from generator.press.typesetter import FLAVOURS

HOST = "OCOP-TANHUNG-DONG-THAP.EXAMPLE"
"""Long enough to break on small labels, at its hyphens too."""
ADDRESS = f"{HOST}/01/09521234500056/10/L1"


def copied(pdf: bytes) -> str:
    """The text of all pages as PDFium copies it, its line ends left out."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    return text.replace("\r", "").replace("\n", "")


def unseen(text: str) -> set[str]:
    """Signs without ink; U+FFFE is PDFium's for a hyphen that a line's end made soft."""
    return {f"U+{ord(each):04X}" for each in text if unicodedata.category(each) in {"Cf", "Cn"}}


@pytest.mark.parametrize("flavour", ["press", "office"])
@pytest.mark.parametrize(
    ("design", "stock"),
    [
        ("code", "a4-38x21"),
        ("code", "a4-tron-40"),
        ("stamp", "nhiet-50x30"),
        ("stamp", "a4-tron-60"),
        ("label", "a4-99x68"),
        ("shelf-card", "a7"),
    ],
)
def test_a_labels_address_is_copied_whole(design: str, stock: str, flavour: str) -> None:
    found = full()
    found = found.model_copy(
        update={"site": found.site.model_copy(update={"base_url": f"https://{HOST.lower()}"})}
    )
    run = run_of(found, stock, design, lot="L1", count=1)
    text = copied(printed(found, run, flavour)[0])  # type: ignore[arg-type]

    assert unseen(text) == set()
    assert HOST.lower() in text


def test_the_address_of_a_sheet_and_of_a_leaflet_is_copied_whole(tmp_path: Path) -> None:
    found = catalogue(product(), base=f"https://{HOST.lower()}")
    leaflet = made(planned(found, "brochures", photographed(tmp_path, found))[0], tmp_path)

    sheets = [sheet(found, flavour) for flavour in FLAVOURS]

    for pdf in (*sheets, leaflet["leaflet.pdf"], leaflet["leaflet.office.pdf"]):
        assert unseen(copied(pdf)) == set()
        assert HOST in copied(pdf).upper()


def test_the_address_on_the_designers_sheet_is_copied_whole() -> None:
    said = {
        "name": "Khô cá",
        "source": "content/products/kho-ca.md",
        "site": "OCOP",
        "day": "2026-11-01",
    }
    files = artwork.make(templates(), words(), said, f"HTTPS://{ADDRESS}", "M", artwork.Scale())
    text = copied(files["huong-dan.pdf"])

    assert unseen(text) == set()
    assert ADDRESS in text
