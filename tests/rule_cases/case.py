"""What a case is, and the small changes that cases are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import small_project

from generator.catalogue.problems.rule import Rule

Edit = Callable[[Path], None]
"""Changes one thing in the project below that folder."""
CHECK = ("check",)
FISH, SAUCE, RICE = (f"content/products/{slug}.md" for slug in ("kho-ca", "mam-ca", "gao"))
ENGLISH = "content/products/kho-ca.en.md"
SITE = "content/site.yaml"
MAKER = "content/producers/co-so.md"
CERTIFICATE = """\
certificate:
  stars: 3
  decision: Số 1
  decided_on: 2026-01-15
  issued_by: UBND tỉnh Tây Ninh
  legal_basis: 148/QĐ-TTg
"""


@dataclass(frozen=True, slots=True)
class Case:
    """The smallest change of the small project that makes one rule be told, `at` file:line:column.

    `verb` are the command's words but for --root and --lang. `also` are other errors that the same
    cause gives, each with the reason why that can't be helped. `broken` makes a part of the
    program fail, for the rules that no content reaches: those that speak when a library, or
    another rule, has a fault.
    """

    rule: Rule
    at: str
    edits: tuple[Edit, ...] = ()
    verb: tuple[str, ...] = CHECK
    also: Mapping[Rule, str] = field(default_factory=dict)
    broken: Callable[[pytest.MonkeyPatch], None] | None = None


def put(path: str, text: str | bytes) -> Edit:
    """A file of that text, in place of any that is there."""

    def edit(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)  # it may be a link to the file that all cases share
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    return edit


def swap(path: str, old: str, new: str) -> Edit:
    """Another text in place of one that stands in the file."""
    return lambda root: small_project.change(root, path, old, new)


def top(path: str, *lines: str) -> Edit:
    """Keys at the top of the front matter: the first in line 2."""
    return lambda root: small_project.write(
        root,
        path,
        (root / path).read_text("utf-8").replace("---\n", "\n".join(("---", *lines, "")), 1),
    )


def potential(root: Path) -> None:
    """A product that is not certified and has no code."""
    small_project.change(root, FISH, "status: certified\ncode: 7K3M1", "status: potential")
    small_project.change(root, FISH, CERTIFICATE, "")


def end(path: str, text: str) -> Edit:
    """A text below the last line: in line 24 of a product."""
    return lambda root: small_project.write(
        root, path, f"{(root / path).read_text('utf-8').rstrip()}\n\n{text}\n"
    )


def gone(path: str) -> Edit:
    """The file deleted."""
    return lambda root: (root / path).unlink()


def folder(path: str) -> Edit:
    """An empty folder."""
    return lambda root: (root / path).mkdir(parents=True)


def link(path: str, to: str) -> Edit:
    """A symbolic link to a path from the project's root."""
    return lambda root: (root / path).symlink_to(root / to)
