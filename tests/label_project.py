"""A project whose labels are for sale, and the command that prints them."""

from __future__ import annotations

import csv
from pathlib import Path

from click.testing import CliRunner, Result
from small_project import change, one_label_a_sheet, project

from generator.cli import ocop

HOST = "HTTPS://OCOP.EXAMPLE.VN"
"""As codes have it; a host that is no placeholder."""
FACTS = """\
ingredients: Cá lóc, muối
directions: Chiên hoặc nướng
storage: Nơi mát
shelf_life: 6 tháng
"""


def complete_project(root: Path) -> Path:
    """The small project, its first product complete for a full label, on sheets of one label."""
    one_label_a_sheet(project(root))
    change(root, "content/products/kho-ca.md", "sample: true\n", FACTS)
    for slug in ("mam-ca", "gao"):
        change(root, f"content/products/{slug}.md", "sample: true\n", "")
    change(root, "content/site.yaml", "https://thu.example", HOST.lower())
    for slug in ("co-so", "hop-tac-xa"):
        change(root, f"content/producers/{slug}.md", "sample: true", "address: Ấp 1")
    return root


def ask(root: Path, *words: str) -> Result:
    return CliRunner().invoke(ocop, ["labels", *words, "--root", str(root)], standalone_mode=False)


def status(result: Result) -> int:
    """The exit status, also of wrong usage."""
    return getattr(result.exception, "exit_code", result.return_value)


def ledger(root: Path) -> list[dict[str, str]]:
    file = root / "content" / "printed.csv"
    return list(csv.DictReader(file.read_text("utf-8-sig").splitlines())) if file.exists() else []


def written(root: Path) -> list[str]:
    output = root / "output"
    return sorted(
        path.relative_to(output).as_posix()
        for path in output.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    )
