"""Share cards: what a chat shows for a link."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageColor, ImageFont

from generator import theme
from generator.catalogue.model import Photo
from generator.engine import Folders
from generator.pictures import cards
from generator.pictures.cards import Card
from generator.pictures.typst_compiler import pdf
from generator.theme.fonts import font_path

ROOT = Path(__file__).parent.parent
THEME = (ROOT / "themes" / "mua-nuoc-noi",)
TEMPLATES = theme.typst_template_files(THEME)
CARD = Card("OCOP Tân Hưng", "Khô cá chốt", "Hộ Đỗ Thị Ngân", "xã Tân Hưng", 3)
SAMPLE = Card("OCOP Tân Hưng", "Khô cá chốt", "Hộ A", "xã Tân Hưng", None, "Dữ liệu mẫu")
STRAW, LOTUS, PAPER = (theme.palette(THEME).on_screen(each) for each in ("straw", "seal", "paper"))


def made(
    card: Card, content: Path, photo: Photo | None = None, folders: theme.Folders = THEME
) -> bytes:
    artifact = cards.plan("kho-ca-chot", "vi", "a.md", card, photo, content, TEMPLATES)
    (found,) = artifact.make(artifact.values, Folders(content, folders))
    return found


def image(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def count(picture: Image.Image, colour: str, box: tuple[int, int, int, int]) -> int:
    """Pixels near a colour within a box."""
    off = ImageChops.difference(picture.crop(box), Image.new(
        "RGB", (box[2] - box[0], box[3] - box[1]), ImageColor.getrgb(colour)))  # fmt: skip
    bands = [band.point(lambda value: 255 if value < 24 else 0) for band in off.split()]
    both = ImageChops.multiply(ImageChops.multiply(bands[0], bands[1]), bands[2])
    return both.histogram()[255]


def said(name: str, **others: str) -> list[str]:
    """The lines of text of a card in Typst's own order, without the site's name."""
    words = {"site": "OCOP", "producer": "", "place": "", "stars": None, "sample": None}
    values = {**words, "until": None, "language": "vi", "photo": False, "name": name, **others}
    inputs = {"values": json.dumps(values), "flavour": "screen"}
    page = pypdfium2.PdfDocument(pdf(theme.typst_templates(THEME), cards.TEMPLATE, inputs))[0]
    text = page.get_textpage().get_text_bounded()
    return [line.strip() for line in text.replace("\r", "").split("\n") if line][1:]


PANEL = (0, 110, 600, 590)
PHOTO_SIDE = (700, 0, 1200, 630)


def test_a_card_has_the_size_that_networks_want_and_is_light(tmp_path: Path) -> None:
    found = made(CARD, tmp_path)

    assert image(found).size == (1200, 630)
    assert len(found) <= 150_000
    assert found == made(CARD, tmp_path)


def test_a_card_of_a_crowded_photo_is_light_too(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    leaves = Image.effect_noise((500, 500), 60).resize((1500, 1500), Image.Resampling.BICUBIC)
    leaves.convert("RGB").save(tmp_path / "media" / "a.jpg", quality=95)

    assert len(made(CARD, tmp_path, Photo(file="a.jpg", alt="lá"))) <= 150_000


def test_the_photo_is_cut_around_its_focus(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    picture = Image.new("RGB", (3000, 630), "#dc1e1e")
    picture.paste("#1e1edc", (1500, 0, 3000, 630))
    picture.save(tmp_path / "media" / "a.png")
    left = image(made(CARD, tmp_path, Photo(file="a.png", alt="cá", focus="0% 50%")))
    right = image(made(CARD, tmp_path, Photo(file="a.png", alt="cá", focus="100% 50%")))

    assert count(left, "#dc1e1e", PHOTO_SIDE) == 500 * 630
    assert count(right, "#1e1edc", PHOTO_SIDE) == 500 * 630


def test_stars_are_drawn_only_where_they_are_given(tmp_path: Path) -> None:
    def straw(stars: int | None) -> int:
        card = Card("OCOP", "Khô cá chốt", "Hộ A", "xã Tân Hưng", stars)
        return count(image(made(card, tmp_path)), STRAW, PANEL)

    assert straw(None) == 0
    assert straw(5) == pytest.approx(straw(3) * 5 / 3, rel=0.1)


def test_only_sample_content_wears_the_pill(tmp_path: Path) -> None:
    corner = (900, 20, 1190, 90)

    assert count(image(made(CARD, tmp_path)), LOTUS, corner) == 0
    assert count(image(made(SAMPLE, tmp_path)), LOTUS, corner) > 3000


@pytest.mark.parametrize(
    "name",
    [
        "Mắm",
        "Ễ Ặ Ỗ Ữ Ệ",
        "Mật ong tràm nguyên chất vùng Đồng Tháp Mười lọ thủy tinh năm trăm mi-li-lít hạng nhất",
        "Nghiêng" * 12,
        "W" * 40 + " " + "Ổ" * 40,
    ],
)
@pytest.mark.parametrize("site", ["OCOP Tân Hưng " * 5, "OCOPTânHưng" * 8])
def test_a_name_of_any_length_stays_on_the_panel(tmp_path: Path, name: str, site: str) -> None:
    card = Card(site, name, "Hợp tác xã " * 12, "xã Tân Hưng " * 12, 5, until="đến 27/05/2027")
    picture = image(made(card, tmp_path))

    assert count(picture, PAPER, (0, 0, 52, 590)) == 52 * 590
    assert count(picture, PAPER, (580, 0, 608, 590)) == 28 * 590
    assert count(picture, PAPER, (0, 0, 600, 36)) == 600 * 36
    assert count(picture, PAPER, (0, 560, 600, 590)) == 600 * 30


def test_names_take_even_lines() -> None:
    assert said("Khô cá chốt Đỗ Thị Ngân") == ["Khô cá chốt", "Đỗ Thị Ngân"]


def test_a_long_name_takes_a_smaller_size_before_it_is_cut() -> None:
    name = "Mật ong tràm nguyên chất vùng Đồng Tháp Mười"

    assert " ".join(said(name)) == name


def test_text_that_cannot_fit_ends_at_a_word() -> None:
    name = "Mật ong tràm nguyên chất vùng Đồng Tháp Mười lọ thủy tinh năm trăm mi-li-lít hạng nhất"
    found = " ".join(said(name))

    assert found.endswith("…")
    assert name.startswith(found.removesuffix("…") + " ")


def test_a_word_wider_than_the_panel_is_cut_within() -> None:
    (found,) = said("Nghiêng" * 12)

    assert found.endswith("…")
    assert ("Nghiêng" * 12).startswith(found.removesuffix("…"))
    assert len(found) > 15


def test_accents_of_two_lines_do_not_meet() -> None:
    """The line step of 1.22 has room for the tallest small letter under the deepest."""
    face = ImageFont.truetype(font_path("Bold"), 100)
    tallest = max(-face.getbbox(letter, anchor="ls")[1] for letter in "ễẵổữỷđlhk")
    deepest = max(face.getbbox(letter, anchor="ls")[3] for letter in "ợệậựỵgpqy")

    assert tallest + deepest <= 122


@pytest.mark.parametrize(("plain", "marked"), [("DANH MUC MÂU", "DANH MUC MẪU"), ("mâu", "mẫu")])
def test_the_sites_name_keeps_the_marks_over_its_letters(
    tmp_path: Path, plain: str, marked: str
) -> None:
    pictures = [image(made(Card(site, "Khô cá"), tmp_path)) for site in (plain, marked)]
    differing = ImageChops.difference(*pictures).convert("L").crop((126, 0, 600, 100))

    assert sum(differing.histogram()[96:]) > 5


def test_cards_have_the_paths_of_the_contract() -> None:
    assert cards.share_path("gao-thom", "vi") == "site/share/gao-thom.jpg"
    assert cards.share_path("gao-thom", "en") == "site/share/gao-thom.en.jpg"
    assert cards.share_path(None, "vi") == "site/share.jpg"
    assert cards.share_path(None, "en") == "site/share.en.jpg"


def test_a_card_depends_on_its_photo_and_on_the_themes_templates(tmp_path: Path) -> None:
    photo = Photo(file="a.jpg", alt="cá")
    artifact = cards.plan("a", "vi", "content/products/a.md", CARD, photo, tmp_path, TEMPLATES)
    site = cards.plan(None, "vi", "content/site.yaml", CARD, None, tmp_path, TEMPLATES)

    assert artifact.files == (tmp_path / "media" / "a.jpg", *TEMPLATES)
    assert artifact.source == "content/products/a.md"
    assert site.files == TEMPLATES
    assert {"share-card.typ", "theme.toml"} <= {each.name for each in TEMPLATES}


def own_theme(root: Path, colours: str = "", card: str | None = None) -> theme.Folders:
    (root / "rieng" / "press").mkdir(parents=True)
    text = f'inherits = "mua-nuoc-noi"\n[colours]\n{colours}\n'
    (root / "rieng" / "theme.toml").write_text(text, "utf-8")
    if card is not None:
        (root / "rieng" / "press" / cards.TEMPLATE).write_text(card, "utf-8")
    return theme.chain("rieng", [root, ROOT / "themes"])


def test_a_childs_colour_reaches_share_cards(tmp_path: Path) -> None:
    folders = own_theme(tmp_path, 'straw = "#1e1edc"')

    assert count(image(made(CARD, tmp_path)), "#1e1edc", PANEL) == 0
    assert count(image(made(CARD, tmp_path, folders=folders)), "#1e1edc", PANEL) > 1000
    assert count(image(made(CARD, tmp_path, folders=folders)), STRAW, PANEL) == 0


def test_a_theme_puts_the_photo_where_it_leaves_its_card_see_through(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    Image.new("RGB", (900, 900), "#dc1e1e").save(tmp_path / "media" / "a.png")
    page = "#set page(width: 1200pt, height: 630pt, margin: 0pt, fill: none)\n"
    folders = own_theme(
        tmp_path, card=f"{page}#place(dy: 200pt, rect(width: 100%, height: 430pt, fill: white))"
    )
    picture = image(made(CARD, tmp_path, Photo(file="a.png", alt="cá"), folders))

    assert count(picture, "#dc1e1e", (0, 0, 1200, 196)) == 1200 * 196
    assert count(picture, "#ffffff", (0, 204, 1200, 630)) == 1200 * 426


def test_a_card_that_cannot_be_drawn_names_the_themes_file(tmp_path: Path) -> None:
    folders = own_theme(tmp_path, card="#nothing")

    with pytest.raises(theme.ThemeError, match=r"press/share-card\.typ: .*nothing"):
        made(CARD, tmp_path, folders=folders)


def test_the_values_of_cards_are_documented(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "themes.md").read_text("utf-8")
    part = text.partition("### `press/share-card.typ`")[2].partition("\n#")[0]
    values = cards.plan("a", "vi", "a.md", CARD, None, tmp_path, TEMPLATES).values

    named = {line.split("`")[1] for line in part.split("\n") if line.startswith("| `")}
    assert named == {*values["card"], "language", "photo"}
