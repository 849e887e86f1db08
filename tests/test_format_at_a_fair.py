"""What is printed for a fair says the fair, and has room for what its office ordinarily writes."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import pytest
from PIL import Image
from press_samples import MM, THEME, catalogue, fair, product, text_of

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Fair, Pack, Photo, Seller, Translation
from generator.catalogue.problems.rules_press import PRINT_OVERFLOW
from generator.pictures.photos import PhotoFacts, Picture, jpeg_bytes
from generator.press import brochures, trial
from generator.press.formats import formats
from generator.press.lettered import lettered
from generator.press.pieces import Piece, chosen_for
from generator.press.selection import Stand, Subject
from generator.press.stocks import DEFAULT, shipped
from generator.press.tried import Tried
from generator.theme import typst_templates

FAIR = {
    "summary": "Tám món quà của ba cơ sở, bày ở dãy A, có nếm thử mỗi chiều.",
    "hours": "8 giờ – 21 giờ",
    "venue": "Sân vận động xã Tân Hưng",
    "place": "nay",
    "booth": "A4",
    "cover": Photo(file="bia.jpg", alt="Chợ nổi", credit="Người chụp"),
    "plan": Photo(file="so-do.png", alt="Gian A4 ở dãy A"),
}
OFFICE = {"name": "Bộ phận OCOP xã Tân Hưng", "phone": "0000 000 555"}
TEXTS = pypdfium2.PdfDocument


def of_fair(count: int, site: dict[str, object] | None = None, **more: object) -> Catalogue:
    packs = (Pack(net="500 g", price=185000),)
    sold = [product(n, more, code=f"7K{n:02}W", packs=packs) for n in range(1, count + 1)]
    found = catalogue(*sold, maker={"phone": "0000 000 001"})
    stated = {**found.site.model_dump(), "office": OFFICE, **(site or {})}
    here = fair(**FAIR, products=tuple(each.slug for each in sold))
    return found.model_copy(update={"site": found.site.model_validate(stated), "fairs": (here,)})


def printed(key: str, found: Catalogue, languages: tuple[Language, ...] = ("vi",)) -> bytes:
    """The office flavour, each photo one dot."""
    [of] = found.fairs
    photos = {
        photo.file: Picture(PhotoFacts(2400, 1600, ""), "00")
        for each in (*found.products, of)
        for photo in (dict(each.pictures).values() if isinstance(each, Fair) else each.photos)
    }
    piece = Piece(formats(THEME)[key], Subject(fair=of), languages)
    chosen = chosen_for(found, piece, Stand(photos))
    values = brochures.plan_one(found, piece, chosen, THEME).values
    dot = jpeg_bytes(Image.new("RGB", (4, 3), (200, 180, 120)), 90, 72)
    files = {each["name"]: dot for each in values["photos"]}
    return brochures._typeset(values, typst_templates(THEME), "office", files)


def lefts_of(pdf: bytes, page: int, words: str) -> list[float]:
    """Where the words begin each time, in millimetres from the left, down the page."""
    text = TEXTS(pdf)[page].get_textpage()
    search = text.search(words)
    found = []
    while at := search.get_next():
        left, _, _, top = text.get_charbox(at[0])
        found.append((-top, left / MM))
    return [left for _, left in sorted(found)]


def box_of(pdf: bytes, page: int, words: str, letter: int = 0) -> list[float]:
    """Left, foot, right and top of one letter of the words, in millimetres from the lower left."""
    text = TEXTS(pdf)[page].get_textpage()
    found = text.search(words).get_next()
    assert found, words
    return [each / MM for each in text.get_charbox(found[0] + letter)]


@pytest.mark.parametrize("key", ["leaflet", "leaflet-z", "leaflet-dl"])
def test_a_plan_is_printed_however_much_else_the_back_says(key: str) -> None:
    found = of_fair(8, {"name": "OCOP Tân Hưng và Vĩnh Lợi"}, sample=True)

    assert "Sơ đồ" in text_of(printed(key, found))


@pytest.mark.parametrize("key", ["leaflet", "leaflet-z", "leaflet-dl"])
def test_a_plan_without_room_is_told_before_it_is_lost(key: str) -> None:
    """Also where all words alone would be short enough to need no trial."""
    told = {**FAIR, "summary": "Sản phẩm của mùa nước nổi. " * 14, "brochures": (key,)}
    found = of_fair(8, sample=True)
    listed = tuple(each.slug for each in found.products)
    here = fair(**told, products=listed)
    found = lettered(found.model_copy(update={"fairs": (here,)}))
    photos = (*(each.photos[0] for each in found.products), FAIR["cover"], FAIR["plan"])
    stand = Stand({each.file: Picture(PhotoFacts(2400, 1600, ""), "00") for each in photos})
    piece = Piece(formats(THEME)[key], Subject(fair=here), ("vi",))
    chosen = [(piece, chosen_for(found, piece, stand))]
    [finding] = trial.findings(found, chosen, stand, THEME, shipped()[DEFAULT], Tried("1"))

    assert finding.rule is PRINT_OVERFLOW
    assert finding.values["shorten_vi"] == "summary, venue"
    assert "plan" in finding.values["larger_vi"]
    without = found.model_copy(update={"fairs": (fair(**{**told, "plan": None}, products=listed),)})
    assert "Sơ đồ" not in text_of(printed(key, without))


def alts_of(pdf: bytes) -> set[str]:
    """What pictures show, in words."""
    with pikepdf.open(BytesIO(pdf)) as document:
        tagged = (each for each in document.objects if isinstance(each, pikepdf.Dictionary))
        return {str(each["/Alt"]) for each in tagged if "/Alt" in each}


@pytest.mark.parametrize("key", ["poster-a3", "roll-up-60x160", "stand-sign"])
def test_what_hangs_at_a_fair_bears_its_own_cover(key: str) -> None:
    found = of_fair(6, sample=True)
    bare = found.model_copy(update={"fairs": (found.fairs[0].model_copy(update={"cover": None}),)})
    pdf, without = printed(key, found), printed(key, bare)

    assert "Chợ nổi" in alts_of(pdf)
    assert "Ảnh bìa: Người chụp" in text_of(pdf)
    assert "Chợ nổi" not in alts_of(without)
    assert "Ảnh bìa" not in text_of(without)
    assert all(f"Khô cá số {number}" in text_of(pdf) for number in range(1, 7))


def test_a_poster_in_two_languages_names_hours_venue_and_booth_in_both() -> None:
    text = text_of(printed("poster-a3", of_fair(4), ("vi", "en")))

    for words in ("Giờ / Open", "Nơi / Venue", "Gian hàng / Booth"):
        assert words in text
    assert "Giờ 8 giờ" in text_of(printed("poster-a3", of_fair(4)))


def test_a_flyer_has_room_for_a_long_name_of_the_site() -> None:
    name = "Danh mục OCOP xã Lò Gạch, xã Bàu Mẫu"
    pdf = printed("flyer-a5", of_fair(8, {"name": name}, sample=True))

    # No remark lies over the office's telephone.
    assert box_of(pdf, 1, "0000 000 555")[1] > box_of(pdf, 1, "Những mục")[3]


def test_a_long_maker_on_a_flyer_stands_below_the_stars_and_not_in_a_column_beside_them() -> None:
    maker = "Hợp tác xã nông nghiệp và dịch vụ du lịch mùa nước nổi vùng Đồng Tháp Mười"
    found = of_fair(6)
    makers = {
        slug: each.model_copy(update={"name": maker}) for slug, each in found.producers.items()
    }
    pdf = printed("flyer-a5", found.model_copy(update={"producers": makers}))

    makers_left, ranks_left = lefts_of(pdf, 1, "Hợp tác xã"), lefts_of(pdf, 1, "OCOP 3 sao")
    assert len(makers_left) == len(ranks_left) == 6
    assert all(left < right for left, right in zip(makers_left, ranks_left, strict=True))


@pytest.mark.parametrize("key", ["handbook", "catalogue"])
def test_a_book_of_a_fair_bears_its_cover_and_says_when_and_where(key: str) -> None:
    found = of_fair(2)
    pdf = printed(key, found)
    text = text_of(pdf)

    [of] = found.fairs
    piece = Piece(formats(THEME)[key], Subject(fair=of), ("vi",))
    stand = Stand({"bia.jpg": Picture(PhotoFacts(2400, 1600, ""), "00")})
    chosen = chosen_for(found, piece, stand)
    values = brochures.plan_one(found, piece, chosen, THEME).values
    assert values["slots"]["cover"]["alts"] == [["Chợ nổi"]]
    for words in ("8 giờ – 21 giờ", "Sân vận động xã Tân Hưng", "A4", "Ảnh bìa: Người chụp"):
        assert words in text
    assert "18–22/12/2026" in TEXTS(pdf)[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize("photos", [(), (Photo(file="1.jpg", alt="Khô"),)])
def test_a_short_story_stands_on_one_page_with_all_facts(photos: tuple[Photo, ...]) -> None:
    facts = dict.fromkeys(("ingredients", "directions", "storage"), "Ghi như trên bao bì")
    facts |= {"warnings": "Không dùng khi ẩm", "shelf_life": "12 tháng", "allergens": "Có cá"}
    pdf = printed("handbook", of_fair(1, **facts, photos=photos))
    page = TEXTS(pdf)[3].get_textpage().get_text_bounded()

    for words in ("Khô cá số 1", "Nơi công nhận", "12 tháng", "185.000"):
        assert words in page


def test_a_price_on_a_tent_is_read_from_a_step_away() -> None:
    pdf = printed("tent", of_fair(1))
    _, foot, _, top = box_of(pdf, 0, "185.000")

    assert top - foot > 3.8


def test_the_number_of_a_stand_is_at_the_edge_with_its_name() -> None:
    pdf = printed("stand-sign", of_fair(3))

    assert box_of(pdf, 0, "A4", 1)[2] == pytest.approx(box_of(pdf, 0, "Gian hàng", 8)[2], abs=3)


@pytest.mark.parametrize("priced", [True, False])
def test_no_line_begins_or_ends_with_the_dot_that_parts_what_stands_on_one(priced: bool) -> None:
    """Packs, makers and their places, ranks in two languages: where a line ends, no dot does."""
    found = of_fair(8)
    sold = [
        each.model_copy(
            update={
                "packs": tuple(
                    Pack(net=f"1 hộp giấy {'lớn ' * (n + some)}", price=95000 if priced else None)
                    for some in range(1, 3)
                ),
                "buy": (Seller(name="Điểm bán ở chợ xã Tân Hưng", phone="0000 000 009"),),
                "translations": {"en": Translation(source="", name=f"Dried fish no. {n}")},
            }
        )
        for n, each in enumerate(found.products)
    ]
    found = found.model_copy(update={"products": tuple(sold)})
    for key, each in formats(THEME).items():
        if "fair" not in each.subjects:
            continue
        both: tuple[Language, ...] = ("vi", "en")
        for page in TEXTS(printed(key, found, both if "vi+en" in each.languages else ("vi",))):
            lines = page.get_textpage().get_text_bounded().splitlines()

            assert [line for line in lines if "·" in (line.strip()[:1], line.strip()[-1:])] == [], (
                key
            )
