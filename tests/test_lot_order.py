"""What happened to a lot is doubted only where no trade and no day of a month could be so."""

from __future__ import annotations

from datetime import date

import pytest

from generator.catalogue.dates import PartialDate
from generator.catalogue.judging.lot_order import doubts_of
from generator.catalogue.model.lots import Event, Lot

LOT = Lot("L1", date(2026, 6, 10), date(2026, 12, 10))
BARE = Lot("L2")


def told(lot: Lot, *rows: str) -> list[tuple[str, str]]:
    """The step and the rule of each doubt about events such as “packed 2026-06-10”."""
    pairs = [row.split() for row in rows]
    events = [Event(PartialDate.parse(when), step) for step, when in pairs]
    return [(events[each.index].step, each.rule.code) for each in doubts_of(lot, events)]


@pytest.mark.parametrize(
    "rows",
    [
        ("grown 2026-01", "harvested 2026-06-09", "packed 2026-06-10", "sold 2026-07-01"),
        ("harvested 2026-06-10", "packed 2026-06-10", "sold 2026-06-10"),
        ("harvested 2026-06-01", "packed 2026-06-02", "harvested 2026-06-05", "packed 2026-06-06"),
        ("harvested 2026-06", "grown 2026-06"),
        ("harvested 2026", "packed 2026-06-10"),
        ("tested 2026-11-01", "recalled 2026-12-20", "stored 2026-06-01"),
        ("sold 2026-12-10", "phơi-sương 2020-01-01"),
    ],
)
def test_what_can_have_been_so_is_not_doubted(rows: tuple[str, ...]) -> None:
    assert told(LOT, *rows) == []


@pytest.mark.parametrize(
    ("rows", "step"),
    [
        (("grown 2026-05-02", "harvested 2026-05-01"), "grown"),
        (("packed 2026-05-02", "harvested 2026-06"), "harvested"),
        (("sold 2026-05-02", "packed 2026-06-01"), "packed"),
        (("grown 2026-05-02", "sold 2026-05-01"), "grown"),
    ],
)
def test_a_stage_that_begins_when_a_later_one_is_over_is_doubted(
    rows: tuple[str, ...], step: str
) -> None:
    assert told(BARE, *rows) == [(step, "lot-steps")]


def test_the_day_of_production_stands_between_field_and_shop() -> None:
    rows = ("harvested 2026-06-11", "shipped 2026-06-09", "recalled 2026-06-01")

    assert told(LOT, *rows) == [(row.split()[0], "lot-produced-late") for row in rows]


def test_nothing_is_sold_once_expired() -> None:
    assert told(LOT, "sold 2027-01") == [("sold", "lot-sold-late")]
