"""What a list says of certificates: what is given for all rows makes none, and takes none away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import planned_rows
import pytest
from planned_rows import text_of
from small_project import project

from generator.catalogue.lists.tables import Value
from generator.desk.importing.fates import Fate, Planned

HEADS = ("Tên sản phẩm", "Chủ thể", "Nhóm", "Hạng sao", "Số quyết định", "Tình trạng")
CERTIFIED = ("Khô cá chốt", "HTX Mẫu", 8, "4 sao", "QĐ số 2008/QĐ-UBND ngày 7/4/2025", "")
POTENTIAL = ("Mắm cá chốt", "HTX Mẫu", 8, "", "-", "")
OF_ALL = {"certificate.issued_by": "UBND tỉnh Tây Ninh", "certificate.legal_basis": "148/QĐ-TTg"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("recognition"))


def planned(root: Path, given: Mapping[str, str], *rows: Sequence[Value]) -> list[Planned]:
    return planned_rows.planned(root, given, HEADS, *rows)


def test_a_status_given_for_all_takes_no_certificate_away(root: Path) -> None:
    given = {**OF_ALL, "status": "potential"}

    certified, potential = planned(root, given, CERTIFIED, POTENTIAL)

    assert "status: certified" in text_of(certified)
    assert "status: potential" in text_of(potential)


def test_what_is_given_of_certificates_is_for_rows_that_have_one(root: Path) -> None:
    told = (*POTENTIAL[:-1], "tiềm năng")

    certified, potential = planned(root, OF_ALL, CERTIFIED, told)

    assert potential.fate is Fate.NEW
    assert "certificate" not in text_of(potential)
    assert "legal_basis: 148/QĐ-TTg" in text_of(certified).replace('"', "")


def test_a_year_above_potential_products_gives_them_no_certificate(root: Path) -> None:
    rows = [("NĂM 2025", *[""] * 5), CERTIFIED, (*POTENTIAL[:-1], "tiềm năng")]

    _, potential = planned(root, OF_ALL, *rows)

    assert "certificate" not in text_of(potential)
    assert potential.notes == ()


def test_stars_given_for_all_are_for_all_but_potential_products(root: Path) -> None:
    given = {**OF_ALL, "certificate.stars": "3"}
    told = (*POTENTIAL[:-1], "tiềm năng")

    silent, potential = planned(root, given, POTENTIAL, ("Khô khác", *told[1:]))

    assert "stars: 3" in text_of(silent)
    assert "status: certified" in text_of(silent)
    assert "certificate" not in text_of(potential)


def test_what_the_row_says_of_its_decision_holds_against_what_is_given(root: Path) -> None:
    given = {**OF_ALL, "certificate.decided_on": "01/01/2024"}

    (certified,) = planned(root, given, CERTIFIED)

    assert "decided_on: 2025-04-07" in text_of(certified)


def test_a_decision_without_stars_is_asked_for_its_stars_and_not_for_a_status(root: Path) -> None:
    row = (*CERTIFIED[:3], "", *CERTIFIED[4:])

    (asked,) = planned(root, {**OF_ALL, "status": "potential"}, row)

    assert asked.fate is Fate.REFUSED
    assert [each.vi for each in asked.reasons if "--set" in each.vi] == []
    assert "thiếu số sao" in asked.reasons[0].vi


def test_what_is_asked_for_is_told_with_the_values_that_it_may_have(root: Path) -> None:
    (asked,) = planned(root, {}, ("Khô cá chốt", "Cơ sở Mẫu", *POTENTIAL[2:]))

    status = next(each.vi for each in asked.reasons if "tình trạng" in each.vi)
    assert "--set status=potential cho mọi dòng không có giấy chứng nhận" in status
    assert "household, cooperative_group" in next(
        e.vi for e in asked.reasons if "loại hình" in e.vi
    )


def test_a_certificates_number_is_taken_where_it_is_an_ocop_code(root: Path) -> None:
    heads = (*HEADS, "Số GCN")
    rows = ((*CERTIFIED, "80-27721-05-2026"), ("Khô khác", *CERTIFIED[1:], "12/GCN-UBND"))

    coded, numbered = planned_rows.planned(root, OF_ALL, heads, *rows)

    assert "ocop_code: " in text_of(coded)
    assert "ocop_code: " not in text_of(numbered)
    assert numbered.fate is Fate.NEW
    assert [each.cell for each in numbered.notes] == ["DS!G3"]


def test_potential_in_the_column_of_stars_is_a_status(root: Path) -> None:
    (row,) = planned(root, OF_ALL, (*POTENTIAL[:3], "Tiềm năng", "", ""))

    assert "status: potential" in text_of(row)
