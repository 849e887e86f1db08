"""Brochures: one PDF a flavour of each printed format, for each of its subjects.

What there is to print stands in formats.toml; `leaflet` (tờ bướm) is one entry of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from generator import theme
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.rules_press import PRINT_OVERFLOW
from generator.engine import Artifact, Folders, Values
from generator.press import print_values as facts
from generator.press.blamed_colours import blaming_colours
from generator.press.book_parts import is_large
from generator.press.brochure_values import values_of
from generator.press.drawn_codes import with_pictures, with_runs
from generator.press.finishing.flavoured_photos import pixels
from generator.press.finishing.own_profile import profile_named
from generator.press.formats import Format
from generator.press.long_words import longest_of
from generator.press.own_mark import mark_of, mark_photos
from generator.press.pieces import Piece, with_products
from generator.press.selection import Selection, Stand
from generator.press.slot_photos import photos_in
from generator.press.template_values import BrochureValues
from generator.press.typesetter import Flavour, PressError, typeset

if TYPE_CHECKING:
    from generator.press.finishing.brochure_files import Typeset

PROOF = ".proof.json"
_SUFFIX: dict[Flavour, str] = {
    "press": ".pdf",
    "office": ".office.pdf",
    "screen": ".screen.pdf",
}
_COVER, _BOOKLET = ".cover.pdf", ".booklet.pdf"
MOST_IN_BOOKLET = 240
"""Products of a booklet, each on a page or more: no staple holds the 64 sheets of more."""


def plan(
    catalogue: Catalogue, stand: Stand, folders: theme.Folders, language: Language
) -> Iterator[Artifact]:
    """The files of all that a build prints in that language and that has a product to show.

    Raises ThemeError for a faulty entry.
    """
    for piece, chosen in with_products(catalogue, folders, stand, language):
        yield plan_one(catalogue, piece, chosen, folders)


def in_flavour(brochure: Artifact, flavour: Flavour, path: str) -> Artifact:
    """The file of one flavour alone, at that path."""
    values = {**brochure.values, "flavours": [flavour], "leaf": None, "booklet": False}
    return replace(brochure, paths=(path,), values=values)


def plan_one(
    catalogue: Catalogue, piece: Piece, chosen: Selection, folders: theme.Folders
) -> Artifact:
    """The files of one piece. Raises ThemeError for strings that can't be filled in."""
    wanted = piece.format
    base = piece.base(catalogue.site.language)
    words = {language: theme.press_words(folders, language) for language in piece.languages}
    values = {
        **values_of(catalogue, piece, chosen, words),
        "template": wanted.template,
        "flavours": [*wanted.flavours],
        "called": [wanted.title.vi, wanted.title.en],
        "dpi": wanted.dpi,
        "leaf": wanted.leaf,
        "profile": profile_named(catalogue.site),
        "booklet": has_booklet(wanted, len(chosen.shown)),
        "proves": [*wanted.proves],
        "photos": _photos(wanted, chosen)
        + mark_photos(catalogue, wanted, mark_of(catalogue, wanted)),
    }
    return Artifact(
        tuple(base + each for each in _suffixes(wanted, len(chosen.shown))),
        make,
        values,
        piece.subject.source(catalogue),
        theme.typst_template_files(folders),
        cost=10,
    )


def has_booklet(wanted: Format, products: int) -> bool:
    """Whether a format of so many products is folded to a booklet as well."""
    return wanted.booklet and "office" in wanted.flavours and products <= MOST_IN_BOOKLET


def _suffixes(wanted: Format, products: int) -> list[str]:
    """The endings of the files; what goes to a printing house has a report of its preflight."""
    covers = [_COVER] if wanted.leaf else []
    booklet = [_BOOKLET] if has_booklet(wanted, products) else []
    proof = [PROOF] if "press" in wanted.flavours else []
    return [*(_SUFFIX[each] for each in wanted.flavours), *covers, *booklet, *proof]


def make(values: Values, folders: Folders) -> Sequence[bytes]:
    """Every flavour. Raises PressError where words have no room, or PhotoError."""
    return blaming_colours(lambda worn: _make(values, replace(folders, theme=worn)), folders.theme)


def _make(values: Values, folders: Folders) -> Sequence[bytes]:
    # Pixels, here and below: whoever only plans a brochure can spare what works on them.
    from generator.press.finishing.brochure_files import files, files_of_large

    templates = theme.typst_templates(folders.theme)
    if is_large(values):
        with _called(values):
            return [*files_of_large(values, folders, templates)]
    return [*files(values, folders, templates, _setter(values, templates))]


def _setter(values: Values, templates: Mapping[str, bytes]) -> Typeset:
    from generator.press.finishing.light_book import LightBook

    typeset = partial(_typeset, values, templates)
    return LightBook(values["photos"], typeset) if values["chapters"] else typeset


def try_one(values: Values, folders: theme.Folders) -> None:
    """Set a brochure to see whether its words have room. Raises PressError where they don't."""
    from generator.press.finishing.light_book import stand_ins

    flavour: Flavour = values["flavours"][0]
    photos = stand_ins(values["photos"], flavour)
    _typeset(values, theme.typst_templates(folders), flavour, photos)


def _typeset(
    values: Values,
    templates: Mapping[str, bytes],
    flavour: Flavour,
    photos: Mapping[str, bytes],
) -> bytes:
    told = {key: values[key] for key in BrochureValues.__annotations__}
    main, source = str(values["template"]), str(values["source"])

    found, pictures = (with_pictures if told["chapters"] else with_runs)(told, flavour)
    files = {**photos, **pictures}
    with _called(values):
        return typeset(templates, main, found, flavour, source, files, boxes=not told["chapters"])


@contextmanager
def _called(values: Values) -> Iterator[None]:
    """Have a fault name what is printed, and the product's own file where it is one's."""
    try:
        yield
    except PressError as error:
        called_vi, called_en = values["called"]
        named = {**error.values, "called_vi": called_vi, "called_en": called_en}
        found = {each["name"]: each for each in values["products"]}.get(error.reason)
        file, reason = found["source"] if found else error.source, error.reason
        if found and error.rule is PRINT_OVERFLOW:
            longest = longest_of(values, found)
            shorten = longest.before(error.values.get("shorten_en", ""))
            named |= {"shorten_vi": shorten, "shorten_en": shorten} if shorten else {}
            if shorten and longest.of_title:
                file, reason = error.source, longest.said
        raise PressError(file, error.rule, reason, **named) from error


def _photos(wanted: Format, chosen: Selection) -> list[facts.Value]:
    """Which photos to cut, in pixels; the digest makes a brochure new when its photo is."""
    found: list[facts.Value] = []
    for slot in wanted.slots_for(len(chosen.shown)).values():
        for each in chain.from_iterable(photos_in(slot, chosen)):
            size = slot.cut(wanted.bleed, each.picture.facts)
            width, height = pixels(each.picture.facts.size, size, wanted.dpi)
            found.append(
                {
                    "name": each.file,
                    "file": each.photo.file,
                    "digest": each.picture.digest,
                    "focus": each.photo.focus,
                    "width": width,
                    "height": height,
                }
            )
    return found
