"""QR codes, read back by another library from what printers get."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import resvg_py
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from qrcode import QRCode, util
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

from generator.engine import Folders
from generator.pictures import codes
from generator.pictures.codewords import packed
from generator.pictures.masks import masked

ADDRESS = "HTTPS://OCOP-TANHUNG.EXAMPLE/Q/7K3M9"
PIXEL_MM = 25.4 / 96
"""A module of one CSS pixel, so that a renderer has nothing to round."""
ADDRESSES = [
    ADDRESS,
    "HTTPS://OCOP-TANHUNG.EXAMPLE/01/09521234567899/10/L2503-07",
    "https://tayninh.example/ocop/Q/7K3M9",
    "https://tayninh.example/ocop/01/09521234567899",
]


def drawn(svg: bytes, width: int = 600) -> Image.Image:
    """The drawing as any browser would show it."""
    found = resvg_py.svg_to_bytes(svg_string=svg.decode(), width=width, dpi=96)
    return Image.open(BytesIO(bytes(found))).convert("L")


def read(image: Image.Image) -> str:
    (found,) = zxingcpp.read_barcodes(image)
    return found.text


@pytest.mark.parametrize("text", ADDRESSES)
def test_a_code_reads_back_from_svg_and_png(text: str) -> None:
    matrix = codes.matrix(text)

    assert read(drawn(codes.svg(matrix, 0.508))) == text
    assert read(Image.open(BytesIO(codes.png(matrix))).convert("L")) == text


@settings(max_examples=25)
@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=80))
def test_any_text_reads_back(text: str) -> None:
    matrix = codes.matrix(text)

    assert read(Image.open(BytesIO(codes.png(matrix, dots_per_module=4))).convert("L")) == text


@pytest.mark.parametrize("level", ["L", "M", "Q", "H"])
def test_the_level_is_the_one_asked_for(level: codes.Level) -> None:
    image = Image.open(BytesIO(codes.png(codes.matrix(ADDRESS, level)))).convert("L")
    (found,) = zxingcpp.read_barcodes(image)

    assert found.ec_level == level


def test_an_upper_case_address_takes_a_smaller_code() -> None:
    """36 signs at level M: version 2 in alphanumeric mode, version 3 as bytes."""
    assert len(codes.matrix(ADDRESS)) == 25
    assert len(codes.matrix(ADDRESS.lower())) == 29


def test_a_long_number_in_a_mixed_address_is_packed_as_a_number() -> None:
    text = "https://a.example/" + "1" * 60

    assert len(codes.matrix(text)) < len(codes.matrix("https://a.example/" + "a" * 60))


def test_svg_has_its_true_size_and_one_path() -> None:
    svg = codes.svg(codes.matrix(ADDRESS), 0.5).decode()

    assert 'width="16.500mm" height="16.500mm" viewBox="-4 -4 33 33"' in svg
    assert svg.count("<path") == 1
    assert 'shape-rendering="crispEdges"' in svg


def test_svg_is_white_in_the_whole_quiet_zone() -> None:
    image = drawn(codes.svg(codes.matrix(ADDRESS), PIXEL_MM), 330)

    assert image.crop((0, 0, 330, 40)).getextrema() == (255, 255)
    assert image.crop((0, 0, 40, 330)).getextrema() == (255, 255)
    assert image.crop((290, 0, 330, 330)).getextrema() == (255, 255)
    assert image.getpixel((45, 45)) == 0


def test_svg_and_png_show_the_same_modules() -> None:
    matrix = codes.matrix(ADDRESS)
    small = codes.png(matrix, dots_per_module=1)

    assert drawn(codes.svg(matrix, PIXEL_MM), 33).tobytes() == (
        Image.open(BytesIO(small)).convert("L").tobytes()
    )


def test_png_is_one_bit_at_600_dpi_in_whole_dots() -> None:
    with Image.open(BytesIO(codes.png(codes.matrix(ADDRESS)))) as image:
        assert image.mode == "1"
        assert image.size == (396, 396)
        assert image.info["dpi"] == pytest.approx((600, 600), abs=0.1)


def test_runs_cover_the_dark_modules_and_nothing_else() -> None:
    matrix = codes.matrix(ADDRESS)
    dark = {(x + n, y) for x, y, length in codes.outline(matrix) for n in range(length)}

    assert dark == {
        (x, y) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit == "1"
    }
    assert sum(length for _, _, length in codes.outline(matrix)) == len(dark)


def test_path_data_hold_no_quiet_zone() -> None:
    path = codes.svg_path(("101", "010", "111"))

    assert path == "M0 0h1v1h-1zM2 0h1v1h-1zM1 1h1v1h-1zM0 2h3v1h-3z"
    assert re.fullmatch(r"(?:M\d+ \d+h\d+v1h-\d+z)+", codes.svg_path(codes.matrix(ADDRESS)))


def test_strokes_cover_the_same_modules_in_half_the_words() -> None:
    matrix = codes.matrix(ADDRESS)
    strokes = codes.svg_strokes(matrix)
    covered, x, y = set(), 0, 0
    for right, down, length in re.findall(r"m(-?\d+) (\d+)h(\d+)", strokes):
        x, y = x + int(right), y + int(down)
        covered |= {(x + step, y) for step in range(int(length))}
        x += int(length)

    places = "".join(f"M{x} {y}h{length}" for x, y, length in codes.outline(matrix))

    assert codes.svg_strokes(("101", "010", "111")) == "m0 0h1m1 0h1m-2 1h1m-2 1h3"
    assert covered == {
        (x, y) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit == "1"
    }
    assert len(strokes) < 0.6 * len(codes.svg_path(matrix))
    assert len(zlib.compress(strokes.encode())) < 0.75 * len(zlib.compress(places.encode()))


def test_a_text_that_no_code_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="version"):
        codes.matrix("a" * 3000)


def test_a_product_gets_both_files_and_the_same_bytes_each_time() -> None:
    artifact = codes.plan("kho-ca-chot", "content/products/kho-ca-chot.md", ADDRESS)
    first = artifact.make(artifact.values, Folders(Path(), ()))

    assert artifact.paths == ("labels/kho-ca-chot/qr.svg", "labels/kho-ca-chot/qr.png")
    assert first == artifact.make(artifact.values, Folders(Path(), ()))
    assert b'width="16.764mm"' in first[0]


_LEVELS = st.sampled_from([ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q, ERROR_CORRECT_H])
_SIGNS = st.characters(min_codepoint=0x21, max_codepoint=0x7E)
_TEXTS = (
    st.text(_SIGNS, min_size=1, max_size=300)
    | st.text("0123456789", min_size=1, max_size=1500)
    | st.text("ABC/.:-$09", min_size=1, max_size=900)
    | st.lists(st.text("0123456789", max_size=30) | st.text("AZ:/", max_size=30) | st.text("aơ/"))
    .map("".join)
    .filter(bool)
)


@settings(max_examples=60)
@given(_TEXTS, _LEVELS)
def test_the_mask_is_the_one_that_qrcode_would_search_for(text: str, level: int) -> None:
    code: QRCode[Any] = QRCode(error_correction=level, border=0)
    code.add_data(text)
    try:
        code.make()
    except ValueError:
        with pytest.raises(ValueError, match="version"):
            packed(text, level, [20])
        return

    assert masked(packed(text, level, [20])) == tuple(
        "".join("01"[bool(m)] for m in row) for row in code.get_matrix()
    )


@settings(max_examples=300)
@given(_TEXTS, _LEVELS, st.sampled_from([0, 8, 20]))
def test_codewords_are_those_of_qrcode(text: str, level: int, shortest_run: int) -> None:
    code: QRCode[Any] = QRCode(error_correction=level)
    code.add_data(text, optimize=shortest_run)
    try:
        code.best_fit()
    except ValueError:
        with pytest.raises(ValueError, match="version"):
            packed(text, level, [shortest_run])
        return
    found = packed(text, level, [shortest_run])

    assert found.version == code.version
    assert list(found.codewords) == util.create_data(code.version, level, code.data_list)


@pytest.mark.parametrize(
    "level", [ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q, ERROR_CORRECT_H]
)
@pytest.mark.parametrize("version", range(1, 41))
def test_every_version_is_filled_to_its_last_bit_as_qrcode_fills_it(
    version: int, level: int
) -> None:
    room = util.BIT_LIMIT_TABLE[level][version] - 4 - util.length_in_bits(util.MODE_NUMBER, version)
    text = ("1234567890" * 800)[: room // 10 * 3 + (2 if room % 10 >= 7 else room % 10 >= 4)]
    found = packed(text, level, [0])

    assert found.version == version
    assert list(found.codewords) == util.create_data(version, level, [util.QRData(text)])


def test_the_way_of_packing_that_needs_the_smallest_version_is_taken() -> None:
    text = "https://a.example/" + "1" * 60

    assert packed(text, ERROR_CORRECT_M, [0, 20]) == packed(text, ERROR_CORRECT_M, [20])
    assert (
        packed(text, ERROR_CORRECT_M, [0, 20]).version < packed(text, ERROR_CORRECT_M, [0]).version
    )
