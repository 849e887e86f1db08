"""Dates known in part."""

from __future__ import annotations

from datetime import date

import pytest

from generator.catalogue.dates import PartialDate, add_months
from generator.catalogue.saying import period, span


@pytest.mark.parametrize(
    ("text", "first", "last", "vietnamese"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "năm 2025"),
        ("2025-Q1", date(2025, 1, 1), date(2025, 3, 31), "quý I/2025"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "tháng 2/2024"),
        ("2025-03-12", date(2025, 3, 12), date(2025, 3, 12), "12/03/2025"),
        ("12/03/2025", date(2025, 3, 12), date(2025, 3, 12), "12/03/2025"),
    ],
)
def test_a_written_date_is_a_period(text: str, first: date, last: date, vietnamese: str) -> None:
    found = PartialDate.parse(text)

    assert (found.first_day, found.last_day) == (first, last)
    assert period(found, "vi") == vietnamese
    assert PartialDate.parse(str(found)) == found


@pytest.mark.parametrize(
    "text", ["", "2025-13", "2025-02-30", "31/02/2025", "2025-Q5", "Q1/2025", "25-01-01", "0000"]
)
def test_an_impossible_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        PartialDate.parse(text)


def test_thirty_six_months_end_on_the_corresponding_day() -> None:
    """Civil Code 2015, article 148; 29 February ends on the 28th where there is none."""
    assert add_months(date(2025, 3, 12), 36) == date(2028, 3, 12)
    assert add_months(date(2024, 2, 29), 36) == date(2027, 2, 28)
    assert add_months(date(2025, 12, 31), 2) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-12-18", "2026-12-22", "18–22/12/2026"),
        ("2026-12-18", "2026-12-18", "18/12/2026"),
        ("2026-12-30", "2027-01-02", "30/12/2026 – 02/01/2027"),
        ("2026-01-30", "2026-02-02", "30/01/2026 – 02/02/2026"),
    ],
)
def test_dates_are_said_as_short_as_they_stay_clear(start: str, end: str, said: str) -> None:
    assert span(date.fromisoformat(start), date.fromisoformat(end)) == said
