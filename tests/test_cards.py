"""Share cards: what a chat shows for a link."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from generator.catalogue.model import Photo
from generator.engine import Folders
from generator.pictures import (
    cards,
    drawing,
)
from generator.pictures import text_layout as lettering
from generator.pictures.cards import Card
from generator.pictures.imaging import PAPER

CARD = Card("OCOP Tân Hưng", "Khô cá chốt", "Hộ Đỗ Thị Ngân", "xã Tân Hưng", 3)
SAMPLE = Card("OCOP Tân Hưng", "Khô cá chốt", "Hộ A", "xã Tân Hưng", None, "Dữ liệu mẫu")


def made(card: Card, content: Path, photo: Photo | None = None) -> bytes:
    artifact = cards.plan("kho-ca-chot", "vi", "a.md", card, photo, content)
    (found,) = artifact.make(artifact.values, Folders(content, ()))
    return found


def image(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def count(picture: Image.Image, colour: drawing.Colour, box: tuple[int, int, int, int]) -> int:
    """Pixels near a colour within a box."""
    off = ImageChops.difference(picture.crop(box), Image.new("RGB", (1, 1), colour).resize(
        (box[2] - box[0], box[3] - box[1])))  # fmt: skip
    bands = [band.point(lambda value: 255 if value < 24 else 0) for band in off.split()]
    both = ImageChops.multiply(ImageChops.multiply(bands[0], bands[1]), bands[2])
    return both.histogram()[255]


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

    assert count(left, (220, 30, 30), PHOTO_SIDE) == 500 * 630
    assert count(right, (30, 30, 220), PHOTO_SIDE) == 500 * 630


def test_stars_are_drawn_only_where_they_are_given(tmp_path: Path) -> None:
    def straw(stars: int | None) -> int:
        card = Card("OCOP", "Khô cá chốt", "Hộ A", "xã Tân Hưng", stars)
        return count(image(made(card, tmp_path)), drawing.STRAW, PANEL)

    assert straw(None) == 0
    assert straw(5) == pytest.approx(straw(3) * 5 / 3, rel=0.1)


def test_only_sample_content_wears_the_pill(tmp_path: Path) -> None:
    corner = (900, 20, 1190, 90)

    assert count(image(made(CARD, tmp_path)), drawing.LOTUS, corner) == 0
    assert count(image(made(SAMPLE, tmp_path)), drawing.LOTUS, corner) > 3000


@pytest.mark.parametrize(
    "name",
    [
        "Mắm",
        "Ễ Ặ Ỗ Ữ Ệ",
        "Mật ong tràm nguyên chất vùng Đồng Tháp Mười lọ thủy tinh năm trăm mi-li-lít hạng nhất",
        "Nghiêng" * 12,
    ],
)
def test_a_name_of_any_length_stays_on_the_panel(tmp_path: Path, name: str) -> None:
    card = Card("OCOP Tân Hưng " * 5, name, "Hợp tác xã " * 12, "xã Tân Hưng " * 12, 5)
    picture = image(made(card, tmp_path))

    assert count(picture, PAPER, (0, 0, 52, 590)) == 52 * 590
    assert count(picture, PAPER, (580, 0, 608, 590)) == 28 * 590
    assert count(picture, PAPER, (0, 0, 600, 36)) == 600 * 36


def test_names_take_the_largest_size_and_even_lines() -> None:
    face, lines = lettering.fitted("Khô cá chốt Đỗ Thị Ngân", "Bold", (68, 40), 512, 3)

    assert (face.size, lines) == (68, ["Khô cá chốt", "Đỗ Thị Ngân"])


def test_a_long_name_takes_a_smaller_size_before_it_is_cut() -> None:
    name = "Mật ong tràm nguyên chất vùng Đồng Tháp Mười"
    face, lines = lettering.fitted(name, "Bold", (68, 40), 512, 3)

    assert (face.size, " ".join(lines)) == (40, name)


def test_text_that_cannot_fit_ends_at_a_word() -> None:
    lines = lettering.wrapped("Một hai ba bốn năm sáu", lettering.font("Bold", 40), 200, 2)

    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert set(" ".join(lines).rstrip("…").split()) < {"Một", "hai", "ba", "bốn", "năm", "sáu"}


def test_accents_of_two_lines_do_not_meet() -> None:
    """The line step of 1.22 has room for the tallest small letter under the deepest."""
    face = lettering.font("Bold", 100)
    tallest = max(-face.getbbox(letter, anchor="ls")[1] for letter in "ễẵổữỷđlhk")
    deepest = max(face.getbbox(letter, anchor="ls")[3] for letter in "ợệậựỵgpqy")

    assert tallest + deepest <= 122


def test_cards_have_the_paths_of_the_contract() -> None:
    assert cards.share_path("gao-thom", "vi") == "site/share/gao-thom.jpg"
    assert cards.share_path("gao-thom", "en") == "site/share/gao-thom.en.jpg"
    assert cards.share_path(None, "vi") == "site/share.jpg"
    assert cards.share_path(None, "en") == "site/share.en.jpg"


def test_a_card_depends_on_its_photo(tmp_path: Path) -> None:
    photo = Photo(file="a.jpg", alt="cá")
    artifact = cards.plan("a", "vi", "content/products/a.md", CARD, photo, tmp_path)

    assert artifact.files == (tmp_path / "media" / "a.jpg",)
    assert artifact.source == "content/products/a.md"
    assert cards.plan(None, "vi", "content/site.yaml", CARD, None, tmp_path).files == ()
