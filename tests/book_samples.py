"""A small catalogue with all that makes a book hard to set, and its books."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from press_samples import THEME, catalogue, photographed, product

from generator.catalogue.model import Catalogue, Page, Photo
from generator.engine import Folders
from generator.pictures.picture import PhotoFacts, Picture
from generator.press import brochures, pieces
from generator.press.formats import formats
from generator.press.pieces import Piece
from generator.press.selection import Stand, Subject

LONG = "KHÔ CÁ SẶC RẰN ƯỚP MUỐI ỚT PHƠI HAI NẮNG TRÊN GIÀN TRÀM CỦA TỔ HỢP TÁC ẤP MẪU " * 2
TWO = (Photo(file="3.jpg", alt="Dừa đứng"), Photo(file="33.jpg", alt="Dừa bổ"))
STORY = "\n\n".join(["## Mùa nước"] + ["Cá về khi nước rút, người ta bẻ ngạnh rồi phơi. " * 12] * 6)


def books() -> Catalogue:
    """Eight products in three groups: a long name, no photo, a tall one, no story, no code."""
    words = [
        product(1, name="Ốc gạo", story=STORY, group=2),
        product(2, name="Đậu nành", photos=(), group=3),
        product(3, name="Dừa sáp", photos=TWO, group=3),
        product(4, name=LONG.strip()[:120], story="", summary=None),
        product(5, name="Mắm cá linh", code=None, packs=()),
        product(6, name="Khô cá chốt", group=8),
        product(7, name="Khô cá lóc", group=8, sample=True),
        product(8, name="Gạo nàng thơm", status="potential", certificate=None, group=3),
    ]
    page = Page(slug="dang-ky-du-thi", source="a.md", title="Dự thi", body="## Nộp ở xã\n\nHỏi xã.")
    return catalogue(*words).model_copy(update={"pages": (page,)})


def pictured(content: Path, found: Catalogue) -> dict[str, Picture]:
    """Photos of all products, the third's first one tall."""
    pictures = photographed(content, found)
    Image.new("RGB", (600, 1280), (90, 140, 120)).save(content / "media" / "3.jpg")
    return {**pictures, "3.jpg": Picture(PhotoFacts(600, 1280, ""), "03")}


def book(key: str, content: Path, found: Catalogue, *, prices: bool = True) -> list[bytes]:
    """The files of one book."""
    piece = Piece(formats(THEME)[key], Subject(), ("vi",), prices)
    chosen = pieces.chosen_for(found, piece, Stand(pictured(content, found)))
    artifact = brochures.plan_one(found, piece, chosen, THEME)
    return [*artifact.make(artifact.values, Folders(content, THEME))]
