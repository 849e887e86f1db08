"""A printed format is one entry, one template and its strings: no Python is touched for one."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from press_samples import MM, THEME, codes_in, text_of
from small_project import built, change, everything, project, write

from generator.desk.content import load
from generator.engine import Folders
from generator.press import brochures
from generator.press.formats import formats
from generator.press.selection import Stand
from generator.press.typesetter import PressError
from generator.theme import ThemeError

CARD = """\
[buu-thiep]
title = { vi = "bưu thiếp", en = "postcard" }
subjects = ["product", "catalogue"]
template = "buu-thiep.typ"
page = "210 x 297"
bleed = 2
most = 2
flavours = ["press", "office"]
[[buu-thiep.pages]]
panels = [{ name = "mat", width = 90, count = 2 }]
rows = 2
margin = "10 x 20"
gap = "10 x 7"
[[buu-thiep.slots]]
name = "anh"
shows = "each"
size = "60 x 40"
bleeds = ["left"]
"""
TEMPLATE = """\
#import "palette.typ": face, flavour, palette
#import "parts.typ": module-within, qr
#let values = json(bytes(sys.inputs.values))
#let (sheet, photo) = (values.format, values.slots.anh)
#let bleed = if flavour == "press" { sheet.bleed * 1mm } else { 0mm }
#set document(title: values.document, author: values.author)
#set page(
  width: sheet.page_width * 1mm, height: sheet.page_height * 1mm,
  margin: 0mm, bleed: bleed, fill: none,
)
#set text(font: face, size: 9pt, lang: "vi", fill: palette.ink)
#if values.title.len() > 90 { panic("print-overflow[name]: " + values.title) }
#for (number, panel) in sheet.pages.first().enumerate() {
  let product = values.products.at(calc.rem(number, values.products.len()))
  let size = (width: panel.width * 1mm, height: panel.height * 1mm)
  place(dx: panel.x * 1mm, dy: panel.y * 1mm, block(..size, {
    image(
      photo.files.at(calc.rem(number, values.products.len())).first(),
      width: photo.width * 1mm, height: photo.height * 1mm, alt: product.photo_alt,
    )
    [#values.words.at("buu-thiep.greeting") #product.name]
    qr(product.code, module-within(product.code, 20mm), product.code_alt)
  }))
}
"""
SECOND = '[[buu-thiep.slots]]\nname = "anh"\nshows = "last"\nsize = "9 x 9"\nleast = 2\n'
WORDS = '[buu-thiep]\ntitle = "Bưu thiếp: {name}"\ngreeting = "Thăm quê có"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = project(tmp_path)
    write(made, "themes/rieng/press/formats.toml", CARD)
    write(made, "themes/rieng/press/buu-thiep.typ", TEMPLATE)
    write(made, "themes/rieng/strings/press.vi.toml", WORDS)
    return made


def test_an_entry_a_template_and_strings_make_a_format(root: Path) -> None:
    assert built(root, "brochures") == 0
    found = everything(root / "output")
    each = {f"brochures/products/{slug}/buu-thiep" for slug in ("kho-ca", "mam-ca", "gao")}
    bases = {"brochures/catalogue/buu-thiep", *each}

    assert "brochures/catalogue/leaflet.pdf" in found
    assert {path for path in found if "buu-thiep" in path} == {
        f"{base}{end}" for base in bases for end in (".pdf", ".office.pdf", ".proof.json")
    }
    card = found["brochures/products/kho-ca/buu-thiep.pdf"]
    assert codes_in(card) == ["HTTPS://THU.EXAMPLE/Q/7K3M1"] * 4
    assert text_of(card).count("Thăm quê có Khô cá") == 4
    with pikepdf.open(BytesIO(card)) as document:
        assert document.docinfo["/Title"] == "Bưu thiếp: Khô cá"
        box = [float(x) / MM for x in document.pages[0].mediabox]
        assert box == pytest.approx([0, 0, 234, 321], abs=0.1)
        [picture] = [
            each
            for each in document.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
        wanted = (round(62 / 25.4 * 300), round(40 / 25.4 * 300))
        assert (int(picture.Width), int(picture.Height)) == wanted


def test_a_formats_most_holds_for_it_alone(root: Path) -> None:
    assert built(root, "brochures") == 0
    found = everything(root / "output")

    assert len({*codes_in(found["brochures/catalogue/buu-thiep.pdf"])}) == 2
    assert len(codes_in(found["brochures/catalogue/leaflet.pdf"])) == 4


def test_words_without_room_name_the_format_and_the_product(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(root, "content/products/gao.md", "name: Gạo", f"name: {'Gạo thơm ' * 10}một")

    assert built(root, "brochures") == 1
    said = capsys.readouterr().err
    assert "content/products/gao.md" in said
    assert "error[print-overflow]: Chữ của “Gạo thơm" in said
    assert "không vừa bưu thiếp" in said
    assert "Hãy rút ngắn name (93)." in said


def test_a_changed_entry_is_printed_anew(root: Path) -> None:
    assert built(root, "brochures") == 0
    before = everything(root / "output")
    change(root, "themes/rieng/press/formats.toml", 'size = "60 x 40"', 'size = "60 x 45"')

    assert built(root, "brochures") == 0
    after = everything(root / "output")
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {path for path in after if "buu-thiep" in path and path.endswith(".pdf")}


def test_the_panels_of_rows_share_the_height_between_margins_and_gaps(root: Path) -> None:
    found = formats((root / "themes/rieng", *THEME))["buu-thiep"]
    cells = found.values["pages"][0]

    assert [(each["x"], each["y"]) for each in cells] == [
        (10, 20),
        (110, 20),
        (10, 152),
        (110, 152),
    ]
    assert {(each["width"], each["height"]) for each in cells} == {(90, 125)}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("width = 90", "width = 101", "buu-thiep: trang 1: các ô rộng 232 mm"),
        ("rows = 2", "rows = 60", "trang 1: các hàng không còn chiều cao"),
        ('"product", "catalogue"', '"village"', "buu-thiep.subjects.0"),
        ("most = 2", "most = 2\nmosst = 3", "buu-thiep.mosst: không có khóa nào như vậy"),
        ('size = "60 x 40"', 'size = "to"', "buu-thiep.slots.0.size"),
        ("[buu-thiep]", "[buu-thiep", "formats.toml"),
        ('"buu-thiep.typ"', '"../x.typ"', "buu-thiep.template"),
        ('"buu-thiep.typ"', '"khong-co.typ"', "không có tệp 'press/khong-co.typ'"),
        ('size = "60 x 40"', 'size = "0 x 40"', "chỗ ảnh anh: 0 x 40 mm không vừa trang này"),
        ('size = "60 x 40"', 'size = "60 x 400"', "chỗ ảnh anh: 60 x 400 mm không vừa trang này"),
        ('bleeds = ["left"]', 'bleeds = ["left", "left"]', "chỗ ảnh anh: một cạnh tràn lề"),
        (
            "[[buu-thiep.slots]]",
            f"{SECOND}\n[[buu-thiep.slots]]",
            "hai chỗ ảnh cùng tên anh cho cùng một số sản phẩm",
        ),
    ],
)
def test_a_faulty_entry_is_one_line_and_no_build(
    root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    change(root, "themes/rieng/press/formats.toml", old, new)

    with pytest.raises(ThemeError, match=r"formats\.toml|khong-co\.typ"):
        formats((root / "themes/rieng", *THEME))
    assert built(root, "brochures") == 1
    heard = capsys.readouterr().err
    [line] = [line for line in heard.splitlines() if "Không dùng được giao diện" in line]
    assert said in line


def test_the_leaflets_panels_fill_its_page() -> None:
    leaflet = formats(THEME)["leaflet"]

    assert [page.width for page in leaflet.pages] == [297, 297]


@pytest.mark.parametrize(
    ("file", "old", "new", "source", "shorten"),
    [
        ("products/gao.md", "summary: Món", f"summary: {'Dài quá. ' * 400}", "gao.md", "summary"),
        ("site.yaml", "tagline: Ba món", f"tagline: {'Dài ' * 99}", "site.yaml", "tagline"),
        ("site.yaml", "tagline:", f"description: {'Dài. ' * 600}\ntagline:", "", "description"),
    ],
)
def test_one_rule_tells_of_a_leaflet_which_words_to_shorten_and_in_which_file(
    root: Path, file: str, old: str, new: str, source: str, shorten: str
) -> None:
    change(root, f"content/{file}", old, new)
    found = load(root, theme="mua-nuoc-noi")
    assert found.catalogue
    stand = Stand(found.pictures)
    made = brochures.plan(found.catalogue, stand, THEME, "vi")
    [leaflet] = [each for each in made if each.paths[0].endswith("/leaflet.pdf")]

    with pytest.raises(PressError) as caught:
        leaflet.make(leaflet.values, Folders(root / "content", THEME))
    line = caught.value.line_in("en")
    assert caught.value.source.endswith(source)
    assert "error[print-overflow]" in line
    assert "don't fit the leaflet, even in" in line
    assert re.search(rf"Shorten (\w+, )?{shorten}( \(\d+\))?(, \w+)?\.$", line)


def test_measures_stand_in_tables_and_in_no_drawing_that_templates_share() -> None:
    """The bleed of a format is formats.toml's, of a label its stock's."""
    shared = (THEME[0] / "press/palette.typ").read_text("utf-8")

    assert not re.search(r"\d ?mm\b", shared)
