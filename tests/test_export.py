"""The catalogue as a list: in words, never over another file, and read back without a change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small_project import change, project, run

from generator.catalogue.lists.tables import read_sheets
from generator.desk.console import Desk
from generator.desk.importing.fates import Fate
from generator.desk.importing.importing import ImportOrder, ImportOutcome, import_list


def imported(root: Path, file: Path) -> ImportOutcome:
    return import_list(ImportOrder(root, file), Desk("vi"))


def fates(outcome: ImportOutcome) -> list[Fate]:
    return [row.fate for row in outcome.rows]


def contents(root: Path) -> dict[str, bytes]:
    return {f.as_posix(): f.read_bytes() for f in (root / "content").rglob("*") if f.is_file()}


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_the_catalogue_that_comes_along_is_imported_as_exported_without_a_change(
    tmp_path: Path, form: str
) -> None:
    root, file = Path(__file__).parent.parent, tmp_path / f"out.{form}"
    shutil.copytree(root / "content", tmp_path / "p/content")

    assert run(tmp_path / "p", "export", f"--{form}", str(file))[0] == 0
    assert {*fates(imported(tmp_path / "p", file))} == {Fate.UNCHANGED}


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_what_was_exported_is_imported_without_a_change(tmp_path: Path, form: str) -> None:
    root = project(tmp_path / "p")
    file = tmp_path / f"out.{form}"

    assert run(root, "export", f"--{form}", str(file))[0] == 0
    assert fates(imported(root, file)) == [Fate.UNCHANGED] * 3


def test_an_exported_list_says_in_words_what_files_have_as_keys(tmp_path: Path) -> None:
    root, file = project(tmp_path / "p"), tmp_path / "out.xlsx"

    run(root, "export", "--xlsx", str(file))
    listed, choices = read_sheets(file)
    head, first = listed.rows[0], listed.rows[1]
    said = dict(zip(head, first, strict=True))

    assert said["Tình trạng"] == "đã công nhận"
    assert said["Xã của chủ thể"] in ("xã Tân Hưng", "xã Vĩnh Châu")
    assert str(said["Bộ sản phẩm"]) in {row[2] for row in choices.rows}
    assert str(said["Loại hình chủ thể"]) in {row[1] for row in choices.rows}


def test_a_list_is_never_exported_over_what_people_write(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    before = contents(root)

    for name in ("products/gao.md", "ds.csv"):
        assert run(root, "export", "--csv", str(root / "content" / name))[0] == 2

    assert contents(root) == before


def test_lists_are_told_of_in_the_sites_language_and_drafts_are_not_passed_over_in_silence(
    tmp_path: Path,
) -> None:
    root, file = project(tmp_path / "p"), tmp_path / "ds.csv"
    change(root, "content/site.yaml", "language: vi\n", "language: en\n")
    change(root, "content/products/gao.md", "sample: true", "draft: true")
    (root / "content/products/kho-ca.en.md").unlink()

    status, said, _ = run(root, "export", "--csv", str(file))
    assert status == 0
    assert "1 drafts (draft: true) are not in the list." in said
    assert "There is nothing to write" in run(root, "import", str(file))[1]


def test_a_list_that_is_there_is_replaced_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, file = project(tmp_path / "p"), tmp_path / "ds.csv"
    file.write_text("của tôi", "utf-8")

    assert run(root, "export", "--csv", str(file))[0] == 2
    assert file.read_text("utf-8") == "của tôi"
    assert run(root, "export", "--csv", str(file), "--replace")[0] == 0
    assert "Khô cá" in file.read_text("utf-8")

    monkeypatch.chdir(tmp_path)
    assert [run(root, "export", "--json")[0] for _ in range(2)] == [0, 0]
    assert {each.name for each in tmp_path.glob("*.json")} == {"san-pham.json", "san-pham-2.json"}
