"""GS1's Application Identifiers: the few that packs here carry, and what their values must be.

A trade item (01) with variant (22), lot (10) and serial (21); a place (414) with its extension
(254); dates. Of every other identifier only the number, which must be one of GS1's, and the
characters are judged, not what it means nor which others it goes with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.addresses import link_errors as wrong

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType({"01": ("22", "10", "21"), "414": ("254",)})
"""The primary keys, and the qualifiers that may follow each, in their order."""
DATES = ("11", "13", "15", "16", "17")
_PATH_ONLY = "03 21 22 235 254 7040 7041 8011 8014 8019 8020 8040 8041 8042 8200"
PATH_ONLY = frozenset(_PATH_ONLY.split())
"""Identifiers that are no data attributes (GS1 Barcode Syntax Dictionary)."""
_OF_AN_ITEM = frozenset(["10", *DATES])
_NEVER_WITH_AN_ITEM = frozenset(["02", "12", "37", "255", "8006"])
CSET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
"""GS1's character set 82."""
_GTIN = 14
_SHORT_GTINS = (8, 12, 13)


def _is_day(text: str) -> bool:
    """Whether YYMMDD is a day, or with 00 at the end a month; 2000 stands for any leap year."""
    try:
        date(2000 + int(text[:2]), int(text[2:4]), int(text[4:]) or 1)
    except ValueError:
        return False
    return True


def _is_checked(digits: str) -> bool:
    """Whether the last of the digits is the check digit of the others."""
    from stdnum import ean  # brings the network's protocols along, which most commands can spare

    return ean.is_valid(digits)


@dataclass(frozen=True, slots=True)
class _Form:
    """What a value must be: its lengths, its characters, and a test with the words if it fails."""

    least: int
    most: int
    characters: tuple[str, str, str] = (CSET_82, "bộ 82 ký tự của GS1", "GS1's character set 82")
    test: Callable[[str], bool] = bool
    words: tuple[str, str] = ("", "")


_DIGITS = ("0123456789", "chữ số", "digits")
_CHECKED = (_DIGITS, _is_checked, ("chữ số kiểm tra không khớp", "the check digit is wrong"))
_NO_DAY = ("không phải ngày có thật, viết theo NĂM-THÁNG-NGÀY", "not a real date, written YYMMDD")
_OTHER = _Form(1, 90)
_FORMS: Mapping[str, _Form] = MappingProxyType(
    {"01": _Form(_GTIN, _GTIN, *_CHECKED), "414": _Form(13, 13, *_CHECKED)}
    | dict.fromkeys(["10", "21", "22", "254"], _Form(1, 20))
    | dict.fromkeys(DATES, _Form(6, 6, _DIGITS, _is_day, _NO_DAY))
)


def known(ai: str) -> bool:
    """Whether GS1 has an identifier of that number."""
    return bool(_facts(ai))


def predefined(ai: str) -> bool:
    """Whether the length is fixed by the first two digits; such attributes are written first."""
    return "fnc1" not in _facts(ai)


def _facts(ai: str) -> Mapping[str, str]:
    """What python-stdnum's copy of GS1's list says, nothing for a number that has no meaning."""
    from stdnum import numdb

    (_, facts), *rest = numdb.get("gs1_ai").info(ai) or [("", {})]
    return {} if rest else facts


def gtin14(gtin: str) -> str:
    """A GTIN of 8, 12, 13 or 14 digits in 14; DigitalLinkError for any other text."""
    padded = gtin.zfill(_GTIN) if len(gtin) in _SHORT_GTINS else gtin
    check_value("01", padded)
    return padded


def check_value(ai: str, value: str) -> None:
    """DigitalLinkError for an unknown identifier, or a value that it can't have."""
    if not known(ai):
        raise wrong.UnknownIdentifierError(ai=ai)
    form = _FORMS.get(ai, _OTHER)
    characters, vi, en = form.characters
    if not value:
        raise wrong.EmptyError(ai=ai)
    if ai == "01" and len(value) in _SHORT_GTINS and _is_checked(value):
        raise wrong.ShortGtinError(found=value, padded=value.zfill(_GTIN))
    if not form.least <= len(value) <= form.most:
        wanted = str(form.most) if form.least == form.most else f"{form.least}–{form.most}"
        raise wrong.LengthError(ai=ai, length=str(len(value)), wanted=wanted)
    if found := re.search(f"[^{re.escape(characters)}]", value):
        raise wrong.CharacterSetError(ai=ai, found=found[0], wanted_vi=vi, wanted_en=en)
    if not form.test(value):
        vi, en = form.words
        raise wrong.ContentError(ai=ai, found=value, wanted_vi=vi, wanted_en=en)


def check_companions(elements: Mapping[str, str]) -> None:
    """Raise where a lot or a date is of no trade item, or a trade item contradicts the rest."""
    for ai in elements:
        if ai in _OF_AN_ITEM and "01" not in elements:
            raise wrong.CompanionMissingError(ai=ai, wanted="(01)")
        if ai in _NEVER_WITH_AN_ITEM and "01" in elements:
            raise wrong.CompanionForbiddenError(ai="01", other=ai)
