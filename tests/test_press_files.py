"""What a printing house gets: CMYK alone, marks outside the sheet, boxes, PDF/X-4."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import pytest
from PIL import Image, ImageCms
from press_samples import MM, THEME, catalogue, made, photographed, planned, product, sheet, text_of

from generator.catalogue.model import PressHabits
from generator.pictures import inks
from generator.pictures.inks import cmyk_jpeg, separated
from generator.press.document_day import day_of
from generator.press.finishing import own_profile
from generator.press.finishing.flavoured_photos import dots_an_inch, pixels
from generator.press.finishing.marks import PressSheet, marked_page
from generator.press.finishing.press_pdf import PressEdition, finished
from generator.press.finishing.print_profile import fault_of, shipped
from generator.press.finishing.print_profile import opened as opened_profile
from generator.theme import press_words, typst_templates

SLUG_AND_BLEED = 13
SCREEN = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
INKS = ("Cyan", "Magenta", "Yellow", "Black")


@pytest.fixture(scope="module")
def leaflet(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The leaflet of four products whose photos have light and deep colours."""
    content = tmp_path_factory.mktemp("content")
    found = catalogue(*(product(number) for number in range(1, 5)))
    pictures = photographed(content, found)
    return made(planned(found, "brochures", pictures)[0], content)["leaflet.pdf"]


@pytest.fixture
def opened(leaflet: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(leaflet))


def images(document: pikepdf.Pdf) -> list[pikepdf.Stream]:
    return [
        each
        for each in document.objects
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
    ]


def test_every_photo_of_the_press_flavour_is_in_four_inks(opened: pikepdf.Pdf) -> None:
    assert {str(each.ColorSpace) for each in images(opened)} == {"/DeviceCMYK"}


def test_a_profile_of_more_ink_than_dries_is_kept_to_what_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Many printing houses' own go to 350 %; the shipped one stands for them, at less."""
    ramps = [Image.linear_gradient("L").rotate(90 * turn) for turn in range(2)]
    deep = Image.merge("RGB", [*ramps, ramps[0].point(lambda grey: grey // 4)])
    free = separated(deep, shipped().content)
    monkeypatch.setattr(inks, "MOST_INK", 240)
    monkeypatch.setattr(inks, "_LIMITED", 230)
    monkeypatch.setattr(inks, "_limited", inks._limited.__wrapped__)

    held = separated(deep, shipped().content)

    assert max(map(sum, spots(free))) > 250 * 2.55
    assert max(map(sum, spots(held))) < 231 * 2.55
    lightest = [at for at, each in enumerate(spots(free)) if sum(each) < 150 * 2.55]
    assert all(abs(spots(held)[at][3] - spots(free)[at][3]) < 6 for at in lightest)


def spots(image: Image.Image) -> list[bytes]:
    """The four inks of each pixel."""
    found = image.resize((32, 32), Image.Resampling.NEAREST).tobytes()
    return [found[at : at + 4] for at in range(0, len(found), 4)]


def test_photos_look_on_the_press_as_they_are(leaflet: bytes, opened: pikepdf.Pdf) -> None:
    """The inks are stored upside down; a reader that doesn't know shows a negative."""
    picture = pypdfium2.PdfDocument(leaflet)[1].render(scale=1).to_pil().convert("RGB")
    edge = round((SLUG_AND_BLEED + 12) * MM)
    ground = picture.getpixel((edge + 5, edge + 5))
    inks = pikepdf.PdfImage(images(opened)[-1]).as_pil_image()

    assert inks.mode == "CMYK"
    assert isinstance(ground, tuple)
    assert [abs(a - b) < 30 for a, b in zip(ground, (225, 190, 120), strict=True)] == [True] * 3


def test_a_photo_is_not_enlarged_for_print(opened: pikepdf.Pdf) -> None:
    assert max(int(each.Width) for each in images(opened)) <= 1200


def test_a_photo_is_cut_in_its_own_pixels_where_it_has_fewer_than_the_place_asks_for() -> None:
    assert pixels((2000, 3000), (50, 50), 300) == (591, 591)
    assert pixels((320, 240), (82, 46), 300) == (320, 180)
    assert round(dots_an_inch((320, 240), (82, 46))) == 99
    assert pixels((1, 4000), (100, 1), 300) == (1, 1)


def test_no_colour_has_more_than_three_inks_worth() -> None:
    steps = range(0, 256, 51)
    colours = [(r, g, b) for r in steps for g in steps for b in steps]
    image = Image.new("RGB", (len(colours), 1))
    image.putdata(colours)
    wide = image.resize((len(colours) * 8, 8), Image.Resampling.NEAREST)
    found = Image.open(BytesIO(cmyk_jpeg(separated(wide, shipped().content), 300)))
    inks = [sum(each) / 2.55 for each in found.get_flattened_data()]

    assert found.mode == "CMYK"
    assert max(inks) <= 300
    assert min(inks) == 0


def test_boxes_lie_in_each_other_and_nothing_can_be_pressed(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        boxes = [[float(x) for x in box] for box in (page.mediabox, page.bleedbox, page.trimbox)]

        for outer, inner in pairwise(boxes):
            assert outer[0] < inner[0] < inner[2] < outer[2]
            assert outer[1] < inner[1] < inner[3] < outer[3]
        assert "/Annots" not in page.obj


def test_it_is_pdf_x_4(leaflet: bytes, opened: pikepdf.Pdf) -> None:
    [intent] = list(opened.Root.OutputIntents)  # type: ignore[call-overload]
    profile = intent.DestOutputProfile

    assert leaflet.startswith(b"%PDF-1.6")
    assert "/Version" not in opened.Root
    assert str(intent.S) == "/GTS_PDFX"
    assert int(profile.N) == 4
    assert opened_profile(profile.read_bytes()).name == shipped().name == str(intent.Info)
    assert str(opened.docinfo["/Trapped"]) == "/False"
    assert str(opened.docinfo["/Title"]) == "Tờ bướm: OCOP Tân Hưng"
    with opened.open_metadata() as told:
        assert told["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert str(told["pdf:Trapped"]) == "False"
        assert told["xmp:CreateDate"] == told["xmp:ModifyDate"] == "2025-01-01T00:00:00Z"
        ids = {str(told[f"xmpMM:{each}ID"]) for each in ("Document", "Instance")}
        assert len(ids) == 2
        assert all(re.fullmatch(r"uuid:[\da-f-]{36}", each) for each in ids)
    fonts = [each for each in opened.objects if is_font(each)]
    assert fonts
    assert all("/FontFile2" in each or "/FontFile3" in each for each in fonts)


def is_font(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"


def test_the_document_bears_the_newest_day_that_its_products_name(opened: pikepdf.Pdf) -> None:
    assert str(opened.docinfo["/CreationDate"]) == "D:20250101000000Z"
    assert str(opened.docinfo["/ModDate"]) == "D:20250101000000Z"


def test_without_such_a_day_it_bears_that_of_the_newest_rule_book() -> None:
    unknown = product(1, status="potential", certificate=None)

    assert day_of([unknown]) == date(2026, 5, 22)
    assert day_of([unknown, product(2)]) == date(2025, 1, 1)


def test_codes_and_labels_for_a_printing_house_have_their_boxes_and_day() -> None:
    code = made(next(each for each in planned(catalogue(product())) if "qr.pdf" in each.paths[0]))
    for pdf in (code["qr.pdf"], sheet(catalogue(product()))):
        with pikepdf.open(BytesIO(pdf)) as document:
            for page in document.pages:
                boxes = [
                    [float(x) for x in page.obj[f"/{each}Box"]]
                    for each in ("Media", "Bleed", "Trim")
                ]

                assert boxes[0] == boxes[1] == boxes[2]
            assert str(document.docinfo["/CreationDate"]).startswith("D:20250101")


def test_an_office_flavour_bears_the_same_day() -> None:
    pdf = sheet(catalogue(product()), "office")
    with pikepdf.open(BytesIO(pdf)) as document, document.open_metadata() as told:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20250101")
        assert str(told["xmp:CreateDate"]).startswith("2025-01-01T00:00:00")


def test_marks_stand_outside_the_sheet_and_tell_what_it_is(leaflet: bytes) -> None:
    page = pypdfium2.PdfDocument(leaflet)[1]
    picture = page.render(scale=4, grayscale=True).to_pil()
    width = picture.width
    mm = 4 * MM
    corner = round(SLUG_AND_BLEED * mm)
    strip = picture.crop((0, corner - 3, round(9 * mm), corner + 4))
    fold = round((SLUG_AND_BLEED + 100) * mm)
    folds = picture.crop((fold - 3, 0, fold + 4, round(9 * mm)))
    empty = picture.crop((round(width * 0.8), 0, round(width * 0.9), round(9 * mm)))

    assert float(strip.getextrema()[0]) < 60  # type: ignore[arg-type]  # one band
    assert float(folds.getextrema()[0]) < 60  # type: ignore[arg-type]  # one band
    assert empty.getextrema() == (255, 255)
    text = text_of(leaflet)
    assert "Tờ bướm: OCOP Tân Hưng · trang 2/2 · bản in offset · 2025-01-01" in text
    assert "Xén còn 297 × 210 mm · chừa xén 3 mm · Coated FOGRA39L" in text


def test_marks_are_in_all_inks_and_the_page_is_clipped_to_its_bleed(opened: pikepdf.Pdf) -> None:
    page = opened.pages[0]
    marks = page.resources["/XObject"]["/Marks"].Resources.XObject["/All"]
    spaces = [list(each)[:2] for each in marks.Resources.ColorSpace.values()]  # type: ignore[call-overload]

    assert [*map(str, spaces[0])] == ["/Separation", "/All"]
    assert re.match(rb"q 1 0 0 1 28\.\d+ 28\.\d+ cm 0 0 858\.\d+ 612\.\d+ re W n", first(page))


def first(page: pikepdf.Page) -> bytes:
    contents = page.obj.Contents
    assert isinstance(contents, pikepdf.Stream)
    return contents.read_bytes()


def panel(x: float, width: float, y: float = 0, height: float = 100) -> dict[str, object]:
    return {"name": "a", "x": x, "y": y, "width": width, "height": height}


def test_an_edge_that_two_panels_share_is_folded_and_one_of_a_single_panel_is_cut() -> None:
    folded = PressSheet((200, 100), 3, [[panel(0, 100), panel(100, 100)]])  # type: ignore[list-item]
    apart = PressSheet((200, 100), 0, [[panel(10, 80), panel(110, 80)]])  # type: ignore[list-item]

    assert marked_page(folded, 0, 1, "")["folds_x"] == [100]
    assert marked_page(folded, 0, 1, "")["cuts_x"] == []
    assert abs(marked_page(folded, 0, 1, "")["register_x"] - 100) >= 8
    assert marked_page(apart, 0, 1, "")["folds_x"] == []
    assert marked_page(apart, 0, 1, "")["cuts_x"] == [10, 90, 110, 190]
    assert marked_page(folded, 3, 8, "")["folds_x"] == []


def test_what_is_pressed_in_a_reader_does_not_reach_the_press() -> None:
    source = '#set page(width: 50mm, height: 40mm, bleed: 2mm)\n#link("https://a.example")[a]'
    import typst

    pages = typst.compile(source.encode(), format="pdf", timestamp=0)
    words = press_words(THEME, "vi")
    edition = PressEdition("Một trang", "content/site.yaml", date(2026, 1, 2), shipped(), words)
    pdf = finished(pages, PressSheet((50, 40), 2), edition, typst_templates(THEME))

    with pikepdf.open(BytesIO(pdf)) as document:
        assert "/Annots" not in document.pages[0].obj


@pytest.mark.parametrize(
    ("profile", "fault"),
    [
        (b"", "unreadable"),
        (b"%PDF-1.6" * 100, "unreadable"),
        (SCREEN, "not-output"),
        (shipped().content[:500], "unreadable"),
        (shipped().content.replace(b"CMYK", b"RGB ", 1), "not-cmyk"),
        (shipped().content, None),
    ],
)
def test_a_profile_is_one_of_a_press_in_four_inks(profile: bytes, fault: str | None) -> None:
    assert fault_of(profile) == fault


def test_the_printing_houses_own_profile_goes_with_the_file(tmp_path: Path) -> None:
    theirs = shipped().content.replace(b"Coated FOGRA39L", b"Nha in Tan Hung", 1)
    (tmp_path / "nha-in.icc").write_bytes(theirs)
    found = catalogue(product())
    habits = PressHabits(profile="nha-in.icc")
    site = found.site.model_copy(update={"press": habits})
    found = found.model_copy(update={"site": site})
    [artifact] = planned(found, "brochures", photographed(tmp_path, found))

    pdf = made(artifact, tmp_path)["leaflet.pdf"]

    with pikepdf.open(BytesIO(pdf)) as document:
        [intent] = list(document.Root.OutputIntents)  # type: ignore[call-overload]
        assert intent.DestOutputProfile.read_bytes() == theirs
    assert "Nha in Tan Hung" in text_of(pdf)
    assert [*own_profile.findings(site, tmp_path)] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "no such file"), (b"x" * 200, "no ICC file"), (SCREEN, "a screen's")],
)
def test_a_profile_that_cannot_be_used_is_told(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    if content:
        (tmp_path / "a.icc").write_bytes(content)
    site = catalogue(product()).site.model_copy(update={"press": PressHabits(profile="a.icc")})

    [told] = own_profile.findings(site, tmp_path)

    assert said in told.values["reason_en"]


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_no_fault(tmp_path: Path, leaflet: bytes) -> None:
    (tmp_path / "leaflet.pdf").write_bytes(leaflet)
    done = subprocess.run(
        ["qpdf", "--check", "leaflet.pdf"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "PDF Version: 1.6" in done.stdout


@pytest.mark.skipif(not shutil.which("gs"), reason="Ghostscript is not installed")
def test_ghostscript_measures_at_most_300_percent_of_ink(tmp_path: Path, leaflet: bytes) -> None:
    (tmp_path / "leaflet.pdf").write_bytes(leaflet)
    asked = "-q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=tiffsep -dUseTrimBox -r36 -o s%d.tif leaflet.pdf"
    subprocess.run(["gs", *asked.split()], cwd=tmp_path, check=True)
    for page in (1, 2):
        plates = [Image.open(tmp_path / f"s{page}({ink}).tif").convert("L") for ink in INKS]
        sums = zip(*(plate.get_flattened_data() for plate in plates), strict=True)

        assert max(sum(255 - tone for tone in each) for each in sums) / 2.55 <= 300
