"""A project that is printed from: read once under its lock, and noted as a version afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator import theme
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.problem import Problem, Severity
from generator.desk.building.of_print import faults_of_print, hinders_print_alone
from generator.desk.content import Content, load
from generator.desk.options import Order
from generator.desk.reporting import FAILED, FINE, Reporter, VerbOutcome
from generator.desk.versions import noted
from generator.engine import locked
from generator.engine.processes import ProcessLostError


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

    Errors of print alone stop only what has them, which `do` finds; the others are told at the end.
    A theme that `do` can't use (ThemeError), and files that can't be written, are told.
    """
    reporter = reporter.speaking(order.language or "vi")
    try:
        with locked(order.cache / "lock", reporter.waiting):
            content = load(order.root)
            if content.catalogue:
                reporter = reporter.speaking(order.language or content.catalogue.site.language)
            if content.catalogue is None or (content.errors and not hinders_print_alone(content)):
                return _refused(content, reporter)
            outcome = do(reporter, content, content.catalogue)
            if outcome.files:
                _tell_unprinted(content, outcome, reporter)
            if outcome.status == FINE and outcome.files:
                noted(order.root, command, reporter)
            return outcome
    except theme.ThemeError as error:
        reporter.refuse(
            f"Không dùng được giao diện: {error.vi}", f"The theme can't be used: {error.en}"
        )
        return PrintOutcome(FAILED)
    except ProcessLostError:
        reporter.refuse(
            "Chưa in gì cả: một tiến trình đang dàn trang bị ngắt giữa chừng, có lẽ vì máy thiếu "
            "bộ nhớ. Hãy đóng bớt chương trình khác rồi chạy lại.",
            "Nothing was printed: a process that sets pages was ended midway, perhaps for want of "
            "memory. Close other programs and run again.",
        )
        return PrintOutcome(FAILED)
    except OSError as error:
        reporter.unwritable(error)
        return PrintOutcome(FAILED)


def _tell_unprinted(content: Content, outcome: PrintOutcome, reporter: Reporter) -> None:
    """Tell the errors of print that nobody has met, for what was asked for hasn't them."""
    told = {(each.path, each.line, each.column, each.rule) for each in outcome.problems}
    left = tuple(
        each
        for each in faults_of_print(content)
        if (each.path, each.line, each.column, each.rule) not in told
    )
    if left:
        reporter.problems(left)
        reporter.say(
            "Các lỗi trên không chạm tới thứ vừa làm; ấn phẩm có lỗi thì vẫn chưa in được.",
            "What was asked for has none of these errors; print that has them stays unprinted.",
        )


def _refused(content: Content, reporter: Reporter) -> PrintOutcome:
    errors: tuple[Problem, ...] = tuple(
        each for each in content.problems if each.severity is Severity.ERROR
    )
    reporter.problems(errors)
    reporter.refused(content)
    return PrintOutcome(FAILED, errors)
