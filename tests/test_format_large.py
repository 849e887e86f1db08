"""Posters and roll-ups: every name is there, the code is large enough, the stand hides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from large_samples import code_sides, lowest_word, printed, size_of
from press_samples import THEME, catalogue, fair, photographed, product, text_of

from generator.catalogue.model import Catalogue, Seller, Translation
from generator.pictures.picture import Picture
from generator.press.formats import formats
from generator.press.selection import Subject
from generator.press.stocks import measures
from generator.press.typesetter import PressError

SIZES = {
    "poster-a3": (297, 420),
    "poster-a2": (420, 594),
    "poster-a1": (594, 841),
    "poster-50x70": (500, 700),
    "roll-up-80x200": (800, 2000),
    "roll-up-60x160": (600, 1600),
}
CODE = "HTTPS://OCOP-TANHUNG.EXAMPLE/Q/7K3M1"
HOME = "HTTPS://OCOP-TANHUNG.EXAMPLE/"
STAND = 150
"""Millimetres of a roll-up that are in its stand."""
ENGLISH = Translation(
    source="content/products/kho-ca-1.en.md", name="Dried fish", summary="Dried for two days."
)


def many(count: int) -> Catalogue:
    """So many products, and a fair that shows them all."""
    products = [product(n, name=f"Khô cá {chr(64 + n)}", code=None) for n in range(1, count + 1)]
    found = catalogue(*products)
    shown = fair(
        products=tuple(each.slug for each in products),
        venue="Sân vận động",
        booth="Gian 12",
        hours="8:00–20:00",
    )
    return found.model_copy(update={"fairs": (shown,)})


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("content")


@pytest.fixture(scope="module")
def photos(content: Path) -> dict[str, Picture]:
    return photographed(content, many(4))


@pytest.mark.parametrize("key", SIZES)
def test_a_products_poster_has_its_page_its_words_and_a_code_to_scan_from_afar(
    key: str, content: Path, photos: dict[str, Picture]
) -> None:
    found = catalogue(product(1, translations={"en": ENGLISH}))
    subject = Subject(product=found.products[0])
    pdf = printed(found, key, subject, photos, content, ("vi", "en"))
    text = text_of(pdf)

    assert size_of(pdf) == [SIZES[key]]
    for words in ("Khô cá số 1", "Dried fish", "OCOP 3 stars", "Cơ sở mẫu", "tỉnh Tây Ninh"):
        assert words in text
    [(address, side)] = code_sides(pdf, 72).items()
    assert address == CODE
    assert side >= (55 if key == "poster-a3" else 80)


@pytest.mark.parametrize("key", ["poster-a2", "roll-up-80x200", "roll-up-60x160"])
def test_a_fairs_poster_invites_and_names_all_products(
    key: str, content: Path, photos: dict[str, Picture]
) -> None:
    found = many(12)
    pdf = printed(found, key, Subject(fair=found.fairs[0]), photos, content)
    text = text_of(pdf)

    for words in ("Hội chợ mẫu", "18–22/12/2026", "8:00–20:00", "Sân vận động", "12"):
        assert words in text
    for each in found.products:
        assert each.name in text
    [(address, side)] = code_sides(pdf, 72).items()
    assert address == HOME
    assert side >= 80
    if "roll-up" in key:
        assert lowest_word(pdf) > STAND


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 9, 10])
def test_the_programmes_poster_has_a_place_for_any_number(count: int) -> None:
    found = many(count)
    text = text_of(printed(found, "poster-a3"))

    assert "Đồng Tháp Mười" in text
    for each in found.products:
        assert each.name in text


def test_what_four_hundred_products_leave_unnamed_is_counted() -> None:
    names = catalogue(*(product(n, name=f"Món {n:03}", code=None) for n in range(1, 401)))
    text = text_of(printed(names, "roll-up-60x160"))

    named = sum(each.name in text for each in names.products)
    assert named >= 30
    assert f"và {400 - named} sản phẩm khác" in text


def test_a_bare_product_gets_a_drawn_scene_and_the_sites_code() -> None:
    bare = product(1, code=None, summary=None, story="", photos=(), packs=())
    found = catalogue(bare)
    pdf = printed(found, "poster-50x70", Subject(product=bare))

    assert "Khô cá số 1" in text_of(pdf)
    assert {*code_sides(pdf, 72)} == {HOME}


@pytest.mark.parametrize(
    ("changes", "promised"),
    [
        ({}, "xem nguồn gốc"),
        ({"buy": (Seller(name="Chợ Mẫu"),)}, "nguồn gốc và nơi bán"),
        ({"group": 26}, "xem địa điểm"),
    ],
)
def test_a_poster_promises_what_the_page_of_its_product_has(
    changes: dict[str, object], promised: str
) -> None:
    item = product(1, photos=(), **changes)
    text = " ".join(text_of(printed(catalogue(item), "poster-a3", Subject(product=item))).split())

    assert promised in text
    assert ("nơi bán" in promised) is ("nơi bán" in text)


@pytest.mark.parametrize("key", ["poster-a3", "roll-up-60x160"])
def test_long_names_have_room(key: str) -> None:
    long = ("KHÔ CÁ LÓC ĐỒNG MỘT NẮNG ƯỚP MUỐI TIÊU XANH " * 3)[:120].strip()
    found = many(10)
    products = tuple(each.model_copy(update={"name": long}) for each in found.products)
    found = found.model_copy(update={"products": products})

    assert text_of(printed(found, key)).count(long) >= 10
    assert long in text_of(printed(found, key, Subject(product=products[0])))


def test_words_without_room_are_told() -> None:
    long = fair(venue="Nhà trưng bày số một " * 40, summary="Gặp người làm khô. " * 40)
    found = catalogue(product(1)).model_copy(update={"fairs": (long,)})

    with pytest.raises(PressError) as caught:
        printed(found, "poster-a3", Subject(fair=long))
    line = caught.value.line_in("en")
    assert "don't fit the A3 poster" in line
    assert line.endswith("Shorten summary, venue.")


@pytest.mark.parametrize("key", ["roll-up-80x200", "roll-up-60x160"])
def test_six_on_a_roll_up_keep_most_of_a_square_photo(key: str) -> None:
    width, height = measures(formats(THEME)[key].slots_for(6)["picture"].size)

    assert width / height < 1.3
