"""Leaflets and the flyer: every number of products they may have, all that they say, and where."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import pytest
from PIL import Image
from press_samples import (
    MM,
    THEME,
    catalogue,
    codes_in,
    fair,
    photographed,
    product,
    text_of,
)

from generator.catalogue.model import Catalogue, Fair, Photo
from generator.pictures.photos import PhotoFacts, Picture, jpeg_bytes
from generator.press import brochures, pieces
from generator.press.formats import Format, formats
from generator.press.pieces import Piece
from generator.press.selection import Reason, Stand, Subject
from generator.press.typesetter import PressError
from generator.theme import typst_templates

FORMATS = ("leaflet", "leaflet-z", "leaflet-dl", "flyer-a5")
ADDRESS = "HTTPS://OCOP-TANHUNG.EXAMPLE/"
LONG = "Khô cá sặc rằn nuôi ruộng mùa nước nổi Đồng Tháp Mười phơi hai nắng ướp nhạt theo lối xưa "
"""A name of 90 letters, which a number makes longer."""


@cache
def wanted(key: str) -> Format:
    return formats(THEME)[key]


def code(number: int) -> str:
    return f"7K{number:02}W"


def several(count: int, **more: object) -> Catalogue:
    stated: dict[str, object] = {
        "packs": ({"net": "500 g", "price": 120000},),
        "buy": ({"name": "Chợ mẫu", "phone": "0000 000 009"},),
    }
    numbers = range(1, count + 1)
    found = (product(each, stated | more, code=code(each)) for each in numbers)
    return catalogue(*found, maker={"phone": "0000 000 001"})


def printed(key: str, found: Catalogue, of: Fair | None = None, language: str = "vi") -> bytes:
    """The office flavour, each photo one dot."""
    photos = {
        photo.file: Picture(PhotoFacts(1600, 1200, ""), "00")
        for each in (*found.products, *([of] if of else []))
        for photo in (each.photos if not isinstance(each, Fair) else dict(each.pictures).values())
    }
    piece = Piece(wanted(key), Subject(fair=of), (language,))  # type: ignore[arg-type]
    chosen = pieces.chosen_for(found, piece, Stand(photos))
    values = brochures.plan_one(found, piece, chosen, THEME).values
    dot = jpeg_bytes(Image.new("RGB", (4, 3), (200, 180, 120)), 90, 72)
    files = {each["name"]: dot for each in values["photos"]}
    return brochures._typeset(values, typst_templates(THEME), "office", files)


def names_in(text: str, count: int) -> list[int]:
    return [each for each in range(1, count + 1) if f"Khô cá số {each} " in text]


@pytest.mark.parametrize(
    ("key", "count"),
    [
        *(("leaflet", count) for count in (1, 2, 3, 4, 5, 6, 8, 9, 13, 16, 24)),
        *(("leaflet-z", count) for count in (1, 6, 24)),
        *(("leaflet-dl", count) for count in (1, 3, 16)),
        *(("flyer-a5", count) for count in (1, 2, 6)),
    ],
)
def test_every_product_has_its_place_its_code_and_its_price(key: str, count: int) -> None:
    pdf = printed(key, several(count))
    text = text_of(pdf)

    assert len(pypdfium2.PdfDocument(pdf)) == 2
    assert names_in(text, count) == [*range(1, count + 1)]
    assert sorted({*codes_in(pdf, 203)}) == [
        ADDRESS,
        *(f"{ADDRESS}Q/{code(each)}" for each in range(1, count + 1)),
    ]
    assert text.count("120.000") == count
    if count < 16:
        assert "0000 000 001" in text
        assert "Chợ mẫu" in text


def edges(key: str) -> list[list[float]]:
    return [[each["x"] for each in page][1:] for page in wanted(key).values["pages"]]


def test_panels_are_as_wide_as_their_fold_asks_for() -> None:
    """A flap is folded in, so it is narrower, and so is the panel behind it; a Z has equal ones."""
    assert edges("leaflet") == [[97, 197], [100, 200]]
    assert edges("leaflet-z") == [[99, 198], [99, 198]]
    assert edges("leaflet-dl") == [[99], [99]]
    for key in FORMATS:
        width, _ = map(float, wanted(key).page.split(" x "))
        assert all(page.width == width for page in wanted(key).pages)


def words_at(pdf: bytes, page: int, said: str) -> float:
    """How far the words stand from the left edge of that page, in millimetres."""
    text = pypdfium2.PdfDocument(pdf)[page].get_textpage()
    found = text.search(said).get_next()
    assert found, said
    return float(text.get_charbox(found[0])[0]) / MM


def test_a_z_fold_opens_on_its_products_and_ends_on_its_back() -> None:
    pdf = printed("leaflet-z", several(3))

    assert words_at(pdf, 1, "Khô cá số 1") < 99 < words_at(pdf, 1, "Khô cá số 2") < 198
    assert words_at(pdf, 0, "Khô cá số 3") < 99
    assert 99 < words_at(pdf, 0, "Sản phẩm OCOP là gì?") < 198
    assert words_at(pdf, 1, "Quét để xem tất cả sản phẩm") > 198


def test_products_without_a_photo_have_their_place() -> None:
    text = text_of(printed("leaflet", several(7, photos=())))

    assert names_in(text, 7) == [*range(1, 8)]


@pytest.mark.parametrize("count", [4, 9, 16, 24])
def test_a_long_name_among_many_is_printed_whole(count: int) -> None:
    found = several(count)
    named = found.products[count // 2].model_copy(update={"name": f"{LONG}và phơi sương {count}"})
    products = tuple(named if each.slug == named.slug else each for each in found.products)
    text = text_of(printed("leaflet", found.with_parts({"products": products})))

    assert named.name in text
    assert len(names_in(text, count)) == count - 1


def test_names_too_long_for_so_many_are_told_with_one_of_them() -> None:
    with pytest.raises(PressError, match="print-overflow"):
        printed("leaflet", several(24, name=LONG * 2))


def test_potential_products_alone_are_not_called_ocop() -> None:
    hopeful = product(1, status="potential", certificate=None)
    text = text_of(printed("handbook", catalogue(hopeful)))
    mixed = text_of(printed("handbook", catalogue(hopeful, product(2))))

    assert "Sản phẩm tiềm năng" in text.partition("Khô cá")[0]
    assert "Cẩm nang sản phẩm OCOP" not in text.partition("Khô cá")[0]
    assert "Cẩm nang sản phẩm OCOP" in mixed


def test_a_fair_has_its_own_cover_and_the_plan_of_its_stands() -> None:
    cover = Photo(file="bia.jpg", alt="Chợ nổi buổi sớm", credit="Người chụp")
    plan = Photo(file="so-do.png", alt="Gian 12 ở giữa dãy A")
    pdf = printed("leaflet", several(3), fair(cover=cover, plan=plan))
    text = text_of(pdf)
    with pikepdf.open(BytesIO(pdf)) as document:
        alts = {
            str(each["/Alt"])
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        }

    assert "Ảnh bìa: Người chụp" in text
    assert "Sơ đồ" in text
    assert {"Chợ nổi buổi sớm", "Gian 12 ở giữa dãy A"} <= alts


def test_a_translation_has_a_cover_and_a_plan_of_its_own_else_those_of_the_fair() -> None:
    own = {"name": "Fair", "cover": {"file": "cover.jpg", "alt": "Floating market"}}
    told = fair(
        cover={"file": "bia.jpg", "alt": "Chợ nổi"},
        plan={"file": "so-do.png", "alt": "Gian 12"},
        translations={"en": own},
    )
    names = ("bia.jpg", "cover.jpg", "so-do.png")
    stand = Stand({name: Picture(PhotoFacts(1600, 1200, ""), name) for name in names})
    chosen = {
        language: pieces.chosen_for(
            catalogue(), Piece(wanted("leaflet"), Subject(fair=told), (language,)), stand
        ).pictures
        for language in ("vi", "en")
    }

    assert [chosen["vi"][key][0].file for key in ("cover", "plan")] == ["bia.jpg", "so-do.png"]
    assert [chosen["en"][key][0].file for key in ("cover", "plan")] == ["cover.jpg", "so-do.png"]


def test_the_cover_is_the_first_photo_there_is_where_the_fair_has_none(tmp_path: Path) -> None:
    found = catalogue(product(1, photos=()), product(2))
    piece = Piece(wanted("leaflet"), Subject(), ("vi",))
    chosen = pieces.chosen_for(found, piece, Stand(photographed(tmp_path, found)))
    values = brochures.plan_one(found, piece, chosen, THEME).values

    assert values["slots"]["cover"]["alts"] == [["Ảnh khô cá số 2"]]
    assert values["slots"]["plan"]["files"] == [[]]


def test_what_a_fair_has_no_room_for_is_named_on_the_back() -> None:
    found = several(8)
    listed = tuple(each.slug for each in found.products)
    piece = Piece(wanted("flyer-a5"), Subject(fair=fair(products=listed)), ("vi",))
    chosen = pieces.chosen_for(found, piece, Stand({}))
    text = text_of(printed("flyer-a5", found, fair(products=listed)))

    assert [each.reason for each in chosen.left_out] == [Reason.OVER_THE_NUMBER] * 2
    assert "Tại gian hàng còn có Khô cá số 7, Khô cá số 8" in text


def test_without_prices_none_is_printed_and_nothing_stands_for_them() -> None:
    found = several(6, packs=({"net": "500 g"},), buy=())
    text = text_of(printed("leaflet", found))

    assert "500 g:" not in text
    assert "None" not in text
    assert "Mua tại" not in text


def test_all_words_of_an_english_one_are_english() -> None:
    names = {"name": "Dried fish", "source": "content/products/kho-ca-1.en.md"}
    found = several(1, translations={"en": names})
    found = found.with_parts({"site": found.site.model_copy(update={"languages": ("vi", "en")})})
    text = text_of(printed("leaflet", found, language="en"))

    assert "Scan to read the story" in text
    assert "Sold by" in text
    assert "Quét" not in text
