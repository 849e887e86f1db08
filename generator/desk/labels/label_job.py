"""What the verbs of `ocop labels` work with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.addresses.ledger import Printing
from generator.catalogue.model import Product
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.problem import Problem
from generator.desk.labels.label_runs import Workshop
from generator.desk.options import Order
from generator.desk.reporting import Reporter
from generator.press.run import Run


@dataclass(frozen=True, slots=True)
class LabelJob:
    """What a verb of `ocop labels` works with; `run` has all but the product and the lot's dates.

    The project has been read once, and the build's lock is held. `recorded` is the ledger; `again`
    is whether to record once more what it has already, `pack` which pack of a product with several
    is meant, by its net content or its GTIN.
    """

    order: Order
    reporter: Reporter
    workshop: Workshop
    products: tuple[Product, ...]
    run: Run
    recorded: tuple[Printing, ...]
    again: bool
    pack: str | None

    def told(self, findings: Iterable[Finding]) -> tuple[Problem, ...]:
        """Tell an editor the findings; the problems that they are."""
        problems = self.workshop.content.placed(findings)
        self.reporter.problems(problems)
        return problems
