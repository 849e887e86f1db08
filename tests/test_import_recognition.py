"""What a list says of certificates: what is given for all rows makes none, and takes none away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from small_project import project

from generator.catalogue.lists.rows import ListReading, read_list
from generator.catalogue.lists.tables import ListSheet, Value
from generator.catalogue.model import Catalogue
from generator.catalogue.reading.reader import read
from generator.desk.importing.fates import Fate, Planned
from generator.desk.importing.plan import Planner

HEADS = ("Tên sản phẩm", "Chủ thể", "Nhóm", "Hạng sao", "Số quyết định", "Tình trạng")
CERTIFIED = ("Khô cá chốt", "HTX Mẫu", 8, "4 sao", "QĐ số 2008/QĐ-UBND ngày 7/4/2025", "")
POTENTIAL = ("Mắm cá chốt", "HTX Mẫu", 8, "", "-", "")
OF_ALL = {"certificate.issued_by": "UBND tỉnh Tây Ninh", "certificate.legal_basis": "148/QĐ-TTg"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("recognition"))


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    found = read(root).catalogue
    assert found is not None
    return found


def listed(*rows: Sequence[Value]) -> ListReading:
    return read_list(ListSheet("DS", [HEADS, *rows]), {})


def planned(
    root: Path, catalogue: Catalogue, given: Mapping[str, str], *rows: Sequence[Value]
) -> list[Planned]:
    return Planner(root, catalogue).plan([listed(*rows)], given)


def text_of(row: Planned) -> str:
    return next(text for name, text in row.files.items() if name.startswith("products/"))


def test_a_status_given_for_all_takes_no_certificate_away(root: Path, catalogue: Catalogue) -> None:
    given = {**OF_ALL, "status": "potential"}

    certified, potential = planned(root, catalogue, given, CERTIFIED, POTENTIAL)

    assert "status: certified" in text_of(certified)
    assert "status: potential" in text_of(potential)


def test_what_is_given_of_certificates_is_for_rows_that_have_one(
    root: Path, catalogue: Catalogue
) -> None:
    told = (*POTENTIAL[:-1], "tiềm năng")

    certified, potential = planned(root, catalogue, OF_ALL, CERTIFIED, told)

    assert potential.fate is Fate.NEW
    assert "certificate" not in text_of(potential)
    assert "legal_basis: 148/QĐ-TTg" in text_of(certified).replace('"', "")


def test_a_year_above_potential_products_gives_them_no_certificate(
    root: Path, catalogue: Catalogue
) -> None:
    rows = [("NĂM 2025", *[""] * 5), CERTIFIED, (*POTENTIAL[:-1], "tiềm năng")]

    _, potential = planned(root, catalogue, OF_ALL, *rows)

    assert "certificate" not in text_of(potential)
    assert potential.notes == ()


def test_stars_given_for_all_are_for_all_but_potential_products(
    root: Path, catalogue: Catalogue
) -> None:
    given = {**OF_ALL, "certificate.stars": "3"}
    told = (*POTENTIAL[:-1], "tiềm năng")

    silent, potential = planned(root, catalogue, given, POTENTIAL, ("Khô khác", *told[1:]))

    assert "stars: 3" in text_of(silent)
    assert "status: certified" in text_of(silent)
    assert "certificate" not in text_of(potential)


def test_what_the_row_says_of_its_decision_holds_against_what_is_given(
    root: Path, catalogue: Catalogue
) -> None:
    given = {**OF_ALL, "certificate.decided_on": "01/01/2024"}

    (certified,) = planned(root, catalogue, given, CERTIFIED)

    assert "decided_on: 2025-04-07" in text_of(certified)


def test_a_decision_without_stars_is_asked_for_its_stars_and_not_for_a_status(
    root: Path, catalogue: Catalogue
) -> None:
    row = (*CERTIFIED[:3], "", *CERTIFIED[4:])

    (asked,) = planned(root, catalogue, {**OF_ALL, "status": "potential"}, row)

    assert asked.fate is Fate.REFUSED
    assert [each.vi for each in asked.reasons if "--set" in each.vi] == []
    assert "thiếu số sao" in asked.reasons[0].vi


def test_what_is_asked_for_is_told_with_the_values_that_it_may_have(
    root: Path, catalogue: Catalogue
) -> None:
    (asked,) = planned(root, catalogue, {}, ("Khô cá chốt", "Cơ sở Mẫu", *POTENTIAL[2:]))

    status = next(each.vi for each in asked.reasons if "tình trạng" in each.vi)
    assert "--set status=potential cho mọi dòng không có giấy chứng nhận" in status
    assert "household, cooperative_group" in next(
        e.vi for e in asked.reasons if "loại hình" in e.vi
    )
