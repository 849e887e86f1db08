"""Share cards: the picture that chat programs and social networks show for a link, 1200×630.

The theme's press/share-card.typ draws them. The caller gives every word in the card's language, and
the stars only where they may be shown.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

from generator import theme
from generator.catalogue.languages import Language
from generator.catalogue.model import Photo
from generator.engine import (
    Artifact,
    Folders,
    Values,
)
from generator.pictures.imaging import PAPER
from generator.pictures.photos import cropped, jpeg_bytes
from generator.pictures.picture import share_path
from generator.pictures.typst_compiler import TypstError, png
from generator.theme.signs import printed

TEMPLATE = "share-card.typ"

_QUALITIES = (86, 80, 74, 66, 58)
_BYTES = 150_000


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card; `sample` is the pill's text for invented content, None for real.

    A picture can't take its stars back, so `until` says beside them how long they hold.
    """

    site: str
    name: str
    producer: str = ""
    place: str = ""
    stars: int | None = None
    sample: str | None = None
    until: str | None = None


def plan(
    slug: str | None,
    language: Language,
    source: str,
    card: Card,
    photo: Photo | None,
    content: Path,
    templates: tuple[Path, ...],
) -> Artifact:
    """The card of a product, or for slug None of the site; `templates` are the theme's files."""
    return Artifact(
        paths=(share_path(slug, language),),
        make=make_card,
        values={
            "card": {key: _drawable(said, language) for key, said in asdict(card).items()},
            "language": language,
            "photo": {"file": photo.file, "focus": photo.focus} if photo else None,
        },
        source=source,
        files=(content / "media" / photo.file, *templates) if photo else templates,
        cost=1,
        anywhere=True,
    )


def _drawable(said: str | int | None, language: Language) -> str | int | None:
    """A card's words without signs that its typeface lacks."""
    return printed(said, language) if isinstance(said, str) else said


def make_card(values: Values, folders: Folders) -> Sequence[bytes]:
    """`card` (the fields of Card) and `language` beside `photo` ({file, focus} or None).

    JPEG of ≤ 150 kB. Raises ThemeError where the template is at fault, or PhotoError.
    """
    photo = values["photo"]
    said = {**values["card"], "language": values["language"], "photo": photo is not None}
    inputs = {"values": json.dumps(said, ensure_ascii=False), "flavour": "screen"}
    try:
        drawn = png(theme.typst_templates(folders.theme), TEMPLATE, inputs)
    except TypstError as fault:
        raise theme.ThemeError(
            f"press/{TEMPLATE}: {fault}", f"press/{TEMPLATE}: {fault}"
        ) from fault
    image = _filled(Image.open(BytesIO(drawn)).convert("RGBA"), photo, folders.content)
    content = b""
    for quality in _QUALITIES:
        content = jpeg_bytes(image, quality)
        if len(content) <= _BYTES:
            break
    return [content]


def _filled(card: Image.Image, photo: Values | None, content: Path) -> Image.Image:
    """The card with the photo behind all that the theme left see-through.

    So a theme says where the photo goes, and Typst is spared packing it into a PNG, which takes
    longer than all the rest.
    """
    whole = Image.new("RGB", card.size, PAPER)
    window = ImageChops.invert(card.getchannel("A")).getbbox()
    if photo and window:
        left, top, right, bottom = window
        file = content / "media" / photo["file"]
        whole.paste(cropped(file, right - left, bottom - top, photo["focus"]), (left, top))
    whole.paste(card, mask=card)
    return whole
