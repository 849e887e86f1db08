"""Labels: every code opens the printed address, and no word is lost, cut or too small."""

from __future__ import annotations

import pickle
import re
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import pytest
import zxingcpp
from press_samples import (
    MM,
    THEME,
    catalogue,
    codes_in,
    drawing_of,
    inks_of,
    made,
    planned,
    planned_sheet,
    product,
    sheet,
    text_of,
    with_long_address,
)

from generator.catalogue.model import (
    Catalogue,
    Product,
)
from generator.catalogue.problems.rules_press import PRINT_OVERFLOW
from generator.press.run import Run
from generator.press.stocks import shipped
from generator.press.typesetter import FLAVOURS, Flavour, PressError
from generator.press.wording import quantity
from generator.theme import press_words as words

LONG_NAME = (
    "Khô cá sặc rằn nuôi ruộng mùa nước nổi Đồng Tháp Mười phơi hai nắng, ướp nhạt theo lối xưa, "
    "để nguyên con, hút chân không"
)
LONG_ADDRESS = "Số nhà 123, tổ 4, đường ven kênh Trung ương, ấp Cây Me, cạnh cầu Cái Môn bờ Đông"


def letter_boxes(pdf: bytes) -> list[tuple[str, float, float, float, float]]:
    """Every visible letter with its left, bottom, right and top in points."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    found = []
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if letter.strip() and letter.isprintable():
            found.append((letter, *text.get_charbox(index)))
    return found


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("dpi", [300, 203])
def test_all_24_codes_of_a_sheet_open_the_printed_address(flavour: Flavour, dpi: int) -> None:
    pdf = sheet(catalogue(product(gtin="9521234500025")), flavour)

    assert codes_in(pdf, dpi) == ["HTTPS://OCOP-TANHUNG.EXAMPLE/01/09521234500025"] * 24


def test_codes_lie_on_whole_dots_of_a_300_dpi_printer() -> None:
    """A grey edge would be a dot that a printer has to round."""
    page = pypdfium2.PdfDocument(sheet(catalogue(product())))[0]
    top = page.get_height()
    page.set_mediabox(0, top - 863.99, 600, top)  # as good as whole dots: 2500 × 3600
    picture = page.render(scale=300 / 72, grayscale=True).to_pil()
    for found in zxingcpp.read_barcodes(picture):
        corner, end = found.position.top_left, found.position.bottom_right
        code = picture.crop((corner.x + 2, corner.y + 2, end.x - 2, end.y - 2))
        assert not [tone for _, tone in code.getcolors() if 70 < tone < 220]


def test_a_site_below_a_lower_case_prefix_still_has_codes_that_read() -> None:
    found = catalogue(product(), base="https://tayninh.example/chuong-trinh/ocop")
    pdf = sheet(found)

    assert codes_in(pdf) == ["https://tayninh.example/chuong-trinh/ocop/Q/7K3M1"] * 24


def test_an_address_too_long_for_a_label_is_an_error_that_names_the_product() -> None:
    found = with_long_address(catalogue(product()))

    with pytest.raises(PressError, match="code-overflow") as caught:
        sheet(found)
    assert caught.value.source == "content/products/kho-ca-1.md"


def test_qr_pdf_is_exactly_the_code_and_its_quiet_zone_in_modules_of_0508_mm() -> None:
    code = next(a for a in planned(catalogue(product())) if a.paths[0].endswith("qr.pdf"))
    pdf = made(code)["qr.pdf"]
    with pikepdf.open(BytesIO(pdf)) as document:
        width, height = (float(side) for side in document.pages[0].mediabox[2:])

    assert width == pytest.approx((25 + 8) * 0.508 * MM, abs=0.01)
    assert height == pytest.approx(width)
    assert codes_in(pdf, 600) == ["HTTPS://OCOP-TANHUNG.EXAMPLE/Q/7K3M1"]


def test_qr_pdf_is_one_filled_shape_in_black_ink_alone() -> None:
    code = next(a for a in planned(catalogue(product())) if a.paths[0].endswith("qr.pdf"))
    pdf = made(code)["qr.pdf"]

    assert re.findall(r"^f\*?$", drawing_of(pdf), re.MULTILINE) == ["f"]
    assert inks_of(pdf) == {"0 0 0 1"}


def test_sheets_are_a4_for_printing_at_full_size() -> None:
    for flavour in FLAVOURS:
        pdf = sheet(catalogue(product()), flavour)
        with pikepdf.open(BytesIO(pdf)) as document:
            assert len(document.pages) == 1
            for box in (document.pages[0].mediabox, document.pages[0].trimbox):
                assert [float(x) / MM for x in box] == pytest.approx([0, 0, 210, 297], abs=0.1)


def test_black_in_the_press_flavour_is_k_alone() -> None:
    inks = inks_of(sheet(catalogue(product(sample=True))))

    assert "0 0 0 1" in inks
    assert all(len(ink.split()) == 4 for ink in inks)
    assert [ink for ink in inks if ink.endswith(" 1")] == ["0 0 0 1"]


def test_the_office_flavour_says_that_it_is_pdf_a_2a_and_pdf_ua_1_in_vietnamese() -> None:
    pdf = sheet(catalogue(product()), "office")
    with pikepdf.open(BytesIO(pdf)) as document, document.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Tờ nhãn: Khô cá số 1"
        assert str(document.Root.Lang) == "vi-VN"


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_type_is_be_vietnam_pro_and_embedded(flavour: Flavour) -> None:
    with pikepdf.open(BytesIO(sheet(catalogue(product()), flavour))) as document:
        fonts = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
        described = [each for each in fonts if each.get("/Type") == "/FontDescriptor"]

    assert described
    for font in described:
        assert "BeVietnamPro" in str(font.FontName)
        assert "/FontFile2" in font or "/FontFile3" in font


@pytest.mark.usefixtures("anew")
def test_the_same_values_give_the_same_bytes() -> None:
    planned_once = planned_sheet(catalogue(product()))

    assert made(planned_once) == made(planned_once)


def test_a_label_says_name_maker_address_quantity_stars_and_what_to_write_in() -> None:
    text = text_of(sheet(catalogue(product())))

    for words_ in (
        "Khô cá số 1",
        "OCOP 3 sao",
        "Cơ sở mẫu",
        "Ấp mẫu, xã Tân Hưng, tỉnh Tây Ninh",
        "Khối lượng tịnh: 500 g",
        "NSX",
        "HSD",
        "Lô",
        "Quét mã 7K3M1 · ocop-tanhung.example",
    ):
        assert text.count(words_) == 24


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_builds_sheet_is_a_proof_for_its_codes_are_not_recorded(flavour: Flavour) -> None:
    text = text_of(sheet(catalogue(product(), base="https://ocop.tanhung.vn"), flavour))

    assert text.count("BẢN IN THỬ") == 24


def test_a_service_invites_and_has_neither_quantity_nor_dates_nor_a_packs_address() -> None:
    text = text_of(sheet(catalogue(product(group=26, packs=()))))

    assert "liên hệ trước khi tới" in text
    for absent in ("NSX", "HSD", "Lô", "Khối lượng", "bao bì"):
        assert absent not in text


@pytest.mark.parametrize(
    ("packs", "label", "value"),
    [
        (["500 g"], "Khối lượng tịnh", "500 g"),
        (["1,5kg"], "Khối lượng tịnh", "1,5kg"),
        (["500 ml"], "Thể tích thực", "500 ml"),
        (["2 lít"], "Thể tích thực", "2 lít"),
        (["hộp 10 gói"], "Định lượng", "hộp 10 gói"),
        (["1 chiếc"], "Định lượng", "1 chiếc"),
        ([], "Khối lượng tịnh", None),
        (["250 g", "500 g"], "Khối lượng tịnh", None),
    ],
)
def test_quantity_is_named_by_its_unit_and_left_to_write_in_unless_there_is_one_pack(
    packs: list[str], label: str, value: str | None
) -> None:
    told = product(packs=[{"net": net} for net in packs])
    run = Run(told, shipped()["a6"], date(2026, 11, 24), "label")

    assert quantity(run, words(THEME, "vi")) == {"label": label, "value": value, "english": None}


def test_sample_data_and_a_host_that_does_not_exist_are_marked() -> None:
    marked = text_of(sheet(catalogue(product(sample=True))))
    real = text_of(sheet(catalogue(product(), base="https://ocop.tayninh.gov.vn")))

    assert marked.count("Dữ liệu mẫu") == marked.count("Bản in thử") == 24
    assert "Dữ liệu mẫu" not in real
    assert "Bản in thử" not in real


@pytest.mark.parametrize(
    ("facts", "maker"),
    [
        ({"name": LONG_NAME}, {}),
        ({}, {"address": LONG_ADDRESS}),
        ({"name": LONG_NAME[:80]}, {"address": LONG_ADDRESS}),
        ({"name": "Mắm"}, {"address": None}),
        ({"certificate": None, "summary": None, "packs": ()}, {}),
        ({"name": LONG_NAME, "group": 26, "packs": ()}, {"address": LONG_ADDRESS}),
    ],
)
def test_long_and_missing_words_stay_inside_their_label_and_off_the_code(
    facts: dict[str, object], maker: dict[str, object]
) -> None:
    found = catalogue(product(1, facts, sample=True), maker=maker)
    pdf = sheet(found)

    assert codes_in(pdf) == ["HTTPS://OCOP-TANHUNG.EXAMPLE/Q/7K3M1"] * 24
    assert found.products[0].name in text_of(pdf)
    assert text_of(pdf).count("Cơ sở mẫu") == 24
    for letter, left, bottom, right, top in letter_boxes(pdf):
        x, y = left / MM, 297 - top / MM
        assert x % 70 >= 2.9, letter
        assert (right / MM) % 70 <= 67.1, letter
        assert (y - 0.5) % 37 >= 2.4, letter
        assert (297 - bottom / MM - 0.5) % 37 <= 34.6, letter


def test_words_without_room_in_the_smallest_letters_are_an_error_never_cut() -> None:
    """No name that can be read is so long; were there one, it would not be cut."""
    found = catalogue(product().model_copy(update={"name": LONG_NAME * 4}))

    with pytest.raises(PressError, match="print-overflow") as caught:
        sheet(found)
    assert caught.value.source == "content/products/kho-ca-1.md"


def test_mandatory_words_keep_letters_of_at_least_09_mm() -> None:
    """DOMAIN: 0.9 mm where a face is under 80 cm²; an x of 0.9 mm is 4.8 pt in Be Vietnam Pro."""
    pdf = sheet(catalogue(product(name=LONG_NAME), maker={"address": LONG_ADDRESS[:60]}))
    heights = [
        (top - bottom) / MM for letter, _, bottom, _, top in letter_boxes(pdf) if letter == "x"
    ]

    assert heights
    assert min(heights) >= 0.9


@pytest.mark.parametrize(
    "change", [{"status": "potential"}, {"status": "withdrawn"}, {"code": None}]
)
def test_only_certified_products_with_a_scan_address_get_labels(change: dict[str, object]) -> None:
    assert planned(catalogue(product(1, change))) == []


def test_without_the_labels_scope_there_are_no_labels() -> None:
    made = planned(catalogue(product()), only="brochures")

    assert [each.paths[0] for each in made] == ["brochures/catalogue/leaflet.pdf"]


def test_an_error_survives_the_way_from_a_worker() -> None:
    error = PressError("content/products/a.md", PRINT_OVERFLOW, "Khô")

    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301  # our own bytes


def test_names_are_data_and_never_markup() -> None:
    odd = '#panic("x") $a$ *b* <c> @d \\ [e]'
    found: Catalogue = catalogue(product(name=odd))
    first: Product = found.products[0]

    assert first.name in text_of(sheet(found))
