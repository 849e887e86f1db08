"""The house stands as docs/architecture.md draws it: what may import what; one name a thing."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "generator"
FILES = sorted(ROOT.rglob("*.py"))
FLOORS = (
    ("compact_json", "litter", "plain_files", "shipped"),
    ("engine", "theme", "streams"),
    ("catalogue",),
    ("addresses",),
    ("pictures",),
    ("web", "press"),
    ("desk",),
    ("cli",),
    ("__main__",),
)
"""Rooms of generator/, lowest first; those of one floor don't know each other."""
CATALOGUE = (
    ("blanks", "folding", "dates", "languages", "folder_names", "settings_files", "base_url"),
    ("ocop",),
    ("problems",),
    ("model",),
    ("saying", "ordering", "pages_hosts", "fields"),
    ("prose",),
    ("judging",),
    ("reading",),
    ("lists",),
)
"""Rooms of generator/catalogue/, lowest first."""


def imported(file: Path) -> Iterator[str]:
    """Every module of the program that a file names, also where only types are wanted."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator"):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name.startswith("generator"))


def room(path: str, depth: int) -> str:
    return path.split(".")[depth] if path.count(".") >= depth else ""


def uphill(root: Path, floors: tuple[tuple[str, ...], ...], depth: int) -> list[tuple[str, str]]:
    """Imports from a room to one above it, or beside it on its floor."""
    level = {name: number for number, floor in enumerate(floors) for name in floor}
    found = []
    for file in sorted(root.rglob("*.py")):
        own = file.relative_to(root).parts[0].removesuffix(".py")
        for module in imported(file):
            other = room(module, depth)
            if own in level and other in level and other != own and level[other] >= level[own]:
                found.append((file.relative_to(ROOT).as_posix(), module))
    return found


@pytest.mark.parametrize(
    ("folder", "floors", "depth"), [("", FLOORS, 1), ("catalogue", CATALOGUE, 2)]
)
def test_nothing_imports_upwards(
    folder: str, floors: tuple[tuple[str, ...], ...], depth: int
) -> None:
    root = ROOT / folder
    rooms = {path.relative_to(root).parts[0].removesuffix(".py") for path in root.rglob("*.py")}
    known = {name for floor in floors for name in floor} | {"__init__"}

    assert rooms <= known
    assert uphill(root, floors, depth) == []


def test_no_file_leads_back_to_itself() -> None:
    """Not by what it imports, be it late or for types alone; a package's face only hands on."""
    name = {
        file: ".".join(("generator", *file.relative_to(ROOT).with_suffix("").parts))
        for file in FILES
    }
    files = {each: file for file, each in name.items() if file.stem != "__init__"}
    graph = {
        each: {
            known
            for full in imported(file)
            for known in (full, full.rpartition(".")[0])
            if known in files
        }
        for each, file in files.items()
    }

    TopologicalSorter(graph).prepare()  # raises CycleError, which names the files


def test_no_two_classes_have_one_name() -> None:
    names = Counter(
        node.name
        for file in FILES
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )

    assert [name for name, count in names.items() if count > 1] == []


def test_no_file_is_longer_than_one_idea() -> None:
    lines = {
        file.relative_to(ROOT.parent).as_posix(): file.read_text("utf-8").count("\n")
        for folder in ("generator", "themes", "tests", "tools")
        for file in (ROOT.parent / folder).rglob("*")
        if file.suffix in {".py", ".js", ".css", ".html", ".typ"} and file.is_file()
    }

    assert {name: count for name, count in lines.items() if count > 400} == {}


@pytest.mark.parametrize("file", sorted(ROOT.glob("engine/*.py")), ids=lambda file: file.stem)
def test_the_engine_knows_no_ocop(file: Path) -> None:
    assert "ocop" not in file.read_text("utf-8").casefold()
