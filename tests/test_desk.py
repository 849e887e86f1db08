"""The `ocop` command as an editor meets it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from small_project import PRODUCTS, one_product, product, run

from generator.cli import ocop


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return one_product(tmp_path)


def everything(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_a_small_project_builds(project: Path) -> None:
    status, said, _ = run(project, "build", "--jobs", "1")
    output = project / "output"

    assert status == 0
    assert "1 sản phẩm" in said
    assert (output / "site/san-pham/kho-ca/index.html").is_file()
    assert (output / "site/Q/7K3M1/index.html").is_file()
    assert (output / "labels/kho-ca/sheet.pdf").read_bytes().startswith(b"%PDF")
    report = json.loads((output / "report.json").read_text("utf-8"))
    assert report["products"] == 1
    # As a host counts: one page at two addresses is two files.
    files = {path: len(content) for path, content in everything(output / "site").items()}
    given, folders = report["site"], report["site"]["folders"]
    assert (given["files"], given["bytes"]) == (len(files), sum(files.values()))
    assert folders["Q"] == {"files": 1, "bytes": files["Q/7K3M1/index.html"]}
    assert sum(each["bytes"] for each in folders.values()) == given["bytes"]
    assert f"Cả trang có {len(files)} tệp, nặng 0," in said


def test_a_second_build_changes_no_file(project: Path) -> None:
    run(project, "build", "--jobs", "1")
    before = everything(project / "output")
    run(project, "build", "--jobs", "1")
    after = everything(project / "output")
    report = json.loads(after.pop("report.json"))
    before.pop("report.json")

    assert report["written"] == []
    assert after == before


@pytest.mark.usefixtures("anew")
def test_another_folder_and_number_of_jobs_give_the_same_bytes(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "project"
    shutil.copytree(project, other)
    run(project, "build", "--jobs", "1")
    run(other, "build", "--jobs", "2")
    one, two = everything(project / "output"), everything(other / "output")
    one.pop("report.json"), two.pop("report.json")

    assert one == two
    assert any(path.endswith(".pdf") for path in one)


def spoilt(old: str, new: str) -> str:
    """A second dried fish, with one passage replaced by a wrong one."""
    second = product("kho-ca", code="7K3MA").replace("name: Khô cá", "name: Khô cá khác")
    assert old in second
    return second.replace(old, new, 1)


BROKEN = {
    "yaml-syntax": "---\nname: [\n---\n",
    "front-matter-missing": "chỉ có chữ\n",
    "key-missing": "---\nname: x\n---\n",
    "key-unknown": spoilt("summary:", "sumary:"),
    "type-wrong": spoilt("sample: true", "sample: có"),
    "date-impossible": spoilt("2026-01-15", "2026-02-31"),
    "stars-range": spoilt("stars: 3", "stars: 6"),
    "unknown-producer": spoilt("co-so", "khong-co"),
    "unknown-place": spoilt("packs:", "made_in: khong-co\npacks:"),
    "unknown-group": spoilt("group: 8", "group: 27"),
    "code-duplicate": spoilt("7K3MA", PRODUCTS["kho-ca"]["code"]),
    "gtin-check-digit": spoilt("packs:", "gtin: '9521234500019'\npacks:"),
    "photo-missing": spoilt("kho-ca.jpg", "khong-co.jpg"),
    "photo-unreadable": spoilt("kho-ca.jpg", "text.jpg"),
}


def test_a_dozen_broken_files_give_a_line_each_and_the_output_stands(project: Path) -> None:
    run(project, "build", "--jobs", "1")
    before = everything(project / "output")
    for rule, text in BROKEN.items():
        (project / f"content/products/a-{rule}.md").write_text(text, "utf-8")
    (project / "content/media/text.jpg").write_text("not a photo")
    status, _, said = run(project, "build", "--jobs", "1")

    assert status == 1
    for rule in BROKEN:
        lines = [line for line in said.splitlines() if f"/a-{rule}.md" in line]
        assert any(f"error[{rule}]" in line for line in lines), (rule, said)
    assert everything(project / "output") == before


def test_check_writes_nothing_and_speaks_json(project: Path) -> None:
    (project / "content/products/b.md").write_text("---\nname: [\n---\n", "utf-8")
    status, said, _ = run(project, "check", "--json")
    (problem,) = (each for each in json.loads(said) if each["severity"] == "error")

    assert status == 1
    assert problem["path"] == "content/products/b.md"
    assert problem["rule"] == "yaml-syntax"
    assert not (project / "output").exists()


def test_messages_come_in_the_language_asked_for(project: Path) -> None:
    _, vietnamese, _ = run(project, "check")
    _, english, _ = run(project, "check", "--lang", "en")

    assert "1 sản phẩm" in vietnamese
    assert "1 products" in english


def test_strict_turns_warnings_into_failure(project: Path) -> None:
    (project / "content/products/kho-ca.md").write_text(product("kho-ca", story="Ít."), "utf-8")
    status, _, said = run(project, "build", "--strict")

    assert status == 1
    assert "warning[story-short]" in said
    assert not (project / "output").exists()


def test_outside_a_project_the_usage_is_explained(tmp_path: Path) -> None:
    result = CliRunner().invoke(ocop, ["build", "--root", str(tmp_path)])

    assert result.exit_code == 2
    assert "site.yaml" in result.output


def test_another_executor_can_be_named(project: Path) -> None:
    status, said, _ = run(project, "build", "--executor", "concurrent.futures:ThreadPoolExecutor")

    assert status == 0
    assert "1 sản phẩm" in said


@pytest.mark.parametrize("name", ["no.such:Executor", "concurrent.futures:Nothing", "plain", ""])
def test_an_executor_that_is_not_there_is_wrong_usage(project: Path, name: str) -> None:
    with pytest.raises(click.BadParameter):
        run(project, "build", "--executor", name)
