"""Designs fit every stock they can, whole and legible, and say so where they can't."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest
from label_lines import lines_on, too_near
from label_samples import (
    CODES_ALONE,
    DAY,
    FULL,
    LONG_LOT,
    assert_inside,
    full,
    letters_of,
    printed,
    run_of,
    templates,
    words,
)
from press_samples import catalogue, codes_in, product, text_of, with_long_address

from generator.addresses.serials import Serials
from generator.catalogue.model import Pack, Translation
from generator.press import labels
from generator.press.stocks import Stock, shipped
from generator.press.typesetter import PressError

LONG_NAME = (
    "Khô cá sặc rằn nuôi ruộng mùa nước nổi Đồng Tháp Mười phơi hai nắng, ướp nhạt theo lối xưa, "
    "để nguyên con, hút chân không"
)
FIVE_LINES = (
    "Số nhà 123, tổ 4, đường ven kênh Trung ương, ấp Cây Me, cạnh cầu Cái Môn bờ Đông, sau chợ nổi "
    "cũ, đối diện trạm bơm số 7 của hợp tác xã nông nghiệp"
)
LARGE = ("a4-99x68", "a4-99x139", "a4-105x74", "a4-a6", "a4-a7", "a5", "a6", "a7", "nhiet-100x70")
TOO_SMALL = {"a4-38x21", "a4-tron-40"}
CARDS = ("a4-a6", "a4-a7", "a5", "a6", "a7", "nhiet-100x70")
DATED = {"lot": LONG_LOT, "produced": date(2026, 9, 1), "best_before": date(2027, 3, 1)}


@pytest.mark.parametrize("stock", shipped().values(), ids=list(shipped()))
def test_a_stamp_with_a_lot_of_20_characters_and_a_long_name_fits_or_says_what_to_do(
    stock: Stock,
) -> None:
    found = full(name=LONG_NAME[:60])
    run = run_of(found, stock.name, "stamp", count=1, **DATED)
    if stock.name in TOO_SMALL | CODES_ALONE:
        with pytest.raises(PressError, match=r"print-overflow.* \(6\d\)"):
            printed(found, run)
        return
    pdf, _ = printed(found, run)
    text = text_of(pdf)

    assert too_near(pdf) == []
    assert LONG_LOT in text
    assert "01/09/2026" in text
    assert "01/03/2027" in text
    assert_inside(pdf, stock)


def test_a_stamp_says_the_address_on_older_packs_where_lot_and_days_are_printed() -> None:
    found = full()
    dated = {"lot": "L1", "produced": date(2026, 9, 1), "best_before": date(2027, 3, 1)}
    text = text_of(printed(found, run_of(found, "a4-70x37", "stamp", count=1, **dated))[0])

    assert "Ấp Cây Me, xã Tân Hưng, tỉnh Tây Ninh" in text
    assert "(bao bì ghi: xã Vĩnh Lợi, huyện Tân Hưng, tỉnh Long An)" in text


@pytest.mark.parametrize(
    ("stock", "said"), [("a4-70x37", "NSX HSD Lô"), ("a4-53x30", "NSX, HSD, Lô: xem dòng in trên")]
)
def test_a_stamp_has_blanks_of_18_by_4_mm_or_says_where_to_look(stock: str, said: str) -> None:
    found = full()
    pdf, _ = printed(found, run_of(found, stock, "stamp", count=1))

    assert said in text_of(pdf)


@pytest.mark.parametrize("name", LARGE)
def test_a_full_label_says_everything_the_law_asks_for(name: str) -> None:
    found = full()
    pdf, sheet = printed(found, run_of(found, name, "label", count=1, **DATED))
    text = text_of(pdf)

    for said in (
        *("Khô cá số 1", "OCOP 4 sao", "Cơ sở mẫu", "Ấp Cây Me, xã Tân Hưng, tỉnh Tây Ninh"),
        *("Thành phần:", "Cá lóc 92 %", "Thông tin dị ứng:", "Có cá", "Hướng dẫn sử dụng:"),
        *("Bảo quản:", "Cảnh báo:", "Tiêu chuẩn:", "Khối lượng tịnh: 500 g", "Xuất xứ: Việt Nam"),
        *("NSX 01/09/2026", "HSD 01/03/2027", f"Lô {LONG_LOT}", "ĐT: 0000 000 001"),
    ):
        assert said in text, said
    assert sheet.code.bars is not None
    assert sheet.code.bars.digits == "9521234500056"
    assert_inside(pdf, shipped()[name])


@pytest.mark.parametrize(
    ("name", "share"), [("a4-99x68", 1), ("a6", 1), ("nhiet-100x70", 1), ("a4-99x38", 0.45)]
)
def test_bars_have_their_full_height_where_there_is_room(name: str, share: float) -> None:
    found = full()
    run = run_of(found, name, "label", count=1, **{**DATED, "lot": "L1"})
    pdf, sheet = printed(found, run)

    assert sheet.code.bars is not None
    assert sheet.code.bars.height_share == pytest.approx(share, abs=0.02)
    assert sheet.code.bars.full is (share == 1)
    assert sheet.code.bars.height_mm == pytest.approx(bar_height(pdf), abs=0.1)


def test_an_address_beneath_its_code_is_torn_on_no_low_label() -> None:
    """Also where amounts reach below the code, as with a long net content or on a proof."""
    found = full(gtin=None, packs=(Pack(net="1 hộp 12 gói, mỗi gói 250 g, kèm một hũ nước chấm"),))
    run = run_of(found, "a4-99x38", "label", count=1, proof=True, **{**DATED, "lot": "L260905"})
    pdf, _ = printed(found, run)

    assert any("ocop-tanhung.example" in line.words for line in lines_on(pdf))


def bar_height(pdf: bytes) -> float:
    """The highest of the rectangles that are a module wide, as the PDF draws them."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        drawn = pikepdf.parse_content_stream(document.pages[0])
    paths: list[list[tuple[float, ...]]] = [[]]
    for operands, operator in drawn:
        if str(operator) in {"m", "l"}:
            paths[-1].append(tuple(float(each) for each in operands))
        elif str(operator) == "re":
            x, y, width, height = (float(each) for each in operands)
            paths[-1] += [(x, y), (x + width, y + height)]
        elif str(operator) in {"f", "f*", "S", "n"}:
            paths.append([])
    boxes = [(zip(*path, strict=True)) for path in paths if len(path) > 1]
    sizes = [(max(xs) - min(xs), max(ys) - min(ys)) for xs, ys in boxes]
    return max(abs(high) for wide, high in sizes if 0.5 < abs(wide) < 1.3) * 25.4 / 72


@pytest.mark.parametrize("name", CARDS)
def test_a_shelf_card_shows_name_price_stars_and_code(name: str) -> None:
    found = full(packs=({"net": "500 g", "price": "185.000"},))
    pdf, sheet = printed(found, run_of(found, name, "shelf-card", count=1))
    text = text_of(pdf)

    assert "Khô cá số 1" in text
    assert "185.000 đ" in text.replace("\u00a0", " ")
    assert "/ 500 g" in text
    assert sheet.code.module_mm > 0.6


@pytest.mark.parametrize("design", ["stamp", "label", "shelf-card"])
def test_a_name_of_120_characters_and_an_address_of_five_lines_are_set_whole(design: str) -> None:
    maker = {"address": FIVE_LINES}
    found = catalogue(product(1, {**FULL, "name": LONG_NAME}), maker=maker)
    pdf, _ = printed(found, run_of(found, "a6", design, count=1))
    text = text_of(pdf)

    assert LONG_NAME in text
    assert design == "shelf-card" or "trạm bơm số 7" in text
    if design != "shelf-card":  # its coloured foot runs to the edge
        assert_inside(pdf, shipped()["a6"])


def test_missing_facts_leave_no_empty_titles() -> None:
    bare = catalogue(product(1, {"packs": (), "certificate": None, "summary": None}))
    text = text_of(printed(bare, run_of(bare, "a4-99x68", "label", count=1))[0])

    for title in ("Thành phần", "Bảo quản", "Cảnh báo", "Tiêu chuẩn", "OCOP 3 sao", "ĐT:"):
        assert title not in text
    assert "Khối lượng tịnh" in text


@pytest.mark.parametrize(
    ("stock", "least"), [("a4-99x68", 0.9), ("a4-a7", 0.9), ("a6", 1.2), ("a5", 1.2)]
)
def test_letters_keep_09_mm_on_small_faces_and_12_mm_from_80_cm2(stock: str, least: float) -> None:
    found = full(directions="Nướng than hoặc chiên vừa lửa. " * 12)
    _, sheet = printed(found, run_of(found, stock, "label", count=1))

    assert least <= sheet.smallest_letter_mm <= least + 0.25


def test_words_without_room_are_an_error_that_names_the_longest_fact_and_a_larger_stock() -> None:
    found = full(directions="Nướng than hoặc chiên vừa lửa đến khi vàng. " * 8)
    run = run_of(found, "a4-64x38", "label")
    with pytest.raises(PressError) as caught:
        printed(found, run)
    larger = labels.smallest_larger(found, run, shipped(), words(), templates())

    assert caught.value.rule.code == "print-overflow"
    assert "rút ngắn directions (35" in caught.value.line_in("vi")
    assert larger is not None
    assert larger.area > 40
    printed(found, run_of(found, larger.name, "label", count=1))


def test_an_address_too_long_for_a_code_says_what_shortens_it() -> None:
    found = with_long_address(catalogue(product()))
    with pytest.raises(PressError, match="code-overflow") as caught:
        printed(found, run_of(found, "a6", "code"))

    assert "--level L" in caught.value.line_in("en")


def test_english_stands_beneath_and_is_never_larger() -> None:
    english = Translation(
        name="Dried snakehead",
        ingredients="Snakehead fish, salt",
        source="content/products/a.en.md",
    )
    found = full(translations={"en": english})
    pdf, _ = printed(found, run_of(found, "a4-99x68", "label", count=1, languages=("vi", "en")))
    text = text_of(pdf)
    letters = letters_of(pdf)
    written = "".join(each[0] for each in letters)
    heights = {
        word: letters[written.index(word)][4] - letters[written.index(word)][2]
        for word in ("Khôcá", "Dried", "Thànhphần", "Ingredients")
    }

    assert text.index("Khô cá số 1") < text.index("Dried snakehead")
    assert text.index("Thành phần") < text.index("Ingredients: Snakehead fish, salt")
    assert heights["Dried"] < heights["Khôcá"]
    assert heights["Ingredients"] <= heights["Thànhphần"] + 0.01
    assert "Dried" not in text_of(printed(found, run_of(found, "a4-99x68", "label"))[0])


def test_stars_are_printed_only_while_the_certificate_holds() -> None:
    found = full()
    held = text_of(printed(found, run_of(found, "a6", "stamp", on=date(2029, 1, 15)))[0])
    lapsed = text_of(printed(found, run_of(found, "a6", "stamp", on=date(2029, 1, 16)))[0])

    assert "OCOP 4 sao" in held
    assert "sao" not in lapsed.replace("sản", "")


def test_allergens_are_bold() -> None:
    found = full(allergens="Có cá")
    values = labels.values_of(found, run_of(found, "a6", "label"), words())
    [item] = [each for each in values["label"]["items"] if each["text"] == "Có cá"]  # type: ignore[index,call-overload]

    assert item["strong"] is True


def test_a_used_sheet_is_begun_where_it_stops_and_several_sheets_are_filled() -> None:
    found = full()
    pdf, sheet = printed(found, run_of(found, "a4-70x37", "stamp", count=30, skip=5))
    first = letters_of(pdf)

    assert (sheet.labels, sheet.pages, sheet.read) == (30, 2, 30)
    assert len(codes_in(pdf)) == 30
    assert min(top for _, _, top, _, _ in first) > 37
    assert min(left for _, left, top, _, _ in first if top < 70) > 140


def test_an_offset_moves_everything_by_so_many_millimetres() -> None:
    found = full()
    plain = letters_of(printed(found, run_of(found, "a4-64x38", "stamp"))[0])
    moved = letters_of(printed(found, run_of(found, "a4-64x38", "stamp", offset=(1.5, -2)))[0])

    assert moved[0][1] - plain[0][1] == pytest.approx(1.5, abs=0.09)
    assert moved[0][2] - plain[0][2] == pytest.approx(-2, abs=0.09)


def test_a_run_of_serials_gives_each_label_its_own_code() -> None:
    found = full()
    run = run_of(found, "a4-70x37", "stamp", lot="L1", serials=Serials(98, 122))
    pdf, sheet = printed(found, run)
    base = "HTTPS://OCOP-TANHUNG.EXAMPLE/01/09521234500056/10/L1/21/"

    assert sheet.read == 25
    assert sorted(codes_in(pdf)) == sorted(f"{base}{number}" for number in range(98, 123))
    assert "số 122" in text_of(pdf)


def test_on_thermal_rolls_everything_is_black_and_modules_are_whole_dots() -> None:
    found = full()
    for dpi, dot in ((203, 0.125), (300, 25.4 / 300)):
        pdf, sheet = printed(found, run_of(found, "nhiet-60x40", "stamp", dpi=dpi))
        dots = sheet.code.module_mm / dot
        assert dots == pytest.approx(round(dots), abs=0.03)
        assert sheet.pages == 1
        assert "OCOP 4 sao" in text_of(pdf)


def test_the_day_of_these_tests_is_before_the_certificate_ends() -> None:
    assert full().products[0].certificate.valid_until > DAY  # type: ignore[union-attr]
