"""The code alone for designers: exact sizes, black ink alone, whole dots, all readable."""

from __future__ import annotations

import io
import json
import re

import pikepdf
import pypdfium2
import pytest
import resvg_py
import zxingcpp
from label_samples import templates, words
from PIL import Image
from press_samples import MM, drawing_of, inks_of, text_of

from generator.pictures import codes
from generator.press import artwork, proof
from generator.press.artwork import Scale
from generator.press.typesetter import PressError

ADDRESS = "HTTPS://OCOP-TANHUNG.EXAMPLE/Q/7K3M9"
SIDE = 25 + 8
SAID = {
    "name": "Khô cá chốt",
    "source": "content/products/a.md",
    "site": "OCOP Tân Hưng",
    "day": "2026-11-01",
}


def made(**scale: float) -> dict[str, bytes]:
    return artwork.make(templates(), words(), SAID, ADDRESS, "M", Scale(**scale))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made(size=25)


def read(picture: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(picture.convert("L"))}


def test_every_format_a_press_asks_for_is_there(files: dict[str, bytes]) -> None:
    assert set(files) == {
        *("qr.svg", "qr.eps", "qr.pdf", "qr-keep-out.pdf", "huong-dan.pdf", "proof.json"),
        *("qr-300dpi.png", "qr-600dpi.png", "qr-1200dpi.png"),
    }


def test_the_pdf_is_as_large_as_asked_with_its_quiet_zone_and_black_ink_alone(
    files: dict[str, bytes],
) -> None:
    with pikepdf.open(io.BytesIO(files["qr.pdf"])) as document:
        box = [float(side) / MM for side in document.pages[0].mediabox]

    assert box == pytest.approx([0, 0, 25, 25], abs=0.005)
    assert inks_of(files["qr.pdf"]) == {"0 0 0 1"}
    assert re.findall(r"^f\*?$", drawing_of(files["qr.pdf"]), re.MULTILINE) == ["f"]


def test_the_keep_out_is_the_trimmed_page_and_its_marks_lie_outside(
    files: dict[str, bytes],
) -> None:
    with pikepdf.open(io.BytesIO(files["qr-keep-out.pdf"])) as document:
        page = document.pages[0]
        left, bottom, right, top = (float(side) / MM for side in page.trimbox)

    assert right - left == pytest.approx(25, abs=0.01)
    assert top - bottom == pytest.approx(25, abs=0.01)
    assert "25 × 25 mm" in text_of(files["qr-keep-out.pdf"])
    letters = pypdfium2.PdfDocument(files["qr-keep-out.pdf"])[0].get_textpage()
    for index in range(letters.count_chars()):
        _, low, _, high = letters.get_charbox(index)
        assert high / MM <= bottom or low / MM >= top


@pytest.mark.parametrize("dpi", [300, 600, 1200])
def test_pictures_have_whole_dots_a_module_and_the_size_asked_for_within_one(
    files: dict[str, bytes], dpi: int
) -> None:
    with Image.open(io.BytesIO(files[f"qr-{dpi}dpi.png"])) as picture:
        dots = picture.width / SIDE
        assert dots == int(dots)
        assert picture.info["dpi"][0] == pytest.approx(dpi, abs=0.1)
        assert dots == round(25 / SIDE / 25.4 * dpi)
        assert picture.mode == "1"


def test_svg_and_eps_are_of_the_size_asked_for(files: dict[str, bytes]) -> None:
    eps = files["qr.eps"].decode()
    box = re.search(r"%%HiResBoundingBox: 0 0 ([\d.]+) ([\d.]+)", eps)

    assert b'width="25.000mm" height="25.000mm"' in files["qr.svg"]
    assert box is not None
    assert float(box[1]) / MM == pytest.approx(25, abs=0.001)
    assert set(re.findall(r"^(.* setcmykcolor)", eps, re.MULTILINE)) == {
        "0 0 0 0 setcmykcolor",
        "0 0 0 1 setcmykcolor",
    }
    assert eps.count(" rectfill") == 1 + len(codes.outline(codes.matrix(ADDRESS)))


def test_the_eps_draws_the_modules_of_the_code_from_the_bottom_up(files: dict[str, bytes]) -> None:
    picture = Image.new("1", (SIDE, SIDE), 1)
    bars = re.findall(r"^(\d+) (\d+) (\d+) 1 rectfill", files["qr.eps"].decode(), re.MULTILINE)
    for x, y, length in (map(int, bar) for bar in bars):
        picture.paste(0, (x, SIDE - y - 1, x + length, SIDE - y))

    assert read(picture.resize((SIDE * 6, SIDE * 6))) == {ADDRESS}


def test_everything_reads_back(files: dict[str, bytes]) -> None:
    svg = bytes(resvg_py.svg_to_bytes(svg_string=files["qr.svg"].decode(), dpi=300))
    report = json.loads(files["proof.json"])

    assert read(Image.open(io.BytesIO(svg))) == {ADDRESS}
    assert report["sound"] is True
    assert report["module_mm"] == pytest.approx(25 / SIDE, abs=0.0001)
    assert set(report["read"]) == {name for name in files if name.endswith((".png", ".pdf"))}


def test_the_designers_sheet_shows_five_codes_and_speaks_vietnamese(
    files: dict[str, bytes],
) -> None:
    page = pypdfium2.PdfDocument(files["huong-dan.pdf"])[0]
    found = zxingcpp.read_barcodes(page.render(scale=300 / 72, grayscale=True).to_pil())
    widths = sorted(
        (each.position.bottom_right.x - each.position.top_left.x) * 25.4 / 300 / 25
        for each in found
        if each.text == ADDRESS
    )
    text = text_of(files["huong-dan.pdf"])

    assert widths == pytest.approx(artwork.SHOWN_MM, abs=0.02)
    assert len(found) == 5
    assert "Đừng làm" in text
    assert "Nhỏ nhất 13,1 mm mỗi cạnh" in text
    assert len(pypdfium2.PdfDocument(files["huong-dan.pdf"])) == 1


@pytest.mark.parametrize("scale", [{"module": 0.395}, {"size": 13.0}])
def test_a_code_too_small_to_be_read_at_a_till_is_refused(scale: dict[str, float]) -> None:
    with pytest.raises(PressError, match=r"proof-module.*0\.396"):
        made(**scale)


def test_without_a_size_the_module_is_the_one_of_the_build() -> None:
    assert Scale().module_of(25) == codes.MODULE_MM > proof.TARGET_MODULE_MM


@pytest.mark.usefixtures("anew")
def test_the_same_code_gives_the_same_bytes() -> None:
    assert made(module=0.5) == made(module=0.5)
