"""What is wrong with print alone: it needn't keep the site from being built."""

from __future__ import annotations

from dataclasses import replace

from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.problems.rules_prepress import PHOTO_TOO_COARSE
from generator.catalogue.problems.rules_press import CODE_OVERFLOW, PRINT_OVERFLOW
from generator.desk.content import Content
from generator.desk.options import FIRST, Order

_OF_PRINT = frozenset({CODE_OVERFLOW, PRINT_OVERFLOW, PHOTO_TOO_COARSE})


def hinders_print_alone(content: Content) -> bool:
    """Whether there are errors, and the site has none of them."""
    wrong = [*filter(_is_error, content.problems)]
    return bool(wrong) and all(each.rule in _OF_PRINT for each in wrong)


def faults_of_print(content: Content) -> tuple[Problem, ...]:
    """The errors of print alone, which stop what has them and nothing else."""
    return tuple(each for each in content.problems if each.rule in _OF_PRINT and _is_error(each))


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def wants_site_without_print(order: Order, content: Content) -> bool:
    """Whether the site is asked for though print has errors, and nothing else has."""
    asked = order.keep_going or order.scopes == {FIRST}
    return asked and FIRST in order.scopes and hinders_print_alone(content)


def without_errors(content: Content) -> Content:
    """The content for what its errors don't touch: a site without anything that is printed."""
    sound = (each for each in content.problems if not _is_error(each))
    found = content.catalogue
    if found is not None:
        site = found.site.model_copy(update={"downloads": False})
        found = found.model_copy(update={"site": site})
    return replace(content, catalogue=found, problems=tuple(sound))
