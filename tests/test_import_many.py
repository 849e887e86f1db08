"""What an import of thousands spares leaves what it says and does as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from office_lists import HEADING, MORE, product_row, workbook
from rule_cases import CASES, Case
from small_project import product, project

from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.reading import markdown_files
from generator.catalogue.reading.files import text_file
from generator.catalogue.reading.markdown_file import FileKind, read_files
from generator.desk.console import Desk
from generator.desk.content import load
from generator.desk.importing import importing
from generator.desk.importing.importing import ImportOrder, import_list
from generator.engine import store

OF_FILES = [case for case in CASES if case.edits and case.rule.severity is Severity.ERROR]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("sound"))


def problems_of(root: Path, *, errors_only: bool) -> Iterator[Problem]:
    content = root / "content"
    for path in sorted(content.glob("*/*.md")):
        if file := text_file(content, f"content/{path.relative_to(content).as_posix()}"):
            kind = FileKind(file.room, translated=file.language is not None)
            (one,) = read_files(kind, content, "vi", [file], errors_only=errors_only)
            yield from one.problems


@pytest.mark.parametrize("case", OF_FILES, ids=lambda case: case.rule.code)
def test_a_reading_that_spares_warnings_finds_every_error(
    sound: Path, tmp_path: Path, case: Case
) -> None:
    shutil.copytree(sound, tmp_path, copy_function=_copied, dirs_exist_ok=True)
    for edit in case.edits:
        edit(tmp_path)

    whole = problems_of(tmp_path, errors_only=False)
    errors = [each for each in whole if each.severity is Severity.ERROR]
    assert [*problems_of(tmp_path, errors_only=True)] == errors


def _copied(source: str, target: str) -> None:
    (os.link if source.endswith(".jpg") else shutil.copyfile)(source, target)


def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have files count as written long ago at once."""
    monkeypatch.setattr(store, "TICK", -(10**10))


def apply(root: Path, tmp_path: Path) -> int:
    file = workbook(tmp_path / "ds.xlsx", [(*HEADING, *MORE), product_row("Khô cá chốt")])
    return import_list(ImportOrder(root, file, apply=True), Desk("vi")).status


def test_what_was_written_need_not_be_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    root = project(tmp_path / "p")
    assert apply(root, tmp_path) == 0
    kept = load(root)
    (root / ".cache/markdown/products.json").unlink()
    (root / ".cache/markdown/producers.json").unlink()
    anew = load(root)

    assert kept.problems == anew.problems
    assert kept.catalogue == anew.catalogue
    assert "kho-ca-chot" in {each.slug for each in kept.catalogue.products}  # type: ignore[union-attr]


def test_after_an_import_no_file_is_opened_that_stayed_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    root = project(tmp_path / "p")
    assert apply(root, tmp_path) == 0
    monkeypatch.setattr(markdown_files, "read_files", lambda *_, **__: pytest.fail("read again"))

    assert load(root).errors == 0


def test_a_file_that_somebody_saves_during_an_import_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    root = project(tmp_path / "p")
    file = root / "content/products/kho-ca.md"

    def sync(*_: object) -> None:
        file.write_text(product("kho-ca", name="Tên mới"), "utf-8")

    monkeypatch.setattr(importing, "sync", sync)
    assert apply(root, tmp_path) == 0

    catalogue = load(root).catalogue
    assert catalogue is not None
    assert catalogue.by_slug["kho-ca"].name == "Tên mới"
