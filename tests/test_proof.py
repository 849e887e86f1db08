"""The proof before press measures what is printed, and refuses what scanners would."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable, Iterator

import cv2
import numpy as np
import pypdfium2
import pytest
import zxingcpp
from label_samples import full, printed, run_of, templates, words
from PIL import Image, ImageDraw, ImageFilter

from generator.press import labels, proof
from generator.press.typesetter import PressError

ADDRESS = "HTTPS://OCOP-TANHUNG.EXAMPLE/01/09521234500056"
STOCKS = ("a4-38x21", "a4-70x37", "a4-99x68", "a4-tron-40", "nhiet-50x30")
Reader = Callable[[Image.Image], set[str]]


def by_zxing(picture: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(picture)}


def by_zbar(picture: Image.Image) -> set[str]:
    try:
        from pyzbar import pyzbar
    except ImportError:
        pytest.skip("zbar's own library is not installed (Debian: libzbar0)")
    return {found.data.decode() for found in pyzbar.decode(picture)}


def by_opencv(picture: Image.Image) -> set[str]:
    text, _, _ = cv2.QRCodeDetector().detectAndDecode(np.array(picture.convert("L")))
    return {text} if text else set()


def label_at(stock: str, dpi: int, design: str = "stamp") -> Image.Image:
    """One label as a printer of that resolution gives it, on a white ground."""
    found = full()
    run = run_of(found, stock, design, count=1)
    pdf, _ = printed(found, run)
    page = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=dpi / 72, grayscale=True).to_pil()
    cell = next(run.stock.cells())
    dots = dpi / 25.4
    box = (cell.left, cell.top, cell.left + cell.width, cell.top + cell.height)
    cut = picture.crop(tuple(round(each * dots) for each in box))
    ground = Image.new("L", (cut.width + 60, cut.height + 60), 255)
    ground.paste(cut, (30, 30))
    return ground


def hardships(picture: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    """What a label meets on the way to a phone."""
    yield "as printed", picture
    yield "blurred", picture.filter(ImageFilter.GaussianBlur(picture.width / 640))
    yield (
        "tilted",
        picture.rotate(15, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC),
    )
    yield "dark", picture.point(lambda tone: tone * 0.35)
    damaged = picture.copy()
    draw, dice = ImageDraw.Draw(damaged), random.Random(7)  # noqa: S311  # scratches, no secrets
    (code,) = [each for each in zxingcpp.read_barcodes(picture) if each.text == ADDRESS]
    at = code.position
    side = at.bottom_right.x - at.top_left.x
    for _ in range(10):
        x = at.top_left.x + side * dice.uniform(0.35, 0.93)
        y = at.top_left.y + side * dice.uniform(0.35, 0.93)
        spot = side * 0.05
        draw.ellipse((x, y, x + spot, y + spot), fill=dice.choice((0, 255)))
    yield "damaged", damaged


@pytest.mark.parametrize("stock", STOCKS)
@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_labels_are_read_after_blur_tilt_dark_and_damage(stock: str, dpi: int) -> None:
    for hardship, picture in hardships(label_at(stock, dpi)):
        assert ADDRESS in by_zxing(picture), hardship


@pytest.mark.parametrize("stock", STOCKS)
@pytest.mark.parametrize("read", [by_zbar, by_opencv], ids=["zbar", "opencv"])
def test_other_readers_read_them_too(stock: str, read: Reader) -> None:
    picture = label_at(stock, 300)

    assert ADDRESS in read(picture)
    assert ADDRESS in read(picture.filter(ImageFilter.GaussianBlur(1)))


def test_bars_are_read_by_two_readers() -> None:
    picture = label_at("a4-99x68", 300, "label")

    assert "9521234500056" in by_zxing(picture)
    assert "9521234500056" in by_zbar(picture)


def test_the_report_holds_what_was_measured() -> None:
    found = full()
    _, sheet = printed(found, run_of(found, "a4-70x37", "stamp"))
    report = json.loads(proof.as_json([sheet]))
    [said] = report["sheets"]

    assert report["sound"] is True
    assert (said["labels"], said["read"], said["pages"], said["dpi"]) == (24, 24, 1, 300)
    assert said["code"]["address"] == ADDRESS
    assert said["code"]["module_mm"] == pytest.approx(
        said["code"]["dots_per_module"] * 25.4 / 300, abs=0.002
    )
    assert said["code"]["quiet_zone_modules"] == 4
    assert said["code"]["light"] == "#ffffff"
    assert max(bytes.fromhex(said["code"]["dark"][1:])) < 48
    assert "contrast" not in json.dumps(report)
    assert said["smallest_letter_mm"] >= 0.9


def drawn(**changes: object) -> dict[str, object]:
    """Drawn values of a sheet, some of them changed behind the designer's back."""
    found = full()
    values = labels.values_of(found, run_of(found, "a4-64x38", "stamp"), words())
    return {**labels.drawn(values), **changes}


def proven(values: dict[str, object], templates_: dict[str, bytes] | None = None) -> None:
    pdf = labels.print_labels(templates_ or templates(), values, "press")
    proof.prove({"labels.pdf": pdf}, values)


def test_a_code_of_another_address_is_refused() -> None:
    values = drawn()
    pdf = labels.print_labels(templates(), values, "press")

    with pytest.raises(PressError, match="proof-unread") as caught:
        proof.prove({"labels.pdf": pdf}, {**values, "urls": ["HTTPS://OCOP-TANHUNG.EXAMPLE/Q/X"]})
    assert ADDRESS in str(caught.value)


def test_a_module_under_the_least_is_refused() -> None:
    values = drawn(module_least=0.25, module_most=0.3)
    pdf = labels.print_labels(templates(), values, "press")

    with pytest.raises(PressError, match=r"proof-module.*0\.396"):
        proof.prove({"labels.pdf": pdf}, {**values, "module_least": 0.396})


def test_a_module_of_broken_dots_is_refused() -> None:
    values = drawn()
    stock = values["stock"]
    assert isinstance(stock, dict)
    pdf = labels.print_labels(templates(), values, "press")

    with pytest.raises(PressError, match="proof-dots"):
        proof.prove({"labels.pdf": pdf}, {**values, "stock": {**stock, "dot": 25.4 / 260}})


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("stamp.typ", "dx: left-edge + dark + gap,", "dx: left-edge + dark + gap * 0.3,", "quiet"),
        ("parts.typ", "fill: palette.ink,", "fill: palette.hair,", "contrast|unread"),
        ("words.typ", 'size: size, weight: "medium", top', "size: 3pt, top", "letters"),
        ("labels.typ", "range(per-page)", "range(per-page - 1)", "unread"),
    ],
)
def test_a_theme_that_spoils_a_label_is_refused(file: str, old: str, new: str, rule: str) -> None:
    spoiled = {**templates()}
    text = spoiled[file].decode()
    assert old in text
    spoiled[file] = text.replace(old, new).encode()

    with pytest.raises(PressError, match=f"proof-(?:{rule})"):
        proven(drawn(), spoiled)


def test_a_code_at_the_edge_of_a_label_has_too_little_quiet_zone() -> None:
    values = drawn()
    pdf = labels.print_labels(templates(), {**values, "offset": [-1.5, 0]}, "press")

    with pytest.raises(PressError, match="proof-quiet-zone"):
        proof.prove({"labels.pdf": pdf}, {**values, "offset": [0, 0]})


def test_pictures_of_these_tests_are_grey() -> None:
    with io.BytesIO() as out:
        label_at("a4-70x37", 203).save(out, "PNG")
        assert Image.open(out).mode == "L"
