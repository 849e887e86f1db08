"""Share cards: the picture that chat programs and social networks show for a link, 1200×630.

A photo on the right, the product's name on paper white on the left. The caller gives every word in
the card's language, and the stars only where they may be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from generator.catalogue.languages import Language
from generator.catalogue.model import Photo
from generator.engine import (
    Artifact,
    Folders,
    Values,
)
from generator.pictures import drawing
from generator.pictures import text_layout as lettering
from generator.pictures.imaging import PAPER
from generator.pictures.photos import cropped, jpeg_bytes
from generator.typeface.signs import printed

WIDTH, HEIGHT = 1200, 630

_PANEL = 616
_MARGIN = 60
_COLUMN = _PANEL - _MARGIN - 44
_BAND = 12
_QUALITIES = (86, 80, 74, 66, 58)
_BYTES = 150_000
_NAME_SIZES = (68, 62, 56, 50, 45, 40)
_NAME_LINES = 3


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


def share_path(slug: str | None, language: Language) -> str:
    """Where a product's card, or for None the site's own, lives below output/."""
    ending = "jpg" if language == "vi" else f"{language}.jpg"
    return f"site/share/{slug}.{ending}" if slug else f"site/share.{ending}"


def plan(
    slug: str | None,
    language: Language,
    source: str,
    card: Card,
    photo: Photo | None,
    content: Path,
) -> Artifact:
    """The card of a product, or for slug None of the site; without a photo it gets a landscape."""
    return Artifact(
        paths=(share_path(slug, language),),
        make=make_card,
        values={
            "card": {key: _drawable(said, language) for key, said in asdict(card).items()},
            "photo": {"file": photo.file, "focus": photo.focus} if photo else None,
        },
        source=source,
        files=(content / "media" / photo.file,) if photo else (),
        cost=1,
    )


def _drawable(said: str | int | None, language: Language) -> str | int | None:
    """A card's words without signs that its typeface lacks."""
    return printed(said, language) if isinstance(said, str) else said


def make_card(values: Values, folders: Folders) -> Sequence[bytes]:
    """`card` (the fields of Card) beside `photo` ({file, focus} or None) as JPEG of ≤ 150 kB."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    image.paste(_picture(values["photo"], folders.content), (_PANEL, 0))
    card = Card(**values["card"])
    _band(image)
    _head(image, card.site)
    _body(image, card)
    if card.sample:
        _pill(image, card.sample)
    content = b""
    for quality in _QUALITIES:
        content = jpeg_bytes(image, quality)
        if len(content) <= _BYTES:
            break
    return [content]


def _picture(photo: Values | None, content: Path) -> Image.Image:
    size = (WIDTH - _PANEL, HEIGHT)
    if photo is None:
        return drawing.landscape(*size)
    return cropped(content / "media" / photo["file"], *size, photo["focus"])


def _band(image: Image.Image) -> None:
    """Water along the foot of the panel, with a wave where it meets the paper."""
    top = drawing.wave(0, _PANEL, HEIGHT - _BAND, 4, _PANEL / 4, 0)[:61]
    straw = [(x, y - 7) for x, y in top]
    foot = [(float(_PANEL), float(HEIGHT)), (0.0, float(HEIGHT))]
    drawing.paint(image, drawing.STRAW, [straw + foot], (0, 0), 1)
    drawing.paint(image, drawing.WATER, [top + foot], (0, 0), 1)


def _head(image: Image.Image, site: str) -> None:
    drawing.mark(image, (_MARGIN - 4, 44), 56)
    (line,) = lettering.wrapped(site, lettering.font("SemiBold", 26), _COLUMN - 68, 1)
    pen = ImageDraw.Draw(image)
    pen.text(
        (_MARGIN + 66, 83),
        line,
        fill=drawing.WATER,
        font=lettering.font("SemiBold", 26),
        anchor="ls",
    )


def _body(image: Image.Image, card: Card) -> None:
    """Name, stars, producer and place, as one block in the middle of what the head leaves."""
    face, lines = lettering.fitted(card.name, "Bold", _NAME_SIZES, _COLUMN, _NAME_LINES)
    small = [
        (text, lettering.font(weight, size), colour)
        for text, weight, size, colour in (
            (card.producer, "SemiBold", 30, drawing.INK),
            (card.place, "Regular", 28, drawing.SOFT),
        )
        if text
    ]
    step = round(face.size * 1.22)
    notes = [
        (line, font, colour)
        for text, font, colour in small
        for line in lettering.wrapped(text, font, _COLUMN, 2)
    ]
    stars = 66 if card.stars else 0
    tall = step * len(lines) + stars + (24 if notes else 0) + 42 * len(notes)
    y = 112 + (HEIGHT - 112 - 40 - tall) / 2
    pen = ImageDraw.Draw(image)
    for line in lines:
        y += step
        baseline = y - face.size * 0.28
        pen.text((_MARGIN, baseline), line, fill=drawing.INK, font=face, anchor="ls")
    if card.stars:
        shapes = [drawing.star((0.5 + 1.18 * n, 0.5)) for n in range(card.stars)]
        drawing.paint(image, drawing.STRAW, shapes, (_MARGIN, y + 20), 42)
        if card.until:
            x = _MARGIN + 1.18 * 42 * card.stars + 14
            note = lettering.font("Regular", 26)
            pen.text((x, y + 51), card.until, fill=drawing.SOFT, font=note, anchor="ls")
    y += stars + 24
    for line, font, colour in notes:
        pen.text((_MARGIN, y + 30), line, fill=colour, font=font, anchor="ls")
        y += 42


def _pill(image: Image.Image, text: str) -> None:
    font = lettering.font("SemiBold", 24)
    width = font.getlength(text) + 44
    x, y = WIDTH - 32 - width, 32
    drawing.paint(image, drawing.LOTUS, [drawing.pill(width, 48)], (x, y), 1)
    ImageDraw.Draw(image).text((x + 22, y + 33), text, fill="#fff", font=font, anchor="ls")
