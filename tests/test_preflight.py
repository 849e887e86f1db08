"""Preflight: each thing that a printing house would send back is found in the finished file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from press_samples import THEME, catalogue, product
from small_project import write

from generator.catalogue.model import Catalogue, Photo
from generator.catalogue.problems.rules_prepress import PHOTO_COARSE, PHOTO_TOO_COARSE
from generator.desk.brochures.preflight_words import measured
from generator.engine import Folders
from generator.pictures.inks import cmyk_jpeg
from generator.pictures.picture import PhotoFacts, Picture
from generator.press import brochures, pieces, resolution
from generator.press.finishing.brochure_frame import wanted_of
from generator.press.finishing.marks import PressSheet
from generator.press.finishing.press_pdf import PressEdition, finished
from generator.press.finishing.print_profile import shipped
from generator.press.formats import formats
from generator.press.preflight import FAULTS, WantedPrint, as_json, legible, preflight
from generator.press.selection import Selection, Stand, Subject
from generator.press.template_values import PanelValues
from generator.press.typesetter import PressError, typeset
from generator.theme import press_words, typst_templates

SHEET = PressSheet((60, 40), 3)
WANTED = WantedPrint("content/site.yaml", SHEET, 300, ["Khô cá lóc"], frozenset())
HEAD = """\
#import "palette.typ": face, palette
#set document(title: "Thử")
#set page(width: 60mm, height: 40mm, bleed: 3mm, margin: 6mm, fill: none)
#set text(font: face, size: 9pt, fill: palette.ink)
"""
GOOD = 'Khô cá lóc\n#place(image("a.jpg", width: 20mm, alt: "a"))\n'


def jpeg(width: int = 240, inks: tuple[int, ...] = (200, 100, 100, 50)) -> bytes:
    return cmyk_jpeg(Image.new("CMYK", (width, width), inks), 300)


def printed(
    body: str = GOOD, photo: bytes | None = None, spoil: Callable[[pikepdf.Pdf], object] = id
) -> bytes:
    """A file for the press of one page, in which one thing may be spoilt."""
    templates = {**typst_templates(THEME), "x.typ": (HEAD + body).encode()}
    photos = {"a.jpg": photo or jpeg()}
    pages = typeset(templates, "x.typ", {"day": "2026-01-02"}, "press", "content/site.yaml", photos)
    words = press_words(THEME, "vi")
    edition = PressEdition("Thử", "content/site.yaml", date(2026, 1, 2), shipped(), words)
    out = BytesIO()
    with pikepdf.open(BytesIO(finished(pages, SHEET, edition, templates))) as document:
        spoil(document)
        document.save(out)
    return out.getvalue()


def fault(pdf: bytes, wanted: WantedPrint = WANTED) -> PressError:
    with pytest.raises(PressError) as raised:
        preflight(pdf, wanted)
    return raised.value


def test_a_sound_file_is_measured() -> None:
    found = preflight(printed(), WANTED)
    told = json.loads(as_json({"press": found}))

    assert found.pages == found.photos == found.names == 1
    assert found.coarsest_photo_dpi == pytest.approx(240 / 20 * 25.4, abs=1)
    assert found.inks_of_photos == pytest.approx(450 / 2.55, abs=3)
    assert found.smallest_letters_pt == 9
    assert {each.split("-")[0] for each in found.fonts} == {"BeVietnamPro"}
    assert told["sound"] is True
    assert told["files"]["press"]["trimmed"] == [60, 40]


def test_small_letters_in_a_colour_of_several_inks_go_to_the_press_in_black() -> None:
    small = (
        "#text(size: 7pt, fill: palette.water)[nhỏ] "
        "#box(fill: palette.water, text(size: 7pt, fill: palette.white)[trắng])"
    )
    pdf = printed(GOOD + small)

    assert preflight(pdf, WANTED).smallest_letters_pt == 7
    with pikepdf.open(BytesIO(pdf)) as document:
        drawn = document.pages[0].obj.Contents.read_bytes()
    assert drawn.count(b"0 0 0 0 k\nBT") == 1
    assert b"0.88 0.45 0.62 0.38" not in drawn


def without_box(document: pikepdf.Pdf) -> None:
    del document.pages[0].obj["/BleedBox"]


def without_marks(document: pikepdf.Pdf) -> None:
    del document.pages[0].resources["/XObject"]["/Marks"]


def without_font(document: pikepdf.Pdf) -> None:
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
            for key in [key for key in each if key.startswith("/FontFile")]:
                del each[key]


def with_small_green(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(b"q 0.9 0.4 0.6 0.1 k BT /f0 5 Tf (a) Tj ET Q")


@pytest.mark.parametrize(
    ("kind", "spoil"),
    [
        ("boxes", without_box),
        ("marks", without_marks),
        ("font", without_font),
        ("letters", with_small_green),
    ],
)
def test_what_is_missing_or_too_fine_is_found(
    kind: str, spoil: Callable[[pikepdf.Pdf], object]
) -> None:
    assert fault(printed(spoil=spoil)).reason == kind


UNDER = "Khô cá lóc #place(top + left, dx: -3mm, dy: -3mm, "
UNSEEN = '#set document(title: "Thử")\nKhô cá lóc #text(fill: palette.white)[trắng]'
ON_THE_RIGHT = "#h(20mm)Khô cá lóc"
PHOTO = '#place(top + left, dx: {x}mm, dy: -9mm, image("a.jpg", width: {w}mm, alt: "a"))'


@pytest.mark.parametrize(
    ("kind", "body", "photo"),
    [
        ("colour", 'Khô cá lóc #rect(fill: rgb("#123456"))', None),
        ("colour", "Khô cá lóc #rect(fill: luma(40%))", None),
        ("tint", "Khô cá lóc #rect(fill: cmyk(1%, 2%, 6%, 0%))", None),
        ("ink", "Khô cá lóc #rect(fill: cmyk(90%, 90%, 90%, 40%))", None),
        ("ink", GOOD, jpeg(inks=(240, 240, 240, 120))),
        ("photo", GOOD, jpeg(45)),
        ("bleed", ON_THE_RIGHT + PHOTO.format(x=-6, w=20), None),
        ("tiny", "Khô cá lóc #text(size: 3pt)[nhỏ quá]", None),
        ("name", "Khô cá sặc", None),
        ("unseen", "Khô cá lóc #text(fill: palette.white)[trắng trên trắng]", None),
        ("unseen", "Khô cá lóc #box(width: 9mm, clip: true, [mộttừdài])", None),
        ("unseen", UNDER + 'image("a.jpg", width: 30mm, alt: "a"))', None),
        ("unseen", UNDER + "rect(width: 30mm, height: 9mm, fill: palette.straw))", None),
        ("beyond", "Khô cá lóc #place(dx: 49mm, [qua mép xén])", None),
        ("beyond", "Khô cá lóc #place(dx: 90mm, [ngoài tờ giấy])", None),
    ],
)
def test_what_a_template_or_photo_spoils_is_found(
    kind: str, body: str, photo: bytes | None
) -> None:
    assert fault(printed(body, photo)).reason == kind


def test_words_on_a_photo_or_a_colour_are_sound() -> None:
    on_both = (
        '#place(dy: 6mm, image("a.jpg", width: 30mm, alt: "a"))'
        "#place(dy: 12mm, text(fill: palette.white)[trên ảnh])"
        "#place(dy: 20mm, box(fill: palette.water, text(fill: palette.straw)[trên màu]))"
    )

    assert preflight(printed("Khô cá lóc " + on_both), WANTED).photos == 1


def panels(*spans: tuple[float, float]) -> list[PanelValues]:
    return [{"name": "a", "x": x, "y": 0.0, "width": wide, "height": 40.0} for x, wide in spans]


@pytest.mark.parametrize("folded", [True, False])
def test_no_word_lies_across_a_fold_or_a_cut(folded: bool) -> None:
    pages = [panels((0, 8), (8, 52))]
    sheet = PressSheet((60, 40), 3, pages, repeated=True, folded=folded)

    assert fault(printed(), replace(WANTED, sheet=sheet)).reason == "beyond"


def test_beside_the_panels_of_a_sheet_there_is_room_for_words() -> None:
    sheet = PressSheet((60, 40), 3, [panels((40, 8), (48, 8))], repeated=True)

    assert preflight(printed(), replace(WANTED, sheet=sheet)).pages == 1


def test_words_of_a_file_for_the_office_show_too() -> None:
    templates = {**typst_templates(THEME), "x.typ": (HEAD + UNSEEN).encode()}
    pages = typeset(templates, "x.typ", {"day": "2026-01-02"}, "office", "content/site.yaml", {})

    with pytest.raises(PressError) as raised:
        legible(pages, SHEET, "content/site.yaml")
    assert raised.value.reason == "unseen"
    assert "trắng" in raised.value.line_in("en")


def test_a_photo_that_words_left_no_room_for_is_reported() -> None:
    """Of one that has several places the template takes one."""
    sizes = frozenset({(240, 240), (700, 300)})
    cut = [("a.jpg", sizes), ("bia.jpg", frozenset({(900, 300)}))]

    found = preflight(printed(), replace(WANTED, photos=cut))

    assert found.photos_left_out == ("bia.jpg",)
    assert all("bia.jpg" in said for said in measured(as_json({"press": found})))


def test_of_a_large_book_the_report_says_how_many_pages_were_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.press.preflight.MOST_PAGES", 2)
    pages = printed("#pagebreak()".join([GOOD] * 5))

    found = preflight(pages, WANTED)

    assert (found.pages, found.pages_looked_at, found.photos) == (5, 2, 2)


def test_a_photo_that_runs_over_the_cut_is_sound() -> None:
    assert preflight(printed(ON_THE_RIGHT + PHOTO.format(x=-9, w=20)), WANTED).photos == 1


def test_a_code_that_is_not_there_is_found_and_told() -> None:
    wanted = replace(WANTED, codes=frozenset({"HTTPS://A.VN/Q/1"}))

    error = fault(printed(), wanted)

    assert error.reason == "code"
    assert "HTTPS://A.VN/Q/1" in error.line_in("vi")
    assert "does not read back" in error.line_in("en")


def test_a_sheet_that_is_to_open_something_has_a_code() -> None:
    error = fault(printed(), replace(WANTED, has_code=True))

    assert error.reason == "codeless"


@pytest.mark.parametrize(
    ("file", "drawn", "key"),
    [
        ("leaflet-parts.typ", "qr(product.code, module, product.code_alt)", "leaflet"),
        ("large.typ", "qr(code, module, alt)", "poster-a3"),
    ],
)
def test_codes_that_a_theme_s_template_leaves_out_are_found(
    tmp_path: Path, file: str, drawn: str, key: str
) -> None:
    own = (THEME[0] / "press" / file).read_text("utf-8")
    assert drawn in own
    write(tmp_path, "theme.toml", 'name = "rieng"\n')
    write(tmp_path, f"press/{file}", own.replace(drawn, "[]"))
    found = catalogue(product(photos=()))
    piece = pieces.Piece(formats(THEME)[key], Subject(), ("vi",))
    chosen = pieces.chosen_for(found, piece, Stand({}))
    artifact = brochures.plan_one(found, piece, chosen, THEME)

    with pytest.raises(PressError) as raised:
        artifact.make(artifact.values, Folders(tmp_path, (tmp_path, *THEME)))
    assert raised.value.reason in {"code", "codeless"}


def test_every_fault_has_words_in_both_languages() -> None:
    assert all(vi and en and vi != en for vi, en in FAULTS.values())


def of_build(found: Catalogue, stand: Stand) -> list[tuple[pieces.Piece, Selection]]:
    """All that a build prints, with what it shows."""
    wanted = pieces.of_build(found, THEME, "vi")
    return [(each, pieces.chosen_for(found, each, stand)) for each in wanted]


@pytest.mark.parametrize(
    ("size", "rule"),
    [((2400, 1800), None), ((1600, 800), PHOTO_COARSE), ((320, 240), PHOTO_TOO_COARSE)],
)
def test_the_check_tells_of_a_photo_too_small_for_a_format(
    size: tuple[int, int], rule: object
) -> None:
    found = catalogue(product())
    stand = Stand({"1.jpg": Picture(PhotoFacts(*size, ""), "0")})
    chosen = of_build(found, stand)

    told = [*resolution.findings(chosen)]

    assert [each.rule for each in told] == ([rule] if rule else [])
    assert all(each.file == "content/products/kho-ca-1.md" for each in told)


def test_a_photo_in_the_form_of_a_thread_is_not_asked_for_as_one() -> None:
    found = catalogue(product(photos=(Photo(file="1.jpg", alt="a"),)))
    for size in ((16_000, 1), (1, 16_000)):
        stand = Stand({"1.jpg": Picture(PhotoFacts(*size, ""), "0")})
        [told] = resolution.findings(of_build(found, stand))
        sides = sorted(map(int, told.values["wanted_size"].split(" × ")))

        assert (told.rule, sides[1]) == (PHOTO_TOO_COARSE, 4 * sides[0])
        assert 600 < sides[0] < sides[1] < 8000


def test_a_photo_of_which_a_warning_tells_already_is_not_told_again() -> None:
    """But where a format wants a larger one than that warning asks for."""
    found = catalogue(product(photos=(Photo(file="1.jpg", alt="a"),)))
    stand = Stand({"1.jpg": Picture(PhotoFacts(1500, 700, ""), "0")})
    [told] = resolution.findings(of_build(found, stand))
    needed = int(told.values["wanted_size"].split()[0])

    assert told.values["size"] == "1500 × 700"
    assert [*resolution.findings(of_build(found, stand), {"1.jpg": needed})] == []
    assert [*resolution.findings(of_build(found, stand), {"1.jpg": needed - 1})] == [told]


def test_a_photo_may_stand_in_one_of_several_places_but_not_on_the_cover_alone() -> None:
    """A product's own poster takes the large one; beside a leaflet's words is a photo as well."""
    found = catalogue(product(photos=(Photo(file="1.jpg", alt="a"),)))
    stand = Stand({"1.jpg": Picture(PhotoFacts(2400, 1600, ""), "0")})
    for key, places in (("poster-a3", [2]), ("leaflet", [1, 1])):
        [of] = found.products if key == "poster-a3" else [None]
        piece = pieces.Piece(formats(THEME)[key], Subject(product=of), ("vi",))
        chosen = pieces.chosen_for(found, piece, stand)
        values = brochures.plan_one(found, piece, chosen, THEME).values

        assert [len(sizes) for _, sizes in wanted_of(values).photos] == places
