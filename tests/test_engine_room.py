"""The engine is a ground floor: it knows no OCOP, and a newcomer meets each name once."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ENGINE = Path(__file__).resolve().parent.parent / "generator" / "engine"
MODULES = sorted(ENGINE.glob("*.py"))


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level
            yield str(node.module)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_the_engine_imports_nothing_of_the_other_rooms(module: Path) -> None:
    ours = [name for name in imported(module) if name.partition(".")[0] == "generator"]

    assert all(f"{name}.".startswith("generator.engine.") for name in ours)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_the_engine_knows_no_ocop(module: Path) -> None:
    assert "ocop" not in module.read_text("utf-8").casefold()


def test_no_two_classes_of_the_engine_have_one_name() -> None:
    names = Counter(
        node.name
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    )

    assert [name for name, times in names.items() if times > 1] == []
