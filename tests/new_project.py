"""A project for tests of what `ocop new` makes, and what is to be read of it afterwards."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from small_project import project

from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.reading import frontmatter
from generator.catalogue.reading.reader import Reading
from generator.cli import ocop

FACTS = ("--group", "8", "--producer", "co-so", "--stars", "3", "--issued-by", "UBND tỉnh")


def run(root: Path, *words: str, typed: Sequence[str] | None = None) -> Result:
    lines = None if typed is None else "".join(f"{each}\n" for each in typed)
    arguments = ["new", words[0], "--root", str(root), *words[1:]]
    result = CliRunner().invoke(ocop, arguments, input=lines, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result


def without_photos(root: Path) -> Path:
    """The small project without photos, which are no matter of new files."""
    project(root)
    shutil.rmtree(root / "content/media")
    for file in (root / "content/products").glob("*.md"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"photos:\n(?: .*\n)+", "", text), "utf-8")
    return root


def errors(found: Reading) -> list[Problem]:
    return [each for each in found.problems if each.severity is Severity.ERROR]


def keys(root: Path, path: str) -> dict[str, Any]:
    text = (root / "content" / path).read_text("utf-8")
    value: dict[str, Any] = frontmatter.parse(frontmatter.split(text)[0], 2).value
    return value


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }
