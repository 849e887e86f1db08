"""A project that is printed from: read once under its lock, and noted as a version afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator import theme
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.problem import Problem, Severity
from generator.desk.content import Content, load
from generator.desk.options import Order
from generator.desk.reporting import FAILED, FINE, Reporter, VerbOutcome
from generator.desk.versions import noted
from generator.engine import locked


@dataclass(frozen=True, slots=True)
class PrintOutcome(VerbOutcome):
    """How a verb of print ended; `files` are those it wrote, by path below output/."""

    files: tuple[str, ...] = ()


def with_project(
    order: Order,
    reporter: Reporter,
    command: str,
    do: Callable[[Reporter, Content, Catalogue], PrintOutcome],
) -> PrintOutcome:
    """Read the project under its lock and let `do` print from it, unless it has errors.

    A theme that `do` can't use (ThemeError), and files that can't be written, are told.
    """
    reporter = reporter.speaking(order.language or "vi")
    try:
        with locked(order.cache / "lock", reporter.waiting):
            content = load(order.root)
            if content.catalogue:
                reporter = reporter.speaking(order.language or content.catalogue.site.language)
            if content.errors or content.catalogue is None:
                return _refused(content, reporter)
            outcome = do(reporter, content, content.catalogue)
            if outcome.status == FINE and outcome.files:
                noted(order.root, command, reporter)
            return outcome
    except theme.ThemeError as error:
        reporter.refuse(
            f"Không dùng được giao diện: {error.vi}", f"The theme can't be used: {error.en}"
        )
        return PrintOutcome(FAILED)
    except OSError as error:
        reporter.unwritable(error)
        return PrintOutcome(FAILED)


def _refused(content: Content, reporter: Reporter) -> PrintOutcome:
    errors: tuple[Problem, ...] = tuple(
        each for each in content.problems if each.severity is Severity.ERROR
    )
    reporter.problems(errors)
    reporter.refused(content)
    return PrintOutcome(FAILED, errors)
