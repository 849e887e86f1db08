"""Brochures: one PDF a flavour of each printed format, for each of its subjects.

What there is to print stands in formats.toml; `leaflet` (tờ bướm) is one entry of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from generator import theme
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.engine import Artifact, Folders, Values
from generator.press import print_values as facts
from generator.press.brochure_values import photos_in, values_of
from generator.press.document_day import newest_day
from generator.press.finishing.flavoured_photos import pixels
from generator.press.formats import Format
from generator.press.selection import Selection, Shown, Stand, Subject, selections
from generator.press.template_values import BrochureValues
from generator.press.typesetter import Flavour, PressError, typeset

_QUALITY = 90
_SUFFIX: dict[Flavour, str] = {"press": ".pdf", "office": ".office.pdf"}


def plan(
    catalogue: Catalogue, stand: Stand, folders: theme.Folders, language: Language
) -> Iterator[Artifact]:
    """The files of every format and subject that has a product to show, in that language.

    Products without photo or code don't fit a brochure. Nor do those whose stars don't hold, or
    won't before the fair is over. Raises ThemeError for a faulty entry.
    """
    files = theme.typst_template_files(folders)
    words = theme.press_words(folders, language)
    for wanted, subject, chosen in selections(catalogue, stand, folders, language):
        if chosen.shown:
            base = f"brochures/{subject.folder}/{wanted.key}"
            paths = tuple(base + _SUFFIX[flavour] for flavour in wanted.flavours)
            values = {
                **values_of(catalogue, wanted, subject, chosen, words),
                "template": wanted.template,
                "flavours": [*wanted.flavours],
                "called": [wanted.title.vi, wanted.title.en],
                "dpi": wanted.dpi,
                "profile": None,
                "day": _day(subject, chosen),
                "photos": _photos(wanted, chosen.shown),
            }
            source = subject.source(catalogue)
            yield Artifact(paths, make, values, source, files, cost=10)


def make(values: Values, folders: Folders) -> Sequence[bytes]:
    """Every flavour. Raises PressError where words have no room, or PhotoError."""
    # Pixels, here and below: whoever only plans a brochure can spare what works on them.
    from generator.press.finishing.brochure_files import files

    templates = theme.typst_templates(folders.theme)
    return [*files(values, folders.content, templates, partial(_typeset, values, templates))]


def try_one(values: Values, folders: theme.Folders) -> None:
    """Set a brochure to see whether its words have room. Raises PressError where they don't."""
    from PIL import Image

    from generator.pictures.photos import jpeg_bytes

    blank = jpeg_bytes(Image.new("RGB", (1, 1)), _QUALITY, values["dpi"])
    photos = {each["name"]: blank for each in values["photos"]}
    _typeset(values, theme.typst_templates(folders), values["flavours"][0], photos)


def _typeset(
    values: Values,
    templates: Mapping[str, bytes],
    flavour: Flavour,
    photos: Mapping[str, bytes],
) -> bytes:
    products = [{**each, "code": facts.drawn(each["code"])} for each in values["products"]]
    told = {key: values[key] for key in BrochureValues.__annotations__}
    found = {**told, "products": products, "code": facts.drawn(values["code"])}
    main, source = str(values["template"]), str(values["source"])
    try:
        day = date.fromisoformat(values["day"]) if values["day"] else None
        return typeset(templates, main, found, flavour, source, photos, day)
    except PressError as error:
        called_vi, called_en = values["called"]
        named = {**error.values, "called_vi": called_vi, "called_en": called_en}
        files = {each["name"]: each["source"] for each in values["products"]}
        file = files.get(error.reason, error.source)
        raise PressError(file, error.rule, error.reason, **named) from error


def _day(subject: Subject, chosen: Selection) -> str | None:
    fair = subject.fair
    found = newest_day((each.product for each in chosen.shown), fair.starts_on if fair else None)
    return found.isoformat() if found else None


def _photos(wanted: Format, shown: Sequence[Shown]) -> list[facts.Value]:
    """Which photos to cut, in pixels; the digest makes a brochure new when its photo is."""
    found: list[facts.Value] = []
    for slot in wanted.slots_for(len(shown)).values():
        size = slot.cut(wanted.bleed)
        found += [
            {
                "name": name,
                "file": each.photo.file,
                "digest": each.picture.digest,
                "focus": each.photo.focus,
                "width": width,
                "height": height,
            }
            for name, each in photos_in(slot, shown)
            for width, height in [pixels(each.picture.facts.size, size, wanted.dpi)]
        ]
    return found
