"""Print for an office and for a screen: booklets to fold, and files with links and bookmarks."""

from __future__ import annotations

from io import BytesIO
from math import pi

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import pytest
from PIL import Image
from press_samples import MM, THEME, catalogue, made, photographed, planned, product, text_of

from generator.press.finishing.flavoured_photos import SCREEN_DPI
from generator.press.finishing.imposition import Booklet, booklet, creep, sides, stacked
from generator.press.typesetter import typeset
from generator.theme import press_words, typst_templates

A5 = (148.0, 210.0)
PAGES = """\
#import "palette.typ": face
#set document(title: "Sách")
#set page(width: 148mm, height: 210mm, margin: 10mm)
#set text(font: face)
"""


@pytest.fixture(scope="module")
def leaflet(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    content = tmp_path_factory.mktemp("content")
    found = catalogue(*(product(number) for number in range(1, 4)))
    return made(planned(found, "brochures", photographed(content, found))[0], content)[
        "leaflet.screen.pdf"
    ]


def test_a_file_for_the_screen_is_small_and_its_codes_can_be_pressed(leaflet: bytes) -> None:
    with pikepdf.open(BytesIO(leaflet)) as document:
        links = {
            str(each.A.URI)
            for page in document.pages
            for each in page.obj.get("/Annots", [])
            if "/A" in each
        }

    assert len(leaflet) < 250_000
    assert links == {
        "HTTPS://OCOP-TANHUNG.EXAMPLE/",
        *(f"HTTPS://OCOP-TANHUNG.EXAMPLE/Q/7K3M{number}" for number in (1, 2, 3)),
    }


def test_a_file_for_the_screen_has_bookmarks_and_photos_for_screens(leaflet: bytes) -> None:
    document = pypdfium2.PdfDocument(leaflet)
    titles = [each.get_title() for each in document.get_toc()]
    with pikepdf.open(BytesIO(leaflet)) as opened:
        pictures = [
            each
            for each in opened.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]

        assert {"Khô cá số 1", "Khô cá số 2", "Khô cá số 3"} <= {*titles}
        assert max(int(each.Width) for each in pictures) <= 103 / 25.4 * SCREEN_DPI + 1
        assert str(pictures[0].ColorSpace) != "/DeviceCMYK"


def test_the_pages_of_a_booklet_lie_as_they_are_read_when_folded() -> None:
    assert [*sides(8)] == [(8, 1), (2, 7), (6, 3), (4, 5)]
    for pages in (4, 12, 48):
        assert sorted(each for pair in sides(pages) for each in pair) == [*range(1, pages + 1)]
        # What lies back to back is one leaf: its pages follow each other.
        laid = [*sides(pages)]
        for front, back in zip(laid[::2], laid[1::2], strict=True):
            assert front[1] + 1 == back[0]
            assert back[1] + 1 == front[0]


def test_inner_sheets_move_to_the_spine() -> None:
    assert creep(0) == 0
    assert creep(10) == pytest.approx(10 * pi / 2 * 0.1)


def test_cards_cut_through_the_pile_are_in_order() -> None:
    laid = stacked(10, 4)

    assert laid == [[0, 3, 6, 9], [1, 4, 7, None], [2, 5, 8, None]]
    assert [place[up] for up in range(4) for place in laid if place[up] is not None] == [*range(10)]


@pytest.fixture(scope="module")
def folded() -> bytes:
    """A booklet of six pages, of which each says its number."""
    templates = typst_templates(THEME)
    body = "#pagebreak()\n".join(f"Trang số {number}\n" for number in range(1, 7))
    files = {**templates, "x.typ": (PAGES + body).encode()}
    pages = typeset(files, "x.typ", {"day": "2026-01-02"}, "office", "content/site.yaml")
    of = Booklet("Sách", "2026-01-02", "content/site.yaml", A5, press_words(THEME, "vi"))
    return booklet(pages, of, templates)


def test_a_booklet_begins_with_a_sheet_to_try_and_says_how_it_is_printed(folded: bytes) -> None:
    document = pypdfium2.PdfDocument(folded)
    told = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]

    assert len(document) == 2 + 4
    assert told[0].startswith("Tờ thử: mặt trước")
    assert "lật cạnh ngắn" in told[0]
    assert told[1].startswith("Tờ thử: mặt sau")
    assert "In hai mặt, lật cạnh ngắn" in told[2]
    assert "In hai mặt, lật cạnh ngắn" not in told[3]


def test_missing_pages_are_for_notes_and_the_last_stays_behind(folded: bytes) -> None:
    document = pypdfium2.PdfDocument(folded)
    told = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]

    assert "Trang số 6" in told[2]
    assert "Trang số 1" in told[2]
    assert "Ghi chú" in told[3]
    assert text_of(folded).count("Ghi chú") == 2


def test_nothing_of_a_booklet_lies_where_printers_print_nothing(folded: bytes) -> None:
    for page in pypdfium2.PdfDocument(folded):
        picture: Image.Image = page.render(scale=2, grayscale=True).to_pil()
        edge = round(4.9 * MM * 2)
        inner = picture.crop((edge, edge, picture.width - edge, picture.height - edge))
        picture.paste(255, (edge, edge, edge + inner.width, edge + inner.height))

        assert [round(side / MM) for side in page.get_size()] == [297, 210]
        assert picture.getextrema() == (255, 255)


def test_a_booklet_bears_its_day_and_the_same_pages_give_the_same_bytes(folded: bytes) -> None:
    with pikepdf.open(BytesIO(folded)) as document:
        assert str(document.docinfo["/CreationDate"]) == "D:20260102000000Z"
        assert str(document.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
        assert str(document.Root.ViewerPreferences.PrintScaling) == "/None"
