"""What stands at a booth: a tent to fold for each product, and the sign of the stand."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import pytest
from large_samples import code_sides, printed, size_of
from press_samples import MM, THEME, catalogue, codes_in, fair, product, text_of

from generator.catalogue.model import Catalogue, Pack, Product, Translation
from generator.press.finishing.brochure_files import sheet_of
from generator.press.finishing.marks import marked_page
from generator.press.formats import formats
from generator.press.selection import Subject

ENGLISH = Translation(
    source="content/products/kho-ca-1.en.md", name="Dried fish", summary="Dried for two days."
)
PRICED = product(1, packs=(Pack(net="500 g", price=185000),), translations={"en": ENGLISH})


def of_fair(*products: Product) -> Catalogue:
    shown = fair(products=tuple(each.slug for each in products), booth="Gian 12–13")
    return catalogue(*products).model_copy(update={"fairs": (shown,)})


def heights_of(pdf: bytes, words: str) -> list[float]:
    """How far above the foot of the first page each of these words begins, in millimetres."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    search, found = text.search(words), []
    while place := search.get_next():
        found.append(text.get_charbox(place[0])[1] / MM)
    return found


def test_a_tent_says_everything_to_both_sides() -> None:
    pdf = printed(of_fair(PRICED), "tent", Subject(product=PRICED), languages=("vi", "en"))
    text = text_of(pdf)

    assert size_of(pdf) == [(210, 297)]
    for words in ("Khô cá số 1", "Dried fish", "185.000", "Cơ sở mẫu"):
        assert text.count(words) == 2
    assert codes_in(pdf) == ["HTTPS://OCOP-TANHUNG.EXAMPLE/Q/7K3M1"] * 2
    low, high = sorted(heights_of(pdf, "Cơ sở mẫu"))
    # One in each face, and as far from the fold between them.
    assert 38.5 < low < 148.5 < high < 258.5
    assert high - 148.5 == pytest.approx(148.5 - low, abs=4)


def test_a_fairs_tents_are_a_page_each_with_its_folds() -> None:
    found = of_fair(PRICED, product(2), product(3, code=None, summary=None, story=""))
    pdf = printed(found, "tent", Subject(fair=found.fairs[0]))
    text = text_of(pdf)

    assert size_of(pdf) == [(210, 297)] * 3
    assert all(f"Khô cá số {number}" in text for number in (1, 2, 3))
    sheet = sheet_of({"format": formats(THEME)["tent"].values})
    for number in range(3):
        marked = marked_page(sheet, number, 3, "")
        assert (marked["folds_y"], marked["cuts_y"]) == ([38.5, 148.5, 258.5], [])


def test_the_rows_of_a_tent_are_two_feet_and_two_faces() -> None:
    cells = formats(THEME)["tent"].values["pages"][0]

    assert [each["y"] for each in cells] == [0, 38.5, 148.5, 258.5]
    assert [each["height"] for each in cells] == [38.5, 110, 110, 38.5]


def test_a_stands_sign_says_who_where_and_what() -> None:
    products = [product(n, name=f"Món {chr(64 + n)}", code=None) for n in range(1, 20)]
    found = of_fair(*products)
    pdf = printed(found, "stand-sign", Subject(fair=found.fairs[0]))
    text = text_of(pdf)

    assert size_of(pdf) == [(420, 297)]
    for words in ("OCOP Tân Hưng", "Hội chợ mẫu", "12–13", "18–22/12/2026"):
        assert words in text
    assert all(each.name in text for each in products)
    [(address, side)] = code_sides(pdf, 72).items()
    assert address == "HTTPS://OCOP-TANHUNG.EXAMPLE/"
    assert side >= 78


def test_a_makers_own_sign_shows_one_product() -> None:
    pdf = printed(catalogue(PRICED), "stand-sign", Subject(product=PRICED), languages=("vi", "en"))
    text = text_of(pdf)

    for words in ("Khô cá số 1", "Dried fish", "Cơ sở mẫu", "OCOP 3 sao"):
        assert words in text
    assert codes_in(pdf, 72) == ["HTTPS://OCOP-TANHUNG.EXAMPLE/Q/7K3M1"]


def test_signs_hold_the_longest_names() -> None:
    long = ("KHÔ CÁ LÓC ĐỒNG MỘT NẮNG ƯỚP MUỐI TIÊU XANH " * 3)[:120].strip()
    products = [product(n, name=long, code=None) for n in range(1, 13)]
    found = of_fair(*products)

    assert text_of(printed(found, "stand-sign", Subject(fair=found.fairs[0]))).count(long) >= 8
    assert text_of(printed(found, "tent", Subject(product=products[0]))).count(long) >= 1
