"""Cards, tags and badges: pieces of A4 sheets that are cut apart, as many sheets as they take."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import cast

import numpy
import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import pytest
import zxingcpp
from PIL import Image
from press_samples import (
    MM,
    THEME,
    catalogue,
    codes_in,
    drawing_of,
    fair,
    inks_of,
    pictures_of,
    product,
    text_of,
)

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, OcopMark, Pack, Product, Translation
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_photos import PHOTO_MISSING, PHOTO_UNREADABLE
from generator.engine import Folders
from generator.press import brochures, own_mark, pieces
from generator.press.finishing.brochure_files import sheet_of
from generator.press.finishing.marks import marked_page
from generator.press.formats import formats
from generator.press.pieces import Piece
from generator.press.selection import Reason, Selection, Stand, Subject
from generator.press.trial import ORDINARY_NAME, ORDINARY_OFFERS, room
from generator.press.typesetter import Flavour, PressError
from generator.theme import typst_templates

KEYS = ("cards", "price-tags", "badges", "hang-tags", "certificate-card")
NAMES = [f"Khô {name}" for name in ("bống", "chốt", "dứa", "éc", "ghé", "hố", "kèo", "lóc", "mè")]
LONG = "Khô cá sặc rằn một nắng phơi giàn tre vùng đồng nước nổi Tân Hưng hộp quà biếu người thân"
CAPITALS = "NƯỚC MẮM CÁ LINH ĐỒNG THÁP MƯỜI Ủ CHƯỢP"


def packs(*told: tuple[str, int | None]) -> tuple[Pack, ...]:
    return tuple(Pack(net=net, price=price) for net, price in told)


def ten() -> tuple[Product, ...]:
    """Ordinary ones, and what is not: long names, capitals, nothing told, no code, no stars."""
    odd = {
        0: {"packs": packs(("250 g", 95000), ("500 g", 180000)), "sample": True},
        1: {"packs": (), "photos": (), "summary": None, "story": ""},
        2: {"name": CAPITALS, "packs": packs(("500 ml", 70000))},
        3: {"name": LONG, "packs": packs(("1 hộp giấy gồm hai gói 250 g", 1250000))},
        4: {"code": None, "packs": packs(("gói biếu", None), ("9 kg", 990000))},
        5: {"translations": {"en": Translation(name="Dried goby", source="x.en.md")}},
        8: {"status": "potential", "certificate": None},
    }
    names = [*NAMES, "Khô nhái"]
    return tuple(product(at, {"name": name} | odd.get(at, {})) for at, name in enumerate(names))


@cache
def found(amount: int = 10) -> Catalogue:
    return catalogue(*ten()[:amount])


def chosen(key: str, whole: Catalogue, at_fair: bool = False) -> tuple[Piece, Selection]:
    """The format of all products, each of which somebody has named."""
    at = fair(booth="Gian hàng 12", sample=True) if at_fair else None
    piece = Piece(formats(THEME)[key], Subject(fair=at, products=whole.products), ("vi",))
    return piece, pieces.chosen_for(whole, piece, Stand({}))


@cache
def printed(
    key: str,
    amount: int = 10,
    languages: tuple[Language, ...] = ("vi",),
    prices: bool = True,
    flavour: Flavour = "office",
) -> bytes:
    """The sheets of a fair's products."""
    piece, selection = chosen(key, found(amount), at_fair=True)
    piece = Piece(piece.format, piece.subject, languages, prices)
    artifact = brochures.plan_one(found(amount), piece, selection, THEME)
    return brochures._typeset(artifact.values, typst_templates(THEME), flavour, {})


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def shown(key: str) -> list[Product]:
    return [each.product for each in chosen(key, found())[1].shown]


@pytest.mark.parametrize("key", [key for key in KEYS if key != "badges"])
def test_every_product_has_its_piece(key: str) -> None:
    text = text_of(printed(key))

    assert len(shown(key)) == (9 if key == "certificate-card" else 10)
    assert [each.name for each in shown(key) if each.name not in text] == []


@pytest.mark.parametrize("key", ["cards", "hang-tags", "certificate-card"])
def test_each_piece_bears_the_code_of_its_product(key: str) -> None:
    codes = [each.code for each in shown(key) if each.code]

    assert sorted(codes_in(printed(key), 203)) == sorted(
        f"HTTPS://OCOP-TANHUNG.EXAMPLE/Q/{code}" for code in codes
    )


@pytest.mark.parametrize(("key", "pages"), [*zip(KEYS, (2, 1, 1, 4, 3), strict=True)])
def test_there_are_as_many_sheets_as_the_pieces_take(key: str, pages: int) -> None:
    assert len(pages_of(printed(key))) == pages


def test_piles_put_on_one_another_lie_in_the_order_of_the_list() -> None:
    sheets = pages_of(printed("cards"))
    at = [
        [sheet.find(each.name) for each in shown("cards")[n::2]] for n, sheet in enumerate(sheets)
    ]

    assert len(sheets) == 2
    for places in at:
        assert -1 not in places
        assert all(before < after for before, after in pairwise(places))


def test_a_hang_tags_back_lies_behind_its_front() -> None:
    document = pypdfium2.PdfDocument(printed("hang-tags"))
    width, height = document[0].get_size()
    names = {each.code: each.name.split()[-1] for each in shown("hang-tags") if each.code}
    picture = document[1].render(scale=203 / 72, grayscale=True).to_pil()
    seen = zxingcpp.read_barcodes(picture, formats=zxingcpp.barcode_formats_from_str("QRCode"))

    assert len(seen) >= 4
    for code in seen:
        corners = code.position.top_left, code.position.bottom_right
        x = sum(each.x for each in corners) / 2 * 72 / 203
        y = height - sum(each.y for each in corners) / 2 * 72 / 203
        found_at = document[0].get_textpage().search(names[code.text.rsplit("/", 1)[1]])
        index, count = found_at.get_next()
        left, bottom, right, top = document[0].get_textpage().get_charbox(index)
        # The tag is 50 × 90; a name's last word lies somewhere in its middle.
        assert abs(width - x - (left + right) / 2) < 25 * MM
        assert abs(y - (bottom + top) / 2) < 45 * MM
        assert count


@pytest.mark.parametrize("key", KEYS)
def test_pieces_and_marks_keep_5_mm_from_the_papers_edge(key: str) -> None:
    dpi = 100
    edge = round(4.9 * dpi / 25.4)
    for picture in pictures_of(printed(key), dpi):
        dark = numpy.asarray(picture) < 250
        dark[edge:-edge, edge:-edge] = False

        assert not dark.any()


def test_cards_show_the_price_of_each_pack_and_none_where_none_is_wanted() -> None:
    text, without = text_of(printed("cards")), text_of(printed("cards", prices=False))

    for price in ("95.000 đ", "180.000 đ", "70.000 đ", "1.250.000 đ", "990.000 đ"):
        assert price in text
        assert price not in without


def test_each_pack_has_its_price_tag_and_what_has_no_price_a_blank_to_write_it_in() -> None:
    text = text_of(printed("price-tags"))
    dpi = 100
    [picture] = pictures_of(printed("price-tags", 2), dpi)
    ink = numpy.asarray(picture) < 160
    blanks = [
        row
        for row in range(ink.shape[0])
        for x in range(0, ink.shape[1] - round(18 * dpi / 25.4), 20)
        if ink[row, x : x + round(18 * dpi / 25.4)].all()
    ]
    rows = [row for row in blanks if row - 1 not in blanks]

    assert text.count("Khô bống") == 2
    assert (text.count("250 g"), text.count("95.000 đ")) == (2, 1)  # one is another's pack
    assert rows
    for row in rows:
        above = ink[row - round(6 * dpi / 25.4) : row - 1]
        x = max(range(ink.shape[1]), key=lambda at: ink[row, at : at + 60].sum())
        assert not above[:, x : x + round(18 * dpi / 25.4)].any()


def test_badges_name_makers_and_the_office_and_leave_the_persons_name_to_be_written() -> None:
    text = text_of(printed("badges"))

    assert text.count("Cơ sở mẫu") == 5
    assert text.count("Họ và tên") == 10
    assert text.count("Hội chợ mẫu") == 10 + 1  # the sheet's own line
    assert "Gian hàng: 12" in text
    assert codes_in(printed("badges"), 203) == ["HTTPS://OCOP-TANHUNG.EXAMPLE/"] * 10


def test_a_few_products_fill_a_sheet_of_tags_and_have_one_card_each() -> None:
    assert text_of(printed("hang-tags", 2)).count("Khô bống") == 4
    assert text_of(printed("price-tags", 2)).count("Khô chốt") == 7
    assert text_of(printed("cards", 2)).count("Khô bống") == 1


def test_a_recognition_card_is_for_what_is_recognised_and_says_that_it_is_no_certificate() -> None:
    _, selection = chosen("certificate-card", found())
    text = text_of(printed("certificate-card"))

    assert [(each.product.slug, each.reason) for each in selection.left_out] == [
        ("kho-ca-8", Reason.NO_STARS)
    ]
    assert text.count("không thay giấy chứng nhận") == 9
    assert text.count("UBND") == 9


def test_names_stand_in_both_languages_where_both_are_wanted() -> None:
    text = text_of(printed("cards", languages=("vi", "en")))

    assert "Dried goby" in text
    assert "Dried goby" not in text_of(printed("cards"))
    assert "Giá / Price" in text


def test_a_card_without_packs_has_a_line_to_write_a_price_on() -> None:
    def said(prices: bool, **facts: object) -> str:
        sold = catalogue(product(1, **facts))
        piece, selection = chosen("cards", sold)
        piece = Piece(piece.format, piece.subject, ("vi",), prices)
        values = brochures.plan_one(sold, piece, selection, THEME).values
        return text_of(brochures._typeset(values, typst_templates(THEME), "office", {}))

    assert " ".join(said(prices=True, packs=()).split()).count("Giá: đ") == 1
    assert "Giá:" not in said(prices=False, packs=())
    assert "Giá:" not in said(prices=True)


@pytest.mark.parametrize("key", ["cards", "hang-tags", "certificate-card"])
def test_stars_are_told_in_both_languages_where_both_are_wanted(key: str) -> None:
    text = text_of(printed(key, languages=("vi", "en")))

    assert "OCOP 3 sao OCOP 3 stars" in text.replace(" ·", "")


def test_what_a_decision_says_is_named_in_both_languages_where_both_are_wanted() -> None:
    text = text_of(printed("certificate-card", languages=("vi", "en")))

    assert "Nơi công nhận / Recognised by" in text
    assert "/ Recognised by" not in text_of(printed("certificate-card"))


@pytest.mark.parametrize("key", KEYS)
def test_for_the_press_all_is_ink_and_sheets_are_cut_and_never_folded(key: str) -> None:
    pdf = printed(key, 2, flavour="press")
    piece, selection = chosen(key, found())
    values = brochures.plan_one(found(), piece, selection, THEME).values
    marks = marked_page(sheet_of(values), 5, 6, "")

    assert not {"rg", "RG"} & inks_of(pdf)
    assert " re" in drawing_of(pdf) or " c" in drawing_of(pdf)
    assert marks["folds_x"] == marks["folds_y"] == []
    cells = values["format"]["pages"][0]
    assert {round(cell["x"], 2) for cell in cells} <= {round(x, 2) for x in marks["cuts_x"]}
    assert {round(cell["y"], 2) for cell in cells} <= {round(y, 2) for y in marks["cuts_y"]}


@pytest.mark.parametrize("key", KEYS)
def test_what_a_check_takes_for_ordinary_has_room(key: str) -> None:
    """A check sets only what is longer: see `trial.py`."""
    letters, capitals = ("nghiêng " * 13)[:ORDINARY_NAME], ("NGHIẾỂNG " * 6)[: ORDINARY_NAME // 2]
    net = "chai thủy tinh"
    four = packs(*((f"{net} {n}", n * 10250) for n in range(1, ORDINARY_OFFERS + 1)))
    told = {"packs": four, "sample": True, "summary": "Dài. " * 30}
    both = (product(1, told, name=letters.strip()), product(2, told, name=capitals.strip()))
    for name in (letters, capitals):
        whole = catalogue(*both, maker={"name": name.strip(), "phone": "0912 345 678"})
        piece, selection = chosen(key, whole, at_fair=True)
        values = brochures.plan_one(whole, piece, selection, THEME).values

        assert sum(room(word) for offer in values["products"][0]["offers"] for word in offer) > 90
        brochures.try_one(values, THEME)


def test_packs_without_room_name_the_product_and_the_key() -> None:
    many = product(1, packs=packs(*((f"gói {n} cái", n * 1000 + 500) for n in range(1, 40))))
    whole = catalogue(many)
    piece, selection = chosen("cards", whole)
    artifact = brochures.plan_one(whole, piece, selection, THEME)

    with pytest.raises(PressError) as caught:
        brochures.try_one(artifact.values, THEME)
    assert caught.value.source == "content/products/kho-ca-1.md"
    assert "packs" in cast(str, caught.value.values["shorten_en"])


def marked(content: Path, mark: Image.Image) -> Catalogue:
    """One product of a site that has been given the programme's mark."""
    (content / "media").mkdir()
    mark.save(content / "media/dau.png")
    whole = found(1)
    site = whole.site.model_copy(update={"mark": OcopMark(file="dau.png")})
    return whole.model_copy(update={"site": site, "content": content})


def images_in(pdf: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(BytesIO(pdf)) as document:
        streams = [each for each in document.objects if isinstance(each, pikepdf.Stream)]
        return [
            (int(each.Width), int(each.Height))
            for each in streams
            if each.get("/Subtype") == "/Image"
        ]


def test_the_programmes_mark_is_the_offices_own_picture_whole_or_none(tmp_path: Path) -> None:
    drawn = Image.new("RGBA", (300, 600), (0, 0, 0, 0))
    drawn.paste((200, 0, 60, 255), (100, 100, 200, 500))
    whole = marked(tmp_path, drawn)
    piece, selection = chosen("certificate-card", whole)
    artifact = brochures.plan_one(whole, piece, selection, THEME)
    printing, office, *_ = artifact.make(artifact.values, Folders(tmp_path, THEME))
    red = numpy.asarray(pypdfium2.PdfDocument(office)[0].render(scale=300 / 72).to_pil())
    rows, columns = numpy.where((red[:, :, 0] > 180) & (red[:, :, 1] < 40) & (red[:, :, 2] < 90))

    assert images_in(printed("certificate-card", 1)) == []
    # 14 mm high at 300 dpi, in its own shape.
    assert images_in(office) == images_in(printing) == [(83, 165)]
    assert rows.size
    assert (rows.max() - rows.min()) / (columns.max() - columns.min()) == pytest.approx(4, rel=0.1)
    beside = red[rows.min() : rows.max(), columns.min() - 15 : columns.min() - 5]
    assert beside.min() > 245  # what is clear in the picture is white on the card


@pytest.mark.parametrize(
    ("content", "rule"), [(None, PHOTO_MISSING), (b"no picture", PHOTO_UNREADABLE)]
)
def test_a_check_opens_the_marks_file(tmp_path: Path, content: bytes | None, rule: Rule) -> None:
    whole = marked(tmp_path, Image.new("L", (9, 9)))
    file = tmp_path / "media/dau.png"
    file.unlink()
    if content:
        file.write_bytes(content)

    assert [each.rule for each in own_mark.findings(whole.site, tmp_path)] == [rule]
