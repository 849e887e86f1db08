"""The verb `restore`, and what the older files take away: said at once, not by the next check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.catalogue.problems.problem import Problem
from generator.desk.building.lost_addresses import with_lost_addresses
from generator.desk.content import load
from generator.desk.editing.checked_writing import is_loss, same
from generator.desk.options import Order
from generator.desk.reporting import Reporter, VerbOutcome
from generator.desk.versions.restoring import restore


def bring_back(
    root: Path, words: Sequence[str], reporter: Reporter, *, dry_run: bool = False
) -> VerbOutcome:
    """Bring files back, as `restore` does; new errors and lost addresses are told with the way out.

    They don't keep it from being done: what was there is a version, and may have been worse.
    """
    if dry_run:
        return restore(root, words, reporter, dry_run=True)
    before = {*map(same, _problems(root))}
    outcome = restore(root, words, reporter)
    lost = tuple(each for each in _problems(root) if is_loss(each) and same(each) not in before)
    if not lost:
        return outcome
    reporter.problems(lost)
    reporter.refuse(
        "Bản vừa lấy lại gây ra những điều trên, lúc trước chưa có. “ocop restore” lần nữa là về "
        "như cũ.",
        "What was brought back brings the above, which was not so before. “ocop restore” again "
        "undoes it.",
    )
    return replace(outcome, problems=lost)


def _problems(root: Path) -> tuple[Problem, ...]:
    if not (root / "content").is_dir():
        return ()
    return with_lost_addresses(Order(root=root, output=root / "output"), load(root)).problems
