"""A project of a few files whose versions are kept, by git or as dated copies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.desk.versions import archive as archives
from generator.desk.versions.archive import Archive
from generator.engine.tree import listing
from tests.small_project import with_files

GIT = shutil.which("git")
KEEPERS = ("git", "copies")
NAME = "products/Khô cá “lóc” #1 & 2.md"


def kept_project(keeper: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, with versions switched on; in one of KEEPERS."""
    monkeypatch.delenv("OCOP_VERSIONS")
    if keeper == "copies":
        monkeypatch.setattr(archives, "git_program", lambda _: None)
    elif GIT is None:
        pytest.skip("no git here")
    return with_files(
        folder / "dự án", {"site.yaml": "name: A\n", NAME: b"m\xe1\xbb\x99t\r\n", "lost.md": "1"}
    )


def state(root: Path) -> dict[str, bytes]:
    """Every file of content/."""
    content = root / "content"
    return {
        path: (content / path).read_bytes() for path in listing(content) if not path.endswith("/")
    }


def kept(root: Path, number: int, path: str) -> bytes:
    """A file of a version."""
    return dict(Archive.of(root).read(number, [path]))[path]


def numbers(root: Path) -> list[int]:
    """The numbers of all versions."""
    return [each.number for each in Archive.of(root).versions()]
