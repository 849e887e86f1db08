"""What a sheet's rows are, told from the sheet itself: its heading, its products, their cells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from office_lists import OFFICE, opendocument

from generator.catalogue.lists.rows import ListReading, read_list
from generator.catalogue.lists.tables import ListSheet, Value, read_sheets

HEADING = ("TT", "Tên sản phẩm", "Chủ thể", "Phân hạng sao", "Cơ quan công nhận", "Bộ sản phẩm")
FIRST = (1, "Khô cá chốt", "HTX Mẫu", "4 sao", OFFICE, 4)
SECOND = (2, "Mắm cá linh", "", "3 sao", OFFICE, 9)


def reading(*rows: Sequence[Value]) -> ListReading:
    return read_list(ListSheet("DS", rows), {})


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        (HEADING, FIRST),
        (HEADING[1:], FIRST[1:]),
        (("TT", "Sản phẩm tham gia OCOP", *HEADING[2:]), ("1.", *FIRST[1:])),
        (("Sản phẩm tham gia OCOP", *HEADING[2:]), FIRST[1:]),
    ],
)
def test_the_first_product_is_no_second_row_of_the_heading(
    heading: Sequence[Value], first: Sequence[Value]
) -> None:
    found = reading(["UBND XÃ MẪU"], heading, first)

    assert [row.values["name"] for row in found.rows] == ["Khô cá chốt"]


def test_a_heading_whose_words_stand_in_two_rows_is_one() -> None:
    upper = ("TT", "Tên", "Chủ", "Hạng", "Cơ quan", "Bộ")
    lower = ("", "sản phẩm", "thể", "sao", "công nhận", "sản phẩm")

    found = reading(upper, lower, FIRST)

    assert [row.number for row in found.rows] == [3]
    assert {"producer.name", "certificate.stars", "group"} <= found.rows[0].values.keys()


def test_products_below_a_producer_are_its_own_in_opendocument_too(tmp_path: Path) -> None:
    (sheet,) = read_sheets(opendocument(tmp_path / "ds.ods", [HEADING, FIRST, SECOND]))

    found = read_list(sheet, {})

    assert [row.values["producer.name"] for row in found.rows] == ["HTX Mẫu"] * 2
    assert [row.carried for row in found.rows] == [False, True]
