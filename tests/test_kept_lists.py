"""What was found with lists as communes, platforms and maps keep them."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_lists import HEADING, MORE, product_row, workbook

from generator.catalogue.lists.addresses import Communes
from generator.catalogue.lists.cells import CellDoubt, group
from generator.catalogue.lists.columns import column_of
from generator.catalogue.lists.rows import read_list
from generator.catalogue.lists.tables import read_sheets
from generator.catalogue.model import Place
from generator.catalogue.ocop.groups import GROUPS
from generator.desk.importing.facts import facts_of
from generator.desk.importing.row_facts import Facts

HEAD = (*HEADING, *MORE)
PLACE = Place(slug="tan-hung", kind="xã", name="Tân Hưng", province="Tây Ninh")


def facts(file: Path) -> list[Facts]:
    communes = Communes({"tan-hung": PLACE})
    read = (read_list(sheet, {}) for sheet in read_sheets(file))
    return [
        facts_of(row, each.head, communes, {}) for each in read if each.head for row in each.rows
    ]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Nhóm/Bộ sản phẩm", "group"),
        ("TenSanPham", "name"),
        ("NhomSP", "group"),
        ("SoQuyetDinh", "certificate.decision"),
        ("Số QĐ", "certificate.decision"),
        ("Website/Fanpage", "producer.website"),
        ("Cơ quan quyết định", "certificate.issued_by"),
    ],
)
def test_headings_in_short_of_a_map_or_with_two_names_are_known(heading: str, key: str) -> None:
    assert column_of(heading) == (key, True)


def test_stars_are_read_where_each_has_a_column_to_be_ticked(tmp_path: Path) -> None:
    upper = ["TT", "Sản phẩm", "Chủ thể", "Phân hạng"]
    lower = ["", "", "", "3 sao", "4 sao", "5 sao"]
    one, two, both = ["", "", "x"], ["✓", "", ""], ["x", "x", ""]
    rows = [[n, f"Khô {n}", "HTX Mẫu", *ticks] for n, ticks in enumerate((one, two, both), 1)]
    table = workbook(tmp_path / "ds.xlsx", [upper, lower, *rows], {(0, 3, 0, 5): "Phân hạng"})

    found = facts(table)

    assert [row.values.get("certificate.stars") for row in found] == [5, 3, None]
    assert found[2].doubts


@pytest.mark.parametrize(
    ("address", "rest"),
    [
        ("Ấp 3 xã Tân Hưng", "Ấp 3"),
        ("Số 5 đường Mẫu Xã Tân Hưng tỉnh Tây Ninh", "Số 5 đường Mẫu"),
        ("Ấp 3, xã Tân Hưng", "Ấp 3"),
        ("Khu nhà xã hội, xã Tân Hưng", "Khu nhà xã hội"),
    ],
)
def test_a_commune_is_found_without_a_comma_before_it(address: str, rest: str) -> None:
    assert Communes({"tan-hung": PLACE}).led(address) == ("tan-hung", rest)


def test_a_group_that_is_named_in_part_is_doubted_with_those_that_it_may_be() -> None:
    with pytest.raises(CellDoubt) as told:
        group("Chế biến từ thủy sản")

    assert f"có lẽ 8 ({GROUPS[8].vi})" in told.value.vi


@pytest.mark.parametrize(("sheet", "title"), [("3 sao", "DANH SÁCH"), ("DS", "ĐẠT HẠNG 3 SAO")])
def test_stars_that_only_the_title_or_the_sheets_name_says_hold_for_its_rows(
    tmp_path: Path, sheet: str, title: str
) -> None:
    table = [[title], ["TT", "Tên sản phẩm", "Chủ thể"], [1, "Khô một", "HTX Mẫu"]]

    (found,) = facts(workbook(tmp_path / "ds.xlsx", table, sheet=sheet))

    assert found.values["certificate.stars"] == 3
    assert "certificate.stars" in found.filled


def test_a_telephone_number_in_the_cell_of_the_address_is_taken_out(tmp_path: Path) -> None:
    row = product_row("Khô một", address="Ấp 1, xã Tân Hưng; ĐT: 0912.345.678", phone="")

    (found,) = facts(workbook(tmp_path / "ds.xlsx", [HEAD, row]))

    assert found.values["producer.phone"] == "0912.345.678"
    assert found.values["producer.address"] == "Ấp 1"


def test_who_decided_is_read_behind_the_decision(tmp_path: Path) -> None:
    cell = "QĐ số 2008/QĐ-UBND ngày 7/4/2023 của UBND tỉnh Mẫu"
    row = product_row("Khô cá chốt", decision=cell, office="")

    (found,) = facts(workbook(tmp_path / "ds.xlsx", [HEAD, row]))

    assert found.values["certificate.issued_by"] == "UBND tỉnh Mẫu"
    assert found.values["certificate.decided_on"] == "2023-04-07"
