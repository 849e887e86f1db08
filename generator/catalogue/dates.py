"""Dates that are known only in part: a year, a quarter, a month, or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_FORMS = re.compile(
    r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"
)
_VIETNAMESE = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")


_MONTH = re.compile(r"(?P<before>[0-9]{1,2})/[0-9]{4}|[0-9]{4}-(?P<behind>[0-9]{1,2})")
_WHOLE = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A period that an event fell into; `quarter`, `month` and `day` are None where unknown.

    Written ``2025``, ``2025-Q1``, ``2025-03``, ``2025-03-12`` or ``12/03/2025``.
    """

    year: int
    quarter: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one of the written forms; ValueError for any other text or an impossible day."""
        text = text.strip()
        match = _FORMS.fullmatch(text) or _VIETNAMESE.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        found = cls(**{key: int(value) for key, value in match.groupdict().items() if value})
        if not 1900 <= found.year <= 2199:
            raise ValueError(f"not a year of our time: {found.year}")
        _ = found.first_day
        return found

    @property
    def first_day(self) -> date:
        """The first day of the period."""
        if self.quarter:
            return date(self.year, 3 * self.quarter - 2, 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        if self.day:
            return self.first_day
        month = 3 * self.quarter if self.quarter else self.month or 12
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Write the form that `parse` reads: ISO 8601, with ``-Qn`` for a quarter."""
        if self.quarter:
            return f"{self.year:04}-Q{self.quarter}"
        parts = [f"{self.year:04}", *(f"{p:02}" for p in (self.month, self.day) if p)]
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema  # where there are models, it is loaded

        def read(value: object) -> PartialDate:
            if isinstance(value, PartialDate):
                return value
            if not isinstance(value, str):
                raise ValueError("not a date: a list or a mapping")
            return cls.parse(value)

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.to_string_ser_schema()
        )


def is_impossible(text: str) -> bool:
    """Whether a text that is no date has the form of one: 31/02/2026 or 2026-13, not 11/2025."""
    month = _MONTH.fullmatch(text.strip())
    if month:
        return not 1 <= int(month["before"] or month["behind"]) <= 12
    return _WHOLE.fullmatch(text.strip()) is not None


@lru_cache(1 << 14)  # the same few days of decisions, asked for by all that is judged and made
def add_months(day: date, months: int) -> date:
    """The corresponding day so many months later, or that month's last day if it is shorter.

    Civil Code 2015, article 148: a period of months ends with the corresponding day.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
