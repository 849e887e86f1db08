"""Leaflets: a catalogue's products and the site's code, two sides, fit to print as they are."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import pytest
import zxingcpp
from press_samples import (
    MM,
    catalogue,
    codes_in,
    fair,
    inks_of,
    made,
    made_of,
    photographed,
    planned,
    product,
)
from press_samples import text_of as words_of

from generator.catalogue.model import Catalogue
from generator.catalogue.prose.story import render
from generator.press.finishing.marks import PressSheet
from generator.press.preflight import legible
from generator.press.product_values import sentences
from generator.press.template_values import PanelValues
from generator.press.typesetter import PressError

INSIDE: list[PanelValues] = [
    {"name": "inside", "x": x, "y": 0.0, "width": wide, "height": 210.0}
    for x, wide in ((0.0, 100.0), (100.0, 100.0), (200.0, 97.0))
]
SITE = "HTTPS://OCOP-TANHUNG.EXAMPLE/"


def eight() -> Catalogue:
    return catalogue(*(product(number) for number in range(1, 9)))


def many(number: int) -> Catalogue:
    codes = [f"7K{one}{two}W" for one in "012" for two in "0123456789ABCDEFGHJKMNPQRSTV"][:number]
    return catalogue(*(product(each, code=code) for each, code in enumerate(codes, 1)))


def leaflet(content: Path, found: Catalogue, which: int = 0) -> dict[str, bytes]:
    artifacts = planned(found, "brochures", photographed(content, found))
    return made(artifacts[which], content)


def said_by(content: Path, found: Catalogue, which: int = 0) -> str:
    """The words of a leaflet, of which only the office flavour is made."""
    artifacts = planned(found, "brochures", photographed(content, found))
    return words_of(made_of(artifacts[which], "office", content))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The leaflet of a catalogue of eight products."""
    return leaflet(tmp_path_factory.mktemp("content"), eight())


@pytest.mark.parametrize(("name", "dpi"), [("leaflet.pdf", 300), ("leaflet.office.pdf", 203)])
def test_the_codes_are_the_sites_and_every_products(
    whole: dict[str, bytes], name: str, dpi: int
) -> None:
    expected = [SITE, *(f"{SITE}Q/7K3M{number}" for number in range(1, 9))]

    assert sorted(codes_in(whole[name], dpi)) == sorted(expected)


def test_the_press_flavour_is_a4_across_with_3_mm_of_bleed_and_10_mm_for_marks(
    whole: dict[str, bytes],
) -> None:
    with pikepdf.open(BytesIO(whole["leaflet.pdf"])) as document:
        assert len(document.pages) == 2
        for page in document.pages:
            boxes = [
                [float(x) / MM for x in box] for box in (page.mediabox, page.bleedbox, page.trimbox)
            ]
            assert boxes[0] == pytest.approx([0, 0, 323, 236], abs=0.1)
            assert boxes[1] == pytest.approx([10, 10, 313, 226], abs=0.1)
            assert boxes[2] == pytest.approx([13, 13, 310, 223], abs=0.1)


def test_the_office_flavour_is_a4_across_accessible_and_archivable(
    whole: dict[str, bytes],
) -> None:
    pdf = whole["leaflet.office.pdf"]
    with pikepdf.open(BytesIO(pdf)) as document, document.open_metadata() as metadata:
        for page in document.pages:
            assert [float(x) / MM for x in page.mediabox] == pytest.approx(
                [0, 0, 297, 210], abs=0.1
            )
        assert (metadata["pdfaid:part"], metadata["pdfuaid:part"]) == ("2", "1")


def test_black_words_of_the_press_flavour_are_k_alone(whole: dict[str, bytes]) -> None:
    inks = inks_of(whole["leaflet.pdf"])

    assert "0 0 0 1" in inks
    assert all(len(ink.split()) == 4 for ink in inks)
    assert [ink for ink in inks if ink.endswith(" 1")] == ["0 0 0 1"]


@pytest.mark.usefixtures("anew")
def test_the_same_content_gives_the_same_bytes(tmp_path: Path, whole: dict[str, bytes]) -> None:
    assert leaflet(tmp_path, eight()) == whole


def test_the_back_names_as_many_products_as_it_has_room_for_and_counts_the_rest(
    tmp_path: Path,
) -> None:
    text = said_by(tmp_path, many(56))
    named = sum(f"Khô cá số {each} Xã" in text for each in range(25, 57))

    assert "56 sản phẩm OCOP" in text
    assert "Trong danh mục còn có Khô cá số 25 Xã Tân Hưng Khô cá số 26" in text
    assert 10 < named < 32
    assert f"và {32 - named} sản phẩm khác trên trang web" in text


def test_a_fairs_leaflet_keeps_the_fairs_order_and_says_when_and_where(tmp_path: Path) -> None:
    told = fair(
        products=("kho-ca-3", "kho-ca-1"), hours="8:00–20:00", venue="Sân mẫu", booth="Gian 12"
    )
    found = eight().model_copy(update={"fairs": (told,)})
    text = said_by(tmp_path, found, 1)

    assert text.index("Khô cá số 3") < text.index("Khô cá số 1")
    assert "Khô cá số 2" not in text
    for said in ("18–22/12/2026", "8:00–20:00", "Sân mẫu", "Gian hàng 12"):
        assert said in text


def test_a_fair_about_which_little_is_known_has_no_empty_rows(tmp_path: Path) -> None:
    found = eight().model_copy(update={"fairs": (fair(),)})
    text = said_by(tmp_path, found, 1)

    assert "Ngày" in text
    assert "Gian hàng" not in text
    assert "None" not in text


@pytest.mark.parametrize("count", [1, 2, 5])
def test_fewer_products_still_make_a_leaflet_for_the_press(tmp_path: Path, count: int) -> None:
    """Its preflight is sound; test_format_leaflet.py has every number of them."""
    found = catalogue(*(product(number) for number in range(1, count + 1)))
    [artifact] = planned(found, "brochures", photographed(tmp_path, found))

    assert len(codes_in(made_of(artifact, "press", tmp_path))) == count + 1


def test_products_without_code_or_certificate_are_left_out() -> None:
    bare = product(1, code=None)
    hopeful = product(2, status="potential")

    assert planned(catalogue(bare, hopeful), "brochures", {}) == []


def test_a_potential_product_that_a_fair_shows_bears_no_stars(tmp_path: Path) -> None:
    found = catalogue(product(1, status="potential"))
    found = found.model_copy(update={"fairs": (fair(products=("kho-ca-1",)),)})
    text = said_by(tmp_path, found)

    assert "Sản phẩm tiềm năng" in text
    assert "OCOP 3 sao" not in text


def test_sample_products_are_marked_and_explained(tmp_path: Path) -> None:
    text = said_by(tmp_path, catalogue(product(sample=True)))

    assert "Dữ liệu mẫu" in text
    assert "được đặt ra để minh họa" in text


def test_long_words_are_fitted(tmp_path: Path) -> None:
    long = (
        "Khô cá sặc rằn nuôi ruộng mùa nước nổi Đồng Tháp Mười phơi hai nắng ướp nhạt theo lối xưa"
    )
    found = catalogue(
        *(product(n, name=f"{long} {n}", story="Rất dài. " * 40) for n in range(1, 7))
    )
    [artifact] = planned(found, "brochures", photographed(tmp_path, found))
    pdf = made_of(artifact, "press", tmp_path)

    assert len(codes_in(pdf)) == 7
    assert f"{long} 6" in words_of(pdf)


def test_words_without_room_are_an_error_that_names_its_source(tmp_path: Path) -> None:
    found = catalogue(*(product(n, summary="Không có chỗ. " * 90) for n in range(1, 5)))

    with pytest.raises(PressError, match="print-overflow"):
        leaflet(tmp_path, found)


@pytest.mark.parametrize(
    ("story", "first"),
    [
        ("", []),
        ("## Chỉ có đầu đề", []),
        ("Một câu. Hai câu! Ba câu?", ["Một câu.", "Hai câu!", "Ba câu?"]),
        ("Nặng 1.5 kg, tr. 3 không phải câu mới.", ["Nặng 1.5 kg, tr. 3 không phải câu mới."]),
        ("Đoạn đầu.\n\nĐoạn sau.", ["Đoạn đầu."]),
    ],
)
def test_a_leaflet_takes_whole_sentences_from_the_storys_first_paragraph(
    story: str, first: list[str]
) -> None:
    assert sentences(render(story, "products").blocks, "vi") == first


def test_words_too_wide_for_two_on_a_line_keep_to_their_column() -> None:
    name = "Bánh " + " ".join(["mmmmmmmm"] * 6)
    pdf = made_of(planned(catalogue(product(name=name, photos=())), "brochures")[0], "office")

    assert name in words_of(pdf)
    legible(pdf, PressSheet((297, 210), 3, [[], INSIDE]), "content/site.yaml")


def test_lines_between_the_rows_of_a_flyer_keep_clear_of_its_codes() -> None:
    found = catalogue(*(product(number, photos=()) for number in range(1, 7)))
    site = found.site.model_copy(update={"brochures": ("flyer-a5",)})
    flyers = planned(found.model_copy(update={"site": site}), "brochures")
    page = pypdfium2.PdfDocument(made_of(flyers[0], "office"))[1]
    picture = page.render(scale=300 / 72, grayscale=True).to_pil()
    read = zxingcpp.read_barcodes(picture, formats=zxingcpp.barcode_formats_from_str("QRCode"))

    assert len(read) == 7
    for code in read:
        left, top = code.position.top_left.x, code.position.top_left.y
        right = code.position.top_right.x
        quiet = 3.8 * (right - left) / 29
        above = picture.crop((left, round(top - quiet), right, top - 3))
        assert above.getextrema()[0] > 200
