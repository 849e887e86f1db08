"""The verb `check`: everything that is wrong, without loading what makes pages and print."""

from __future__ import annotations

import json
from pathlib import Path

from generator.catalogue.languages import Language
from generator.catalogue.problems.problem import Problem
from generator.desk import passport
from generator.desk.building.for_hosts import with_host_findings
from generator.desk.building.lost_addresses import with_lost_addresses
from generator.desk.building.trial_pages import with_trial_findings
from generator.desk.building.trial_prints import with_trial_prints
from generator.desk.content import load
from generator.desk.options import Order
from generator.desk.reporting import FAILED, FINE, Reporter, VerbOutcome


def check(
    root: Path,
    language: Language | None,
    reporter: Reporter,
    *,
    as_json: bool,
    strict: bool = False,
) -> VerbOutcome:
    """Say everything that is wrong, writing nothing into output/; `strict` as in a build."""
    order = Order(root=root, output=root / "output")
    content = with_host_findings(order, with_lost_addresses(order, load(root)))
    content = with_trial_prints(order, with_trial_findings(order, content))
    reporter = reporter.speaking(language or content.language)
    if as_json:
        found = [_as_json(problem, reporter.language) for problem in content.problems]
        reporter.raw(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        reporter.problems(content.problems)
        if content.catalogue:
            passport.summarise(reporter, content.catalogue)
        reporter.checked(content)
    wrong = content.errors or (strict and content.doubts)
    return VerbOutcome(FAILED if wrong else FINE, content.problems)


def _as_json(problem: Problem, language: Language) -> dict[str, str | int]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule.code,
        "severity": problem.severity.value,
        "message": problem.line_in(language),
    }
