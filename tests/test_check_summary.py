"""How a check ends: errors last, then the passports in one line, then the sum."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import change, project, run, write

from generator.desk.building.check import check
from generator.desk.console import Desk


def said(root: Path, capsys: pytest.CaptureFixture[str], language: str = "vi") -> tuple[str, str]:
    check(root, "en" if language == "en" else "vi", Desk("vi"), as_json=False)
    return capsys.readouterr()


def test_errors_come_after_every_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/gao.md", "price: 90000", "price: rẻ")
    change(tmp_path, "content/products/mam-ca.md", "phơi hai nắng", "phơi ~~hai~~ nắng")
    grave = ["error[" in line for line in said(tmp_path, capsys)[1].splitlines()]

    assert grave == sorted(grave)
    assert {True, False} == {*grave}


def test_the_sum_is_the_last_line_and_counts_files_that_could_not_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path)
    write(tmp_path, "content/products/gao.md", "---\nname: [\n---\n")

    assert said(tmp_path, capsys)[0].splitlines()[-1] == (
        "3 sản phẩm (1 còn lỗi): 1 lỗi, 0 cảnh báo."
    )
    assert said(tmp_path, capsys, "en")[0].splitlines()[-1] == (
        "3 products (1 with errors): 1 error, 0 warnings."
    )


def test_passports_are_one_line_that_says_where_the_rest_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path)
    lines = said(tmp_path, capsys)[0].splitlines()

    assert lines[0].endswith("0 trên 3 sản phẩm đủ thông tin. Còn thiếu gì: ocop passport gao")
    assert len(lines) == 2


def test_a_site_that_cannot_be_read_counts_its_products_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path)
    write(tmp_path, "content/site.yaml", "name: [\n")

    assert said(tmp_path, capsys)[0].splitlines()[-1].startswith("3 sản phẩm: 1 lỗi")

    write(tmp_path, "content/products/gao.md", "---\nname: [\n---\n")
    assert said(tmp_path, capsys)[0].splitlines()[-1].startswith("3 sản phẩm (1 còn lỗi): 2 lỗi")


@pytest.mark.parametrize(("strict", "status"), [(False, 0), (True, 1)])
def test_a_strict_check_ends_as_a_strict_build(tmp_path: Path, strict: bool, status: int) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/mam-ca.md", "phơi hai nắng", "phơi ~~hai~~ nắng")

    assert run(tmp_path, "check", *(["--strict"] if strict else []))[0] == status
