"""Rows of the ledger for tests of what was printed, and what a project's check says of them."""

from __future__ import annotations

from pathlib import Path

from small_project import write

from generator.catalogue.problems.problem import Problem
from generator.desk.content import load

HOST = "HTTPS://THU.EXAMPLE"
HEAD = "printed_on,address,product,lot,serials,quantity,what\n"


def row(address: str = f"{HOST}/Q/7K3M1", slug: str = "kho-ca", **cells: str) -> str:
    """One row of the ledger with the columns of HEAD."""
    filled = {"printed_on": "2026-03-12", "lot": "", "serials": "", "quantity": "1200"}
    filled |= {"what": "tem 70 × 37 mm", "address": address, "product": slug} | cells
    return ",".join(filled[name] for name in HEAD.strip().split(",")) + "\n"


def keep(root: Path, *rows: str, head: str = HEAD) -> Path:
    """Write the ledger of a project."""
    write(root, "content/printed.csv", head + "".join(rows))
    return root


def told(root: Path, base_url: str | None = None) -> list[tuple[str, int, int]]:
    """What is wrong with the project's ledger: rule, line and column."""
    found = load(root, base_url=base_url).problems
    return [(p.rule.code, p.line, p.column) for p in found if p.rule.code != "printed-placeholder"]


def lines(root: Path, rule: str) -> list[Problem]:
    return [each for each in load(root).problems if each.rule.code == rule]
