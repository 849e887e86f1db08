"""A reading for errors alone tells the same errors as one that tells everything."""

from __future__ import annotations

from pathlib import Path

from small_project import change, project

from generator.catalogue.problems.problem import Severity
from generator.desk.content import load


def test_errors_alone_are_the_errors_of_a_whole_reading(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    change(root, "content/products/kho-ca.md", "  legal_basis: 148/QĐ-TTg\n", "")
    change(root, "content/products/gao.md", "group: ", "group: 9")
    change(root, "content/products/kho-ca.md", "name: ", f"name: {'W' * 300}")
    (root / "content/media/gao.jpg").unlink()

    whole, errors = load(root), load(root, errors_only=True)

    assert whole.warnings
    assert whole.errors >= 2
    assert errors.problems == tuple(
        each for each in whole.problems if each.severity is Severity.ERROR
    )
