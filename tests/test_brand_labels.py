"""Brand labels: the maker's logo in one colour, a photo, a cut line as an ink, 2 mm of bleed."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

import pikepdf
import pytest
from label_lines import too_near
from label_project import ask, complete_project, ledger, status
from label_samples import DAY, FULL, templates, words
from PIL import Image
from press_samples import MM, catalogue, drawing_of, inks_of, product, text_of
from small_project import change, write

from generator.catalogue.model import Catalogue
from generator.press import labels, proof
from generator.press.brand import logo_box, photo_size, picture_findings
from generator.press.label_pictures import pictured
from generator.press.run import Run
from generator.press.stocks import Stock, shipped
from generator.press.typesetter import Flavour

LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"><style>.l{fill:#fff}</style>
<g transform="translate(2 2)"><circle cx="28" cy="28" r="28" fill="#0a5"/>
<path class="l" d="M10 30q10 -16 24 -6q8 6 16 0q-4 14 -18 14z"/></g>
<rect x="70" y="10" width="40" height="40" rx="3"/></svg>
"""
DATED = {"lot": "L261012", "produced": date(2026, 10, 12), "best_before": date(2027, 4, 12)}
HIGH = Stock(
    name="tem-60x90",
    page="60 x 90",
    columns=1,
    rows=1,
    label="60 x 90",
    margin="0 x 0",
    inset="3 x 3",
    radius=3,
)


COLOURED = {"logo_colour": "#8a1c2b"}


def fish(own: Mapping[str, object] = MappingProxyType({}), **facts: object) -> Catalogue:
    stated = {**FULL, "name": "Khô cá lóc một nắng", "photos": (), **facts}
    maker = {"address": "Ấp 3", "name": "Cơ sở mẫu số 1", "logo": "logo.svg", **COLOURED}
    return catalogue(product(1, stated), base="https://ocop.tanhung.vn", maker={**maker, **own})


PICTURED = {"photos": ({"file": "kho.jpg", "alt": "Khô cá trên giàn"},)}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content")
    write(folder, "media/logo.svg", LOGO)
    out = BytesIO()
    Image.new("RGB", (1600, 1800), "#7a5230").save(out, "JPEG")
    write(folder, "media/kho.jpg", out.getvalue())
    return folder


@functools.cache
def printed(
    content: Path, stock: Stock, design: str, flavour: Flavour, *, photo: bool = True
) -> bytes:
    """A proven label of that design."""
    found = fish(**PICTURED if photo else {})
    run = Run(found.products[0], stock, DAY, design, count=1, **DATED)  # type: ignore[arg-type]
    values = labels.drawn(labels.values_of(found, run, words()))
    values, pictures = pictured(values, stock, content, None, {"kho.jpg": (1600, 1800)})
    pdf = labels.print_labels(templates(), values, flavour, pictures.get(flavour))
    proof.prove({"labels.pdf": pdf}, values)
    assert too_near(pdf) == []
    return pdf


def images_in(pdf: bytes) -> Iterator[pikepdf.Object]:
    with pikepdf.open(BytesIO(pdf)) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image":
                yield each


@pytest.mark.parametrize("stock", [shipped()["a6"], shipped()["a7"], HIGH], ids=lambda s: s.name)
@pytest.mark.parametrize("photo", [True, False], ids=["photo", "ornament"])
def test_the_front_has_logo_name_maker_and_a_picture(
    content: Path, stock: Stock, photo: bool
) -> None:
    pdf = printed(content, stock, "brand", "press", photo=photo)
    text = text_of(pdf)

    for said in ("Khô cá lóc", "một nắng", "Cơ sở mẫu số 1", "500 g", "OCOP 4 sao", "Quét mã"):
        assert said in text
    pictures = [str(each.ColorSpace) for each in images_in(pdf)]
    assert pictures == (["/DeviceCMYK"] if photo else [])


@pytest.mark.parametrize("design", ["brand", "brand-back"])
def test_the_cut_line_is_an_ink_of_its_own_and_colour_runs_2_mm_over_it(
    content: Path, design: str
) -> None:
    with pikepdf.open(BytesIO(printed(content, shipped()["a6"], design, "press"))) as document:
        page = document.pages[0]
        spaces = [list(each) for each in page.Resources.ColorSpace.values()]
        trim, media = ([float(x) / MM for x in box] for box in (page.trimbox, page.mediabox))

    assert [str(each[1]) for each in spaces if str(each[0]) == "/Separation"] == ["/CutContour"]
    assert trim == pytest.approx([2, 2, 150, 107], abs=0.05)
    assert media == pytest.approx([0, 0, 152, 109], abs=0.05)


@pytest.mark.parametrize(
    ("stock", "design"),
    [
        ("a4-64x72", "brand"),
        ("a4-99x38", "brand-back"),
        ("nhiet-100x70", "brand"),
        ("nhiet-75x100", "brand-back"),
    ],
)
def test_the_code_keeps_clear_of_the_cut_line_and_its_round_corners(
    stock: str, design: str
) -> None:
    found = fish({"logo": None})
    run = Run(found.products[0], shipped()[stock], DAY, design, count=1, **DATED)  # type: ignore[arg-type]
    values = labels.drawn(labels.values_of(found, run, words()))
    pdf = labels.print_labels(templates(), values, "press")

    (sheet,) = proof.prove({"labels.pdf": pdf}, values)

    assert sheet.code.quiet_zone_modules == 4
    with pikepdf.open(BytesIO(pdf)) as document:
        assert ("CutContour" in str(document.pages[0].Resources)) == (not run.stock.roll)


def test_an_office_print_has_neither_cut_line_nor_bleed(content: Path) -> None:
    with pikepdf.open(BytesIO(printed(content, shipped()["a6"], "brand", "office"))) as document:
        page = document.pages[0]
        assert "CutContour" not in str(page.Resources)
        assert [float(x) / MM for x in page.mediabox] == pytest.approx([0, 0, 148, 105], abs=0.05)


def test_logo_and_name_are_in_the_makers_one_colour_as_ink(content: Path) -> None:
    pdf = printed(content, HIGH, "brand", "press")
    inks = [ink.split() for ink in inks_of(pdf)]
    reds = [ink for ink in inks if len(ink) == 4 and float(ink[1]) > 0.6]

    assert "rg" not in drawing_of(pdf).split()
    assert len(reds) == 1


def test_the_back_says_what_the_law_asks_for(content: Path) -> None:
    text = text_of(printed(content, shipped()["a6"], "brand-back", "press"))

    for said in ("Thành phần:", "Bảo quản:", "Cơ sở mẫu số 1", "HSD 12/04/2027", "Lô L261012"):
        assert said in text


@pytest.mark.parametrize(("share", "told"), [(1.01, []), (0.5, ["picture-coarse"])])
def test_a_photo_has_300_dots_an_inch_where_it_stands(
    content: Path, share: float, told: list[str]
) -> None:
    found = fish(**PICTURED)
    run = Run(found.products[0], shipped()["a6"], DAY, "brand")
    size = photo_size(run.stock, cut=True)
    width, height = (round(side / 25.4 * 300 * share) for side in size)
    findings = [*picture_findings(found, run, content, {"kho.jpg": (width, height)})]

    assert [each.rule.code for each in findings] == told


@pytest.mark.parametrize(("share", "told"), [(1.01, []), (0.5, ["picture-coarse"])])
def test_a_logo_of_pixels_has_300_dots_an_inch_and_keeps_its_paper(
    tmp_path: Path, share: float, told: list[str]
) -> None:
    wide, high = logo_box(shipped()["a6"])
    out = BytesIO()
    side = round(high / 25.4 * 300 * share)
    assert wide > high
    Image.new("RGBA", (side, side), (0, 0, 0, 0)).save(out, "PNG")
    write(tmp_path, "media/logo.png", out.getvalue())
    found = fish({"logo": "logo.png"})
    run = Run(found.products[0], shipped()["a6"], DAY, "brand", count=1)
    findings = [*picture_findings(found, run, tmp_path, {})]
    values = labels.drawn(labels.values_of(found, run, words()))
    values, pictures = pictured(values, run.stock, tmp_path, None, {})

    assert [each.rule.code for each in findings] == told
    with Image.open(BytesIO(pictures["office"]["logo.jpg"])) as picture:
        assert picture.getpixel((3, 3)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("stock", "pixels", "shown"),
    [("a5", (1600, 1800), True), ("a5", (800, 900), False), ("a7", (1600, 1800), False)],
)
def test_a_large_full_label_has_a_photo_that_is_fine_enough(
    content: Path, stock: str, pixels: tuple[int, int], shown: bool
) -> None:
    found = fish(**PICTURED)
    run = Run(found.products[0], shipped()[stock], DAY, "label", count=1, **DATED)  # type: ignore[arg-type]
    values = labels.drawn(labels.values_of(found, run, words()))
    values, pictures = pictured(values, run.stock, content, None, {"kho.jpg": pixels})
    pdf = labels.print_labels(templates(), values, "press", pictures.get("press"))
    proof.prove({"labels.pdf": pdf}, values)

    assert [str(each.ColorSpace) for each in images_in(pdf)] == ["/DeviceCMYK"] * shown
    assert b"CutContour" not in pdf
    assert [*picture_findings(found, run, content, {"kho.jpg": pixels})] == []


def test_the_command_prints_a_brand_label_and_refuses_a_coarse_photo(tmp_path: Path) -> None:
    root = complete_project(tmp_path)
    write(root, "content/media/logo.svg", LOGO)
    change(root, "content/producers/co-so.md", "kind:", "logo: logo.svg\nkind:")
    brand = ("kho-ca", "--design", "brand", "--count", "1")
    coarse, trial = ask(root, *brand, "--stock", "a5"), ask(root, *brand, "--proof")
    thermal = ask(root, *brand, "--stock", "100x70")

    assert (status(coarse), status(trial), status(thermal)) == (1, 0, 2)
    assert "error[picture-coarse]" in coarse.output
    assert ledger(root) == []
    assert (root / "output/labels/kho-ca/brand-a6-proof/labels.pdf").is_file()
