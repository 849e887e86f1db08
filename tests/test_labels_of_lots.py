"""Labels of a lot: what a lot on file gives them, and which lots get none."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from generator.catalogue.model import Catalogue
from generator.catalogue.model.lots import Lot, LotStatus
from generator.catalogue.problems.place import START
from generator.catalogue.problems.problem import Problem
from generator.desk.labels.label_runs import with_lot
from generator.press.run import Run
from generator.press.stocks import shipped


def with_lots(*lots: Lot) -> SimpleNamespace:
    return SimpleNamespace(lots={"kho-ca": lots})


def run_with(lot: str, lots: SimpleNamespace) -> tuple[Run, list[str]]:
    product = SimpleNamespace(slug="kho-ca", source="content/products/kho-ca.md", group=8)
    run = Run(product, shipped()["a4-70x37"], on=date(2026, 11, 24), lot=lot)  # type: ignore[arg-type]
    catalogue: Catalogue = lots  # type: ignore[assignment]  # a catalogue as far as lots go
    dated, findings = with_lot(catalogue, run)
    return dated, [Problem.at(START, found).line_in("en") for found in findings]


def test_a_lot_on_file_gives_its_dates() -> None:
    lots = with_lots(Lot("L1", date(2026, 9, 1), date(2027, 3, 1)))
    run, problems = run_with("L1", lots)

    assert (run.produced, run.best_before, problems) == (date(2026, 9, 1), date(2027, 3, 1), [])


@pytest.mark.parametrize(
    ("lot", "rule"),
    [
        (
            "L260902",
            "error[lot-unknown]: The product has no lot “L260902”. Look the lot up on the pack",
        ),
        ("L3", "error[lot-stopped]: The lot “L3” has the status recalled"),
        (
            "l260901",
            "error[lot-unknown]: The product has no lot “l260901”. Did you mean “L260901”?",
        ),
        ("L 260901", "lot-unknown]: The product has no lot “L 260901”. Did you mean “L260901”?"),
        ("l999999", "error[lot-form]: The lot “l999999” can't be put into a code. Use at most 20"),
        ("L" * 21, "error[lot-form]"),
        ("lô đỏ", "error[lot-form]"),
    ],
)
def test_a_lot_that_is_not_on_file_recalled_or_unprintable_is_refused(lot: str, rule: str) -> None:
    lots = with_lots(Lot("L260901", None, None), Lot("L3", status=LotStatus.RECALLED))

    assert rule in run_with(lot, lots)[1][0]
