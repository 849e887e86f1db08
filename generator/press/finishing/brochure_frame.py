"""What a brochure's files are held to: measures of pages, edition, preflight."""

from __future__ import annotations

from datetime import date

from generator.engine import Values
from generator.press.finishing.marks import PressSheet
from generator.press.finishing.press_pdf import PressEdition
from generator.press.finishing.print_profile import PrintProfile
from generator.press.preflight import WantedPrint


def edition_of(values: Values, profile: PrintProfile) -> PressEdition:
    """What the printed file is."""
    day = date.fromisoformat(values["day"])
    return PressEdition(values["document"], values["source"], day, profile, values["words"])


def sheet_of(values: Values) -> PressSheet:
    """The measures of the brochure's pages."""
    measures = values["format"]
    size = measures["page_width"], measures["page_height"]
    bleed, pages = measures["bleed"], measures["pages"]
    return PressSheet(size, bleed, pages, measures["repeated"], folded=measures["folded"])


def wanted_of(values: Values) -> WantedPrint:
    """What the preflight holds the press's file to."""
    codes = [each["code"]["url"] for each in values["products"] if each["code"]]
    proves = values["proves"]
    return WantedPrint(
        values["source"],
        sheet_of(values),
        values["dpi"],
        [each["name"] for each in values["products"]] if "names" in proves else [],
        frozenset(codes if "codes" in proves else ()),
        frozenset([*codes, values["code"]["url"]]),
        has_code="code" in proves,
        pictured=bool(values["chapters"]),
        photos=_photos(values),
    )


def _photos(values: Values) -> list[tuple[str, frozenset[tuple[int, int]]]]:
    """Each file, and its sizes in the places of which a template takes one.

    A product's photo on a cover is no photo of it beside its words.
    """
    cover = values["slots"].get("cover", {"files": []})
    of_cover = {name for names in cover["files"] for name in names}
    sizes: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for each in values["photos"]:
        place = (each["file"], each["name"] in of_cover)
        sizes.setdefault(place, []).append((each["width"], each["height"]))
    return [(file, frozenset(some)) for (file, _), some in sizes.items()]


def wanted_cover(values: Values, sheet: PressSheet) -> WantedPrint:
    """What it holds the cover of a book to, which has the site's code on its back."""
    code = frozenset([values["code"]["url"]])
    return WantedPrint(values["source"], sheet, values["dpi"], [values["title"]], code)
