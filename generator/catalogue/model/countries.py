"""Countries by their two letters (ISO 3166-1), as the Unicode CLDR names them in both languages."""

from __future__ import annotations

import re

from babel import Locale

from generator.catalogue.languages import Language

_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of two letters that CLDR has for what is no country."""


def is_country(code: str) -> bool:
    """Whether these are the letters of a country, in capitals."""
    known = Locale("en").territories
    return bool(re.fullmatch("[A-Z]{2}", code)) and code in known and code not in _NO_COUNTRIES


def country_name(code: str, language: Language) -> str:
    """“Việt Nam”, “Vietnam”."""
    return str(Locale(language).territories[code])
