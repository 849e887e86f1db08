"""The days on a label and those on the page that its code opens."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from generator.catalogue.model.lots import Lot
from generator.desk.labels.label_runs import with_lot
from generator.press.run import Run
from generator.press.stocks import shipped

LOTS = {"kho-ca": (Lot("L1", date(2026, 9, 1), date(2027, 3, 1)), Lot("L2"))}


def told(lot: str, **days: date) -> tuple[Run, list[tuple[str, str]]]:
    """The run of that lot with days of its own, and each rule with the key it is told of."""
    product = SimpleNamespace(slug="kho-ca", source="content/products/kho-ca.md", group=8)
    run = Run(product, shipped()["a4-70x37"], on=date(2026, 11, 24), lot=lot, **days)  # type: ignore[arg-type]
    dated, found = with_lot(SimpleNamespace(lots=LOTS), run)  # type: ignore[arg-type]
    return dated, [(each.rule.code, each.values["key"]) for each in found]


@pytest.mark.parametrize("key", ["produced", "best_before"])
def test_a_day_that_the_lots_page_gives_otherwise_is_printed_with_a_warning(key: str) -> None:
    run, problems = told("L1", **{key: date(2026, 12, 1)})

    assert getattr(run, key) == date(2026, 12, 1)
    assert problems == [("lot-day-other", key)]


def test_a_day_that_the_lots_page_gives_too_or_does_not_give_is_no_problem() -> None:
    assert told("L1", produced=date(2026, 9, 1), best_before=date(2027, 3, 1))[1] == []
    assert told("L2", produced=date(2026, 12, 1), best_before=date(2027, 12, 1))[1] == []
