"""Which rule book was in force, and which level recognises how many stars under it.

Sources: decisions 1048/QĐ-TTg (2019), 781/QĐ-TTg (2020), 148/QĐ-TTg (24/02/2023), 1489/QĐ-TTg
(06/07/2025) and 26/2026/QĐ-TTg (22/05/2026). `certainty` is S for what was read in a source, S2
for what is known second-hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from generator.catalogue.dates import PartialDate


class Authority(StrEnum):
    """The levels of administration that could recognise a product."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    MINISTRY = "ministry"

    def name_in(self, language: str) -> str:
        """What the level is called in Vietnamese or English."""
        return _NAMES[self][language == "en"]


_NAMES: Mapping[Authority, tuple[str, str]] = {
    Authority.COMMUNE: ("cấp xã", "the commune"),
    Authority.DISTRICT: ("cấp huyện", "the district"),
    Authority.PROVINCE: ("cấp tỉnh", "the province"),
    Authority.MINISTRY: ("cấp trung ương", "the ministry"),
}


@dataclass(frozen=True, slots=True)
class RuleBook:
    """One instrument; `levels` says who recognises how many stars, where that is sure."""

    basis: str
    dated: PartialDate
    levels: Mapping[int, Authority]
    certainty: Literal["S", "S2"]


_WITH_DISTRICTS = {3: Authority.DISTRICT, 4: Authority.PROVINCE, 5: Authority.MINISTRY}
_WITHOUT_DISTRICTS = {3: Authority.PROVINCE, 4: Authority.PROVINCE, 5: Authority.MINISTRY}

RULE_BOOKS = (
    RuleBook("1048/QĐ-TTg", PartialDate(2019), {}, "S"),
    RuleBook("781/QĐ-TTg", PartialDate(2020), {}, "S"),
    RuleBook("148/QĐ-TTg", PartialDate(2023, month=2, day=24), _WITH_DISTRICTS, "S"),
    RuleBook("1489/QĐ-TTg", PartialDate(2025, month=7, day=6), _WITHOUT_DISTRICTS, "S"),
    RuleBook("26/2026/QĐ-TTg", PartialDate(2026, month=5, day=22), _WITHOUT_DISTRICTS, "S2"),
)
"""Every rule book, oldest first."""

DISTRICTS_END = date(2025, 7, 1)
"""The day from which there are no districts (S)."""

_ISSUERS = (
    (re.compile(r"\bhuyện\b"), Authority.DISTRICT),
    (re.compile(r"\bbộ\b|\btrung ương\b"), Authority.MINISTRY),
    (re.compile(r"\btỉnh\b"), Authority.PROVINCE),
    (re.compile(r"\b(?:xã|phường|thị trấn)\b(?! hội)"), Authority.COMMUNE),
)


def cited(legal_basis: str) -> RuleBook | None:
    """The latest rule book that the text names, None if it names none that we know."""
    for book in reversed(RULE_BOOKS):
        if re.search(rf"(?<![0-9/]){re.escape(book.basis)}", legal_basis):
            return book
    return None


@lru_cache(1 << 14)
def in_force(day: PartialDate | None) -> RuleBook:
    """The rule book that was in force on that day; the latest where nobody knows the day."""
    if day is None:
        return RULE_BOOKS[-1]
    before = [book for book in RULE_BOOKS if book.dated.first_day <= day.last_day]
    return (before or RULE_BOOKS)[-1 if before else 0]


@lru_cache(1 << 14)  # the same few days and issuers, in file after file
def recogniser(stars: int, decided_on: PartialDate) -> Authority | None:
    """The level that recognised so many stars when that was decided; None where it isn't clear.

    Not clear are dates before the rules of 2023, and the first days of July 2025, when districts
    had ended and the rules for their successors had not begun.
    """
    for book in reversed(RULE_BOOKS):
        if decided_on.first_day >= book.dated.last_day:
            if book.levels is _WITH_DISTRICTS and decided_on.last_day >= DISTRICTS_END:
                return None
            return book.levels.get(stars)
    return None


@lru_cache(1 << 14)
def issuer_level(issued_by: str) -> Authority | None:
    """The level that an issuer's name shows (“UBND huyện Tân Hưng”); None where it does not.

    “UBND xã …, huyện …, tỉnh …” is told by the first level it names.
    """
    text = issued_by.lower()
    found = [(match.start(), level) for form, level in _ISSUERS if (match := form.search(text))]
    return min(found)[1] if found else None
