"""What a printing house and an archive ask of the PDFs of labels."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from label_samples import full, printed, run_of
from press_samples import MM, drawing_of, inks_of

from generator.press.stocks import shipped

KINDS = [
    ("a4-70x37", "stamp"),
    ("a4-38x21", "code"),
    ("a4-99x68", "label"),
    ("a4-a7", "shelf-card"),
    ("a6", "shelf-card"),
    ("a4-tron-60", "stamp"),
    ("nhiet-60x40", "stamp"),
    ("nhiet-100x70", "label"),
]


def pdf_of(stock: str, design: str, flavour: str = "press", **asked: object) -> bytes:
    found = full(packs=({"net": "500 g", "price": 185000},))
    return printed(found, run_of(found, stock, design, **asked), flavour)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(("stock", "design"), KINDS)
def test_press_ink_is_cmyk_and_black_is_k_alone(stock: str, design: str) -> None:
    inks = inks_of(pdf_of(stock, design))

    assert "0 0 0 1" in inks
    assert all(len(ink.split()) == 4 for ink in inks)
    assert [ink for ink in inks if ink.endswith(" 1")] == ["0 0 0 1"]


@pytest.mark.parametrize(("stock", "design"), [kind for kind in KINDS if "nhiet" in kind[0]])
def test_a_thermal_printer_gets_black_and_white_alone(stock: str, design: str) -> None:
    assert inks_of(pdf_of(stock, design)) <= {"0 0 0 1", "0 0 0 0"}


@pytest.mark.parametrize("flavour", ["press", "office"])
@pytest.mark.parametrize(("stock", "design"), KINDS)
def test_pages_have_the_stocks_size_within_a_tenth_of_a_millimetre(
    stock: str, design: str, flavour: str
) -> None:
    width, height = shipped()[stock].page_size
    with pikepdf.open(BytesIO(pdf_of(stock, design, flavour))) as document:
        for page in document.pages:
            left, bottom, right, top = (float(side) / MM for side in page.trimbox)
            bleed = left
            assert (right - left, top - bottom) == pytest.approx((width, height), abs=0.1)
            media = [float(side) / MM for side in page.mediabox]
            assert media[2:] == pytest.approx((width + 2 * bleed, height + 2 * bleed), abs=0.1)
            assert bleed == pytest.approx(3 if flavour == "press" and stock == "a6" else 0, abs=0.1)


@pytest.mark.parametrize(("stock", "design"), KINDS)
def test_there_is_no_transparency_and_every_font_is_embedded(stock: str, design: str) -> None:
    with pikepdf.open(BytesIO(pdf_of(stock, design))) as document:
        for each in document.objects:
            if not isinstance(each, pikepdf.Dictionary):
                continue
            assert "/SMask" not in each
            assert float(each.get("/ca", 1)) == float(each.get("/CA", 1)) == 1
            if each.get("/Type") == "/FontDescriptor":
                assert "BeVietnamPro" in str(each.FontName)
                assert re.match(r"/[A-Z]{6}\+", str(each.FontName)), "not a subset"
                assert "/FontFile2" in each or "/FontFile3" in each


@pytest.mark.parametrize(("stock", "design"), KINDS)
def test_the_office_flavour_is_an_accessible_archive(stock: str, design: str) -> None:
    pdf = pdf_of(stock, design, "office")
    with pikepdf.open(BytesIO(pdf)) as document, document.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert str(document.Root.Lang) == "vi-VN"
    assert not re.search(r"\d [kK]\b", drawing_of(pdf))


@pytest.mark.usefixtures("anew")
def test_the_same_run_gives_the_same_bytes() -> None:
    assert pdf_of("a4-99x68", "label") == pdf_of("a4-99x68", "label")


def test_a_watermark_lies_beneath_and_leaves_codes_readable() -> None:
    found = full()
    _, sheet = printed(found, run_of(found, "a4-99x68", "label", proof=True))

    assert sheet.read == 8
    assert sheet.code.light == "#ffffff"
    assert sheet.code.bars is not None
    assert sheet.code.bars.digits == "9521234500056"
