"""Facts in words, in both languages: đồng, days, periods, spans, places and makers.

The only place where they are put into words, so that page, paper, passport and messages say the
same thing the same way. Words that belong to a page's own design stay with the theme.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.catalogue.dates import PartialDate
    from generator.catalogue.languages import Language
    from generator.catalogue.model import Certificate, Place
    from generator.catalogue.model.provenance import Maker

_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
_UNITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "xã": ("xã {name}", "{name} commune"),
        "phường": ("phường {name}", "{name} ward"),
        "thị trấn": ("thị trấn {name}", "{name} town"),
        "huyện": ("huyện {name}", "{name} district"),
        "quận": ("quận {name}", "{name} district"),
        "thị xã": ("thị xã {name}", "{name} town"),
        "thành phố": ("thành phố {name}", "{name} city"),
        "tỉnh": ("tỉnh {name}", "{name} province"),
    }
)
"""Administrative units by their kind; any other is said in both languages as in Viet Nam."""


_CITIES = frozenset({"hà nội", "huế", "hải phòng", "đà nẵng", "cần thơ", "hồ chí minh"})
"""The centrally run cities (resolution 202/2025/QH15, article 1), which are no province."""
_KIND_BEFORE = re.compile(rf"({'|'.join(_UNITS)}|đặc khu)\s+", re.IGNORECASE)
_KIND_WITHIN = re.compile(r"(tỉnh|thành phố|t\.?p\.?|huyện|quận|thị xã)\s+(\S.*)", re.IGNORECASE)


def figure(number: float, language: Language, places: int | None = None) -> str:
    """“0,593”, “0.593”: as short as it can be, or with so many decimal places."""
    text = f"{number:g}" if places is None else f"{number:.{places}f}"
    return text.replace(".", ",") if language == "vi" else text


def count(number: int, language: Language) -> str:
    """“12.000”, “12,000”."""
    text = f"{number:,}"
    return text.replace(",", ".") if language == "vi" else text


def size(sides: tuple[float, float], language: Language) -> str:
    """“63,5 × 38,1”, “63.5 × 38.1”."""
    return " × ".join(figure(each, language) for each in sides)


def sizes(sides: tuple[float, float]) -> tuple[str, str]:
    """A size in Vietnamese and in English."""
    return size(sides, "vi"), size(sides, "en")


def dong(amount: int, language: Language) -> str:
    """“185.000 đ”, “185,000 đ”, whose space does not break."""
    grouped = f"{amount:,}"  # as CLDR groups whole numbers in English
    return f"{grouped if language == 'en' else grouped.replace(',', '.')}\N{NO-BREAK SPACE}đ"


@lru_cache(maxsize=1 << 12)  # a catalogue tells the same days and places in page after page
def day(when: date) -> str:
    """“12/03/2025”, in both languages as on Vietnamese labels."""
    return f"{when:%d/%m/%Y}"


def day_or_none(when: date | None) -> str | None:
    """The day in words, None for one that nobody has told."""
    return day(when) if when else None


def period(when: PartialDate, language: Language) -> str:
    """“12/03/2025”, “tháng 3/2025”, “quý I/2025”, “năm 2025”, as far as it is known."""
    vietnamese = language == "vi"
    if when.day:
        return day(when.first_day)
    if when.month:
        month = calendar.month_name[when.month]
        return f"tháng {when.month}/{when.year}" if vietnamese else f"{month} {when.year}"
    if when.quarter:
        quarter = f"quý {_ROMAN[when.quarter]}/{when.year}"
        return quarter if vietnamese else f"Q{when.quarter} {when.year}"
    return f"năm {when.year}" if vietnamese else str(when.year)


def span(start: date, end: date) -> str:
    """“18/12/2026 – 02/01/2027”, shortened to “18–22/12/2026” within a month."""
    if start == end:
        return day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%d}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def until(certificate: Certificate) -> str | None:
    """The last day of a certificate's validity, as far as known."""
    return day_or_none(certificate.valid_until)


def period_or_none(when: PartialDate | None, language: Language) -> str | None:
    """The period in words, None for one that nobody has told."""
    return period(when, language) if when else None


@lru_cache(maxsize=1 << 14)
def unit(kind: str, name: str, language: Language) -> str:
    """“xã Tân Hưng”, “Tân Hưng commune”."""
    known = _UNITS.get(kind.lower())
    return known[language == "en"].format(name=name) if known else f"{kind} {name}"


def _unit_as_written(name: str, kind: str, language: Language) -> str:
    """The unit of that kind, unless its name begins with its own: “thành phố Huế”, “TP. Huế”."""
    found = _KIND_WITHIN.fullmatch(name)
    if found is None:
        return unit(kind, name, language)
    own = found[1].lower()
    return unit(own if own in _UNITS else "thành phố", found[2], language)


def province(place: Place, language: Language) -> str | None:
    """“tỉnh Tây Ninh”, “thành phố Cần Thơ”; None for a place in no province."""
    if not place.province:
        return None
    named = "thành phố" if place.province.lower() in _CITIES else "tỉnh"
    return _unit_as_written(place.province, place.province_kind or named, language)


def place(found: Place, language: Language) -> str:
    """The unit's name with its kind."""
    return unit(found.kind, found.name, language)


def without_kind(said: str) -> str:
    """“Tân Hưng” of “Xã Tân Hưng”: under X every commune of the country would stand."""
    found = _KIND_BEFORE.match(said)
    return said[found.end() :] if found else said


def place_in_full(found: Place, language: Language) -> str:
    """The same with the province, and with the district where the unit had one."""
    district = _unit_as_written(found.district, "huyện", language) if found.district else None
    return ", ".join(filter(None, [place(found, language), district, province(found, language)]))


def place_or_none(found: Place | None, language: Language) -> str | None:
    """The unit's name with its kind, None for one that nobody has told."""
    return place(found, language) if found else None


def in_full_or_none(found: Place | None, language: Language) -> str | None:
    """The same as far as its province."""
    return place_in_full(found, language) if found else None


def address(street: str | None, commune: Place | None, language: Language) -> str | None:
    """“Ấp mẫu 5, xã Vĩnh Thạnh, tỉnh Tây Ninh” as far as it is known, None for nothing."""
    known = filter(None, [street, in_full_or_none(commune, language)])
    return capitalised(", ".join(known)) or None


def maker_address(maker: Maker, language: Language) -> str | None:
    """The maker's street address with its commune of today, as far as they are known."""
    return address(maker.producer.address, maker.commune, language)


def former_address(maker: Maker, language: Language) -> str | None:
    """The old unit that packs may still name; None where nothing has changed."""
    return place_in_full(maker.former, language) if maker.former else None


def capitalised(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
