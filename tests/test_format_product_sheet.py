"""The sheet for buyers: whatever is told of a product stands on one page of A4."""

from __future__ import annotations

from pathlib import Path

import pytest
from large_samples import printed, size_of
from press_samples import catalogue, codes_in, photographed, product, text_of

from generator.catalogue.model import Pack, Photo, Product, Seller
from generator.press.selection import Subject
from generator.press.typesetter import PressError

FACTS = {
    "ingredients": "Cá lóc 92 %, muối",
    "allergens": "Có cá",
    "directions": "Nướng than đến khi vàng hai mặt.",
    "storage": "Giữ ngăn mát 0–5 °C",
    "warnings": "Có thể còn sót xương nhỏ.",
    "shelf_life": "6 tháng",
    "packs": (
        Pack(net="500 g", price=185000, gtin="9521234500018"),
        Pack(net="1 kg", price=350000),
    ),
    "story": "Cá về khi nước rút.\n\nPhơi ba nắng.\n\nGặp mưa, cả nhà chạy.",
}


def sheet_of(item: Product, content: Path = Path()) -> bytes:
    """The sheet of one product, with its photos where there is a folder for them."""
    found = catalogue(item, maker={"phone": "0277 000 001"})
    photos = photographed(content, found) if content.parts else {}
    return printed(found, "product-sheet", Subject(product=item), photos, content)


def test_everything_that_is_told_of_a_product_is_on_its_sheet(tmp_path: Path) -> None:
    photos = tuple(Photo(file=f"{n}.jpg", alt=f"Ảnh {n}") for n in range(3))
    pdf = sheet_of(product(1, FACTS, photos=photos), tmp_path)
    text = text_of(pdf)

    assert size_of(pdf) == [(210, 297)]
    assert codes_in(pdf) == ["HTTPS://OCOP-TANHUNG.EXAMPLE/Q/7K3M1"]
    for words in ("Khô cá số 1", "OCOP 3 sao", "Cơ sở mẫu", "0277 000 001", "185.000", "350.000"):
        assert words in text
    for key in ("ingredients", "allergens", "directions", "storage", "warnings", "shelf_life"):
        assert FACTS[key] in text
    assert "9521234500018" in text
    assert "Gặp mưa, cả nhà chạy." in text


def test_a_product_of_which_little_is_told_has_a_sheet() -> None:
    bare = product(1, code=None, photos=(), packs=(), story="", summary=None)
    pdf = sheet_of(bare)

    assert "Khô cá số 1" in text_of(pdf)
    assert codes_in(pdf) == ["HTTPS://OCOP-TANHUNG.EXAMPLE/"]


def test_a_service_is_booked_at_its_place_and_not_bought() -> None:
    text = text_of(sheet_of(product(1, FACTS, group=26, buy=(Seller(name="Bến Mẫu"),))))

    told = ("Liên hệ đặt chỗ", "Nơi đặt chỗ", "Địa điểm", "Thông tin dịch vụ", "xem địa điểm")
    assert all(each in text for each in (*told, "Dịch vụ và giá"))
    of_goods = ("đặt hàng", "Đang bán", "Xuất xứ", "Thông tin sản phẩm", "nguồn gốc", "Quy cách")
    assert not any(each in text for each in of_goods)


def test_the_longest_ordinary_words_have_room() -> None:
    long = dict.fromkeys(("ingredients", "directions", "storage", "warnings"), "nghiêng " * 14)
    name = ("nghiêng " * 13)[:100].strip()
    text = text_of(sheet_of(product(1, {**FACTS, **long}, name=name, summary="nghiêng " * 16)))

    assert text.count("nghiêng") >= 4 * 14 + 12 + 16


def test_words_without_room_are_told() -> None:
    with pytest.raises(PressError) as caught:
        sheet_of(product(1, FACTS, ingredients="Cá lóc, muối, đường, tỏi. " * 150))
    assert "don't fit the product sheet" in caught.value.line_in("en")
